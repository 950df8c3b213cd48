import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePackage, type RecordContent } from '../../../../db/exchange/package/write-package.ts';
import { folder, incrementInput, makeOffices, people, written, type Offices } from './office.ts';

// ZW_PACKAGE_ROWS=2000000 is a town's first package.
const rows = Number(process.env['ZW_PACKAGE_ROWS'] ?? 100_000);
/** What the issue allows either side for two million rows. */
const most_MB = 200;

const place = folder();
let offices: Offices;
beforeAll(async () => {
  offices = await makeOffices();
});
afterAll(() => place.remove());

function measured(task: 'write' | 'read'): { readonly rows: number; readonly rss_MB: number } {
  const script = fileURLToPath(new URL('./big-package.ts', import.meta.url));
  // V8 otherwise lets its young generation grow to 150 MB, of which 30 are in use, when records are parsed for seconds.
  const flags = ['--max-semi-space-size=16'];
  const output = execFileSync(process.execPath, [...flags, script, task, place.path, String(rows)], {
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

describe('memory', () => {
  test(`of writing and reading ${rows} rows stays below ${most_MB} MB`, { timeout: 600_000 }, () => {
    const write = measured('write');
    const read = measured('read');
    console.info(`${rows} rows: ${write.rss_MB} MB to write, ${read.rss_MB} MB to read`);
    expect([write.rows, read.rows]).toEqual([rows, rows]);
    expect(write.rss_MB).toBeLessThan(most_MB);
    expect(read.rss_MB).toBeLessThan(most_MB);
  });
});

describe('a package that cannot be written', () => {
  const leftovers = () => readdirSync(place.path).filter((name) => name.startsWith('package-'));

  test('is cancelled at once and leaves nothing behind', async () => {
    const stop = new AbortController();
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield* people(1);
      for (let n = 0; ; n += 1) {
        if (n === 50) stop.abort();
        yield Buffer.from(`{"i":"${n}"}\n`.repeat(1000));
      }
    }
    const content = { kind: 'increment' as const, records: endless() };
    const before = leftovers();
    expect(await writePackage(incrementInput(offices, place.path, { content, signal: stop.signal }))).toEqual(
      {
        ok: false,
        code: 'cancelled',
        details: {},
      },
    );
    expect(leftovers()).toEqual(before);
  });

  test('names the attachment that is damaged on this computer', async () => {
    const hash = createHash('sha256').update('as it was').digest('hex');
    const attachments = [{ hash, bytes: 9, content: () => [Buffer.from('as it is!')] }];
    const content = { kind: 'increment' as const, records: people(1), attachments };
    expect(await writePackage(incrementInput(offices, place.path, { content }))).toEqual({
      ok: false,
      code: 'attachment-damaged',
      details: { hash },
    });
  });

  // A file system of 64 KiB, where this process may mount one.
  test.skipIf(process.getuid?.() !== 0)('says that the disk is full', async () => {
    const small = path.join(place.path, 'small-disk');
    mkdirSync(small);
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]);
    if (mount.status !== 0) return console.warn('SKIPPED: no tmpfs can be mounted here');
    try {
      // Random ids do not pack: about 100 KiB.
      const ids = Array.from({ length: 5000 }, () => `{"i":"${randomUUID()}"}\n`).join('');
      const records = [Buffer.from(`{"ledger":"person","revision":3}\n${ids}`)];
      const content = { kind: 'increment' as const, records };
      const outcome = await writePackage(incrementInput(offices, small, { content }));
      expect(outcome).toEqual({ ok: false, code: 'disk-full', details: {} });
      expect(readdirSync(small)).toEqual([]);
    } finally {
      spawnSync('umount', [small]);
    }
  });

  test('throws what the source of the lines threw', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield* people(1);
      throw new RangeError('the database is gone');
    }
    const content = { kind: 'increment' as const, records: failing() };
    const before = leftovers();
    await expect(writePackage(incrementInput(offices, place.path, { content }))).rejects.toThrow(
      'the database is gone',
    );
    expect(leftovers()).toEqual(before);
  });

  test('is not written from lines that are none', async () => {
    for (const text of [
      '{"i":"before a heading"}\n',
      '{"ledger":"person","revision":3}\n{"i":"open',
      '{"ledger":7}\n',
    ]) {
      const content = { kind: 'increment' as const, records: [Buffer.from(text)] };
      await expect(writePackage(incrementInput(offices, place.path, { content }))).rejects.toThrow(TypeError);
    }
  });
});

describe('attachments', () => {
  const photos = Array.from({ length: 5 }, (_, n) => {
    const bytes = Buffer.alloc(100_000, n + 1);
    return {
      hash: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      content: () => [bytes],
    };
  });

  test('beyond the budget travel next time, the important ones first', async () => {
    const content: RecordContent = {
      kind: 'increment',
      records: people(1),
      attachments: photos,
      attachmentBudget_bytes: 250_000,
    };
    const sent = await written(incrementInput(offices, place.path, { content }));
    expect(sent.leftOut).toEqual(photos.slice(2).map(({ hash }) => hash));
    expect(sent.header.parts.slice(1).map(({ name }) => name)).toEqual(
      photos
        .slice(0, 2)
        .map(({ hash }) => `files/${hash}.age`)
        .toSorted(),
    );
  });

  test('named twice travel once', async () => {
    const content: RecordContent = {
      kind: 'increment',
      records: people(1),
      attachments: [...photos, ...photos],
    };
    const sent = await written(incrementInput(offices, place.path, { content }));
    expect(sent.header.parts).toHaveLength(6);
    expect(sent.leftOut).toEqual([]);
  });
});
