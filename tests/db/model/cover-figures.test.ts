import { expect, test } from 'vitest';
import { codeTableById } from '../../../db/model/codes/code-tables.ts';
import { coverFigures } from '../../../db/model/figures/cover-figures.ts';
import { coverHeadings, headingKept, termsOf } from '../../../db/model/figures/cover-headings.ts';
import { indicatorsOf } from '../../../db/model/figures/indicators.ts';
import { ledgerOf } from '../../../db/model/registry.ts';

test('the headings of the report are those a rule may name', () => {
  const named = codeTableById.get('cover_heading')?.items.map(({ code, name }) => [code, name]);
  expect(Object.values(coverHeadings).map(({ code, label }) => [code, label.zh])).toEqual(named);
});

test('the name of a rate in the table says which it is', () => {
  const items = codeTableById.get('cover_figure')?.items ?? [];
  expect(items.length).toBe(Object.keys(coverFigures).length);
  for (const { code, name } of items) {
    const { ledger = '', rate = '' } = coverFigures[code] ?? {};
    const label = indicatorsOf(ledgerOf(ledger)).find(({ id }) => id === rate)?.label.zh ?? '?';
    expect([code, name.endsWith(label)]).toEqual([code, true]);
  }
});

test('rules of other headings, or without a rate, leave a heading as proposed', () => {
  const { order } = coverHeadings;
  expect(
    headingKept(order, [
      { heading: '01', figure: '0101' },
      { heading: '03', figure: null },
    ]),
  ).toBe(order);
  const kept = headingKept(order, [
    { heading: '03', figure: '0303' },
    { heading: '03', figure: '0301' },
    { heading: '03', figure: '0303' },
  ]);
  expect(termsOf(kept)).toEqual(termsOf(order));
});
