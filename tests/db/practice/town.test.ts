import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import { isResidentId } from '../../../db/model/fields/gb11643.ts';
import { ledgers } from '../../../db/model/registry.ts';
import { divisionsOf, generatePractice, practiceSteps, practiceTown } from '../../../db/practice/index.ts';
import type { Store, StoredRecord } from '../../../db/store/api.ts';
import { practiceDay } from '../../fixtures/practice-day.ts';
import { createStore, practicePassphrase } from '../../../db/store/index.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-practice-'));
const caller = { user: 'test', name: '', language: 'zh', seesMasked: true } as const;
const stores: Store[] = [];

afterAll(() => {
  for (const store of stores) store.close();
  rmSync(folder, { recursive: true, force: true });
});

function emptyStore(practice = true): Store {
  const town = divisionsOf(practiceTown)?.town ?? { code: '', name: '' };
  const file = path.join(folder, `${String(stores.length)}.db`);
  const now = (): Date => new Date('2026-11-23T08:00:00Z');
  const outcome = createStore({ file, passphrase: practicePassphrase, now, town, practice, kdfCost: 1024 });
  if (!outcome.ok) throw new Error(outcome.kind);
  stores.push(outcome.store);
  return outcome.store;
}

function townOf(people: number, seed: number, today = practiceDay): Store {
  const store = emptyStore();
  generatePractice(store, { people, seed, today });
  return store;
}

/** Every record of a ledger, in entry order. */
function recordsOf(store: Store, ledger: string): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  let after: string | null = null;
  do {
    const next: { after?: string } = after === null ? {} : { after };
    const page = store.page({ ledger, where: {}, limit: 500, fields: [], ...next }, caller);
    for (const { id } of page.rows)
      records.push(...[store.get(ledger, id, caller)].filter((r) => r !== null));
    after = page.next;
  } while (after !== null);
  return records;
}

const dump = (store: Store): string =>
  JSON.stringify(ledgers.map(({ id }) => recordsOf(store, id).map((r) => [r.id, r.values, r.createdAt])));

describe('a practice town', () => {
  it('is the same byte for byte for the same seed, and another for another', () => {
    const first = dump(townOf(1000, 5));
    expect(first.length).toBeGreaterThan(1_000_000);
    expect(dump(townOf(1000, 5)) === first).toBe(true);
    expect(dump(townOf(1000, 6)) === first).toBe(false);
  });

  it('tells how far it is, ends at its total, and can be stopped between two steps', () => {
    const store = emptyStore();
    const seen: { readonly done: number; readonly total: number }[] = [];
    for (const step of practiceSteps(store, { people: 1000, seed: 1, today: practiceDay })) seen.push(step);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.every((step, i) => i === 0 || step.done >= (seen[i - 1]?.done ?? 0))).toBe(true);
    expect(seen.at(-1)).toEqual({ done: 2000, total: 2000 });
  });

  it('is never written into a file of a real town', () => {
    expect(() => generatePractice(emptyStore(false), { people: 1000, seed: 1, today: practiceDay })).toThrow(
      'practice',
    );
  });
});

describe.each(['2027-01-01', '2028-02-29'])('a practice town drawn on %s', (today) => {
  it('holds only rows that the forms would accept on that day', () => {
    const store = townOf(1000, 2, today);
    let looked = 0;
    for (const ledger of ledgers)
      for (const { values } of recordsOf(store, ledger.id)) {
        looked += 1;
        const broken = checkRow(ledger, values, { today }).filter((f) => f.level === 'error');
        expect([ledger.id, broken]).toEqual([ledger.id, []]);
      }
    expect(looked).toBeGreaterThan(5000);
  });
});

/** Forms of superior offices are files, and no office above answers a practice town. */
const withoutPractice: readonly string[] = [
  'form_template',
  'issue_reply',
  'liaison_opinion_reply',
  'dispute_reply',
];

describe('a practice town of 6,000 people', () => {
  let store: Store;
  let people: readonly StoredRecord[];
  beforeAll(() => {
    store = townOf(6000, 1);
    people = recordsOf(store, 'person');
  });
  const share = (test: (person: StoredRecord) => boolean): number =>
    people.filter(test).length / people.length;
  const kinds = (person: StoredRecord): string => JSON.stringify(person.values['person_kinds']);

  it('holds only rows that the forms and the importer would accept', () => {
    for (const ledger of ledgers) {
      const records = recordsOf(store, ledger.id);
      expect([ledger.id, records.length > 0]).toEqual([ledger.id, !withoutPractice.includes(ledger.id)]);
      const broken = records.flatMap((r) =>
        checkRow(ledger, r.values, { today: practiceDay }).filter((f) => f.level === 'error'),
      );
      expect([ledger.id, broken]).toEqual([ledger.id, []]);
    }
  });

  it('names its maker in the history as an office reads it', () => {
    const history = store.history('person', people[0]?.id ?? '', caller);
    expect(history.map((change) => [change.op, change.user])).toEqual([['create', '练习数据生成']]);
  });

  it('is whole: indexes, search, change log and links', () => {
    expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
    const ids = new Map(ledgers.map(({ id }) => [id, new Set(recordsOf(store, id).map((r) => r.id))]));
    const dangling = ledgers.flatMap((ledger) =>
      recordsOf(store, ledger.id).flatMap((r) =>
        Object.entries(ledger.fields).filter(([name, field]) => {
          const value = r.values[name];
          return (
            field.target !== undefined &&
            typeof value === 'string' &&
            ids.get(field.target)?.has(value) !== true
          );
        }),
      ),
    );
    expect(dangling).toEqual([]);
  });

  it('has one registered resident for about 3.9 floating ones', () => {
    const registered = share((p) => kinds(p).includes('"01"'));
    expect(registered).toBeGreaterThan(0.17);
    expect(registered).toBeLessThan(0.24);
  });

  it('keeps where people lived before in about a quarter of the intervals', () => {
    const intervals = recordsOf(store, 'residence');
    const over = intervals.filter((r) => r.values['to_day'] !== null).length / intervals.length;
    expect(over).toBeGreaterThan(0.2);
    expect(over).toBeLessThan(0.32);
  });

  it('holds nobody real: numbers in an unassigned area, phones of an unused block', () => {
    const numbers = people
      .filter((p) => p.values['doc_type'] === '111')
      .map((p) => String(p.values['doc_no']));
    expect(numbers.length).toBeGreaterThan(5900);
    expect(numbers.every((n) => n.startsWith('999') && isResidentId(n))).toBe(true);
    const phones = people.map((p) => p.values['phone']).filter((phone) => phone !== null);
    expect(phones.every((phone) => String(phone).startsWith('154'))).toBe(true);
    expect(phones.length).toBeLessThan(people.length);
  });

  it('has the names that break programs: rare characters, sixty characters, surnames with two readings', () => {
    const names = people.map((p) => String(p.values['name']));
    expect(names.some((name) => (name.codePointAt(1) ?? 0) > 0xffff)).toBe(true);
    expect(names.some((name) => [...name].length === 60)).toBe(true);
    for (const surname of ['曾', '单', '解', '区', '欧阳'])
      expect(names.filter((n) => n.startsWith(surname))).not.toEqual([]);
    expect(store.search('cengx', 50, caller).hits.map((h) => h.title.slice(0, 1))).toContain('曾');
  });

  it('has a grid outline that is a closed polygon for every grid', () => {
    // The model checks the shape of a boundary; here only that the ring is closed.
    const rings = recordsOf(store, 'grid').map(
      (r) =>
        JSON.parse(String(r.values['boundary'])) as { readonly coordinates: readonly (readonly unknown[])[] },
    );
    expect(rings.length).toBeGreaterThan(30);
    expect(
      rings.every(({ coordinates: [ring] }) => JSON.stringify(ring?.[0]) === JSON.stringify(ring?.at(-1))),
    ).toBe(true);
  });
});
