import { expect, test } from 'vitest';
import { breathingNode } from '../../electron/dbhost/exchange/breathing-node.ts';
import { COUPLES, withCouples } from '../db/store/sync/couples.ts';
import { pack } from '../db/store/sync/exchange.ts';

test('calls are answered after every part of a package and after every slice of what waits', async () => {
  const { town, city } = withCouples();
  let breaths = 0;
  const breathe = (): Promise<void> => {
    breaths += 1;
    return Promise.resolve();
  };
  const { incoming } = breathingNode(city.store.sync, { breathe, isCancelled: () => false });
  const { facts, records } = pack(town, city);
  const start = await incoming.start(facts);
  if (start.status !== 'new') throw new Error(start.status);
  await incoming.apply(start.arrival, records);
  expect(breaths).toBe(1);
  let slices = 1;
  while (await incoming.tryWaiting(start.arrival)) slices += 1;
  expect(slices).toBeGreaterThan(2);
  expect(breaths).toBe(1 + slices);
  expect(await incoming.finish(start.arrival)).toMatchObject({ accepted: 2 * COUPLES });
});
