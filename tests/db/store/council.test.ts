import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { definedFiguresOf } from '../../../db/model/figures/defined-figures.ts';
import { consultTopic } from '../../../db/model/ledgers/council/consult-topic.ts';
import { liaisonOpinion } from '../../../db/model/ledgers/council/liaison-opinion.ts';
import { registry } from '../../../db/model/registry.ts';
import { clerk, newStore, save } from './fixture.ts';

const village = { code: '441900121001', name: '虎门寨社区', level: '5' };

function townWithVillage() {
  const { store } = newStore({ registry });
  save(store, { ledger: 'division', id: 'v', op: 'create', values: village });
  const add = (ledger: string, id: string, values: Record<string, string | number>) => {
    save(store, { ledger, id, op: 'create', values });
  };
  const act = (
    [ledger, id]: readonly [string, string],
    action: string,
    { opinion, ...values }: Record<string, string | number>,
  ) => {
    const outcome = store.act({
      ledger,
      id,
      action,
      values,
      ...(opinion !== undefined && { opinion: String(opinion) }),
      caller: clerk,
      writeId: randomUUID(),
      stepId: randomUUID(),
      newId: randomUUID(),
    });
    if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.problem)}`);
  };
  return { store, add, act };
}

test('topics of consultation are those put to the vote, those carried out directly and all others', () => {
  const { store, add, act } = townWithVillage();
  const outcomes = ['1', '1', '1', '2', '2', '9', null];
  for (const [i, outcome] of outcomes.entries()) {
    const topic = {
      title: `议题${i}`,
      content_kind: '13',
      village: 'v',
      raised_by: '张伟',
      raised_on: '2026-11-01',
    };
    add('consult_topic', `t${i}`, { ...topic, ...(outcome !== null && { outcome }) });
  }
  add('consult_topic', 'gone', {
    title: '已撤回',
    content_kind: '13',
    village: 'v',
    raised_by: '张伟',
    raised_on: '2026-11-01',
    outcome: '1',
  });
  act(['consult_topic', 'gone'], 'withdraw', { opinion: '重复申报' });
  const counts = Object.fromEntries(
    definedFiguresOf(consultTopic).flatMap((figure) =>
      figure.kind === 'count' ? [[figure.id, store.total('consult_topic', figure.where).total]] : [],
    ),
  );
  expect(counts).toEqual({ topics: 7, to_vote: 3, direct: 2, other: 2 });
  store.close();
});

test('a vote takes its rule and its attendance over, and says why it carried', () => {
  const { store, add } = townWithVillage();
  add('consult_rule', 'r', {
    name: '村民代表会议',
    attend_share: 'ge-2-3',
    agree_share: 'gt-1-2',
    agree_base: 'present',
  });
  add('consult_session', 's', {
    title: '第三次村民代表会议',
    village: 'v',
    platform: '05',
    held_at: '2026-11-02T02:00:00.000Z',
    invited: 45,
    present: 40,
  });
  add('consult_vote', 'vote', {
    session: 's',
    rule: 'r',
    subject: '加装电梯',
    agree: 31,
    against: 6,
    abstain: 3,
  });
  const values = () => store.get('consult_vote', 'vote', clerk)?.values;
  expect(values()).toMatchObject({
    attend_share: 'ge-2-3',
    eligible: 45,
    result: '1',
    why: '应到45人，实到40人，达到三分之二以上；到会40人，同意31人，达到过半数',
  });
  save(store, { ledger: 'consult_rule', id: 'r', op: 'update', values: { agree_share: 'ge-1-1' } });
  save(store, { ledger: 'consult_vote', id: 'vote', op: 'update', values: { remark: '已公示' } });
  expect(values()).toMatchObject({ agree_share: 'gt-1-2', result: '1' });
  store.close();
});

test('a topic goes from raised to filed, and each step is kept', () => {
  const { store, add, act } = townWithVillage();
  add('consult_topic', 't', {
    title: '划停车位',
    content_kind: '13',
    village: 'v',
    raised_by: '张伟',
    raised_on: '2026-11-01',
  });
  add('consult_session', 's', {
    title: '议事会',
    village: 'v',
    platform: '03',
    held_at: '2026-11-10T02:00:00.000Z',
  });
  const steps: readonly (readonly [string, Record<string, string>])[] = [
    ['take_up', { review: '同意' }],
    ['announce', {}],
    ['consult', { session: 's', agreement: '先划十个', outcome: '2' }],
    ['publish', { published_from: '2026-11-11', published_to: '2026-11-17' }],
    ['carry_out', { unit: '居委会', deadline: '2026-12-31' }],
    ['done', { done: '已划十二个' }],
    ['tell', { told: '已张贴告示', satisfaction: '1' }],
  ];
  for (const [action, values] of steps) act(['consult_topic', 't'], action, values);
  expect(store.get('consult_topic', 't', clerk)?.values).toMatchObject({
    topic_no: '议题〔2026〕0001号',
    state: '80',
    announced_on: '2026-11-23',
    done_on: '2026-11-23',
    step_due: null,
  });
  expect(store.total('consult_topic_step', { case_record: 't' }).total).toBe(steps.length);
  store.close();
});

const opinion = {
  title: '路灯不亮',
  collected_on: '2026-11-20',
  way: '1',
  village: 'v',
  matter: '11',
  content: '村口三盏路灯不亮',
  resident_name: '李强',
};

test('an opinion that becomes an issue and the issue point to each other', () => {
  const { store, add, act } = townWithVillage();
  add('liaison_opinion', 'o', opinion);
  act(['liaison_opinion', 'o'], 'to_issue', {
    issue_category: '13',
    place_text: '村口',
    deadline: '2026-12-01',
  });
  const kept = store.get('liaison_opinion', 'o', clerk)?.values ?? {};
  expect(kept).toMatchObject({ state: '20', handling: '2' });
  const issue = store.get('issue', String(kept['issue']), clerk);
  expect(issue?.values).toMatchObject({
    title: '路灯不亮',
    issue_source: '06',
    village: 'v',
    place_text: '村口',
    description: '村口三盏路灯不亮',
    status: '10',
  });
  const back = store.related('issue', String(kept['issue']), clerk);
  expect(back.find(({ ledger }) => ledger === 'liaison_opinion')?.total).toBe(1);
  store.close();
});

test('an opinion is closed when it was answered and told back', () => {
  const { store, add, act } = townWithVillage();
  add('liaison_opinion', 'o', opinion);
  act(['liaison_opinion', 'o'], 'hand_over', { unit: '城管分局', deadline: '2026-12-01' });
  act(['liaison_opinion', 'o'], 'answer', { answer: '已修好' });
  act(['liaison_opinion', 'o'], 'close', { told: '已电话告知', satisfaction: '1' });
  expect(store.get('liaison_opinion', 'o', clerk)?.values).toMatchObject({
    opinion_no: '意见〔2026〕0001号',
    state: '40',
    closed_on: '2026-11-23',
  });
  const closed = definedFiguresOf(liaisonOpinion).find(({ id }) => id === 'closing');
  expect(closed?.kind === 'rate' && store.total('liaison_opinion', closed.numerator).total).toBe(1);
  store.close();
});
