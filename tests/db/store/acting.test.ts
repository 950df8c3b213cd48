import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { measuresOf } from '../../../db/model/figures/number-where.ts';
import { ledgerOf, registry } from '../../../db/model/registry.ts';
import type { RecordWrite } from '../../../db/store/index.ts';
import { clerk } from './fixture.ts';
import { act, codesOf, done, issueOf, issueTown, issueValues, monday, writeOne } from './issue-town.ts';

describe('a case', () => {
  test('begins in its first state with the deadline of that step', () => {
    const { store } = issueTown();
    expect(issueOf(store)['status']).toBe('10');
    expect(issueOf(store)['deadline'], 'two working hours: 70 minutes, and 50 after the holidays').toMatch(
      /^2024-10-08T01:20/,
    );
  });

  test('goes from report to closing with a return and an extension, each step kept with its reason', () => {
    const { store, at } = issueTown();
    done(store, 'accept', { values: { category: '01', level: '01' }, actor: '调度员甲' });
    done(store, 'dispatch', { values: { dispatched_to: '消防所' }, actor: '调度员甲' });
    const dispatched = store.caseState('issue', 'i1', clerk);
    expect(dispatched?.clocks[0]?.explanation).toMatch(/3个工作日.*国庆节放假不计.*10月10日16:20到期。/);
    at('2024-10-08T02:00:00.000Z');
    done(store, 'take', { values: { handler_name: '黄伟' }, actor: '黄伟' });
    expect(issueOf(store)['deadline'], 'taking up does not start the limit anew').toMatch(
      /^2024-10-10T08:20/,
    );
    done(store, 'ask_extension', {
      values: { extension_days: 2, extension_reason: '需要联系业主' },
      actor: '黄伟',
    });
    expect(issueOf(store)['deadline'], 'clocks stand while the extension is asked for').toBeNull();
    at('2024-10-09T02:00:00.000Z');
    expect(codesOf(act(store, 'grant_extension', { actor: '黄伟' }))).toEqual(['workflow-person']);
    done(store, 'grant_extension', { actor: '梁队长' });
    expect(issueOf(store)['deadline'], 'one day of waiting and two of extension').toMatch(/^2024-10-14T08:2/);
    done(store, 'finish', { values: { handling: '已清理', handler_name: '黄伟' }, actor: '黄伟' });
    done(store, 'rework', { opinion: '仍有纸箱', actor: '核查员乙' });
    done(store, 'take', { values: { handler_name: '黄伟' }, actor: '黄伟' });
    done(store, 'finish', { values: { handling: '已全部清理', handler_name: '黄伟' }, actor: '黄伟' });
    done(store, 'verify', { values: { verification: '通道畅通' }, actor: '核查员乙' });
    done(store, 'close', { actor: '调度员甲' });
    const state = store.caseState('issue', 'i1', clerk);
    expect(state).toMatchObject({ state: '70', isEnd: true });
    expect(state?.steps.map(({ action }) => action)).toEqual([
      'accept',
      'dispatch',
      'take',
      'ask_extension',
      'grant_extension',
      'finish',
      'rework',
      'take',
      'finish',
      'verify',
      'close',
    ]);
    expect(issueOf(store)).toMatchObject({ rework_count: 1, extension_count: 1, verifier_name: '核查员乙' });
    expect(issueOf(store)['deadline']).toBeNull();
  });

  test('is refused every action its state does not declare, in the store itself', () => {
    const { store } = issueTown();
    const declared = new Set([
      'accept',
      'handle_on_spot',
      'refuse',
      'join',
      'withdraw',
      'supervise',
      'ask_void',
    ]);
    const actions = Object.keys(registry.ledgerById.get('issue')?.workflow?.actions ?? {});
    expect(actions.length).toBeGreaterThan(20);
    for (const action of actions) {
      const codes = codesOf(act(store, action, { values: {}, actor: '' }));
      expect(codes.includes('workflow-state'), action).toBe(!declared.has(action));
    }
    expect(issueOf(store)['status']).toBe('10');
  });

  test('keeps its state, deadlines and stamps from plain edits', () => {
    const { store } = issueTown();
    const edit = (given: Values) =>
      store.write({
        writeId: randomUUID(),
        caller: clerk,
        writes: [{ ledger: 'issue', id: 'i1', op: 'update', values: given }],
      });
    expect(codesOf(edit({ status: '70' }))).toEqual(['workflow-guarded']);
    expect(codesOf(edit({ deadline: null }))).toEqual(['workflow-guarded']);
    expect(codesOf(edit({ closed_at: monday }))).toEqual(['workflow-guarded']);
    expect(edit({ remark: '已电话核实' }).ok).toBe(true);
  });

  test('cannot be entered by hand in the middle, but an import takes old cases over as they are', () => {
    const { store } = issueTown();
    const write = (id: string, batch?: string) =>
      store.write({
        writeId: randomUUID(),
        caller: clerk,
        ...(batch === undefined ? {} : { batch }),
        writes: [{ ledger: 'issue', id, op: 'create', values: { ...issueValues, status: '70' } }],
      });
    expect(codesOf(write('i2'))).toEqual(['workflow-begin']);
    store.batches.start({ id: 'b1', kind: 'import', ledger: 'issue', label: '旧台账' }, {});
    expect(write('i3', 'b1').ok).toBe(true);
    expect(store.get('issue', 'i3', clerk)?.values['status']).toBe('70');
  });

  test('that is being handled is voided with approval, not removed', () => {
    const { store } = issueTown();
    done(store, 'accept', { values: { category: '01', level: '01' } });
    const remove = store.write({
      writeId: randomUUID(),
      caller: clerk,
      writes: [{ ledger: 'issue', id: 'i1', op: 'remove', reason: '误报' }],
    });
    expect(codesOf(remove)).toEqual(['workflow-removal']);
    done(store, 'ask_void', { opinion: '误报', actor: '调度员甲' });
    expect(codesOf(act(store, 'void', { actor: '调度员甲' }))).toEqual(['workflow-person']);
    done(store, 'void', { actor: '梁队长' });
    expect(issueOf(store)['status']).toBe('90');
  });

  test('has steps that only its actions write', () => {
    const { store } = issueTown();
    done(store, 'accept', { values: { category: '01', level: '01' } });
    const step = store.caseState('issue', 'i1', clerk)?.steps[0];
    const forged = {
      case_record: 'i1',
      action: 'close',
      action_name: '结案',
      to_state: '70',
      acted_at: '2024-10-08T02:00:00.000Z',
      actor: '冒名者',
    };
    const target = { ledger: 'issue_step', id: step?.id ?? '' };
    const create: RecordWrite = { ledger: 'issue_step', id: 's2', op: 'create', values: forged };
    expect(codesOf(writeOne(store, create))).toEqual(['workflow-step']);
    expect(codesOf(writeOne(store, { ...target, op: 'update', values: { actor: '冒名者' } }))).toEqual([
      'workflow-step',
    ]);
    expect(codesOf(writeOne(store, { ...target, op: 'remove', reason: '误记' }))).toEqual(['workflow-step']);
  });

  test('put on hold comes back to where it was with the time that was left', () => {
    const { store, at } = issueTown();
    done(store, 'accept', { values: { category: '01', level: '01' } });
    done(store, 'dispatch', { values: { dispatched_to: '消防所' } });
    at('2024-10-08T08:20:00.000Z');
    done(store, 'hold', { values: { hold_reason: '等待业主委员会换届' } });
    at('2024-11-04T08:20:00.000Z');
    done(store, 'release', { opinion: '换届完成' });
    expect(issueOf(store)).toMatchObject({ status: '30' });
    expect(issueOf(store)['deadline']).toMatch(/^2024-11-06T0[89]:/);
    const explanation = store.caseState('issue', 'i1', clerk)?.clocks[0]?.explanation;
    expect(explanation).toMatch(/暂停不计/);
  });

  test('goes back as a whole when its last step is undone, and a retry changes nothing', () => {
    const { store } = issueTown();
    const request = { values: { category: '01', level: '01' }, writeId: randomUUID(), stepId: randomUUID() };
    const first = act(store, 'accept', request);
    expect(act(store, 'accept', request)).toMatchObject({ ok: true, repeated: true });
    const change = first.ok ? (first.records[0]?.change ?? '') : '';
    expect(store.undo(change, randomUUID(), clerk).ok).toBe(true);
    expect(issueOf(store)).toMatchObject({ status: '10', accepted_at: null });
    expect(store.caseState('issue', 'i1', clerk)?.steps).toEqual([]);
  });

  test('is closed to callers without the role', () => {
    const { store } = issueTown();
    const reporter = { ...clerk, roles: ['reporter'] as const };
    const outcome = act(store, 'accept', { values: { category: '01', level: '01' }, caller: reporter });
    expect(codesOf(outcome)).toEqual(['workflow-role']);
    expect(act(store, 'withdraw', { opinion: '已自行解决', caller: reporter }).ok).toBe(true);
  });

  test('a step taken meanwhile by somebody else is told, an edit of another field is not in the way', () => {
    const { store } = issueTown();
    const seen = store.caseState('issue', 'i1', clerk)?.version ?? 0;
    store.write({
      writeId: randomUUID(),
      caller: clerk,
      writes: [{ ledger: 'issue', id: 'i1', op: 'update', values: { remark: '补充' } }],
    });
    done(store, 'accept', { values: { category: '01', level: '01' }, seen });
    expect(codesOf(act(store, 'supervise', { seen, values: {}, opinion: '催办' }))).toEqual([
      'workflow-stale',
    ]);
  });

  test('keeps at its end the day it was to be handled by, which figures of closing in time go by', () => {
    const { store, at } = issueTown();
    done(store, 'accept', { values: { category: '01', level: '01' } });
    done(store, 'dispatch', { values: { dispatched_to: '消防所' }, actor: '调度员甲' });
    done(store, 'take', { values: { handler_name: '黄伟' }, actor: '黄伟' });
    const asked = { extension_days: 2, extension_reason: '需要联系业主', extension_unit: '2' };
    done(store, 'ask_extension', { values: asked, actor: '黄伟' });
    done(store, 'grant_extension', { actor: '梁队长' });
    expect(issueOf(store)['handle_by'], 'two days of the calendar, to a Saturday that is worked').toMatch(
      /^2024-10-12T15:59/,
    );
    done(store, 'finish', { values: { handling: '已清理', handler_name: '黄伟' }, actor: '黄伟' });
    done(store, 'verify', { values: { verification: '通道畅通' }, actor: '核查员乙' });
    done(store, 'close', { actor: '调度员甲' });
    expect(issueOf(store)).toMatchObject({ status: '70', deadline: null });
    expect(issueOf(store)['handle_by']).toMatch(/^2024-10-12T15:59/);
    at('2024-10-20T02:00:00.000Z');
    const measures = measuresOf(ledgerOf('issue'), '2024-10-20');
    const rate = measures.filter(({ id }) => id.startsWith('closing_in_time.'));
    const { total } = store.figures({ ledger: 'issue', where: {}, by: null, spans: [null], measures: rate });
    expect(total, 'closed in time, out of those whose limit has passed').toEqual([[1, 1]]);
  });

  test('handled on the spot counts as closed in time', () => {
    const { store } = issueTown();
    done(store, 'handle_on_spot', { values: { handling: '已当场清理' }, actor: '网格员甲' });
    expect(issueOf(store)).toMatchObject({ status: '70', is_self_handled: true, handling_level: '1' });
    expect(issueOf(store)['handle_by']).toBe(issueOf(store)['handled_at']);
  });

  test('is extended by no more than its limit at a time', () => {
    const { store } = issueTown();
    done(store, 'accept', { values: { category: '01', level: '01' } });
    done(store, 'dispatch', { values: { dispatched_to: '消防所' } });
    done(store, 'take', { values: { handler_name: '黄伟' } });
    const ask = (days: number) =>
      act(store, 'ask_extension', { values: { extension_days: days, extension_reason: '待料' } });
    expect(codesOf(ask(4))).toEqual(['rule-broken']);
    expect(ask(3).ok).toBe(true);
  });

  test('taken over from elsewhere is measured by the deadline it came with', () => {
    const { store } = issueTown();
    store.batches.start({ id: 'b1', kind: 'import', ledger: 'issue', label: '旧台账' }, {});
    const deadline = '2024-09-20T08:00:00.000Z';
    const old = { ...issueValues, status: '70', deadline };
    const saved = store.write({
      writeId: randomUUID(),
      caller: clerk,
      batch: 'b1',
      writes: [{ ledger: 'issue', id: 'i4', op: 'create', values: old }],
    });
    expect(saved.ok).toBe(true);
    expect(store.get('issue', 'i4', clerk)?.values['handle_by']).toBe(deadline);
  });

  test('too late tells whom to tell', () => {
    const { store, at } = issueTown();
    done(store, 'accept', { values: { category: '01', level: '01' } });
    done(store, 'dispatch', { values: { dispatched_to: '消防所' } });
    done(store, 'take', { values: { handler_name: '黄伟' } });
    expect(store.caseState('issue', 'i1', clerk)?.escalations).toEqual([]);
    at('2024-10-17T08:30:00.000Z');
    const late = store.caseState('issue', 'i1', clerk);
    expect(late?.clocks[0]?.isLate).toBe(true);
    expect(late?.escalations).toEqual(['镇街指挥调度中心负责人', '分管领导']);
  });
});
