import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Asker } from '../../../db/city/api.ts';
import type { PostgresCity } from '../../../db/city/index.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import { dweller, place } from '../store/fixture-ledgers.ts';
import { at, changan, humen, ingest, newCity, part, rowsIn, whole } from './fixture.ts';
import { startPostgres, type TestServer, whyNoPostgres } from './start-postgres.ts';

const registry = makeRegistry([
  { no: 101, ledger: { ...dweller, sensitive: true } },
  { no: 102, ledger: place },
]);
const clerk: Asker = { user: 'u1', name: '李梅' };
const leader: Asker = { user: 'u8', name: '陈主任' };
const barred: Asker = { user: 'u9', name: '无权', seesSensitive: false };

describe.skipIf(whyNoPostgres() !== null)('sensitive ledgers at a city on PostgreSQL', () => {
  let server: TestServer;
  let city: PostgresCity;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop(), 60_000);
  beforeEach(async () => {
    city = await newCity(server.newDatabase(), registry);
    const home = whole('p1', { ledger: 'place', clock: at(1), values: { code: 'A1', road: '虎门大道' } });
    const zhang = whole('d1', { clock: at(2), values: { name: '张三', number: '100', home: 'p1' } });
    const li = whole('d2', { clock: at(2), values: { name: '李四', number: '200' } });
    const bad = whole('d3', { clock: at(2), values: { age: 400 } });
    await ingest(city, { number: 1, records: [home, zhang, li, bad] });
    const same = whole('c1', { clock: at(3), values: { name: '张三', number: '100' } });
    await ingest(city, { number: 1, sender: changan.node, records: [same] });
    const town = humen.unit.code;
    await city.correct({ ledger: 'dweller', town, id: 'd2', values: { note: '市里写的' }, author: '市平台' });
    await ingest(city, {
      number: 2,
      records: [part('d2', { clock: at(4), values: { note: '镇里写的' } })],
      seen: null,
    });
  }, 60_000);
  afterEach(() => city.close());

  const told = async (query: Partial<Parameters<PostgresCity['looks']>[0]> = {}, asker = leader) =>
    (await city.looks({ limit: 50, ...query }, asker)).looks.map(
      ({ name, way, town, record }) => `${name} ${way} ${town} ${record}`,
    );

  test('every row that is shown is written down with its town and who saw it', async () => {
    expect(await rowsIn(city, 'dweller', { asker: clerk })).toHaveLength(3);
    await rowsIn(city, 'place', { asker: clerk });
    const { quarantine, duplicates, conflicts } = await city.inbox(leader);
    expect([quarantine.length, duplicates.length, conflicts.length]).toEqual([1, 1, 1]);

    const here = humen.unit.code;
    expect((await told()).toSorted()).toEqual(
      [
        `李梅 list ${changan.unit.code} c1`,
        `李梅 list ${here} d1`,
        `李梅 list ${here} d2`,
        `陈主任 conflict ${here} d2`,
        `陈主任 returned ${here} d3`,
        `陈主任 twin ${changan.unit.code} c1`,
        `陈主任 twin ${here} d1`,
      ].toSorted(),
    );
    expect((await told({ user: 'u8' }))[0]).toBe('陈主任 log  ');
    expect(await told({ ledger: 'dweller', record: 'd1', user: 'u1' })).toEqual([`李梅 list ${here} d1`]);
    expect(await told({ to: '2026-11-22' })).toEqual([]);
  });

  test('who may not open them is shown nothing of them, decides nothing about them, and reads no line about them', async () => {
    expect(await rowsIn(city, 'dweller', { asker: barred })).toEqual([]);
    expect(await rowsIn(city, 'place', { asker: barred })).toHaveLength(1);
    expect(await city.inbox(barred)).toEqual({
      quarantine: [],
      duplicates: [],
      conflicts: [],
      returned: [],
    });
    const no = (await city.inbox(clerk)).conflicts[0]?.no ?? 0;
    expect(await city.resolve(no, 'other', barred)).toBeNull();
    expect(await told({}, barred)).toEqual([]);
    expect((await told()).some((line) => line.startsWith('无权'))).toBe(false);
    expect(await city.resolve(no, 'other', clerk)).toMatchObject({ ok: true });
  });

  test('they are read in nobody’s name by nobody', async () => {
    await expect(rowsIn(city)).rejects.toThrow("in nobody's name");
    await expect(city.inbox()).rejects.toThrow("in nobody's name");
    expect(await rowsIn(city, 'place')).toHaveLength(1);
  });

  test('pages of the log follow each other', async () => {
    for (let i = 0; i < 3; i += 1) await rowsIn(city, 'dweller', { asker: clerk });
    const first = await city.looks({ ledger: 'dweller', limit: 5 }, leader);
    const rest = await city.looks({ ledger: 'dweller', limit: 5, before: first.next ?? nothing }, leader);
    const numbers = [...first.looks, ...rest.looks].map(({ no }) => no);
    expect(numbers).toEqual(Array.from({ length: 9 }, (_, i) => 9 - i));
    expect(rest.next).toBeNull();
  });
});

const nothing = { at: '2000-01-01T00:00:00.000Z', no: 0 };
