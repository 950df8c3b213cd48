import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, newPerson, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;
let person: string;
let villages: readonly string[];
beforeAll(async () => {
  desk = await openTown();
  const page = await desk.value('record.page', { ledger: 'division', where: { level: '5' }, limit: 2 });
  villages = page.rows.map((row) => row.id);
  person = newId();
  const values = await newPerson(desk, { name: '搬家甲' });
  await desk.value('record.save', { writeId: newId(), ledger: 'person', id: person, base: 0, values });
});
afterAll(async () => {
  await desk.close();
});

const about = () => ({ ledger: 'residence', subject: person });
const to = (place_text: string, from_day: string, nth = 0) => ({
  from_day,
  place_text,
  village: villages[nth] ?? '',
});
const open = () => desk.value('interval.open', about());

describe('moving a person', () => {
  test('in, on and back is told, written, published and undone as one', async () => {
    const enter = { ...about(), action: 'enter', values: to('太沙路1号', '2026-11-01') } as const;
    const look = await desk.value('interval.look', enter);
    expect(look).toMatchObject({ findings: [], sentence: '2026-11-01 迁入 太沙路1号' });
    expect(await open()).toEqual([]);

    await desk.value('interval.move', { ...enter, seen: null, writeId: newId(), newId: newId() });
    const [first] = await open();
    expect(first).toMatchObject({ from: '2026-11-01', place: '太沙路1号' });

    desk.events.length = 0;
    const seen = { id: first?.id ?? '', version: first?.version ?? 0 };
    const change = { ...about(), action: 'change', values: to('则徐路8号', '2026-11-20', 1), seen } as const;
    const moved = await desk.value('interval.move', { ...change, writeId: newId(), newId: newId() });
    expect(moved.records.map(({ ledger }) => ledger)).toEqual(['residence', 'residence', 'person']);
    const changed = desk.events.filter(({ topic }) => topic === 'changed').map(({ payload }) => payload);
    for (const { ledger, id } of moved.records) expect(changed).toContainEqual({ ledger, ids: [id] });
    expect((await desk.value('record.get', { ledger: 'person', id: person }))?.values).toMatchObject({
      village: villages[1],
      residence_address: '则徐路8号',
    });

    desk.events.length = 0;
    await desk.value('change.undo', { writeId: newId(), change: moved.change ?? '' });
    const undone = desk.events.filter(({ topic }) => topic === 'changed').map(({ payload }) => payload);
    for (const { ledger, id } of moved.records) expect(undone).toContainEqual({ ledger, ids: [id] });
    expect(await open()).toMatchObject([{ id: first?.id, place: '太沙路1号' }]);
    expect((await desk.value('record.get', { ledger: 'person', id: person }))?.values['village']).toBe(
      villages[0],
    );
  });

  test('is refused with sentences at their fields, and when another window was faster', async () => {
    const [current] = await open();
    const late = { ...about(), action: 'leave', values: { to_day: '2026-11-24' } } as const;
    expect(await desk.ask('interval.move', { ...late, writeId: newId(), newId: newId() })).toMatchObject({
      failure: {
        code: 'invalid-input',
        kind: 'invalid',
        details: { findings: [{ field: 'to_day', code: 'day-future', text: '不能晚于今天' }] },
      },
    });
    const seen = { id: current?.id ?? '', version: 1 };
    const stale = { ...about(), action: 'leave', values: { to_day: '2026-11-22' }, seen } as const;
    expect(await desk.ask('interval.move', { ...stale, writeId: newId(), newId: newId() })).toMatchObject({
      failure: { details: { findings: [{ field: null, code: 'interval-stale' }] } },
    });
    expect(await open()).toEqual([current]);
  });

  test('is refused for a ledger without intervals, and for somebody unknown or struck off', async () => {
    for (const call of ['interval.open', 'interval.look', 'interval.move'] as const) {
      const reply = await desk.askAnything(call, {
        ledger: 'person',
        subject: person,
        ...(call === 'interval.open' ? {} : { action: 'enter', values: {} }),
        ...(call === 'interval.move' ? { writeId: newId(), newId: newId() } : {}),
      });
      expect(reply).toMatchObject({ failure: { code: 'invalid-input', kind: 'no-intervals' } });
    }
    const enter = { ledger: 'residence', action: 'enter', values: to('太沙路1号', '2026-11-01') } as const;
    expect(await desk.ask('interval.look', { ...enter, subject: 'nobody' })).toMatchObject({
      failure: { code: 'not-found', kind: 'record' },
    });
    const base = (await desk.value('record.get', { ledger: 'person', id: person }))?.version ?? 0;
    const gone = { writeId: newId(), ledger: 'person', id: person, base, reason: '死亡' };
    await desk.value('record.remove', gone);
    expect(await desk.ask('interval.look', { ...enter, subject: person })).toMatchObject({
      failure: { code: 'conflict', kind: 'removed' },
    });
  });
});
