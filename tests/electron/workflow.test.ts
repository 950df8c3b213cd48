import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;
let village = '';

beforeAll(async () => {
  desk = await openTown();
  const page = await desk.value('record.page', { ledger: 'division', where: { level: '5' }, limit: 1 });
  village = page.rows[0]?.id ?? '';
});
afterAll(async () => {
  await desk.close();
});

/** A reported issue. */
async function reported(title: string): Promise<string> {
  const id = newId();
  const values = {
    title,
    category: '01',
    level: '01',
    issue_source: '02',
    reported_at: '2026-11-23T07:30:00.000Z',
    village,
    place_text: '银龙路10号',
    description: '楼道堆放杂物',
  };
  await desk.value('record.save', { writeId: newId(), ledger: 'issue', id, base: 0, values });
  return id;
}

const act = (id: string, action: string, more: object = {}) => ({
  ledger: 'issue',
  id,
  action,
  values: {},
  actor: '陈志明',
  writeId: newId(),
  stepId: newId(),
  newId: newId(),
  ...more,
});

describe('a case', () => {
  test('is told, looked at, acted on and taken back as one', async () => {
    const id = await reported('占用通道甲');
    const first = await desk.value('workflow.state', { ledger: 'issue', id });
    expect(first).toMatchObject({ state: '10', stateName: '已上报待受理', isEnd: false, steps: [] });
    expect(first?.actions.map(({ label }) => label)).toContain('受理');
    const values = { category: '01', level: '01' };
    const look = await desk.value('workflow.look', { ledger: 'issue', id, action: 'accept', values });
    expect(look).toMatchObject({ findings: [], to: '已受理（立案）' });
    expect(look.explanation).toMatch(/2个工作小时/);

    desk.events.length = 0;
    const done = await desk.value('workflow.act', act(id, 'accept', { values }));
    expect(done.prints).toContain('filing-slip');
    const changed = desk.events.filter(({ topic }) => topic === 'changed').map(({ payload }) => payload);
    expect(changed).toContainEqual({ ledger: 'issue', ids: [id] });
    const after = await desk.value('workflow.state', { ledger: 'issue', id });
    expect(after).toMatchObject({ state: '20', steps: [{ label: '受理', actor: '陈志明' }] });

    await desk.value('change.undo', { writeId: newId(), change: done.change ?? '' });
    expect(await desk.value('workflow.state', { ledger: 'issue', id })).toMatchObject({
      state: '10',
      steps: [],
    });
  });

  test('that does not fit is named, and does not stop the others', async () => {
    const ids = [await reported('占用通道乙'), await reported('占用通道丙'), await reported('占用通道丁')];
    const values = { category: '01', level: '01' };
    await desk.value('workflow.act', act(ids[1] ?? '', 'accept', { values }));
    const many = { ledger: 'issue', ids, action: 'accept', values, actor: '陈志明', writeId: newId() };
    const result = await desk.value('workflow.actMany', many);
    expect(result.done).toBe(2);
    expect(result.refused).toMatchObject([{ id: ids[1], title: expect.stringContaining('占用通道丙') }]);
    expect(result.refused[0]?.text).toContain('不能办理“受理”');
    expect(await desk.value('workflow.actMany', many), 'asked again it changes nothing').toMatchObject({
      done: 2,
    });
    const state = await desk.value('workflow.state', { ledger: 'issue', id: ids[0] ?? '' });
    expect(state?.steps).toHaveLength(1);
  });

  test('of a ledger without a workflow, or by an action it does not have, is refused', async () => {
    const strange = { ledger: 'issue', id: 'x', action: 'explode', values: {} };
    expect(await desk.ask('workflow.state', { ledger: 'person', id: 'x' })).toMatchObject({
      failure: { kind: 'no-workflow' },
    });
    expect(await desk.ask('workflow.look', strange)).toMatchObject({ failure: { kind: 'no-action' } });
  });
});
