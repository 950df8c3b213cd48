import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatVersions, versionVerdict } from '../../../../db/exchange/package/header.ts';
import { readPackage } from '../../../../db/exchange/package/read-package.ts';
import { forged, takenApart } from './crafted-package.ts';
import { folder, incrementInput, makeOffices, written, type Offices } from './office.ts';

const place = folder();
let offices: Offices;
beforeAll(async () => {
  offices = await makeOffices();
});
afterAll(() => place.remove());

describe('versions of the format', () => {
  test('a reader of N and packages of N−2 to N+2, for whatever least reader they name', () => {
    // A reader of version 5 that still reads 3.
    const versions = { newest: 5, oldest: 3 };
    const verdicts = [];
    for (let version = 2; version <= 7; version += 1) {
      const row = Array.from({ length: version }, (_, i) =>
        versionVerdict({ version, minReader: i + 1 }, versions),
      );
      verdicts.push(`${version}: ${row.join(' ')}`);
    }
    expect(verdicts).toEqual([
      '2: older older',
      '3: read read read',
      '4: read read read read',
      '5: read read read read read',
      '6: read read read read read newer',
      '7: read read read read read newer newer',
    ]);
  });

  test('this reader takes packages of newer writers that say it can, with fields it does not know, and no others', async () => {
    const { file } = await written(incrementInput(offices, place.path));
    const entries = takenApart(file);
    const outcome = async (version: number, minReader: number, more: Record<string, unknown>) => {
      const target = path.join(place.path, `v${version}-${minReader}-${Object.keys(more).length}.zwp`);
      const header = { version, minReader, ...more };
      writeFileSync(target, forged(entries, offices.town.identity, { header }));
      const read = await readPackage(target, { trust: offices.cityTrust, self: offices.city.identity });
      if (read.ok) await read.close();
      return read.ok ? 'taken' : read.code;
    };
    const unknown = { unheardOf: { list: [1, 'x', null] } };
    const newest = formatVersions.newest;
    expect(await outcome(newest, newest, {})).toBe('taken');
    expect(await outcome(newest, newest, unknown)).toBe('header-invalid');
    for (const version of [newest + 1, newest + 2]) {
      expect(await outcome(version, newest, {})).toBe('taken');
      expect(await outcome(version, newest, unknown)).toBe('taken');
      expect(await outcome(version, version, unknown)).toBe('newer-version');
      // Nothing else of a header that is not for us is looked at.
      expect(await outcome(version, version, { parts: 'elsewhere', sender: 7 })).toBe('newer-version');
    }
    expect(await outcome(newest, newest + 1, {})).toBe('newer-version');
    expect(await outcome(0, 0, {})).toBe('header-invalid');
    expect(await outcome(-1, 1, {})).toBe('header-invalid');
  });

  test('ledgers, fields and values this version does not know come through as they are', async () => {
    const lines = [
      '{"ledger":"ledger_of_tomorrow","revision":99}',
      '{"i":"a-1","t":[5,"441900121-k7f3q2"],"a":"李梅","w":{"hologram":"☃","depth":1.5,"none":null}}',
      '{"ledger":"person","revision":3}',
      '{"i":"a-2","t":[5,"441900121-k7f3q2"],"a":"","v":{"name":"张三","aura":7},"c":{"aura":[9,"441900121-k7f3q2"]}}',
      'not a record at all',
      '',
    ];
    const content = { kind: 'increment' as const, records: [Buffer.from(lines.join('\n'))] };
    const { file } = await written(incrementInput(offices, place.path, { content }));
    const read = await readPackage(file, { trust: offices.cityTrust, self: offices.city.identity });
    if (!read.ok || read.kind === 'receipt') throw new Error(JSON.stringify(read));
    const chunks = [];
    for await (const chunk of read.records()) chunks.push(chunk);
    await read.close();
    expect(
      chunks
        .flatMap(({ records }) => records)
        .map(({ ledger, revision, values }) => [ledger, revision, values]),
    ).toEqual([
      ['ledger_of_tomorrow', 99, { hologram: '☃', depth: 1.5, none: null }],
      ['person', 3, { name: '张三', aura: 7 }],
    ]);
    expect(chunks.flatMap(({ unreadable }) => unreadable)).toMatchObject([
      { number: 6, text: 'not a record at all' },
    ]);
    expect(read.header.counts).toEqual({ ledger_of_tomorrow: 1, person: 2 });
  });
});
