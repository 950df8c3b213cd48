import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { ledgerNo, makeRegistry, registry } from '../../../db/model/registry.ts';
import { toldBoard, toldRows, type Store } from '../../../db/store/index.ts';
import { drained } from '../../../db/store/steps.ts';
import { Connection } from '../../../db/store/open/connection.ts';
import { clerk, newStore, rawFile } from './fixture.ts';

/** Friday 13 November 2026 in China, ten in the morning. */
const friday = new Date('2026-11-13T02:00:00.000Z');

/** A hazard issue being handled, as an import takes it over. */
const issue = (title: string, more: Values): Values => ({
  title,
  category: '01',
  item: '0101',
  issue_source: '01',
  reported_at: '2026-10-20T02:00:00.000Z',
  village: 'v1',
  place_text: '虎门镇银龙路10号',
  description: '占用疏散通道',
  status: '40',
  handler_name: '黄伟',
  ...more,
});

function town(of = registry) {
  let at = friday.getTime();
  const made = newStore({ registry: of, now: () => new Date((at += 1)) });
  const { store } = made;
  const village = { code: '441900121201', name: '虎门寨社区', level: '5' };
  save(store, 'division', { v1: village });
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'issue', label: '旧事项' }, null);
  save(store, 'issue', {
    // One working day late on the 13th at ten; three since the 11th at ten; ten since long ago.
    one: issue('一天', { deadline: '2026-11-12T02:00:00.000Z' }),
    almost: issue('差一分', { deadline: '2026-11-12T02:01:00.000Z' }),
    three: issue('三天', { deadline: '2026-11-09T02:00:00.000Z', handler_name: '李梅' }),
    ten: issue('十天', { deadline: '2026-10-29T02:00:00.000Z' }),
    closed: issue('已结', { deadline: '2026-10-29T02:00:00.000Z', status: '70' }),
  });
  return made;
}

function save(store: Store, ledger: string, rows: Readonly<Record<string, Values>>): void {
  const writes = Object.entries(rows).map(([id, values]) => ({ ledger, id, op: 'create', values }) as const);
  const batch = ledger === 'issue' ? { batch: 'b1' } : {};
  const outcome = store.write({ writeId: randomUUID(), caller: clerk, writes, ...batch });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('late steps', () => {
  test('stand with who is to be told of them, under the highest level they reached', () => {
    const { store } = town();
    const groups = toldBoard(store, { at: friday }, clerk);
    expect(groups.map(({ to, count, levels }) => [to.zh, count, levels.map(({ level }) => level)])).toEqual([
      ['主要领导', 1, [3]],
      ['分管领导', 1, [2]],
      ['镇街指挥调度中心负责人', 1, [1]],
    ]);
    for (const { levels } of groups)
      for (const { ledger, where, count } of levels)
        expect(store.total(ledger, where, clerk).total, 'the list shows the very rows').toBe(count);
    const later = new Date(friday.getTime() + 60_000);
    expect(toldBoard(store, { at: later }, clerk).at(-1)?.count, 'a minute later').toBe(2);
  });

  test('are told with the level and since when it is reached', () => {
    const { store } = town();
    const rows = toldRows(store, { at: friday, limit: 10 }, clerk).flatMap((group) => group.rows);
    expect(rows.map(({ id, level, levels, since, person }) => [id, level, levels, since, person])).toEqual([
      ['ten', 3, 3, '2026-11-12T02:00:00.000Z', '黄伟'],
      ['three', 2, 3, '2026-11-12T02:00:00.000Z', '李梅'],
      ['one', 1, 3, '2026-11-13T02:00:00.000Z', '黄伟'],
    ]);
    expect(toldRows(store, { at: friday, limit: 10 }, clerk)[0]).toMatchObject({ hasMore: false });
  });

  test('of one person are that person’s only', () => {
    const { store } = town();
    const [group, ...others] = toldBoard(store, { at: friday, person: '李梅' }, clerk);
    expect([group?.to.zh, group?.count, others.length]).toEqual(['分管领导', 1, 0]);
    expect(store.total('issue', group?.levels[0]?.where ?? {}, clerk).total).toBe(1);
    const [rows] = toldRows(store, { at: friday, person: '李梅', limit: 1 }, clerk);
    expect(rows?.rows.map(({ id }) => id)).toEqual(['three']);
  });

  test('of sensitive cases are told and moved with the calendar, but shown to nobody who may not open them', () => {
    const { store } = town(
      makeRegistry(
        registry.ledgers.map((ledger) => ({
          no: ledgerNo(ledger.id),
          ledger: { ...ledger, sensitive: true },
        })),
      ),
    );
    const outsider = { ...clerk, seesSensitive: false };
    expect(toldBoard(store, { at: friday }, clerk)).toHaveLength(3);
    expect(toldBoard(store, { at: friday }, outsider)).toEqual([]);
    const [level] = toldBoard(store, { at: friday }, clerk)[0]?.levels ?? [];
    const query = { ledger: 'issue', state: '40', level: level?.level ?? 0, at: friday, limit: 10 };
    expect(store.dues.escalationRows(query, clerk)).toHaveLength(1);
    expect(store.dues.escalationRows(query, outsider)).toEqual([]);
    save(store, 'issue', { next: issue('下周', { deadline: '2026-11-16T02:00:00.000Z' }) });
    save(store, 'duty_calendar_day', { d1: { day: '2026-11-16', kind: 'holiday', name: '停工' } });
    const look = (caller: typeof clerk) =>
      drained(store.deadlines.lookSteps({ lines: 10 }, caller), () => true);
    expect([look(clerk)?.count, look(clerk)?.lines.length]).toEqual([1, 1]);
    expect([look(outsider)?.count, look(outsider)?.lines.length]).toEqual([1, 0]);
  });

  test('are counted by an index alone, and in agreement with the page of the case', () => {
    const { store, options } = town();
    for (const id of ['one', 'almost', 'three', 'ten', 'closed']) {
      const told = store.caseState('issue', id, clerk)?.escalations.length;
      const listed = toldRows(store, { at: friday, limit: 10 }, clerk)
        .flatMap(({ rows }) => rows)
        .find((row) => row.id === id);
      expect([id, told], id).toEqual([id, listed?.level ?? 0]);
    }
    const rows = vi.spyOn(Connection.prototype, 'rows');
    store.dues.escalations(friday, clerk);
    const counts = rows.mock.calls.filter(([sql]) => sql.includes('GROUP BY person'));
    expect(counts.length).toBeGreaterThan(5);
    store.close();
    const raw = rawFile(options);
    for (const [sql, ...bound] of counts) {
      const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound);
      expect(JSON.stringify(plan), sql).toMatch(/SEARCH \w+ USING COVERING INDEX/);
    }
    raw.close();
  });
});
