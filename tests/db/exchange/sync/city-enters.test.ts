import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, whyNoPostgres, type TestServer } from '../../city/start-postgres.ts';
import { clerk, townAndCity, type TownAndCity } from './town-and-city.ts';

describe.skipIf(whyNoPostgres() !== null)('a record a city on PostgreSQL enters for a town', () => {
  let server: TestServer;
  let places: TownAndCity;
  beforeAll(async () => {
    server = await startPostgres();
    places = await townAndCity(server.newDatabase());
    await places.up();
  }, 120_000);
  afterAll(async () => {
    await places.close();
    await server.stop();
  });

  it('arrives with what the ledger fills in', { timeout: 120_000 }, async () => {
    const [person, issue] = [randomUUID(), randomUUID()];
    const { postgres } = places.city;
    const entered = [
      await postgres?.correct({
        ledger: 'person',
        town: places.code,
        id: person,
        values: {
          name: '张伟',
          person_kinds: '["01"]',
          doc_type: '111',
          doc_no: '11010519491231002X',
          village: places.village,
        },
        author: '市平台',
      }),
      await postgres?.correct({
        ledger: 'issue',
        town: places.code,
        id: issue,
        values: {
          title: '河涌垃圾',
          category: '01',
          issue_source: '01',
          reported_at: '2026-11-20T02:00:00.000Z',
          village: places.village,
          place_text: '河涌交界处',
          description: '市级巡查发现',
        },
        author: '市平台',
      }),
    ];
    expect(entered).toMatchObject([{ ok: true }, { ok: true }]);
    await places.down();

    expect(places.town.get('person', person, clerk)?.values).toMatchObject({
      birth_date: '1949-12-31',
      sex: '2',
    });
    expect(places.town.get('issue', issue, clerk)?.values).toMatchObject({ status: '10' });
  });
});
