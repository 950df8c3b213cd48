import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;
let list: string;
let village: string | undefined;

beforeAll(async () => {
  desk = await openTown();
  ({ id: list } = await desk.value('ready.add', { writeId: newId(), ledger: 'check_list', ready: 'rental' }));
  const [first] = await desk.value('record.options', { ledger: 'division', text: '虎门寨', limit: 1 });
  village = first?.id;
});
afterAll(async () => {
  await desk.close();
});

/** An inspection with three hazards, two of them ordinary. */
async function inspected() {
  const id = newId();
  await desk.value('record.save', {
    writeId: newId(),
    ledger: 'inspection',
    id,
    base: 0,
    values: {
      object_kind: '10',
      object_name: '一号楼',
      village: village ?? null,
      checked_at: '2026-11-20T02:00:00.000Z',
      checkers: '李强、王芳',
      list,
      passed_items: '1-12、14-16、18-22',
      failed_items: '13、17、23',
      result: '3',
    },
  });
  return id;
}

const order = (inspection: string, handling: '20' | '30' = '20') => ({
  writeId: newId(),
  inspection,
  hazards: [
    { no: 13, description: '二楼灭火器没有压力', handling },
    { no: 17, description: '', handling },
    { no: 23, description: '', handling: '30' as const },
  ],
  deadline: '2099-12-31',
  rechecker: '李强',
});

test('a shipped list becomes a record with its items, and is not offered again', async () => {
  const others = await desk.value('ready.list', { ledger: 'check_list' });
  expect(others.map(({ id }) => id)).toEqual(['small-shop', 'small-workshop', 'small-entertainment']);
  expect(await desk.value('ready.list', { ledger: 'person' })).toEqual([]);
  const sheet = await desk.value('inspection.sheet', { list });
  expect(sheet?.items).toHaveLength(23);
  expect(sheet?.items[12]).toMatchObject({ no: 13, group: '消防', isMajor: false, points: 1 });
  const lists = await desk.value('inspection.lists', { kind: '10', day: '2026-11-26' });
  expect(lists).toMatchObject({ lists: [{ id: list }], ready: [] });
  const before = await desk.value('inspection.lists', { kind: '10', day: '2023-12-31' });
  expect(before.lists).toEqual([]);
  const shops = await desk.value('inspection.lists', { kind: '21', day: '2026-11-26' });
  expect(shops.ready.map(({ id }) => id)).toEqual(['small-shop']);
});

test('an inspection makes hazards and one notice with the next number, in the words of what is ordered', async () => {
  const first = await desk.value('inspection.order', order(await inspected()));
  const inspection = await inspected();
  const { notice } = await desk.value('inspection.order', order(inspection));
  expect(first.notice).not.toBeNull();
  const kept = await desk.value('record.get', { ledger: 'rectification', id: notice ?? '' });
  expect(kept?.values).toMatchObject({
    object_name: '一号楼',
    state: '10',
    severity: '02',
    rechecker: '李强',
  });
  expect(kept?.values['notice_no']).toMatch(/^检改〔\d{4}〕0002号$/);
  expect(String(kept?.values['content']).split('\n')).toHaveLength(2);
  expect(kept?.values['content']).toContain('1.二楼灭火器没有压力（配置灭火器');
  const where = { inspection };
  expect(await desk.value('record.total', { ledger: 'inspection_finding', where })).toMatchObject({
    total: 3,
  });
  const ordered = { ...where, notice };
  expect(await desk.value('record.total', { ledger: 'inspection_finding', where: ordered })).toMatchObject({
    total: 2,
  });
});

test('hazards put right on the spot need no notice, and hazards are not kept twice', async () => {
  const inspection = await inspected();
  expect(await desk.value('inspection.order', order(inspection, '30'))).toEqual({ notice: null });
  const kept = await desk.value('record.get', { ledger: 'inspection', id: inspection });
  expect(kept?.values['result']).toBe('2');
  expect(await desk.ask('inspection.order', order(inspection))).toMatchObject({
    ok: false,
    failure: { code: 'refused', kind: 'inspection-ordered' },
  });
});
