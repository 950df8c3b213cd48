import { expect, test } from 'vitest';
import { makeRegistry } from '../../../../db/model/registry.ts';
import { clerk, save } from '../fixture.ts';
import { paid, wardLines } from '../ward-ledgers.ts';
import { newNode, send, type Node } from './exchange.ts';

const wardAt = ({ store }: Node) => store.get('ward', 'w1', clerk)?.values;

/** A village and its town that both know the ward `w1`, and both visited. */
function visitedTwice() {
  const registry = makeRegistry(wardLines);
  const village = newNode('441900121201-village', { registry });
  const town = newNode('441900121-town', { registry });
  save(village.store, { ledger: 'ward', id: 'w1', op: 'create', values: { name: '张三' } });
  send(village, town);
  save(town.store, paid('c2', '2026-11-12'));
  save(village.store, paid('c1', '2026-11-10'));
  return { village, town };
}

test('a record follows the visits of two offices, on both alike, and nobody is asked which is right', () => {
  const { village, town } = visitedTwice();
  expect(send(village, town)).toMatchObject({ conflicts: 0 });
  expect(wardAt(town)).toMatchObject({ last_on: '2026-11-12', total: 2 });
  expect(send(town, village)).toMatchObject({ conflicts: 0 });
  expect(wardAt(village)).toEqual(wardAt(town));
  for (const { store } of [village, town]) expect(store.checkAll().findings).toEqual([]);
});

test('a package that says already what follows makes no change of our own', () => {
  const { village, town } = visitedTwice();
  send(village, town);
  const before = town.store.sync.outgoing.position().position;
  save(village.store, { ledger: 'call', id: 'c1', op: 'update', values: { note: '已联系' } });
  send(village, town);
  expect(town.store.history('ward', 'w1', clerk).filter(({ user }) => user === '数据交换')).toHaveLength(1);
  expect(town.store.sync.outgoing.position().position).toBe(before + 1);
});
