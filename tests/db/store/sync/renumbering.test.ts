import { expect, test } from 'vitest';
import type { Values } from '../../../../db/model/field-kind.ts';
import { registry } from '../../../../db/model/registry.ts';
import { clerk, save } from '../fixture.ts';
import { newNode, send, type Node } from './exchange.ts';

const caseOf = (name: string): Values => ({
  org: 'org',
  case_name: name,
  registered_on: '2026-11-02',
  source: '10',
  kind: '02',
  village: 'v',
  summary: '楼上漏水',
});
const register = ({ store }: Node, id: string): void => {
  save(store, { ledger: 'mediation_case', id, op: 'create', values: caseOf(id) });
};
const numberAt = ({ store }: Node, id: string) => store.get('mediation_case', id, clerk)?.values['case_no'];
const open = ({ store }: Node) => store.sync.twins.list({ all: false, limit: 9 }, clerk);

/** A village and its town that both register for one body, which the town has entered and the village has heard of. */
function twoOffices(): { readonly village: Node; readonly town: Node } {
  const village = newNode('441900121001-village', { registry });
  const town = newNode('441900121-town', { registry });
  save(village.store, {
    ledger: 'division',
    id: 'v',
    op: 'create',
    values: { code: '441900121001', name: '虎门寨社区', level: '5' },
  });
  save(village.store, {
    ledger: 'mediation_org',
    id: 'org',
    op: 'create',
    values: { name: '虎门寨人民调解委员会', sign: '虎寨', kind: '01', village: 'v' },
  });
  register(village, 'first');
  send(village, town);
  return { village, town };
}

test('two cases that two offices gave one number: the later gets the next, the earlier keeps its own', () => {
  const { village, town } = twoOffices();
  register(village, 'village-case');
  register(town, 'town-case');
  expect([numberAt(village, 'village-case'), numberAt(town, 'town-case')]).toEqual([
    '（2026）虎寨人调字第2号',
    '（2026）虎寨人调字第2号',
  ]);
  send(village, town);
  const [pair] = open(town);
  expect(pair).toMatchObject({ younger: { id: 'town-case' }, number: 'case_no' });

  const request = { writeId: 'press', caller: clerk };
  const outcome = town.store.sync.twins.renumber(pair?.no ?? 0, request);
  expect(outcome).toMatchObject({ ok: true, records: [{ id: 'town-case' }] });
  // Pressed again, or asked again by a window that lost its data process.
  expect(town.store.sync.twins.renumber(pair?.no ?? 0, request)).toMatchObject({ ok: true, repeated: true });

  expect(numberAt(town, 'village-case')).toBe('（2026）虎寨人调字第2号');
  expect(numberAt(town, 'town-case')).toBe('（2026）虎寨人调字第3号');
  expect(open(town)).toEqual([]);
  const [change] = town.store.history('mediation_case', 'town-case', clerk);
  expect(change?.fields['case_no']).toEqual(['（2026）虎寨人调字第2号', '（2026）虎寨人调字第3号']);
  register(town, 'next');
  expect(numberAt(town, 'next')).toBe('（2026）虎寨人调字第4号');
  expect(town.store.checkAll().findings).toEqual([]);
});

test('the new number travels, and the other office has no pair left', () => {
  const { village, town } = twoOffices();
  register(village, 'village-case');
  register(town, 'town-case');
  send(village, town);
  send(town, village);
  expect(open(village)).toHaveLength(1);
  town.store.sync.twins.renumber(open(town)[0]?.no ?? 0, { writeId: 'press', caller: clerk });
  send(town, village);
  expect(numberAt(village, 'town-case')).toBe('（2026）虎寨人调字第3号');
  expect(open(village)).toEqual([]);
});

test('twins that share something else than a number are not numbered anew', () => {
  const { village, town } = twoOffices();
  const body = { name: '金融调解中心', sign: '金', kind: '02', village: 'v' };
  save(village.store, { ledger: 'mediation_org', id: 'a', op: 'create', values: body });
  save(town.store, { ledger: 'mediation_org', id: 'b', op: 'create', values: body });
  send(village, town);
  const [pair] = open(town);
  expect(pair).toMatchObject({ ledger: 'mediation_org', number: null });
  expect(town.store.sync.twins.renumber(pair?.no ?? 0, { writeId: 'press', caller: clerk })).toMatchObject({
    ok: false,
    problem: { code: 'not-found' },
  });
});
