import { expect, test } from 'vitest';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import { servedPerson } from '../../../db/model/ledgers/population/served-person.ts';

const row = { person: 'p1', kind: '06', village: 'v1', from_day: '2026-01-05', next_visit_on: '2026-11-30' };

test('who has left the list is not due to be visited any more', () => {
  expect(servedPerson.fill(row)['next_visit_on']).toBe('2026-11-30');
  expect(servedPerson.fill({ ...row, to_day: '2026-11-20' })['next_visit_on']).toBeNull();
});

test('nobody leaves a list before they came on it', () => {
  const found = checkRow(servedPerson, { ...row, to_day: '2025-12-31' }, { today: '2026-11-27' });
  expect(found.map(({ field, code }) => [field, code])).toEqual([['to_day', 'day-order']]);
});
