import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnyLedger } from '../../db/model/define-ledger.ts';
import { definedFigures } from '../../db/model/figures/defined-figures.ts';
import { figureOf } from '../../db/model/figures/figure-of.ts';
import { isSetIn, measuresOf, numberWhere, type Measure } from '../../db/model/figures/number-where.ts';
import { periodAfter, periodAt, yearBefore, type Span } from '../../db/model/figures/period.ts';
import { ledgers } from '../../db/model/registry.ts';
import type { Where } from '../../db/model/where.ts';
import type { Caller, Store } from '../../db/store/index.ts';
import { filledTown, townToday } from './filled-town.ts';

const clerk: Caller = { user: 'clerk', name: '', language: 'zh', seesMasked: true };
const month = periodAt('month', townToday);
const spans: readonly (Span | null)[] = [month, periodAfter(month, -1), yearBefore(month), null];
let store: Store;
let removed: ReadonlyMap<string, number>;
let forget: () => void;

beforeAll(() => {
  ({ store, removed, forget } = filledTown(24, 3));
});

afterAll(() => {
  forget();
});

/** What the rows a list opens with say, counted one by one. */
function inRows(ledger: AnyLedger, { sum }: Measure, where: Where): number {
  const rows = store.rows(ledger.id, where, clerk);
  return sum === null ? rows.length : rows.reduce((all, { values }) => all + Number(values[sum] ?? 0), 0);
}

const each = ledgers.map((ledger): [string, AnyLedger] => [ledger.id, ledger]);

test.each(each)('every figure of %s is the count of the rows it opens', (_, ledger) => {
  const measures = measuresOf(ledger, townToday);
  let compared = 0;
  for (const by of [null, ...figureOf(ledger).dimensions]) {
    const { lines, total } = store.figures({ ledger: ledger.id, where: {}, by, spans, measures }, clerk);
    const tables = [
      { line: null, numbers: total },
      ...lines.map(({ key, numbers }) => ({ line: key, numbers })),
    ];
    for (const [at, { line, numbers }] of tables.entries()) {
      for (const [s, span] of spans.entries()) {
        for (const [m, measure] of measures.entries()) {
          const number = numbers[s]?.[m];
          // Zeros are many; one in eleven is looked at.
          if (number === 0 && (at + s + m) % 11 > 0) continue;
          const of = at === 0 || by === null ? null : { by, key: line };
          const where = numberWhere(ledger, measure, { base: {}, span, line: of });
          expect({ by, line, span, measure: measure.id, number }).toEqual({
            by,
            line,
            span,
            measure: measure.id,
            number: inRows(ledger, measure, where),
          });
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(3);
});

test.each(each)('the lines of %s add up to its total', (_, ledger) => {
  const measures = measuresOf(ledger, townToday);
  for (const by of figureOf(ledger).dimensions.filter((name) => !isSetIn(ledger)(name))) {
    const { lines, total } = store.figures({ ledger: ledger.id, where: {}, by, spans, measures }, clerk);
    const sums = total.map((row, s) =>
      row.map((__, m) => lines.reduce((all, { numbers }) => all + (numbers[s]?.[m] ?? 0), 0)),
    );
    expect({ by, sums }).toEqual({ by, sums: total });
  }
});

test.each(each)('the list of %s counts what its figures count', (_, ledger) => {
  const [count] = measuresOf(ledger, townToday);
  if (count === undefined) throw new Error('no count');
  const { total } = store.figures(
    { ledger: ledger.id, where: {}, by: null, spans, measures: [count] },
    clerk,
  );
  for (const [s, span] of spans.entries()) {
    const listed = store.total(ledger.id, numberWhere(ledger, count, { base: {}, span, line: null }), clerk);
    expect(listed).toEqual({ total: total[s]?.[0], exact: true });
  }
  expect(total.at(-1)?.[0]).toBe(24 - (removed.get(ledger.id) ?? 0));
});

test('removed records do not count', () => {
  expect([...removed.values()].filter((gone) => gone === 2).length).toBeGreaterThan(20);
});

test('figures of a filtered ledger are those of the filtered rows', () => {
  const ledger = ledgers.find(({ id }) => id === 'issue');
  if (ledger === undefined) throw new Error('no issues');
  const measures = measuresOf(ledger, townToday);
  const where = { level: ['01'], is_group: false };
  const { total, lines } = store.figures({ ledger: 'issue', where, by: 'status', spans: [null], measures });
  expect(total[0]?.[0]).toBe(store.rows('issue', where).length);
  for (const { key, numbers } of lines) {
    for (const [m, measure] of measures.entries()) {
      const opened = numberWhere(ledger, measure, { base: where, span: null, line: { by: 'status', key } });
      expect(numbers[0]?.[m]).toBe(inRows(ledger, measure, opened));
    }
  }
});

test('there are rates, and each says in words what it counts', () => {
  expect(definedFigures.length).toBeGreaterThanOrEqual(6);
  for (const { definition, label } of definedFigures) {
    expect(definition.zh.length).toBeGreaterThan(8);
    expect(label.en).not.toBe('');
  }
});
