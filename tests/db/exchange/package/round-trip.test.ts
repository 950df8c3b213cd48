import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  readPackage,
  type OpenedReceipt,
  type OpenedRecords,
} from '../../../../db/exchange/package/read-package.ts';
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
      given: [],
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
