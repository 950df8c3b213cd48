import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostgresCity } from '../../../db/city/index.ts';
import { at, humen, ingest, newCity, part, rowsIn, whole } from './fixture.ts';
import { startPostgres, type TestServer, whyNoPostgres } from './start-postgres.ts';

describe.skipIf(whyNoPostgres() !== null)('a city on PostgreSQL', () => {
  let server: TestServer;
  let city: PostgresCity;
  const open: PostgresCity[] = [];

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);

  afterAll(async () => {
    for (const one of open) await one.close();
    await server.stop();
  }, 60_000);

  const fresh = async (): Promise<void> => {
    city = await newCity(await server.newDatabase());
    open.push(city);
  };

  const home = whole('p1', { ledger: 'place', clock: at(1), values: { code: 'A1', road: '虎门大道' } });
  const zhang = whole('d1', { clock: at(2), values: { name: '张三', number: '100', home: 'p1' } });

  test('takes a first package and later changes by the clock of every field', async () => {
    await fresh();

    const first = await ingest(city, { number: 1, records: [home, zhang] });
    const second = await ingest(city, {
      number: 2,
      records: [part('d1', { clock: at(9), values: { note: '新', age: 30 }, clocks: { age: at(5) } })],
    });
    const third = await ingest(city, {
      number: 3,
      records: [
        part('d1', { clock: at(7), values: { note: '旧', age: 31, name: null }, clocks: { name: at(1) } }),
      ],
    });

    expect(first.outcome).toMatchObject({
      accepted: 2,
      changed: 2,
      returned: [],
      duplicates: [],
      conflicts: 0,
    });
    expect(second.outcome).toMatchObject({ accepted: 1, changed: 1 });
    expect(third.outcome?.returned).toMatchObject([{ id: 'd1', field: 'name', reason: 'required' }]);
    expect(await rowsIn(city)).toEqual([
      {
        town: humen.unit.code,
        id: 'd1',
        removed: null,
        values: { name: '张三', number: '100', age: 30, home: 'p1', note: '新' },
      },
    ]);
  });
});
