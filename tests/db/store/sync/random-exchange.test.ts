import { fc } from '../../../fixtures/fc.ts';
import { expect, test } from 'vitest';
import { mergedInto } from '../../../../db/model/sync/merge-reason.ts';
import { merging, play, steps, type Spoil, type Step } from './random-exchange.ts';

const runs = Number(process.env['ZW_EXCHANGES'] ?? 15);

const days = {
  'whatever is edited, lost, repeated or comes late': steps,
  'however they merge the same records': merging,
};

for (const [what, histories] of Object.entries(days)) {
  test(`three nodes end equal and lose no value, ${what}`, { timeout: 600_000 }, () => {
    let tried = 0;
    fc.assert(
      fc.property(histories, (history) => {
        tried += 1;
        expect(play(history)).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(tried).toBeGreaterThan(5);
  });
}

/** Defects the property must notice; otherwise it proves nothing. */
const planted: Readonly<Record<string, Spoil>> = {
  'clocks of single fields forgotten': (record) => ({ ...record, clocks: {} }),
  'merges told as any other removal': (record) =>
    mergedInto(record.removal?.reason) === null
      ? record
      : { ...record, removal: { reason: '误录', clock: record.removal?.clock ?? record.clock } },
  'emptied fields left out': (record) => ({
    ...record,
    values: Object.fromEntries(Object.entries(record.values).filter(([, value]) => value !== null)),
  }),
};

for (const [name, spoil] of Object.entries(planted)) {
  test(`the check of random exchanges notices: ${name}`, { timeout: 600_000 }, () => {
    const outcome = fc.check(
      fc.property(fc.oneof(steps, merging), (history) => play(history, spoil).length === 0),
      { numRuns: 60, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
  });
}

test('the check of exchanges notices a removal without its clock', () => {
  const there = [
    { do: 'pack', edge: 0 },
    { do: 'deliver', nth: 0 },
  ] as const;
  const history: readonly Step[] = [
    { do: 'edit', who: 0, id: 'a', values: {} },
    ...there,
    { do: 'remove', who: 0, id: 'a' },
    { do: 'pack', edge: 0 },
    { do: 'deliver', nth: 1 },
    { do: 'restore', who: 0, id: 'a' },
    { do: 'pack', edge: 0 },
    { do: 'deliver', nth: 2 },
    { do: 'remove', who: 0, id: 'a' },
  ];
  expect(play(history)).toEqual([]);
  const forgotten: Spoil = (record) => ({
    ...record,
    removal: record.removal === null ? null : { ...record.removal, clock: [0, 'nobody'] },
  });
  expect(play(history, forgotten)).not.toEqual([]);
});
