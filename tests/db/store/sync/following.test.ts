import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeRegistry, registry } from '../../../../db/model/registry.ts';
import { clerk, save } from '../fixture.ts';
import { paid, wardLines } from '../ward-ledgers.ts';
import { newNode, send, type Node } from './exchange.ts';

const wardAt = ({ store }: Node) => store.get('ward', 'w1', clerk)?.values;

/** A village and its town that both know the ward `w1`, and both visited. */
function visitedTwice() {
  const wards = { registry: makeRegistry(wardLines) };
  const village = newNode('441900121201-village', wards);
  const town = newNode('441900121-town', wards);
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

test('a line of a sheet handed in here follows what another office entered before it knew', () => {
  const village = newNode('441900121201-village', { registry });
  const town = newNode('441900121-town', { registry });
  const item = (id: string) => ({
    ledger: 'reward_item',
    id,
    op: 'create' as const,
    values: { line: 'l1', source_no: id, kind: '02', points: 2 },
  });
  const worker = { name: '陈一', staff_no: 'W01', doc_type: '990', doc_no: 'T0000001', phone: '13800138000' };
  const create = (ledger: string, id: string, values: Record<string, string>) =>
    save(village.store, { ledger, id, op: 'create', values });
  create('division', 'v1', { name: '龙泉社区', short_name: '龙泉', code: '441900121001', level: '5' });
  create('grid_staff', 'p1', { ...worker, post: '02', village: 'v1', state: '01' });
  create('reward_sheet', 's1', {
    village: 'v1',
    month: '2026-10',
    made_by: '网格中心',
    made_on: '2026-11-02',
  });
  create('reward_line', 'l1', { sheet: 's1', staff: 'p1' });
  send(village, town);
  save(town.store, item('i2'));
  const submitted = town.store.act({
    ledger: 'reward_sheet',
    id: 's1',
    writeId: randomUUID(),
    stepId: randomUUID(),
    newId: randomUUID(),
    caller: clerk,
    action: 'submit',
    values: {},
    actor: '网格中心',
    opinion: null,
  });
  expect(submitted.ok).toBe(true);
  save(village.store, item('i1'));

  expect(send(village, town)).toMatchObject({ conflicts: 0 });
  expect(town.store.get('reward_line', 'l1', clerk)?.values).toMatchObject({ score_points: 4 });
});
