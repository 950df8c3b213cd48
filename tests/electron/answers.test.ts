import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type Desk } from './data-process-fixture.ts';
import { answerBack, sendUp, takeInAll, townAndCity, type TestStick } from './exchange-fixture.ts';

let town: Desk;
let city: Desk;
let stick: TestStick;

beforeAll(async () => {
  ({ town, city, stick } = await townAndCity('答复'));
});
afterAll(async () => {
  await Promise.all([town.close(), city.close()]);
});

const act = (id: string, action: string, values: object = {}) =>
  town.value('workflow.act', {
    ledger: 'issue',
    id,
    action,
    values: { ...values },
    opinion: '需市级协调',
    actor: '陈志明',
    writeId: newId(),
    stepId: newId(),
    newId: newId(),
  });

/** An issue of the town that is with the city. */
async function handedUp(title: string): Promise<string> {
  const page = await town.value('record.page', { ledger: 'division', where: { level: '5' }, limit: 1 });
  const id = newId();
  const values = {
    title,
    category: '01',
    level: '01',
    issue_source: '02',
    reported_at: '2026-11-23T07:30:00.000Z',
    village: page.rows[0]?.id ?? '',
    place_text: '银龙路10号',
    description: '两镇交界',
  };
  await town.value('record.save', { writeId: newId(), ledger: 'issue', id, base: 0, values });
  await act(id, 'accept', { category: '01', level: '01' });
  await act(id, 'to_city');
  return id;
}

/** An answer that sends an issue back; `more` changes it. */
const answer = (
  id: string,
  more: { readonly ledger?: string; readonly content?: null; readonly documents?: string[] } = {},
) => ({
  ledger: 'issue',
  id,
  kind: 'returned' as const,
  number: null,
  content: '材料不全',
  by: '王工',
  replyId: newId(),
  writeId: newId(),
  ...more,
});

describe('an issue handed up', () => {
  test('is answered in the city by its answers alone, and becomes a step in the town', async () => {
    const id = await handedUp('跨镇河涌');
    stick.clear();
    await sendUp(town, stick);
    await takeInAll(city, stick);
    const standing = () => city.value('workflow.state', { ledger: 'issue', id });
    expect(await standing()).toMatchObject({
      actions: [],
      answers: [{ label: '受理' }, { label: '退回' }, { label: '办结' }],
    });
    const refused = await city.ask('workflow.answer', answer(id, { content: null }));
    expect(refused).toMatchObject({
      ok: false,
      failure: { details: { findings: [{ field: 'content', code: 'required' }] } },
    });
    const letter = path.join(city.folder, '市级复函.pdf');
    writeFileSync(letter, '%PDF-1.7 复函');
    const { hash } = await city.value('attachment.add', { file: letter });
    const { change } = await city.value('workflow.answer', answer(id, { documents: [hash] }));
    expect(change).not.toBeNull();
    expect(await standing()).toMatchObject({ answers: [], replies: [{ label: '退回', outcome: null }] });

    town.events.length = 0;
    const files = await answerBack(city, town, stick);
    expect(files.map(({ entered, unfit }) => [entered, unfit])).toContainEqual([1, 0]);
    const changed = town.events.filter(({ topic }) => topic === 'changed').map(({ payload }) => payload);
    for (const ledger of ['issue', 'issue_step', 'issue_reply'])
      expect(changed).toContainEqual(expect.objectContaining({ ledger }));
    const state = await town.value('workflow.state', { ledger: 'issue', id });
    expect(state).toMatchObject({ state: '20', answers: null, replies: [{ outcome: 'entered' }] });
    expect(state?.steps.at(-1)).toMatchObject({ actor: '东莞市', opinion: '材料不全', documents: [hash] });
    const saved = path.join(town.folder, '复函.pdf');
    await town.value('attachment.save', { hash, file: saved });
    expect(readFileSync(saved, 'utf8')).toBe('%PDF-1.7 复函');
    expect(await town.ask('attachment.save', { hash: 'f'.repeat(64), file: saved })).toMatchObject({
      failure: { code: 'not-found', kind: 'attachment' },
    });
  });

  test('cannot be answered by the town itself, nor a case of a ledger that is never handed up', async () => {
    const id = await handedUp('跨镇道路');
    expect(await town.ask('workflow.answer', answer(id))).toMatchObject({
      ok: false,
      failure: { details: { findings: [{ code: 'reply-not-here' }] } },
    });
    expect(await town.ask('workflow.answer', answer(id, { ledger: 'dispute' }))).toMatchObject({ ok: false });
  });
});
