import { createHash, randomBytes } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPackage } from '../../../../db/exchange/package/read-package.ts';
import { folder, incrementInput, makeOffices, people, written, type Offices } from './office.ts';

// Each trial opens the real file: ZW_FLIPS=all takes every bit and every length (several minutes); a number samples evenly.
const asked = process.env['ZW_FLIPS'] ?? '4000';

const place = folder();
let offices: Offices;
let bytes: Buffer;
let target: string;

beforeAll(async () => {
  offices = await makeOffices();
  const photo = randomBytes(9000);
  const hash = createHash('sha256').update(photo).digest('hex');
  const attachments = [{ hash, bytes: photo.length, content: () => [photo] }];
  const content = { kind: 'increment' as const, records: people(5), sensitive: people(1), attachments };
  const sent = await written(incrementInput(offices, place.path, { content }));
  bytes = readFileSync(sent.file);
  target = path.join(place.path, 'tampered.zwp');
});
afterAll(() => place.remove());

async function codeOf(): Promise<string> {
  const read = await readPackage(target, { trust: offices.cityTrust, self: offices.city.identity });
  if (!read.ok) return read.code;
  await read.close();
  return 'taken';
}

const step = (positions: number) =>
  asked === 'all' ? 1 : Math.max(1, Math.floor(positions / Number(asked)));

test('every flipped bit is refused', { timeout: 3_600_000 }, async () => {
  writeFileSync(target, bytes);
  expect(await codeOf()).toBe('taken');
  const codes = new Map<string, number>();
  const handle = openSync(target, 'r+');
  let trials = 0;
  const bits = bytes.length * 8;
  for (let bit = 0; bit < bits; bit += step(bits)) {
    const at = bit >> 3;
    const honest = bytes.readUInt8(at);
    writeSync(handle, Buffer.of(honest ^ (1 << (bit & 7))), 0, 1, at);
    const code = await codeOf();
    codes.set(code, (codes.get(code) ?? 0) + 1);
    writeSync(handle, Buffer.of(honest), 0, 1, at);
    trials += 1;
  }
  closeSync(handle);
  expect(codes.get('taken')).toBeUndefined();
  expect(trials).toBeGreaterThanOrEqual(asked === 'all' ? bits : Math.min(bits, Number(asked)));
  // Put right again it is the same package: the trials above were refused for their bit and nothing else.
  expect(await codeOf()).toBe('taken');
  console.info(`${trials} single bits refused: ${JSON.stringify(Object.fromEntries(codes))}`);
});

test('every cut and every addition is refused', { timeout: 3_600_000 }, async () => {
  const codes = new Map<string, number>();
  let trials = 0;
  writeFileSync(target, bytes);
  const handle = openSync(target, 'r+');
  for (let length = bytes.length - 1; length >= 0; length -= step(bytes.length * 4)) {
    ftruncateSync(handle, length);
    const code = await codeOf();
    codes.set(code, (codes.get(code) ?? 0) + 1);
    trials += 1;
  }
  closeSync(handle);
  expect([...codes.keys()].filter((code) => code !== 'truncated' && code !== 'not-a-package')).toEqual([]);
  expect(codes.get('truncated')).toBeGreaterThan(trials * 0.9);
  for (const more of [1, 2, 511, 512, 1024, 4095, 4096, 10_240, 1_000_000]) {
    for (const fill of [0, 0x20, 0xff]) {
      writeFileSync(target, Buffer.concat([bytes, Buffer.alloc(more, fill)]));
      expect(await codeOf()).toBe('trailing-bytes');
      trials += 1;
    }
  }
  writeFileSync(target, Buffer.concat([bytes, bytes]));
  expect(await codeOf()).toBe('trailing-bytes');
  console.info(`${trials} cuts and additions refused`);
});

test('stretches moved, exchanged, doubled or blanked are refused', { timeout: 600_000 }, async () => {
  const blocks = bytes.length / 512;
  let trials = 0;
  for (let a = 0; a < blocks; a += 1) {
    for (let b = 0; b < blocks; b += asked === 'all' ? 1 : 5) {
      const moved = Buffer.from(bytes);
      bytes.copy(moved, a * 512, b * 512, b * 512 + 512);
      if (moved.equals(bytes)) continue;
      writeFileSync(target, moved);
      expect(await codeOf()).not.toBe('taken');
      trials += 1;
    }
  }
  expect(trials).toBeGreaterThan(20);
});
