import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;
let issue: { readonly ledger: string; readonly id: string };
const phone = '13800131234';

beforeAll(async () => {
  desk = await openTown();
  const [village] = await desk.value('record.options', { ledger: 'division', text: '虎门寨', limit: 1 });
  issue = { ledger: 'issue', id: newId() };
  await desk.value('record.save', {
    ...issue,
    writeId: newId(),
    base: 0,
    values: {
      title: '消防通道堆放杂物',
      category: '01',
      description: '楼梯间停放电动车',
      place_text: '太沙路1号',
      issue_source: '01',
      reported_at: '2026-11-22T16:30:00.000Z',
      reporter_contact: phone,
      village: village?.id ?? null,
    },
  });
});
afterAll(async () => {
  await desk.close();
});

test('a record offers its documents; a ledger without any offers none', async () => {
  const kinds = await desk.value('document.kinds', issue);
  expect(kinds.find(({ id }) => id === 'dispatch-slip')).toMatchObject({ kind: 'document', missing: [] });
  expect(await desk.value('document.kinds', { ledger: 'address', id: newId() })).toEqual([]);
});

test('a document withholds what the caller may not see, until it is asked for in full, which is logged', async () => {
  const wanted = { ...issue, document: 'dispatch-slip' };
  const masked = await desk.value('document.statutory', wanted);
  const full = await desk.value('document.statutory', { ...wanted, full: true });
  expect(masked.html).not.toContain(phone);
  expect(full.html).toContain(phone);
  expect(full).toMatchObject({
    title: '问题隐患任务分派单　消防通道堆放杂物',
    foot: 'pages',
    landscape: false,
  });
});

test('a document that is not there is refused', async () => {
  const reply = await desk.ask('document.statutory', { ...issue, document: 'nothing' });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found' } });
});
