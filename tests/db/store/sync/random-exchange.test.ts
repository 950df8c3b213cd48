import fc from 'fast-check';
import { expect, test } from 'vitest';
import { play, steps, type Spoil } from './random-exchange.ts';

const runs = Number(process.env['ZW_EXCHANGES'] ?? 15);

test(
  'three nodes end equal and lose no value, whatever is edited, lost, repeated or comes late',
  { timeout: 600_000 },
  () => {
    let tried = 0;
    fc.assert(
      fc.property(steps, (history) => {
        tried += 1;
        expect(play(history)).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(tried).toBeGreaterThan(5);
  },
);

/** Defects the property must notice; otherwise it proves nothing. */
const planted: Readonly<Record<string, Spoil>> = {
  'clocks of single fields forgotten': (record) => ({ ...record, clocks: {} }),
  'the clock of a removal forgotten': (record) => ({
    ...record,
    removal: record.removal === null ? null : { ...record.removal, clock: [0, 'nobody'] },
  }),
  'emptied fields left out': (record) => ({
    ...record,
    values: Object.fromEntries(Object.entries(record.values).filter(([, value]) => value !== null)),
  }),
};

for (const [name, spoil] of Object.entries(planted)) {
  test(`the check of random exchanges notices: ${name}`, { timeout: 600_000 }, () => {
    const outcome = fc.check(
      fc.property(steps, (history) => play(history, spoil).length === 0),
      { numRuns: 200, endOnFailure: true },
    );
    expect(outcome.failed).toBe(true);
  });
}
