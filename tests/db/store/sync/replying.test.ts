import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Values } from '../../../../db/model/field-kind.ts';
import { issueWorkflow } from '../../../../db/model/ledgers/issue/issue-workflow.ts';
import { ledgers, makeRegistry, registry } from '../../../../db/model/registry.ts';
import type { SyncRecord } from '../../../../db/model/sync/sync-record.ts';
import type { RecordWrite, WriteOutcome } from '../../../../db/store/index.ts';
import { clerk } from '../fixture.ts';
import { newNode, pack, receive, reopen, send, taken, type Node } from './exchange.ts';

const CITY = '441900-city';

/** A city and a town below it whose issue `i1` is with the city. */
function handedUp(more: Parameters<typeof newNode>[1] = { registry }) {
  const city = newNode(CITY, { registry });
  const town = newNode('441900121-town', more);
  below(town, CITY);
  const values = {
    title: '跨镇河涌堆放垃圾',
    category: '01',
    level: '01',
    issue_source: '01',
    reported_at: '2026-11-20T02:00:00.000Z',
    village: 'v1',
    place_text: '河涌交界处',
    description: '两镇交界，需市级协调',
  };
  const village = { code: '441900121201', name: '虎门寨社区', level: '5' };
  written(town, { ledger: 'division', id: 'v1', op: 'create', values: village });
  written(town, { ledger: 'issue', id: 'i1', op: 'create', values });
  act(town, 'accept', { category: '01', level: '01' });
  act(town, 'to_city');
  send(town, city);
  return { city, town };
}

const below = (node: Node, parent: string): void => {
  node.store.sync.documents.set('node', 'parent', JSON.stringify({ id: parent }));
};

const write = ({ store }: Node, one: RecordWrite): WriteOutcome =>
  store.write({ writeId: randomUUID(), caller: clerk, writes: [one] });

function written(node: Node, one: RecordWrite): void {
  const outcome = write(node, one);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

function act({ store }: Node, action: string, values: Values = {}): void {
  const ids = { writeId: randomUUID(), stepId: randomUUID(), newId: randomUUID() };
  const asked = { ledger: 'issue', id: 'i1', action, values, opinion: '需市级协调', caller: clerk };
  const outcome = store.act({ ...asked, ...ids });
  if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.problem)}`);
}

const answered = ({ store }: Node, replyId: string = randomUUID()): WriteOutcome =>
  store.sync.replies.answer({
    ledger: 'issue',
    id: 'i1',
    kind: 'returned',
    number: null,
    content: '请先核实',
    documents: [],
    by: '王工',
    replyId,
    writeId: replyId,
    caller: clerk,
  });

const stateOf = ({ store }: Node) => store.get('issue', 'i1', clerk)?.values['status'];
const stepsOf = ({ store }: Node) =>
  store.caseState('issue', 'i1', clerk)?.steps.map(({ action }) => action) ?? [];
const outcomesOf = ({ store }: Node) =>
  store.sync.replies.of('issue', 'i1', clerk).map(({ outcome }) => outcome);
const codesOf = (outcome: WriteOutcome): readonly string[] =>
  !outcome.ok && outcome.problem.code === 'invalid' ? outcome.problem.findings.map(({ code }) => code) : [];

test('a retry of an answer gives it once', () => {
  const { city } = handedUp();
  expect(answered(city, 'r1')).toMatchObject({ ok: true, repeated: false });
  expect(answered(city, 'r1')).toMatchObject({ ok: true, repeated: true });
  expect(city.store.sync.replies.of('issue', 'i1', clerk)).toHaveLength(1);
});

test('only the office above answers, not the town itself and not a city its own cases', () => {
  const { city, town } = handedUp();
  expect(town.store.sync.replies.possible('issue', 'i1', clerk)).toBeNull();
  expect(codesOf(answered(town))).toEqual(['reply-not-here']);
  expect(city.store.sync.replies.possible('issue', 'i1', clerk)).toEqual([
    'accepted',
    'returned',
    'finished',
  ]);
  const { town: alone } = handedUp();
  alone.store.sync.documents.set('node', 'parent', '');
  expect(codesOf(answered(alone))).toEqual(['reply-not-here']);
});

test('the city answers a case handed up to it and takes no step with it; the town may', () => {
  const { city, town } = handedUp();
  const ids = { writeId: randomUUID(), stepId: randomUUID(), newId: randomUUID() };
  const asked = { ledger: 'issue', id: 'i1', action: 'city_back', values: { city_reply: '请先核实' } };
  expect(codesOf(city.store.act({ ...asked, ...ids, caller: clerk }))).toEqual(['reply-here']);
  expect(stateOf(city)).toBe('35');
  expect(town.store.act({ ...asked, ...ids, caller: clerk }).ok).toBe(true);
  send(town, city);
  expect(city.store.lookCase({ ...asked, action: 'dispatch', values: {}, caller: clerk })).toMatchObject({
    preview: { findings: [{ field: 'dispatched_to' }] },
  });
});

test('a town no city was enrolled with enters answers from paper, also to cases its villages brought', () => {
  const { town: village } = handedUp();
  const town = newNode('441900121-alone', { registry });
  taken(town, pack(village, town));
  expect(town.store.sync.replies.possible('issue', 'i1', clerk)).toBeNull();
  expect(town.store.sync.replies.waiting(clerk)).toEqual([]);
  act(town, 'city_back', { city_reply: '请先核实' });
  expect(stateOf(town)).toBe('20');
});

test('an answer goes down to the town whose case it is, and to no other', () => {
  const { city, town } = handedUp();
  answered(city, 'r1');
  const scopeOf = (node: string, unit: string) => ({ except: node, scope: { node, unit } });
  const other = newNode('441900119-other', { registry });
  const carried = (to: Node, unit: string) =>
    pack(city, to, scopeOf(to.id, unit)).records.map(({ ledger, id }) => `${ledger} ${id}`);
  expect(carried(town, '441900121')).toContain('issue_reply r1');
  expect(carried(other, '441900119')).not.toContain('issue_reply r1');
});

test('answers and steps are not written by hand; what was done about an answer is', () => {
  const { city, town } = handedUp();
  const values = { case_record: 'i1', kind: '03', replied_at: '2026-11-23T02:00:00.000Z', office: '市' };
  const more = { handed_up_at: '2026-11-23T02:00:00.000Z' };
  const target = { ledger: 'issue_reply', id: 'r1' } as const;
  expect(codesOf(write(town, { ...target, op: 'create', values: { ...values, ...more } }))).toEqual([
    'workflow-reply',
  ]);
  answered(city, 'r1');
  send(city, town);
  expect(codesOf(write(town, { ...target, op: 'update', values: { content: '改' } }))).toEqual([
    'workflow-reply',
  ]);
  expect(codesOf(write(town, { ...target, op: 'remove', reason: '不要' }))).toEqual(['workflow-reply']);
  expect(write(town, { ...target, op: 'update', values: { follow_up: '已办' } }).ok).toBe(true);
});

test('a package cut off before its end has its answers entered when the file is opened again', () => {
  const { city, town } = handedUp();
  answered(city);
  const { facts, records } = pack(city, town);
  const start = town.store.sync.incoming.start(facts);
  if (start.status !== 'new') throw new Error(start.status);
  town.store.sync.incoming.apply(start.arrival, records);
  expect(stateOf(town)).toBe('35');
  reopen(town);
  expect([stateOf(town), stepsOf(town)]).toEqual(['20', ['accept', 'to_city', 'city_back']]);
  expect(receive(town, { facts, records })).toMatchObject({ status: 'new' });
  expect(stepsOf(town)).toEqual(['accept', 'to_city', 'city_back']);
});

test('a town of an older version keeps an answer and enters it once it knows what it is', () => {
  const { superior: _superior, ...workflow } = issueWorkflow;
  const older = makeRegistry(
    ledgers
      .filter(({ id }) => id !== 'issue_reply')
      .map((ledger) => ({
        no: registry.numberById.get(ledger.id) ?? 0,
        ledger: ledger.id === 'issue' ? { ...ledger, workflow } : ledger,
      })),
  );
  const { city, town } = handedUp({ registry: older });
  answered(city);
  expect(taken(town, pack(city, town))).toMatchObject({ accepted: 1, returned: [] });
  expect(stateOf(town)).toBe('35');
  reopen(town, { registry });
  expect([stateOf(town), outcomesOf(town)]).toEqual(['20', ['entered']]);
});

test('what an office below sends in the name of the city is not taken for its answer', () => {
  const { town } = handedUp();
  const village = newNode('441900121201-village', { registry });
  const forged: SyncRecord = {
    ledger: 'issue_reply',
    revision: 1,
    id: 'forged',
    isWhole: true,
    values: {
      case_record: 'i1',
      handed_up_at: String(town.store.get('issue', 'i1', clerk)?.values['sent_up_at']),
      kind: '03',
      content: '已办结',
      replied_at: '2026-11-23T02:00:00.000Z',
      office: '东莞市',
    },
    clock: [Date.parse('2026-11-23T02:00:00.000Z') * 1024, CITY],
    clocks: {},
    removal: null,
    author: '王工',
  };
  const { facts } = pack(village, town);
  expect(taken(town, { facts, records: [forged] })).toMatchObject({ accepted: 1 });
  expect([stateOf(town), outcomesOf(town)]).toEqual(['35', [null]]);
});

test('a village below hears of the answer and its step without entering it again', () => {
  const { city, town } = handedUp();
  const village = newNode('441900121201-village', { registry });
  below(village, town.id);
  answered(city);
  send(city, town);
  taken(village, pack(town, village));
  expect([stateOf(village), stepsOf(village)]).toEqual(['20', ['accept', 'to_city', 'city_back']]);
  const { position } = village.store.sync.outgoing.position();
  reopen(village);
  expect(village.store.sync.outgoing.position().position).toBe(position);
});

test('every ledger whose cases are handed up has its ledger of answers', () => {
  const answeredLedgers = ledgers.filter(({ workflow }) => workflow?.superior !== undefined);
  expect(answeredLedgers.map(({ id }) => id)).toContain('issue');
  for (const { id, workflow } of answeredLedgers) {
    const replies = registry.ledgerById.get(workflow?.superior?.replies ?? '');
    expect(replies?.fields['case_record']?.target, id).toBe(id);
  }
});
