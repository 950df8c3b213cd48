import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PostgresCity } from '../../../db/city/index.ts';
import { codesLedger } from '../../../db/model/sync/codes-ledger.ts';
import { removedField } from '../../../db/model/sync/removal-race.ts';
import { at, changan, humen, ingest, newCity, part, reopened, rowsIn, whole } from './fixture.ts';
import { startPostgres, statement, type TestServer, whyNoPostgres } from './start-postgres.ts';

/** Who decides at the city. */
const platform = { user: 'p1', name: '市平台' };

describe.skipIf(whyNoPostgres() !== null)('a city on PostgreSQL, like the embedded one,', () => {
  let server: TestServer;
  let url: string;
  let city: PostgresCity;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  beforeEach(async () => {
    url = server.newDatabase();
    city = await newCity(url);
    return () => city.close();
  }, 60_000);
  afterAll(() => server.stop(), 60_000);

  const zhang = whole('d1', { clock: at(2), values: { name: '张三', number: '100' } });
  const kinds = (...codes: string[]): string => JSON.stringify(codes);
  const code = (named: string, name: string, ms: number) =>
    whole(named, { ledger: codesLedger, clock: at(ms), values: { name, place: 90 } });

  describe('about codes', () => {
    test('returns a row with a code of no table, names it, and takes the others', async () => {
      const wrong = whole('d2', { clock: at(2), values: { name: '李四', kinds: kinds('01', '97') } });

      const first = await ingest(city, { number: 1, records: [zhang, wrong] });
      const change = part('d1', { clock: at(5), values: { kinds: kinds('98') } });
      const second = await ingest(city, { number: 2, records: [change] });

      expect(first.outcome).toMatchObject({
        accepted: 1,
        returned: [{ id: 'd2', field: 'kinds', reason: 'unknown-code', args: { value: '97' } }],
      });
      expect(second.outcome).toMatchObject({ accepted: 0, returned: [{ id: 'd1', reason: 'unknown-code' }] });
      expect((await rowsIn(city)).map(({ id, values }) => [id, values['kinds'] ?? null])).toEqual([
        ['d1', null],
      ]);
    });

    test('takes codes a town has added, before or behind the rows that use them, for this town only', async () => {
      const own = whole('d2', { clock: at(2), values: { name: '李四', kinds: kinds('97') } });
      const records = [own, code('person_kind/97', '镇里加的', 2)];
      const there = whole('c1', { clock: at(3), values: { name: '王五', kinds: kinds('97') } });

      const first = await ingest(city, { number: 1, records });
      const later = part('d2', { clock: at(6), values: { kinds: kinds('01', '97') } });
      const second = await ingest(city, { number: 2, records: [later] });
      const other = await ingest(city, { number: 1, sender: changan.node, records: [there] });

      expect(first.outcome).toMatchObject({ accepted: 2, returned: [] });
      expect(second.outcome).toMatchObject({ accepted: 1, returned: [] });
      expect(other.outcome).toMatchObject({ returned: [{ id: 'c1', reason: 'unknown-code' }] });
      expect((await city.status()).towns.map(({ rows }) => rows)).toEqual([{}, { dweller: 1 }]);
    });

    test('lets a row out of quarantine when its code comes with a later package', async () => {
      const waiting = whole('d2', { clock: at(2), values: { name: '李四', kinds: kinds('97') } });
      await ingest(city, { number: 1, records: [zhang, waiting] });

      const { outcome } = await ingest(city, { number: 2, records: [code('person_kind/97', '镇里加的', 9)] });

      expect(outcome).toMatchObject({ accepted: 1, changed: 2, returned: [] });
      expect((await rowsIn(city)).map(({ id }) => id)).toEqual(['d1', 'd2']);
      expect(await city.incoming.returned(humen.node)).toEqual([]);
    });

    test('lets every town use a code of its own, and sends it down', async () => {
      await ingest(city, { number: 1, records: [zhang] });
      const added = await city.correct({
        ledger: codesLedger,
        town: '441900',
        id: 'person_kind/96',
        values: { name: '市里加的', place: 91 },
        author: '市平台',
      });

      const change = part('d1', { clock: at(9), values: { kinds: kinds('96') } });
      const { outcome } = await ingest(city, { number: 2, records: [change] });
      const scope = { node: humen.node, unit: humen.unit.code };
      let sent = '';
      for await (const chunk of city.outgoing.lines({
        after: 0,
        upTo: 9,
        except: null,
        sensitive: false,
        scope,
      }))
        sent += Buffer.from(chunk).toString('utf8');

      expect(added.ok).toBe(true);
      expect(outcome).toMatchObject({ accepted: 1, returned: [] });
      expect(sent).toContain('person_kind/96');
    });
  });

  describe('about removals that meet edits', () => {
    const correction = { ledger: 'dweller', town: humen.unit.code, id: 'd1', author: '市平台' };
    const gone = part('d1', { clock: at(7), values: {}, removal: { reason: '搬离', clock: at(7) } });

    test('lists the town’s removal of what the city edited, once, and keeps the edit', async () => {
      await ingest(city, { number: 1, records: [zhang] });
      await city.correct({ ...correction, values: { note: '市里改的', age: 40 } });

      const first = await ingest(city, { number: 2, records: [gone] });
      const again = await ingest(city, { number: 2, records: [gone], digest: 'the same in another file' });

      expect(first.outcome).toMatchObject({ accepted: 1, conflicts: 1 });
      expect(again.outcome).toMatchObject({ conflicts: 0 });
      expect((await city.inbox()).conflicts).toMatchObject([
        {
          id: 'd1',
          field: removedField,
          kept: { value: '搬离', author: '李梅' },
          lost: { value: 'note age', author: '市平台' },
        },
      ]);
      expect(await rowsIn(city)).toMatchObject([{ removed: '搬离', values: { note: '市里改的', age: 40 } }]);
    });

    test('lists the town’s edit of what the city removed, and keeps the edit', async () => {
      await ingest(city, { number: 1, records: [zhang] });
      await city.correct({ ...correction, values: {}, removal: { reason: '重复' } });

      const change = part('d1', { clock: at(8), values: { note: '镇里改的', name: '张三' } });
      const { outcome } = await ingest(city, { number: 2, records: [change] });

      expect(outcome).toMatchObject({ accepted: 1, conflicts: 1 });
      expect((await city.inbox()).conflicts).toMatchObject([
        {
          field: removedField,
          kept: { value: '重复', author: '市平台' },
          lost: { value: 'note', author: '李梅' },
        },
      ]);
      expect(await rowsIn(city)).toMatchObject([{ removed: '重复', values: { note: '镇里改的' } }]);
      expect((await city.status()).towns[0]?.rows).toEqual({});
    });

    test('lists nothing where both removed, or the town had sent its edit before', async () => {
      const change = part('d1', { clock: at(5), values: { note: '早先的' } });
      await ingest(city, { number: 1, records: [zhang] });
      await ingest(city, { number: 2, records: [change] });
      await city.correct({ ...correction, values: {}, removal: { reason: '重复' } });

      const repeated = await ingest(city, { number: 2, records: [change], digest: 'again' });
      const both = await ingest(city, { number: 3, records: [gone] });

      expect(repeated.outcome).toMatchObject({ conflicts: 0 });
      expect(both.outcome).toMatchObject({ conflicts: 0 });
      expect((await city.inbox()).conflicts).toEqual([]);
    });

    test('sends its removal and its return down, and counts current rows', async () => {
      await ingest(city, { number: 1, records: [zhang] });
      const lines = async (): Promise<string> => {
        let text = '';
        const selection = { after: 0, upTo: 9, except: null, sensitive: false, scope: null };
        for await (const chunk of city.outgoing.lines(selection)) text += Buffer.from(chunk).toString('utf8');
        return text;
      };

      const unnamed = await city.correct({ ...correction, values: {}, removal: { reason: ' ' } });
      await city.correct({ ...correction, values: {}, removal: { reason: '重复' } });
      const removed = { lines: await lines(), rows: (await city.status()).towns[0]?.rows };
      const preview = await city.outgoing.preview({
        after: 0,
        upTo: 9,
        except: null,
        sensitive: false,
        scope: null,
      });
      await city.correct({ ...correction, values: {}, removal: { reason: null } });

      expect(unnamed.ok).toBe(false);
      expect(removed.lines).toContain('"r":"重复"');
      expect(removed.rows).toEqual({});
      expect(preview.ledgers['dweller']).toMatchObject({ created: 0, changed: 0, removed: 1 });
      expect(await lines()).toContain('"r":null');
      expect((await city.status()).towns[0]?.rows).toEqual({ dweller: 1 });
    });
  });

  describe('about conflicts', () => {
    const correction = { ledger: 'dweller', town: humen.unit.code, id: 'd1', author: '市平台' };
    const conflicting = async (): Promise<number> => {
      await ingest(city, { number: 1, records: [zhang] });
      await city.correct({ ...correction, values: { note: '市里改的' } });
      await ingest(city, {
        number: 2,
        records: [part('d1', { clock: at(9), values: { note: '镇里改的' } })],
      });
      return (await city.inbox()).conflicts[0]?.no ?? 0;
    };
    const noteOf = async () => (await rowsIn(city))[0]?.values['note'];

    test('settles one by the other value, which becomes a change that goes down', async () => {
      const no = await conflicting();
      const before = (await city.outgoing.position()).position;

      const outcome = await city.resolve(no, 'other', platform);

      expect(outcome).toEqual({ ok: true, position: before + 1 });
      expect(await noteOf()).toBe('镇里改的');
      expect((await city.inbox()).conflicts).toEqual([]);
    });

    test('settles one by a third value, and refuses one its field cannot hold', async () => {
      const no = await conflicting();

      const refused = await city.resolve(no, { value: '长'.repeat(300) }, platform);
      const open = (await city.inbox()).conflicts.length;
      const outcome = await city.resolve(no, { value: '另写的' }, platform);

      expect(refused).toMatchObject({ ok: false, findings: [{ field: 'note', code: 'too-long' }] });
      expect(open).toBe(1);
      expect(outcome?.ok).toBe(true);
      expect(await noteOf()).toBe('另写的');
      expect(await city.resolve(10_000, 'kept', platform)).toBeNull();
    });

    test('brings a removed record back when its edits are chosen', async () => {
      await ingest(city, { number: 1, records: [zhang] });
      await city.correct({ ...correction, values: { note: '市里改的' } });
      const gone = part('d1', { clock: at(7), values: {}, removal: { reason: '搬离', clock: at(7) } });
      await ingest(city, { number: 2, records: [gone] });
      const no = (await city.inbox()).conflicts[0]?.no ?? 0;

      await city.resolve(no, 'other', platform);

      expect(await rowsIn(city)).toMatchObject([{ removed: null, values: { note: '市里改的' } }]);
      expect((await city.inbox()).conflicts).toEqual([]);
    });
  });

  describe('about attachments', () => {
    test('keeps them in pieces, whole, under their digest, with the kind their content says', async () => {
      const png = Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        randomBytes(9_000_000),
      ]);
      const page = Buffer.from('<script>alert(1)</script>');
      const [picture, script] = [png, page].map((bytes) => createHash('sha256').update(bytes).digest('hex'));

      await city.files?.keep(png, { name: '公园.png', mediaType: 'text/html' });
      await city.files?.keep(page, { name: 'page.png', mediaType: 'image/png' });

      expect(await city.files?.info(picture ?? '')).toEqual({
        name: '公园.png',
        mediaType: 'image/png',
        bytes: png.length,
      });
      expect(await city.files?.info(script ?? '')).toMatchObject({ mediaType: 'application/octet-stream' });
      expect(Buffer.compare((await city.files?.content(picture ?? '')) ?? Buffer.alloc(0), png)).toBe(0);
      expect(await city.files?.info('0'.repeat(64))).toBeNull();
    });

    test('tells a damaged one from a whole one, and replaces it when it comes again', async () => {
      const bytes = randomBytes(5000);
      const hash = createHash('sha256').update(bytes).digest('hex');
      await city.files?.keep(bytes, { name: 'a', mediaType: 'image/png' });
      await statement(
        url,
        'UPDATE city_file_piece SET content = set_byte(content, 77, 255 - get_byte(content, 77))',
      );

      const damaged = await city.files?.content(hash);
      await city.files?.keep(bytes, { name: 'a', mediaType: 'image/png' });

      expect(damaged).toBeNull();
      expect(Buffer.compare((await city.files?.content(hash)) ?? Buffer.alloc(0), bytes)).toBe(0);
    });

    test('takes one in while every connection is busy with a package', async () => {
      const starts = await Promise.all(
        Array.from({ length: 8 }, async (_, i) => city.incoming.start(facts(`44190010${i}-aaaa`))),
      );

      await city.files?.keep(randomBytes(100), { name: 'a', mediaType: 'image/png' });

      for (const start of starts) if (start.status === 'new') await city.incoming.abort(start.arrival);
      expect(starts.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'new'));
    });
    const facts = (sender: string) => ({
      digest: sender,
      kind: 'increment' as const,
      sender,
      receiver: '441900-city',
      series: 's1',
      from: 1,
      to: 1,
      tip: 't1',
      basis: null,
      seen: null,
      counts: {},
      writtenAt: '2026-11-23T01:00:00.000Z',
    });
  });

  test('brings the tables of its first version up to this one and keeps their rows', async () => {
    await ingest(city, { number: 1, records: [zhang] });
    await city.close();
    await statement(
      url,
      `DROP TABLE city_file, city_file_piece, city_code, city_look;
       DROP INDEX city_conflict_once;
       ALTER TABLE city_conflict DROP COLUMN state_at, DROP COLUMN state_by;
       UPDATE city_self SET schema_version = 1`,
    );

    city = await reopened(url);
    const own = whole('d2', { clock: at(5), values: { name: '李四', kinds: kinds('97') } });
    const records = [code('person_kind/97', '镇里加的', 5), own];
    const { outcome } = await ingest(city, { number: 2, records });
    await city.files?.keep(randomBytes(10), { name: 'a', mediaType: 'image/png' });

    expect(outcome).toMatchObject({ accepted: 2, returned: [] });
    expect((await rowsIn(city)).map(({ id }) => id)).toEqual(['d1', 'd2']);
  });
});
