import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Values } from '../../../../db/model/field-kind.ts';
import { registry } from '../../../../db/model/registry.ts';
import { clerk, save } from '../fixture.ts';
import { newNode, send, type Node } from './exchange.ts';

/** The same dispute, entered at two offices. */
const dispute = {
  title: '二楼漏水纠纷',
  village: 'v1',
  occur_date: '2026-11-20',
  kind: '09',
  summary: '楼上漏水，双方协商未果',
};

/** Takes an action with the dispute the village entered. */
function act({ store }: Node, action: string, values: Values): void {
  const ids = { writeId: randomUUID(), stepId: randomUUID(), newId: randomUUID() };
  const outcome = store.act({
    ledger: 'dispute',
    id: 'theirs',
    action,
    values,
    opinion: '已核实',
    caller: clerk,
    ...ids,
  });
  if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.problem)}`);
}

test('of two records of one case the one that is kept goes on from its own steps', () => {
  const village = newNode('441900121201-village', { registry });
  const town = newNode('441900121-town', { registry });
  const division = { code: '441900121201', name: '虎门寨社区', level: '5' };
  save(village.store, { ledger: 'division', id: 'v1', op: 'create', values: division });
  send(village, town);
  save(town.store, { ledger: 'dispute', id: 'ours', op: 'create', values: dispute });
  save(village.store, { ledger: 'dispute', id: 'theirs', op: 'create', values: dispute });
  act(village, 'start', { resolver_name: '陈志明' });
  act(village, 'send_up', { level: '05' });
  send(village, town);

  const [twins] = town.store.sync.twins.list({ all: false, limit: 9 }, clerk);
  expect(twins).toMatchObject({ older: { id: 'ours' }, younger: { id: 'theirs' } });
  const { status } = town.store.get('dispute', 'theirs', clerk)?.values ?? {};
  expect(status).not.toBe('10');
  const merged = town.store.sync.twins.merge(
    {
      ledger: 'dispute',
      keep: 'ours',
      drop: 'theirs',
      values: { status: status ?? null, resolver_name: '陈志明' },
    },
    { writeId: randomUUID(), caller: clerk },
  );
  expect(merged.ok).toBe(true);
  expect(town.store.get('dispute', 'ours', clerk)?.values).toMatchObject({
    status: '10',
    resolver_name: '陈志明',
  });
  expect(town.store.caseState('dispute', 'ours', clerk)).toMatchObject({ state: '10', steps: [] });
  expect(town.store.caseState('dispute', 'theirs', clerk)?.steps).toHaveLength(2);
});
