import { describe, expect, test } from 'vitest';
import { clerk } from './fixture.ts';
import { act, codesOf, done, issueOf, issueTown, issueValues, monday, writeOne } from './issue-town.ts';

const step = {
  case_record: 'i1',
  action: 'close',
  action_name: '结案',
  from_state: '60',
  to_state: '70',
  acted_at: '2024-10-08T02:00:00.000Z',
  actor: '冒名者',
};
const accepting = { values: { category: '01', level: '01' } };

/** Puts the issue where those who handle it have taken it up. */
function takenUp() {
  const town = issueTown();
  done(town.store, 'accept', accepting);
  done(town.store, 'dispatch', { values: { dispatched_to: '消防所' } });
  done(town.store, 'take', { values: { handler_name: '黄伟' } });
  return town;
}

describe('the rules of a workflow cannot be got round', () => {
  test('by bringing back a step that was taken back', () => {
    const { store } = issueTown();
    const change = done(store, 'accept', { ...accepting, stepId: 's1' });
    expect(store.undo(change, 'u1', clerk).ok).toBe(true);
    expect(codesOf(writeOne(store, { ledger: 'issue_step', id: 's1', op: 'restore' }))).toEqual([
      'workflow-step',
    ]);
    expect(store.caseState('issue', 'i1', clerk)?.steps).toEqual([]);
  });

  test('by taking back a step others went on from, though they changed other fields', () => {
    const { store } = takenUp();
    const supervised = done(store, 'supervise', { values: { supervise_level: '1' }, opinion: '请加快' });
    const back = done(store, 'send_back', { opinion: '不属本所' });
    const early = store.undo(supervised, 'u1', clerk);
    expect(early).toMatchObject({ ok: false, problem: { code: 'later-changes', changes: [back] } });
    expect(store.undo(back, 'u2', clerk).ok).toBe(true);
    expect(store.undo(supervised, 'u3', clerk).ok).toBe(true);
  });

  test('by taking back the undoing of a step after another was taken', () => {
    const { store } = takenUp();
    const supervised = done(store, 'supervise', { values: { supervise_level: '1' }, opinion: '请加快' });
    const undone = store.undo(supervised, 'u1', clerk);
    done(store, 'ask_extension', { values: { extension_days: 2, extension_reason: '待料' } });
    const change = undone.ok ? (undone.records[0]?.change ?? '') : '';
    expect(store.undo(change, 'u2', clerk)).toMatchObject({ ok: false, problem: { code: 'later-changes' } });
  });

  test('by removing a case where cases begin after it was supervised there', () => {
    const { store } = issueTown();
    done(store, 'supervise', { values: { supervise_level: '1' }, opinion: '请加快' });
    expect(codesOf(writeOne(store, { ledger: 'issue', id: 'i1', op: 'remove', reason: '误报' }))).toEqual([
      'workflow-removal',
    ]);
  });

  test('by entering a case with stamps and counts of steps nobody took', () => {
    const { store } = issueTown();
    const values = { ...issueValues, title: '另一件', closed_at: monday, extension_count: 2 };
    const outcome = writeOne(store, { ledger: 'issue', id: 'i2', op: 'create', values });
    expect(codesOf(outcome)).toEqual(['workflow-guarded', 'workflow-guarded']);
  });

  test('by writing the same name with blanks, wide letters or capitals', () => {
    const { store } = takenUp();
    const asked = { extension_days: 2, extension_reason: '待料' };
    done(store, 'ask_extension', { values: asked, actor: '黄伟A' });
    for (const actor of ['黄伟A ', '　黄 伟Ａ', '黄伟a'])
      expect(codesOf(act(store, 'grant_extension', { actor })), actor).toEqual(['workflow-person']);
    expect(store.caseState('issue', 'i1', clerk)?.state).toBe('45');
  });

  test('by entries of a step no other office could take in', () => {
    const { store } = issueTown();
    const entries = [
      [{ actor: '黄'.repeat(51) }, 'too-long'],
      [{ opinion: '长'.repeat(2001) }, 'too-long'],
      [{ opinion: '空\u0000白' }, 'bad-characters'],
      [{ documents: ['../../etc/passwd'] }, 'not-attachment'],
    ] as const;
    for (const [entry, code] of entries)
      expect(codesOf(act(store, 'accept', { ...accepting, ...entry })), code).toEqual([code]);
    expect(issueOf(store)['status']).toBe('10');
  });

  test('by importing steps to a case that is handled here; old cases are taken over with theirs', () => {
    const { store } = takenUp();
    store.batches.start({ id: 'b1', kind: 'import', ledger: 'issue_step', label: '旧记录' }, {});
    const onto = (id: string, record: string, at: string) =>
      writeOne(
        store,
        {
          ledger: 'issue_step',
          id,
          op: 'create',
          values: { ...step, case_record: record, acted_at: at },
        },
        'b1',
      );
    expect(codesOf(onto('s1', 'i1', '2024-10-08T02:00:00.000Z'))).toEqual(['workflow-step']);
    const old = { ...issueValues, title: '旧案', status: '60' };
    writeOne(store, { ledger: 'issue', id: 'i2', op: 'create', values: old }, 'b1');
    expect(onto('s2', 'i2', '2024-09-27T02:00:00.000Z').ok).toBe(true);
    done(store, 'close', { id: 'i2' });
    expect(codesOf(onto('s3', 'i2', '2024-10-08T02:00:00.000Z'))).toEqual(['workflow-step']);
    expect(onto('s4', 'i2', '2024-09-26T02:00:00.000Z').ok, 'earlier ones may follow').toBe(true);
  });

  test('by steps taken over whose clocks nobody can read', () => {
    const { store } = issueTown();
    store.batches.start({ id: 'b1', kind: 'import', ledger: 'issue', label: '旧台账' }, {});
    const clock = { limit: { amount: 9e12, unit: 'work-day' }, from: 'x', due: 'y', left: null };
    const texts = [
      '不是 JSON',
      '{"title":',
      JSON.stringify({ title: { ...clock, stopped: null, pauses: [], added: [] } }),
      JSON.stringify({
        title: {
          limit: { amount: 1, unit: 'work-day' },
          from: monday,
          due: monday,
          left: null,
          stopped: null,
          pauses: [],
          added: [],
        },
      }),
    ];
    for (const [i, clocks] of texts.entries()) {
      const id = `old${i}`;
      const old = { ...issueValues, title: `旧案${i}`, status: '60' };
      writeOne(store, { ledger: 'issue', id, op: 'create', values: old }, 'b1');
      const values = { ...step, case_record: id, acted_at: '2024-09-27T02:00:00.000Z', clocks };
      writeOne(store, { ledger: 'issue_step', id: `s${i}`, op: 'create', values }, 'b1');
      expect(store.caseState('issue', id, clerk)?.state).toBe('60');
      done(store, 'close', { id });
      expect(store.get('issue', id, clerk)?.values['title'], 'a clock is no other field').toBe(`旧案${i}`);
    }
  });
});
