import { expect, test } from 'vitest';
import { ledgers } from '../../db/model/registry.ts';
import { openLedgers } from '../../renderer/data/open-ledgers.ts';

const sensitive = ledgers.filter((ledger) => ledger.sensitive);

test('who may not open sensitive ledgers is offered none, and told in each area how many are left out', () => {
  const { areas, wholeAreas, ordered, mayOpen } = openLedgers(false);
  expect(ordered.filter((ledger) => ledger.sensitive)).toEqual([]);
  expect(ordered).toHaveLength(ledgers.length - sensitive.length);
  for (const area of [...areas, ...wholeAreas]) expect(area.ledgers.every(mayOpen)).toBe(true);
  expect(wholeAreas.reduce((sum, { closed }) => sum + closed, 0)).toBe(sensitive.length);
});

test('areas keep their places whatever is left out, so that their keys lead where they did', () => {
  const idsOf = (seesSensitive: boolean) => openLedgers(seesSensitive).areas.map(({ id }) => id);
  expect(idsOf(false)).toEqual(idsOf(true));
  expect(openLedgers(true).areas.every(({ closed }) => closed === 0)).toBe(true);
});
