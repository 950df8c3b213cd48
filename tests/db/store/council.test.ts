import { expect, test } from 'vitest';
import { definedFiguresOf } from '../../../db/model/figures/defined-figures.ts';
import { consultTopic } from '../../../db/model/ledgers/council/consult-topic.ts';
import { registry } from '../../../db/model/registry.ts';
import { clerk, newStore, save } from './fixture.ts';

const village = { code: '441900121001', name: '虎门寨社区', level: '5' };

function townWithVillage() {
  const { store } = newStore({ registry });
  save(store, { ledger: 'division', id: 'v', op: 'create', values: village });
  const add = (ledger: string, id: string, values: Record<string, string | number>) => {
    save(store, { ledger, id, op: 'create', values });
  };
  return { store, add };
}

test('topics of consultation are those put to the vote, those carried out directly and all others', () => {
  const { store, add } = townWithVillage();
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
    state: '90',
    outcome: '1',
  });
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
