import { describe, expect, it } from 'vitest';
import { codeTableById } from '../../db/model/codes/code-tables.ts';
import type { AnyField, AnyLedger } from '../../db/model/define-ledger.ts';
import type { Held } from '../../db/model/derive/interval-case.ts';
import { moveDay, moveFields, opens } from '../../db/model/derive/interval-fields.ts';
import { planMove, type MovePlan } from '../../db/model/derive/interval.ts';
import type { Value, Values } from '../../db/model/field-kind.ts';
import { type MoveAction, moveActions } from '../../db/model/interval-spec.ts';
import { ledgerOf, ledgers } from '../../db/model/registry.ts';
import { shippedNames } from './shipped-names.ts';

const today = '2026-11-24';
const names = shippedNames('zh');
const withIntervals = ledgers.flatMap((ledger) =>
  ledger.interval === undefined ? [] : [{ ledger, interval: ledger.interval, id: ledger.id }],
);

it('residence is a ledger of intervals, so that the loop below has looped', () => {
  expect(withIntervals.map(({ id }) => id)).toContain('residence');
});

describe.each(withIntervals)('intervals of $id', ({ ledger, interval }) => {
  const subject = ledgerOf(ledger.fields[interval.subject]?.target ?? '');
  const offered = moveActions.filter((action) => interval.actions[action] !== undefined);
  let intervals: readonly Held[];
  let subjectRow: Values;
  const move = (action: MoveAction, day: string, nth: number): MovePlan => {
    const found = planMove(
      ledger,
      { action, values: { ...goodValues(ledger, action, nth), [moveDay(interval, action)]: day } },
      {
        intervals,
        subject: { id: 's', version: 1, values: subjectRow, ledger: subject },
        newId: `n${String(nth)}`,
        today,
        names,
        linked: () => null,
      },
    );
    intervals = applied(intervals, found, ledger.id);
    [{ values: subjectRow } = { values: subjectRow }] = applied(
      [{ id: 's', version: 1, values: subjectRow }],
      found,
      subject.id,
    );
    return found;
  };

  it('are labelled and told in both languages, naming only the day, the old and the new place', () => {
    const texts = [interval.correction, ...offered.map((action) => interval.actions[action]?.sentence)];
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(text?.zh).toMatch(/\p{Script=Han}/u);
      expect(text?.en).not.toMatch(/\p{Script=Han}/u);
      for (const place of [
        ...(text?.zh.matchAll(/\{(\w+)\}/g) ?? []),
        ...(text?.en.matchAll(/\{(\w+)\}/g) ?? []),
      ])
        expect(['day', 'old', 'new']).toContain(place[1]);
    }
    for (const action of offered)
      expect(interval.actions[action]?.label.zh).toMatch(/^\p{Script=Han}{2,4}$/u);
  });

  it('ask for the day first, and for nothing twice', () => {
    for (const action of offered) {
      const asked = moveFields(ledger, action).map(({ name }) => name);
      expect(asked[0]).toBe(moveDay(interval, action));
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked).not.toContain(interval.subject);
      expect(asked).not.toContain(interval.event);
    }
  });

  it('go from the first day to the last by their actions, in order, with their codes', () => {
    intervals = [];
    subjectRow = {};
    const life: readonly (readonly [MoveAction, string])[] = [
      ['enter', '2026-01-01'],
      ['change', '2026-02-01'],
      ['leave', '2026-03-01'],
      ['enter', '2026-04-01'],
      ['cancel', '2026-05-01'],
    ];
    let done = 0;
    for (const [nth, [action, day]] of life.entries()) {
      if (!offered.includes(action)) continue;
      const found = move(action, day, nth);
      expect(
        found.findings.filter(({ level }) => level === 'error'),
        `${action} ${day}`,
      ).toEqual([]);
      expect(found.sentence).toContain(day);
      const open = intervals.filter(({ values }) => (values[interval.to] ?? null) === null);
      expect(open.length).toBe(opens(action) ? 1 : 0);
      const last = intervals.at(-1)?.values ?? {};
      expect(last[interval.event]).toBe(interval.actions[action]?.event);
      for (const one of interval.present ?? [])
        if ('from' in one && opens(action)) expect(subjectRow[one.field]).toBe(last[one.from] ?? null);
      done += 1;
    }
    expect(done).toBeGreaterThan(1);
  });
});

/** A fitting value for every place and everything required; another one for every `nth`. */
function goodValues(ledger: AnyLedger, action: MoveAction, nth: number): Values {
  const { interval } = ledger;
  const asked = moveFields(ledger, action).filter(
    ({ name, field }) => field.required === true || interval?.places.includes(name),
  );
  // What makes parallel histories stays: it is one of them that is followed.
  const isPlace = (name: string): boolean => interval?.places.includes(name) === true;
  return Object.fromEntries(
    asked.map(({ name, field }) => [name, goodValue(field, isPlace(name) ? nth : 0)]),
  );
}

function goodValue({ kind, table }: AnyField, nth: number): Value {
  if (kind === 'choice') return codeTableById.get(table ?? '')?.items.at(nth)?.code ?? null;
  if (kind === 'day') return today;
  return kind === 'text' ? `甲${String(nth)}` : `x${String(nth)}`;
}

function applied(records: readonly Held[], found: MovePlan, ledger: string): readonly Held[] {
  return found.writes
    .filter((write) => write.ledger === ledger)
    .reduce<readonly Held[]>((held, { id, op, values = {} }) => {
      if (op === 'create') return [...held, { id, version: 1, values }];
      return held.map((one) => (one.id === id ? { ...one, values: { ...one.values, ...values } } : one));
    }, records);
}
