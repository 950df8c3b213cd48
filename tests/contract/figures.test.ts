import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnyLedger } from '../../db/model/define-ledger.ts';
import { definedFigures } from '../../db/model/figures/defined-figures.ts';
import { figureOf } from '../../db/model/figures/figure-of.ts';
import {
  indicatorsAmong,
  indicatorsOf,
  indicatorValue,
  type Indicator,
} from '../../db/model/figures/indicators.ts';
import {
  countedIn,
  isSetIn,
  measuresOf,
  numberWhere,
  type Measure,
} from '../../db/model/figures/number-where.ts';
import { periodAfter, periodAt, yearBefore, type Span } from '../../db/model/figures/period.ts';
import { ratePartsOf } from '../../db/model/figures/rate-parts.ts';
import { sharedDimensions, sharesFields } from '../../db/model/figures/shared-fields.ts';
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
function inRows(ledger: AnyLedger, measure: Measure, where: Where): number {
  const { sum } = measure;
  const rows = store.rows(countedIn(ledger, measure).id, where, clerk);
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
          if (at > 0 && !hasLines(ledger, measure, by)) {
            expect(number).toBe(0);
            continue;
          }
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

/** Whether a measure knows the lines of a field: another ledger's may not. */
const hasLines = (ledger: AnyLedger, { ledger: other }: Measure, by: string | null): boolean =>
  other === undefined || (by !== null && sharesFields(ledger, other, [by]));

/** Rates, and ratios of two ledgers. */
const ratesOf = (ledger: AnyLedger): readonly Indicator[] =>
  indicatorsOf(ledger).filter(({ parts }) => parts !== null);
const rated = each.filter(([, ledger]) => ratesOf(ledger).length > 0);

test.each(rated)('every rate of %s is the share of two counts that open as many rows', (_, ledger) => {
  const measures = measuresOf(ledger, townToday);
  const ids = measures.map(({ id }) => id);
  let opened = 0;
  for (const indicator of ratesOf(ledger)) {
    const [by = null] = sharedDimensions(ledger, indicator.others);
    const { total, lines } = store.figures({ ledger: ledger.id, where: {}, by, spans, measures }, clerk);
    const [first] = lines;
    const places = [
      { line: null, numbers: total },
      ...(first === undefined || by === null
        ? []
        : [{ line: { by, key: first.key }, numbers: first.numbers }]),
    ];
    for (const { line, numbers } of places) {
      for (const [s, span] of spans.entries()) {
        const row = numbers[s] ?? [];
        const place = { base: {}, span, line };
        const { above, below } = openedParts(
          { ledger, indicator, language: 'zh' },
          { measures, numbers: row },
          place,
        );
        const shown = indicatorValue(indicator, (id) => row[ids.indexOf(id)] ?? 0);
        expect(shown).toBe(below === 0 ? null : above / below);
        if (indicator.kind === 'rate') expect(above).toBeLessThanOrEqual(below);
        opened += 2;
      }
    }
  }
  expect(opened).toBeGreaterThanOrEqual(8);
});

/** Both counts of a rate, after each was compared with the rows it opens. */
function openedParts(...[of, counted, place]: Parameters<typeof ratePartsOf>): {
  readonly above: number;
  readonly below: number;
} {
  const parts = ratePartsOf(of, counted, place);
  const [above, below] = [parts?.numerator[0], parts?.denominator[0]];
  if (above === undefined || below === undefined) throw new Error(`${of.indicator.id} has no counts`);
  for (const { ledger, label, count, where } of [above, below]) {
    expect(label).not.toBe('');
    const rows = store.rows(ledger, where, clerk).length;
    expect({ rate: of.indicator.id, label, count: rows }).toEqual({ rate: of.indicator.id, label, count });
  }
  return { above: above.count, below: below.count };
}

test('every rate that is defined was opened', () => {
  const all = rated.flatMap(([, ledger]) => ratesOf(ledger));
  expect(all.length).toBe(definedFigures.filter(({ kind }) => kind !== 'count').length);
});

test.each(each)('the lines of %s add up to its total', (_, ledger) => {
  const measures = measuresOf(ledger, townToday);
  for (const by of figureOf(ledger).dimensions.filter((name) => !isSetIn(ledger)(name))) {
    const { lines, total } = store.figures({ ledger: ledger.id, where: {}, by, spans, measures }, clerk);
    const lined = measures.flatMap((measure, m) => (hasLines(ledger, measure, by) ? [m] : []));
    const sums = total.map((___, s) =>
      lined.map((m) => lines.reduce((all, { numbers }) => all + (numbers[s]?.[m] ?? 0), 0)),
    );
    expect({ by, sums }).toEqual({ by, sums: total.map((row) => lined.map((m) => row[m])) });
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

const overTwo = each.flatMap(([, ledger]) =>
  indicatorsOf(ledger).flatMap(({ id, others }) =>
    others.length === 0 ? [] : [[ledger, id, others] as const],
  ),
);

test('figures over several ledgers have lines by village and grid, and are told under no other filter', () => {
  expect(overTwo.length).toBeGreaterThanOrEqual(3);
  for (const [ledger, id, others] of overTwo) {
    expect([id, ...sharedDimensions(ledger, others)]).toEqual([id, 'village', 'grid']);
    const field = figureOf(ledger).dimensions.find((name) => name !== 'village' && name !== 'grid') ?? '';
    const told = (base: Where): readonly string[] =>
      indicatorsAmong(ledger, measuresOf(ledger, townToday, base)).map((one) => one.id);
    expect(told({ village: 'v1', grid: ['g1'] })).toContain(id);
    expect(told({ [field]: null })).not.toContain(id);
  }
});

test('removed records do not count', () => {
  expect([...removed.values()].filter((gone) => gone === 2).length).toBeGreaterThan(20);
});

test('figures of a filtered ledger are those of the filtered rows', () => {
  const ledger = ledgers.find(({ id }) => id === 'issue');
  if (ledger === undefined) throw new Error('no issues');
  const where = { level: ['01'], is_group: false };
  const measures = measuresOf(ledger, townToday, where);
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
