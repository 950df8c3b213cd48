import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostgresCity } from '../../../db/city/index.ts';
import type { Round } from '../../../db/model/sync/sync-node.ts';
import { readLine } from '../../../db/model/sync/lines.ts';
import { at, changan, factsOf, humen, ingest, newCity, part, reopened, rowsIn, whole } from './fixture.ts';
import { startPostgres, statement, type TestServer, whyNoPostgres } from './start-postgres.ts';

describe.skipIf(whyNoPostgres() !== null)('a city on PostgreSQL', () => {
  let server: TestServer;
  let url: string;
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
    url = server.newDatabase();
    city = await newCity(url);
    open.push(city);
  };

  const home = whole('p1', { ledger: 'place', clock: at(1), values: { code: 'A1', road: '虎门大道' } });
  const zhang = whole('d1', { clock: at(2), values: { name: '张三', number: '100', home: 'p1' } });

  test('takes a first package and later changes by the clock of every field', async () => {
    await fresh();

    const first = await ingest(city, { number: 1, records: [home, zhang] });
    const newer = part('d1', { clock: at(9), values: { note: '新', age: 30 }, clocks: { age: at(5) } });
    const second = await ingest(city, { number: 2, records: [newer] });
    const older = part('d1', { clock: at(7), values: { note: '旧', age: 31 } });
    const third = await ingest(city, { number: 3, records: [older] });

    expect(first.outcome).toMatchObject({
      accepted: 2,
      changed: 2,
      returned: [],
      duplicates: [],
      conflicts: 0,
    });
    expect(second.outcome).toMatchObject({ accepted: 1, changed: 1 });
    expect(third.outcome).toMatchObject({ accepted: 1, changed: 1 });
    const values = { name: '张三', number: '100', age: 31, home: 'p1', note: '新' };
    expect(await rowsIn(city)).toEqual([{ town: humen.unit.code, id: 'd1', removed: null, values }]);
  });

  test('removes and brings back, and counts current rows', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });

    const gone = part('d1', { clock: at(5), values: {}, removal: { reason: '搬离', clock: at(5) } });
    await ingest(city, { number: 2, records: [gone] });
    const whileGone = { rows: await rowsIn(city), status: await city.status() };
    const back = part('d1', { clock: at(6), values: {}, removal: { reason: null, clock: at(6) } });
    await ingest(city, { number: 3, records: [back] });

    expect(whileGone.rows[0]?.removed).toBe('搬离');
    expect(whileGone.status.towns[0]?.rows).toEqual({ place: 1 });
    expect((await rowsIn(city))[0]?.removed).toBeNull();
    expect((await city.status()).towns[0]?.rows).toEqual({ place: 1, dweller: 1 });
  });

  test('answers a repeated package with its first outcome and changes nothing', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });
    const records = [part('d1', { clock: at(9), values: { note: '新' } })];
    const first = await ingest(city, { number: 2, records });

    const repeated = await ingest(city, { number: 2, records });
    const again = await ingest(city, { number: 2, records, digest: 'the same rows in another file' });

    expect(repeated.start.status).toBe('repeated');
    expect(repeated.outcome).toEqual(first.outcome);
    expect(again.outcome).toMatchObject({ accepted: 1, changed: 0 });
  });

  test('names what is missing before a package that comes early, and takes it afterwards', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });
    const third = { number: 3, records: [part('d1', { clock: at(9), values: { note: '三' } })] };

    const early = await ingest(city, third);
    await city.incoming.hold(factsOf(third), '/held/3.zwp');
    const waiting = await city.incoming.holdings(humen.node);
    const held = (await city.incoming.list(null)).filter(({ state }) => state === 'held');
    await ingest(city, { number: 2, records: [part('d1', { clock: at(8), values: { note: '二' } })] });
    const late = await ingest(city, third);

    expect(early.start).toEqual({ status: 'early', missing: [[2, 2]] });
    expect(waiting).toMatchObject([
      {
        holds: [
          [1, 1],
          [3, 3],
        ],
        missing: [2],
      },
    ]);
    expect(held).toMatchObject([{ file: '/held/3.zwp', from: 3, to: 3 }]);
    expect(late.start.status).toBe('new');
    expect(await city.incoming.holdings(humen.node)).toMatchObject([{ holds: [[1, 3]], missing: [] }]);
    expect((await rowsIn(city))[0]?.values['note']).toBe('三');
  });

  test('tells of a copy that sent the same round with another content', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });
    const first = factsOf({ number: 1, records: [] });

    const copy = await ingest(city, {
      number: 1,
      tip: 'other',
      records: [part('d1', { clock: at(9), values: { note: '另' } })],
    });

    const held: Round = { series: first.series, number: 1, tip: first.tip };
    expect(copy.start).toMatchObject({ status: 'fork', held });
    expect((await rowsIn(city))[0]?.values['note']).toBe('另');
  });

  test('puts bad rows into quarantine with their reasons and takes the others', async () => {
    await fresh();
    const nameless = whole('d2', { clock: at(2), values: { number: '200' } });
    const homeless = whole('d3', { clock: at(2), values: { name: '王五', home: 'p9' } });
    const unread = whole('d4', { clock: at(2), values: { name: '赵六', kinds: '不是数组' } });
    const zero = whole('d5', { clock: at(2), values: { name: '钱\u0000七' } });
    const stranger = whole('x1', { ledger: 'unheard', clock: at(2), values: { a: 1 } });
    const partial = part('d6', { clock: at(2), values: { note: '从未见过' } });
    const records = [zhang, nameless, homeless, unread, zero, stranger, partial, home];

    const { outcome } = await ingest(city, { number: 1, records });

    const reasons = Object.fromEntries(
      (outcome?.returned ?? []).map(({ id, field, reason }) => [id, [field, reason]]),
    );
    expect(reasons).toEqual({
      d2: ['name', 'required'],
      d3: ['home', 'link-missing'],
      d4: ['kinds', 'value-unreadable'],
      d5: ['name', 'bad-characters'],
      d6: [null, 'record-missing'],
      x1: [null, 'ledger-unknown'],
    });
    expect(outcome?.accepted).toBe(2);
    expect((await rowsIn(city)).map(({ id }) => id)).toEqual(['d1']);
    expect(await city.incoming.returned(humen.node)).toHaveLength(6);
    expect((await city.inbox()).quarantine).toHaveLength(6);
  });

  test('takes a row out of quarantine when its fault is mended or its link arrives', async () => {
    await fresh();
    const nameless = whole('d2', { clock: at(2), values: { number: '200', age: 20 } });
    const homeless = whole('d3', { clock: at(2), values: { name: '王五', home: 'p9' } });
    await ingest(city, { number: 1, records: [home, zhang, nameless, homeless] });

    const mended = part('d2', { clock: at(9), values: { name: '李四' } });
    const place = whole('p9', { ledger: 'place', clock: at(9), values: { code: 'A9' } });
    const { outcome } = await ingest(city, { number: 2, records: [mended, place] });

    expect(outcome).toMatchObject({ accepted: 2, changed: 3, returned: [] });
    expect((await rowsIn(city)).map(({ id, values }) => [id, values['name'], values['age'] ?? null])).toEqual(
      [
        ['d1', '张三', null],
        ['d2', '李四', 20],
        ['d3', '王五', null],
      ],
    );
    expect(await city.incoming.returned(humen.node)).toEqual([]);
  });

  test('finds the same real thing in two towns, once the towns have the same key', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });
    const there = whole('c1', { clock: at(3), values: { name: '张三', number: '100' } });

    const { outcome } = await ingest(city, { number: 1, sender: changan.node, records: [there] });
    const seenByHumen = await city.incoming.duplicates(humen.node);
    await ingest(city, { number: 2, records: [part('d1', { clock: at(9), values: { number: '101' } })] });

    expect(outcome?.duplicates).toEqual([
      { ledger: 'dweller', id: 'c1', otherId: 'd1', otherUnit: humen.unit },
    ]);
    expect(seenByHumen).toEqual([{ ledger: 'dweller', id: 'd1', otherId: 'c1', otherUnit: changan.unit }]);
    expect(await city.incoming.duplicates(humen.node)).toEqual([]);
  });

  test('takes packages of different towns in side by side', async () => {
    await fresh();
    const towns = Array.from({ length: 6 }, (_, i) => `44190010${i}-aaaa`);
    const rowsOf = (town: string) =>
      Array.from({ length: 300 }, (_, i) =>
        whole(`${town}-${i}`, { clock: at(i + 1), values: { name: '张三' } }),
      );

    await Promise.all(towns.map((sender) => ingest(city, { number: 1, sender, records: rowsOf(sender) })));
    const changes = (town: string) =>
      rowsOf(town).map(({ id }) => part(id, { clock: at(999), values: { age: 40 } }));
    await Promise.all(towns.map((sender) => ingest(city, { number: 2, sender, records: changes(sender) })));

    const rows = await rowsIn(city);
    expect(rows).toHaveLength(1800);
    expect(rows.every(({ values }) => values['age'] === 40)).toBe(true);
    expect((await city.status()).towns).toHaveLength(6);
  });

  test('applies a package that two processes take in at the same time once', async () => {
    await fresh();
    const other = await reopened(url);
    open.push(other);
    const parts = { number: 1, records: [home, zhang] };

    const both = await Promise.all([ingest(city, parts), ingest(other, parts)]);

    expect(both.map(({ start }) => start.status).toSorted()).toEqual(['new', 'repeated']);
    expect(both[0].outcome).toEqual(both[1].outcome);
    expect(await city.incoming.list(null)).toHaveLength(1);
  });

  test('keeps a part for every town where Citus is not installed', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });

    const extensions = await statement(url, "SELECT 1 FROM pg_extension WHERE extname = 'citus'");
    const parts = await statement<{ part: string; rows: string }>(
      url,
      `SELECT tableoid::regclass::text AS part, count(*) AS rows FROM dweller GROUP BY 1`,
    );

    expect(extensions).toEqual([]);
    expect(parts).toEqual([{ part: 'dweller_t1', rows: '1' }]);
  });

  test('leaves nothing of a package that breaks off', async () => {
    await fresh();
    const start = await city.incoming.start(factsOf({ number: 1, records: [] }));
    if (start.status !== 'new') throw new Error(start.status);
    await city.incoming.apply(start.arrival, [home, zhang]);
    await city.incoming.abort(start.arrival);

    expect(await rowsIn(city)).toEqual([]);
    expect(await city.incoming.list(null)).toEqual([]);
    const again = await ingest(city, { number: 1, records: [home, zhang] });
    expect(again.outcome).toMatchObject({ accepted: 2 });
  });

  test('closes while a package is open and leaves nothing of it', async () => {
    await fresh();
    const closing = await reopened(url);
    const start = await closing.incoming.start(factsOf({ number: 1, records: [] }));
    if (start.status !== 'new') throw new Error(start.status);
    await closing.incoming.apply(start.arrival, [home, zhang]);

    await closing.close();

    expect(await city.incoming.list(null)).toEqual([]);
    expect(await rowsIn(city)).toEqual([]);
  });

  test('keeps fields it does not know and gives them their column when it learns them', async () => {
    await fresh();
    const values = { name: '张三', blood_type: 'AB', steps: 7 };
    await ingest(city, { number: 1, records: [whole('d1', { clock: at(2), values })] });
    await ingest(city, { number: 2, records: [part('d1', { clock: at(3), values: { steps: 8 } })] });

    expect((await rowsIn(city))[0]?.values).toEqual({ ...values, steps: 8 });
    await statement(url, 'ALTER TABLE dweller DROP COLUMN note');
    await statement(url, `UPDATE dweller SET extra = extra || '{"note": "早先不认识"}'`);
    open.push((city = await reopened(url)));
    expect((await rowsIn(city))[0]?.values['note']).toBe('早先不认识');
  });

  test('keeps both values when town and city changed a field unseen, and unites sets', async () => {
    await fresh();
    const kinds = (...codes: string[]): string => JSON.stringify(codes);
    await ingest(city, {
      number: 1,
      records: [home, { ...zhang, values: { ...zhang.values, kinds: kinds('01') } }],
    });
    const corrected = await city.correct({
      ledger: 'dweller',
      town: humen.unit.code,
      id: 'd1',
      values: { note: '市里改的', kinds: kinds('01', '03') },
      author: '市平台',
    });
    if (!corrected.ok) throw new Error('refused');

    const values = { note: '镇里改的', kinds: kinds('01', '02') };
    const { outcome } = await ingest(city, { number: 2, records: [part('d1', { clock: at(50), values })] });

    expect(outcome).toMatchObject({ accepted: 1, conflicts: 1 });
    const [row] = await rowsIn(city);
    expect(row?.values).toMatchObject({ note: '市里改的', kinds: kinds('01', '02', '03') });
    expect((await city.inbox()).conflicts).toMatchObject([
      {
        id: 'd1',
        field: 'note',
        kept: { value: '市里改的', author: '市平台' },
        lost: { value: '镇里改的', author: '李梅' },
      },
    ]);
  });

  test('sees no conflict where the town had the correction or sends again what was corrected', async () => {
    await fresh();
    const noted = part('d1', { clock: at(5), values: { note: '镇里先写的' } });
    await ingest(city, { number: 1, records: [home, zhang] });
    await ingest(city, { number: 2, records: [noted] });
    const correction = {
      ledger: 'dweller',
      town: humen.unit.code,
      id: 'd1',
      values: { note: '市里改的' },
      author: '市平台',
    };
    await city.correct(correction);
    const { position, tip } = await city.outgoing.position();
    const series = await city.outgoing.series(humen.node);
    await city.outgoing.add(sent({ series, tip, upTo: position }));

    const again = await ingest(city, { number: 3, basis: 1, records: [noted] });
    const later = 2_000_000_000_000;
    const seen = { series, number: 1, tip };
    const records = [part('d1', { clock: at(later), values: { note: '镇里再改' } })];
    const knowing = await ingest(city, { number: 4, records, seen });

    expect(again.outcome).toMatchObject({ conflicts: 0 });
    expect(knowing.outcome).toMatchObject({ conflicts: 0, changed: 1 });
    expect((await rowsIn(city))[0]?.values['note']).toBe('镇里再改');
  });

  const sent = (of: { readonly series: string; readonly tip: string; readonly upTo: number }) => ({
    ...of,
    digest: createHash('sha256').update(of.series).digest('hex'),
    peer: humen.node,
    kind: 'increment' as const,
    from: 1,
    to: 1,
    file: 'down.zwp',
    bytes: 1,
    counts: {},
    at: '2026-11-23T02:00:00.000Z',
    by: '市平台',
    approvedBy: '',
    stick: '',
    verified: 'uncached' as const,
    state: 'carried' as const,
    stateAt: '2026-11-23T02:00:00.000Z',
  });

  const linesOf = async (chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) => {
    let text = '';
    for await (const chunk of chunks) text += Buffer.from(chunk).toString('utf8');
    const section = { ledger: 'dweller', revision: 1 };
    return text.split('\n').flatMap((line) => {
      const read = line === '' ? null : readLine(line, section);
      return read?.kind === 'record' ? [read.record] : [];
    });
  };

  test('sends its corrections down to the town they belong to and no other', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });
    await ingest(city, {
      number: 1,
      sender: changan.node,
      records: [whole('c1', { clock: at(2), values: { name: '李四' } })],
    });
    const refused = await city.correct({
      ledger: 'dweller',
      town: humen.unit.code,
      id: 'd1',
      values: { age: 900 },
      author: '市平台',
    });
    await city.correct({
      ledger: 'dweller',
      town: humen.unit.code,
      id: 'd1',
      values: { age: 44 },
      author: '市平台',
    });
    await city.correct({
      ledger: 'place',
      town: '441900',
      id: 'pc',
      values: { code: 'CITY' },
      author: '市平台',
    });
    const selection = { after: 0, upTo: 9, except: humen.node, sensitive: false };

    const toHumen = await linesOf(
      city.outgoing.lines({ ...selection, scope: { node: humen.node, unit: humen.unit.code } }),
    );
    const toChangan = await linesOf(
      city.outgoing.lines({ ...selection, scope: { node: changan.node, unit: changan.unit.code } }),
    );
    const preview = await city.outgoing.preview({ ...selection, scope: null });

    expect(refused).toMatchObject({ ok: false, findings: [{ field: 'age', code: 'too-large' }] });
    expect(toHumen.map(({ id, isWhole, values }) => [id, isWhole, values])).toEqual([
      ['pc', true, { code: 'CITY' }],
      ['d1', false, { age: 44 }],
    ]);
    expect(toChangan.map(({ id }) => id)).toEqual(['pc']);
    expect(preview.ledgers).toMatchObject({ place: { created: 1 }, dweller: { changed: 1 } });
  });

  test('gives a restored town back what came after its backup, whole', async () => {
    await fresh();
    await ingest(city, { number: 1, records: [home, zhang] });
    await ingest(city, { number: 2, records: [part('d1', { clock: at(9), values: { note: '二' } })] });
    const { series, tip } = factsOf({ number: 1, records: [] });

    const given = await linesOf(city.outgoing.giveBack(humen.node, { series, number: 1, tip }, false));
    const everything = await linesOf(city.outgoing.giveBack(humen.node, null, false));

    expect(given).toMatchObject([
      { id: 'd1', isWhole: true, values: { name: '张三', note: '二' }, clocks: { note: at(9) } },
    ]);
    expect(everything.map(({ id }) => id)).toEqual(['p1', 'd1']);
  });

  test('moves the basis forward by receipts, never back by an older one', async () => {
    await fresh();
    const series = await city.outgoing.series(humen.node);
    await city.outgoing.add(sent({ series, tip: 't1', upTo: 5 }));
    const receipt = (number: number, rounds: readonly Round[]) => ({
      series: 'theirs',
      number,
      writtenAt: `2026-11-23T0${number}:00:00.000Z`,
      packages: [],
      holdings: [{ series, holds: [[1, 1]] as const, missing: [], rounds }],
      returned: [],
      duplicates: [],
    });

    await city.receipts.apply(humen.node, receipt(1, [{ series, number: 1, tip: 'foreign' }]));
    const foreign = await city.outgoing.acknowledged(humen.node);
    await city.receipts.apply(humen.node, receipt(2, [{ series, number: 1, tip: 't1' }]));
    const ours = await city.outgoing.acknowledged(humen.node);
    await city.outgoing.setAcknowledged(humen.node, null);
    await city.receipts.apply(humen.node, receipt(1, [{ series, number: 1, tip: 't1' }]));

    expect(foreign).toBeNull();
    expect(ours).toEqual({ series, number: 1, tip: 't1', position: 5 });
    expect(await city.outgoing.acknowledged(humen.node)).toBeNull();
  });

  test('begins new series when a town has seen more than the city remembers', async () => {
    await fresh();
    const before = await city.outgoing.series(humen.node);
    const seen = { series: before, number: 3, tip: 'of a city that was set back' };

    await ingest(city, { number: 1, records: [home, zhang], seen });

    expect(await city.outgoing.series(humen.node)).not.toBe(before);
    expect(await city.outgoing.series(changan.node)).toHaveLength(16);
  });

  test('keeps private keys sealed and opens only with its passphrase', async () => {
    await fresh();
    await city.documents.set('secret', 'identity', '{"key":"AGE-SECRET-KEY-1"}');
    await city.documents.set('card', 'c1', '{"name":"虎门镇"}');

    const rows = await statement<{ content: string | null; sealed: Uint8Array | null }>(
      url,
      'SELECT content, sealed FROM city_document',
    );
    const again = await reopened(url);
    open.push(again);

    expect(rows.filter(({ sealed }) => sealed !== null)).toHaveLength(1);
    expect(
      rows.some(({ content, sealed }) =>
        `${content ?? ''}${Buffer.from(sealed ?? []).toString()}`.includes('AGE-SECRET'),
      ),
    ).toBe(false);
    expect(await again.documents.get('secret', 'identity')).toBe('{"key":"AGE-SECRET-KEY-1"}');
    expect(await again.documents.list('card')).toEqual([{ key: 'c1', content: '{"name":"虎门镇"}' }]);
  });
});
