import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../../../db/model/calendar/china.ts';
import type { Values } from '../../../../db/model/field-kind.ts';
import { issue } from '../../../../db/model/ledgers/issue.ts';
import { issueReply } from '../../../../db/model/ledgers/issue/issue-reply.ts';
import { issueWorkflow } from '../../../../db/model/ledgers/issue/issue-workflow.ts';
import { startedClock, stoppedClock } from '../../../../db/model/workflow/clocks.ts';
import { planAction, type CaseFacts } from '../../../../db/model/workflow/plan-action.ts';
import {
  actionOfReply,
  planReply,
  possibleReplies,
  type ReplyFacts,
} from '../../../../db/model/workflow/reply.ts';
import { defineWorkflow } from '../../../../db/model/workflow/workflow-spec.ts';
import { shippedNames } from '../../../contract/shipped-names.ts';

const names = shippedNames('zh');
const handedUpAt = '2026-11-20T02:00:00.000Z';
const row: Values = { status: '35', sent_up_at: handedUpAt, title: '河涌垃圾', level: '01' };
const calendar = chinaCalendar();
const now = new Date('2026-11-23T02:00:00.000Z');
const facts: ReplyFacts = {
  id: 'i1',
  row,
  isRemoved: false,
  earlier: [],
  kept: new Set(['a'.repeat(64)]),
  office: '东莞市',
  now,
  names,
};
const ledgersOf = { ledger: issue, replies: issueReply };
const given = { number: null, content: null, documents: [], by: '王工' };

const codes = (planned: ReturnType<typeof planReply>): readonly string[] =>
  'findings' in planned ? planned.findings.map(({ field, code }) => `${field ?? ''} ${code}`.trim()) : [];

describe('an answer at the office above', () => {
  test('says to which hand-over it is, when and who', () => {
    const planned = planReply(ledgersOf, { ...given, kind: 'accepted', number: ' dg 1 ' }, facts);
    expect(planned).toEqual({
      values: {
        case_record: 'i1',
        handed_up_at: handedUpAt,
        kind: '01',
        case_no: 'DG1',
        content: null,
        documents: null,
        replied_by: '王工',
        replied_at: '2026-11-23T02:00:00.000Z',
        office: '东莞市',
      },
    });
  });

  test('needs its number or its text, a case that is there and with this office, and none before it', () => {
    const plan = (
      kind: 'accepted' | 'returned' | 'finished',
      more: Partial<ReplyFacts> = {},
      content = '文',
    ) => codes(planReply(ledgersOf, { ...given, kind, number: '1', content }, { ...facts, ...more }));
    expect(codes(planReply(ledgersOf, { ...given, kind: 'accepted' }, facts))).toEqual(['case_no required']);
    expect(plan('finished', {}, ' ')).toEqual(['content required']);
    expect(plan('finished', {}, '长'.repeat(1001))).toEqual(['content too-long']);
    expect(plan('finished', { row: { ...row, status: '20' } })).toEqual(['workflow-state']);
    expect(plan('finished', { isRemoved: true })).toEqual(['reply-removed']);
    const finished = { handed_up_at: handedUpAt, kind: '03' };
    expect(plan('returned', { earlier: [{ id: 'r', values: finished }] })).toEqual(['reply-given']);
  });

  test('carries attachments that are kept there, and none that are not', () => {
    const [here, elsewhere] = ['a'.repeat(64), 'b'.repeat(64)];
    const plan = (documents: readonly string[]) =>
      planReply(ledgersOf, { ...given, kind: 'returned', content: '文', documents }, facts);
    expect(plan([here])).toMatchObject({ values: { documents: [here] } });
    expect(codes(plan([here, elsewhere]))).toEqual(['documents not-attachment']);
  });

  test('may follow an acceptance, an answer that did not fit, and one to an earlier hand-over', () => {
    const after = (values: Values) => possibleReplies(issue, { ...facts, earlier: [{ id: 'r', values }] });
    expect(after({ handed_up_at: handedUpAt, kind: '01' })).toEqual(['returned', 'finished']);
    expect(after({ handed_up_at: handedUpAt, kind: '02' })).toEqual([]);
    const all = ['accepted', 'returned', 'finished'];
    expect(after({ handed_up_at: handedUpAt, kind: '02', outcome: '02' })).toEqual(all);
    expect(after({ handed_up_at: '2026-10-01T00:00:00.000Z', kind: '02' })).toEqual(all);
  });

  test('bears the name of its office as far as a step can hold it', () => {
    const planned = planReply(
      ledgersOf,
      { ...given, kind: 'returned', content: '文' },
      { ...facts, office: '𠮷'.repeat(80) },
    );
    expect('values' in planned ? planned.values['office'] : '').toBe('𠮷'.repeat(50));
  });
});

describe('an answer where the case was handed up from', () => {
  const reply = { handed_up_at: handedUpAt, kind: '03', case_no: null, content: '已清运', office: '东莞市' };
  const told = (values: Values) =>
    actionOfReply(issue, { ...reply, replied_at: '2026-11-23T02:00:00.000Z', ...values }, row);

  test('is an action with what it says in the fields of the case and as the opinion of the step', () => {
    expect(told({})).toEqual({
      question: {
        action: 'city_done',
        values: { handling: '已清运' },
        opinion: '已清运',
        documents: [],
        actor: '东莞市',
        at: '2026-11-23T02:00:00.000Z',
      },
    });
    expect(told({ kind: '01', case_no: 'DG1', content: null })).toMatchObject({
      question: { action: 'city_accept', values: { serial_no: 'DG1' }, opinion: null },
    });
  });

  test('is none when the case was handed up again since', () => {
    expect(told({ handed_up_at: '2026-10-01T00:00:00.000Z' })).toMatchObject({
      findings: [{ code: 'reply-other' }],
    });
  });
});

describe('a step told later than it was taken', () => {
  const standing: CaseFacts = {
    id: 'i1',
    row,
    steps: [{ action: 'to_city', from: '20', to: '35', actor: '李梅' }],
    clocks: {},
    lastAt: '2026-11-20T02:00:00.000Z',
    linked: () => null,
    now: new Date('2026-11-25T02:00:00.000Z'),
    calendar,
    names,
  };
  const planAt = (at: string, more: Partial<CaseFacts> = {}) =>
    planAction(
      issue,
      { action: 'city_done', values: { handling: '已清运' }, actor: '东莞市', at },
      { ...standing, ...more },
    );

  test('bears the moment it was taken, while the clock of the next step starts when it became known', () => {
    const begun = startedClock(
      { amount: 2, unit: 'work-hour' },
      new Date('2026-11-20T01:00:00.000Z'),
      calendar,
    );
    const clocks = { deadline: stoppedClock(begun, new Date('2026-11-20T02:00:00.000Z'), calendar) };
    const plan = planAt('2026-11-23T02:00:00.000Z', { clocks });
    expect(plan.step['acted_at']).toBe('2026-11-23T02:00:00.000Z');
    expect(plan.values['handled_at']).toBe('2026-11-23T02:00:00.000Z');
    expect(plan.due, 'a working day for closing, from ten in the morning').toBe('2026-11-26T02:00:00.000Z');
  });

  test('comes neither before the step it follows nor after now', () => {
    expect(planAt('2026-11-19T02:00:00.000Z').step['acted_at']).toBe('2026-11-20T02:00:00.001Z');
    expect(planAt('2099-01-01T00:00:00.000Z').step['acted_at']).toBe('2026-11-25T02:00:00.000Z');
  });
});

test('a workflow whose answer is no action of the state handed up is refused at start-up', () => {
  const superior = {
    ...issueWorkflow.superior,
    answers: { ...issueWorkflow.superior.answers, accepted: { action: 'accept' } },
  };
  expect(() => defineWorkflow({ ...issueWorkflow, superior })).toThrow(
    'answer accepted is accept, which cannot be done in 35',
  );
});
