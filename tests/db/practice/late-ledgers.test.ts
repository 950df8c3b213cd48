import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeTableById } from '../../../db/model/codes/code-tables.ts';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import { chinaCalendar } from '../../../db/model/calendar/china.ts';
import { chinaInstant } from '../../../db/model/office-time.ts';
import { dueDays } from '../../../db/model/calendar/due-days.ts';
import { ledgerById, ledgers } from '../../../db/model/registry.ts';
import { practiceDay } from '../../fixtures/practice-day.ts';
import { divisionsOf, generatePractice, practiceTown } from '../../../db/practice/index.ts';
import type { Store } from '../../../db/store/api.ts';
import { createStore, dayBoard, practicePassphrase } from '../../../db/store/index.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-practice-late-'));
const caller = { user: 'test', name: '', language: 'zh', seesMasked: true } as const;
/** Ledgers drawn last, from the sample of people and units. */
const late = ledgers.filter(({ id }) => /^(care|labour|reward|score)_/.test(id));
let store: Store;

beforeAll(() => {
  const town = divisionsOf(practiceTown)?.town ?? { code: '', name: '' };
  const now = (): Date => new Date(`${practiceDay}T08:00:00Z`);
  const made = createStore({
    file: path.join(folder, 'town.db'),
    passphrase: practicePassphrase,
    now,
    town,
    practice: true,
    kdfCost: 1024,
  });
  if (!made.ok) throw new Error(made.kind);
  store = made.store;
  generatePractice(store, { people: 3000, seed: 4, today: practiceDay });
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the day’s work of a practice town', () => {
  const on = (day: string) =>
    dayBoard(store, { days: dueDays(chinaInstant(day), chinaCalendar()), ledgers: ledgerById }, caller);

  it('is that of a town that is well led: a few things late, some due today, more this week, by many people', () => {
    const { dues, wants, people } = on(practiceDay);
    const sum = (bucket: 'overdue' | 'today' | 'week') => dues.reduce((all, due) => all + due[bucket], 0);
    expect(sum('overdue')).toBeGreaterThan(4);
    expect(sum('overdue')).toBeLessThan(35);
    expect(sum('today')).toBeGreaterThan(2);
    expect(sum('week')).toBeGreaterThan(8);
    expect(people.filter(({ overdue, today, week }) => overdue + today + week > 0).length).toBeGreaterThan(
      15,
    );
    const missing = wants.reduce((all, want) => all + want.missing, 0);
    expect(missing).toBeGreaterThan(5);
    expect(missing).toBeLessThan(60);
  });

  it('closes most issues, most of those in time', () => {
    const issues = store.rows('issue', {}).map(({ values }) => values);
    const rate = (of: typeof issues, among: typeof issues) => of.length / among.length;
    const accepted = issues.filter(({ status }) => status !== '10');
    const closed = accepted.filter(({ closed_at: at }) => typeof at === 'string');
    expect(rate(closed, accepted)).toBeGreaterThan(0.95);
    const inTime = closed.filter(({ closed_at: at, deadline }) => String(at) <= String(deadline));
    expect(rate(inTime, closed)).toBeGreaterThan(0.9);
    expect(rate(inTime, closed)).toBeLessThan(0.98);
  });
});

describe('ledgers drawn last in a practice town', () => {
  it('have rows that the forms would accept, of each ledger some', () => {
    expect(late.length).toBeGreaterThan(10);
    for (const ledger of late) {
      const rows = store.rows(ledger.id, {}, caller);
      expect([ledger.id, rows.length > 0]).toEqual([ledger.id, true]);
      const broken = rows.flatMap(({ values }) =>
        checkRow(ledger, values, { today: practiceDay, names: store.names('zh') }).filter(
          (finding) => finding.level === 'error',
        ),
      );
      expect([ledger.id, broken]).toEqual([ledger.id, []]);
    }
  });

  it('say of each record what saving it would work out', () => {
    const following = late.filter((ledger) => ledger.follows.length > 0);
    expect(following.length).toBeGreaterThan(0);
    for (const { id, follows } of following)
      for (const row of store.rows(id, {}, caller).slice(0, 40)) {
        const { filled } = store.check(id, row.id, {}, caller);
        for (const name of follows.flatMap(({ fields }) => fields))
          expect([id, name, filled[name] ?? null]).toEqual([id, name, row.values[name] ?? null]);
      }
  });

  it('know people of every kind of special care, some with two labels', () => {
    const labels = store.rows('care_label', {}, caller);
    const kinds = new Set(labels.map(({ values }) => String(values['kind'])));
    expect([...kinds].toSorted((a, b) => Number(a) - Number(b))).toEqual(
      codeTableById.get('special_type')?.items.map(({ code }) => code),
    );
    const dueSoon = store.page(
      { ledger: 'care_label', where: { next_visit_on: { blank: false } }, limit: 500 },
      caller,
    );
    expect(dueSoon.rows.length).toBeGreaterThan(10);
  });
});
