import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fc } from '../../../fixtures/fc.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCard } from '../../../../db/exchange/package/keys/card.ts';
import { forgetFormerKeys, rotate } from '../../../../db/exchange/package/keys/identity.ts';
import {
  inspectPackage,
  readPackage,
  type OpenedReceipt,
  type OpenedRecords,
} from '../../../../db/exchange/package/read-package.ts';
import { recordLine, sectionLine } from '../../../../db/model/sync/lines.ts';
import type { ReceiptFacts } from '../../../../db/model/sync/sync-node.ts';
import type { SyncRecord } from '../../../../db/model/sync/sync-record.ts';
import {
  at,
  folder,
  incrementInput,
  makeOffices,
  people,
  record,
  series,
  tip,
  written,
  type Offices,
} from './office.ts';

const place = folder();
let offices: Offices;
beforeAll(async () => {
  offices = await makeOffices();
});
afterAll(() => place.remove());

const atCity = (file: string) => readPackage(file, { trust: offices.cityTrust, self: offices.city.identity });

async function openedAtCity(file: string): Promise<OpenedRecords> {
  const opened = await atCity(file);
  if (!opened.ok || opened.kind === 'receipt') throw new Error(JSON.stringify(opened));
  return opened;
}

async function recordsOf(opened: OpenedRecords): Promise<SyncRecord[]> {
  const all: SyncRecord[] = [];
  for await (const chunk of opened.records()) all.push(...chunk.records);
  return all;
}

describe('a package', () => {
  test('comes out at the city as it went in at the town', async () => {
    const sent = await written(incrementInput(offices, place.path));
    const opened = await openedAtCity(sent.file);
    expect(await recordsOf(opened)).toEqual(Array.from({ length: 10 }, (_, n) => record(n)));
    expect(opened.facts).toEqual(sent.facts);
    expect(opened.facts).toMatchObject({
      digest: sent.digest,
      kind: 'increment',
      sender: offices.town.identity.node,
      receiver: offices.city.identity.node,
      counts: { person: 10 },
      from: 1,
      to: 3,
    });
    expect(opened.sender).toEqual(offices.town.card);
    await opened.close();
  });

  test('is as long as it said, in whole pages, under a name for people', async () => {
    const sent = await written(incrementInput(offices, place.path));
    const bytes = readFileSync(sent.file);
    expect(bytes.length).toBe(sent.bytes);
    expect(bytes.length % 4096).toBe(0);
    expect(sent.name).toBe(`虎门镇_第0003包_2026-11-23_${sent.digest.slice(0, 6)}.zwp`);
    await sent.discard();
  });

  test('leaves no part in the temporary folder once discarded', async () => {
    const own = folder();
    const sent = await written(incrementInput(offices, own.path));
    await sent.discard();
    expect(readdirSync(own.path)).toEqual([sent.name]);
    own.remove();
  });

  test('carries sensitive records and attachments apart', async () => {
    const photo = Buffer.alloc(200_000, 7);
    const hash = createHash('sha256').update(photo).digest('hex');
    const sent = await written(
      incrementInput(offices, place.path, {
        content: {
          kind: 'increment',
          records: people(3),
          sensitive: people(2),
          attachments: [
            { hash, bytes: photo.length, content: () => [photo.subarray(0, 5), photo.subarray(5)] },
          ],
        },
      }),
    );
    expect(sent.header.parts.map(({ name }) => name)).toEqual([
      'records.ndjson.zst.age',
      'sensitive.ndjson.zst.age',
      `files/${hash}.age`,
    ]);
    const opened = await openedAtCity(sent.file);
    const counts = { plain: 0, sensitive: 0 };
    for await (const chunk of opened.records()) {
      counts[chunk.isSensitive ? 'sensitive' : 'plain'] += chunk.records.length;
    }
    expect(counts).toEqual({ plain: 3, sensitive: 2 });
    const [attachment] = opened.attachments;
    expect(attachment).toMatchObject({ hash, bytes: photo.length });
    const pieces = [];
    for await (const piece of attachment?.content() ?? []) pieces.push(piece);
    expect(Buffer.concat(pieces).equals(photo)).toBe(true);
    await opened.close();
  });

  test('brings a receipt down to the town', async () => {
    const receipt: ReceiptFacts = {
      series,
      number: 7,
      writtenAt: at,
      packages: [{ digest: tip, status: 'applied', accepted: 9 }],
      holdings: [{ series, holds: [[1, 3]], missing: [], rounds: [{ series, number: 3, tip }] }],
      returned: [{ ledger: 'person', id: '0199-4', field: 'phone', reason: 'bad-phone', args: {} }],
      duplicates: [],
    };
    const { city, town } = offices;
    const sent = await written({
      ...incrementInput(offices, place.path),
      identity: city.identity,
      chain: city.chain,
      receiver: [town.card],
      content: { kind: 'receipt', receipt },
    });
    expect(sent.name).toMatch(/^东莞市_致虎门镇_第0003回执_2026-11-23_[0-9a-f]{6}\.zwp$/);
    const opened = await readPackage(sent.file, { trust: offices.townTrust, self: town.identity });
    expect(opened.ok && (opened as OpenedReceipt).receipt).toEqual(receipt);
    if (opened.ok) await opened.close();
  });

  test('shows who sent it to whom without being opened, also to others', async () => {
    const sent = await written(incrementInput(offices, place.path, { receiver: [offices.otherTown.card] }));
    expect(await inspectPackage(sent.file, offices.cityTrust)).toEqual({
      ok: true,
      digest: sent.digest,
      header: sent.header,
      sender: offices.town.card,
      isNewKey: false,
      bytes: sent.bytes,
    });
    const stranger = { anchors: [offices.village.card], lists: [] };
    expect(await inspectPackage(sent.file, stranger)).toMatchObject({ ok: false, code: 'signer-unknown' });
  });

  test('is opened by a receiver that has changed its keys meanwhile, and by either key during the change', async () => {
    const { city, cityTrust } = offices;
    const rotated = await rotate(city.identity);
    const toOld = await written(incrementInput(offices, place.path));
    const toBoth = await written(
      incrementInput(offices, place.path, { receiver: [city.card, makeCard(rotated)] }),
    );
    const readers = [
      [toOld, rotated],
      [toBoth, city.identity],
      [toBoth, forgetFormerKeys(rotated)],
    ] as const;
    for (const [sent, self] of readers) {
      const opened = await readPackage(sent.file, { trust: cityTrust, self });
      expect(opened.ok).toBe(true);
      if (opened.ok) await opened.close();
    }
    expect(
      await readPackage(toOld.file, { trust: cityTrust, self: forgetFormerKeys(rotated) }),
    ).toMatchObject({
      ok: false,
      code: 'payload-undecryptable',
    });
  });

  test('brings any record through, whatever its values', async () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/);
    const clock = fc.tuple(fc.nat(), fc.constantFrom('441900121-k7f3q2', '441900-abcdef'));
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
    );
    const anyRecord = fc.record({
      ledger: fc.constantFrom('person', 'residence', 'ledger_of_tomorrow'),
      revision: fc.constant(3),
      id: fc.uuid(),
      isWhole: fc.boolean(),
      values: fc.dictionary(name, value, { noNullPrototype: true }),
      clock,
      clocks: fc.dictionary(name, clock, { noNullPrototype: true }),
      removal: fc.option(fc.record({ reason: fc.option(fc.string()), clock })),
      author: fc.string({ maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRecord, { maxLength: 40 }),
        fc.integer({ min: 1, max: 400 }),
        async (given, cut) => {
          const text = given.map((one) => `${sectionLine(one)}\n${recordLine(one)}\n`).join('');
          const bytes = Buffer.from(text);
          const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, n) =>
            bytes.subarray(n * cut, (n + 1) * cut),
          );
          const own = folder();
          const sent = await written(
            incrementInput(offices, own.path, { content: { kind: 'increment', records: chunks } }),
          );
          const opened = await openedAtCity(sent.file);
          // JSON has no negative zero.
          expect(await recordsOf(opened)).toEqual(JSON.parse(JSON.stringify(given)));
          await opened.close();
          own.remove();
        },
      ),
      { numRuns: 60 },
    );
  });

  test('can be put away half read, and its verifying be cancelled', async () => {
    const lines = Array.from({ length: 50_000 }, () => `{"i":"${randomUUID()}","t":[1,"n"],"a":"","w":{}}\n`);
    const records = [Buffer.from(`{"ledger":"person","revision":3}\n${lines.join('')}`)];
    const sent = await written(
      incrementInput(offices, place.path, { content: { kind: 'increment', records } }),
    );
    const opened = await openedAtCity(sent.file);
    for await (const chunk of opened.records()) {
      expect(chunk.records.length).toBeGreaterThan(0);
      break;
    }
    await opened.close();
    const stop = new AbortController();
    const input = { trust: offices.cityTrust, self: offices.city.identity, signal: stop.signal };
    setTimeout(() => stop.abort(new Error('enough')), 5);
    await expect(readPackage(sent.file, input)).rejects.toThrow('enough');
  });

  test('of a village is read by its town', async () => {
    const { village, town, townTrust } = offices;
    const sent = await written({
      ...incrementInput(offices, place.path),
      identity: village.identity,
      chain: village.chain,
      receiver: [town.card],
    });
    const opened = await readPackage(sent.file, { trust: townTrust, self: town.identity });
    expect(opened).toMatchObject({ ok: true, sender: { name: '威远社区' } });
    if (opened.ok) await opened.close();
  });
});
