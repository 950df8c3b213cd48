import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeIn, type TakeInOrder } from '../../../../db/exchange/sync/take-in.ts';
import type { SyncNode } from '../../../../db/model/sync/sync-node.ts';
import { townAndCity, type TownAndCity } from './town-and-city.ts';

let offices: TownAndCity;
let order: TakeInOrder;
beforeEach(async () => {
  offices = await townAndCity(null);
  const file = await offices.sent();
  order = { file, holdFolder: path.join(path.dirname(file), 'held'), now: offices.now };
});
afterEach(() => offices.close());

/** The city as a node with so many slices of rows that wait, which tells what is called and when others have their turn. */
function slowCity(slices: number, tell: (event: string) => void): SyncNode {
  const sync = offices.city.store?.sync;
  if (sync === undefined) throw new Error('the city keeps no file');
  let left = slices;
  return {
    ...sync,
    incoming: {
      ...sync.incoming,
      tryWaiting: () => {
        tell('slice');
        setImmediate(() => tell('others'));
        left -= 1;
        return left > 0;
      },
      finish: (arrival) => {
        tell('end');
        return sync.incoming.finish(arrival);
      },
    },
  };
}

test('others have their turn between two slices of the rows that wait', async () => {
  const events: string[] = [];
  const taken = await takeIn(
    slowCity(3, (event) => events.push(event)),
    order,
  );
  expect(taken).toMatchObject({ ok: true, status: 'applied' });
  expect(events.slice(0, 6)).toEqual(['slice', 'others', 'slice', 'others', 'slice', 'end']);
});

test('what is stopped between two slices is no package taken in, and is taken in the next time', async () => {
  const stop = new AbortController();
  const city = slowCity(3, (event) => {
    if (event === 'others') stop.abort(new Error('stopped'));
  });
  await expect(takeIn(city, { ...order, signal: stop.signal })).rejects.toThrow('stopped');
  expect(await city.incoming.list(null)).toEqual([]);
  expect(await takeIn(offices.city.store?.sync ?? city, order)).toMatchObject({
    ok: true,
    status: 'applied',
  });
});
