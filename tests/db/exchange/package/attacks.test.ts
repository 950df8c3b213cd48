import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constants, createZstdCompress, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindingLine } from '../../../../db/exchange/package/binding.ts';
import { canonicalBytes } from '../../../../db/exchange/package/canonical-json.ts';
import { timeOf } from '../../../../db/exchange/package/header.ts';
import { makeCard } from '../../../../db/exchange/package/keys/card.ts';
import { makeIdentity, rotate } from '../../../../db/exchange/package/keys/identity.ts';
import type { Trust } from '../../../../db/exchange/package/keys/judge-sender.ts';
import { documentText } from '../../../../db/exchange/package/keys/signed-document.ts';
import { changeTrustList, revoke } from '../../../../db/exchange/package/keys/trust-list.ts';
import { readPackage } from '../../../../db/exchange/package/read-package.ts';
import { packageRefusals, PackageRefused, refusalText } from '../../../../db/exchange/package/refusals.ts';
import { archive, forged, recordsOf, sha256, takenApart, ageOf, type Entries } from './crafted-package.ts';
import {
  at,
  enrol,
  folder,
  incrementInput,
  makeOffices,
  people,
  series,
  written,
  type Offices,
} from './office.ts';

const place = folder();
let offices: Offices;
let file: string;
let bytes: Buffer;
let entries: Entries;
const photo = Buffer.from('a photo');
const photoEntry = `files/${sha256(photo)}.age`;

beforeAll(async () => {
  offices = await makeOffices();
  const attachments = [{ hash: sha256(photo), bytes: photo.length, content: () => [photo] }];
  const content = { kind: 'increment' as const, records: people(10), sensitive: people(2), attachments };
  ({ file } = await written(incrementInput(offices, place.path, { content })));
  bytes = readFileSync(file);
  entries = takenApart(file);
});
afterAll(() => place.remove());

let made = 0;
/** What the city says to these bytes. */
async function refusal(content: Buffer, trust: Trust = offices.cityTrust): Promise<string> {
  made += 1;
  const forgery = path.join(place.path, `forged-${made}.zwp`);
  writeFileSync(forgery, content);
  const read = await readPackage(forgery, { trust, self: offices.city.identity });
  if (read.ok) await read.close();
  return read.ok ? 'taken' : read.code;
}

const forge = (forgery: Parameters<typeof forged>[2]) => forged(entries, offices.town.identity, forgery);
const forgedHeader = (header: Record<string, unknown>) => forge({ header, keepsDigests: true });
const lines = (n: number) => Buffer.concat(people(n)).toString('utf8');

/** The package with other records in it, everything else following. */
async function withRecords(
  given: Omit<Parameters<typeof recordsOf>[2], 'name'>,
  header: Record<string, unknown> = {},
) {
  const { content, part } = await recordsOf(entries.header, offices.city.card.ageKey, given);
  const parts = entries.header.parts.map((other) => (other.name === part.name ? part : other));
  return forge({ header: { parts, ...header }, contents: { [part.name]: content }, keepsDigests: true });
}

/** The package with other bytes as its part of records, digests following. */
const withPart = (content: Buffer, change: { plainBytes?: number; lines?: number } = {}) => {
  const [first, ...others] = entries.header.parts;
  const part = { ...first, bytes: content.length, sha256: sha256(content), ...change };
  return forge({
    header: { parts: [part, ...others] },
    contents: { 'records.ndjson.zst.age': content },
    keepsDigests: true,
  });
};

test('the untouched package is taken, and so is one taken apart and put together again', async () => {
  expect(await refusal(bytes)).toBe('taken');
  expect(await refusal(forge({}))).toBe('taken');
  expect(await refusal(await withRecords({ text: lines(10) }))).toBe('taken');
});

// One entry for each refusal of the closed list: the compiler asks for the missing ones.
const attacks: Record<keyof typeof packageRefusals, () => Promise<string>> = {
  'no-file': async () => {
    const read = await readPackage(path.join(place.path, 'absent.zwp'), {
      trust: offices.cityTrust,
      self: offices.city.identity,
    });
    return read.ok ? 'taken' : read.code;
  },
  'medium-failed': async () => {
    // Linux answers EINVAL to who reads the speed of the loopback device: a regular file that cannot be read.
    const failing = '/sys/class/net/lo/speed';
    if (!existsSync(failing)) return 'medium-failed';
    const read = await readPackage(failing, { trust: offices.cityTrust, self: offices.city.identity });
    return read.ok ? 'taken' : read.code;
  },
  'not-a-package': () => refusal(Buffer.from('PK\u0003\u0004 some other file'.repeat(500))),
  truncated: () => refusal(bytes.subarray(0, bytes.length - 4096)),
  'trailing-bytes': () => refusal(Buffer.concat([bytes, Buffer.alloc(4096)])),
  'header-too-large': () => refusal(forge({ headerBytes: Buffer.alloc(300 * 1024, 0x20) })),
  'header-not-canonical': () =>
    refusal(
      forge({ headerBytes: Buffer.from(JSON.stringify({ ...entries.header, kind: 'increment' }, null, 1)) }),
    ),
  'newer-version': () => refusal(forgedHeader({ version: 2, minReader: 2, unheardOf: ['anything'] })),
  'version-too-old': () => {
    const { city, cityTrust } = offices;
    const minima = { suites: ['age-x25519+ed25519'], version: 2 };
    const list = changeTrustList(city.identity, city.trust, { minima, at });
    return refusal(bytes, { ...cityTrust, lists: [list] });
  },
  'header-invalid': () => refusal(forgedHeader({ from: 5, to: 3 })),
  'suite-unknown': () => refusal(forgedHeader({ suite: 'none' })),
  'suite-too-old': () => {
    const { city, cityTrust } = offices;
    const list = changeTrustList(city.identity, city.trust, {
      minima: { suites: ['sm2+sm4'], version: 1 },
      at,
    });
    return refusal(bytes, { ...cityTrust, lists: [list] });
  },
  'certificate-invalid': () =>
    // The other town puts its own certificate into this town's package.
    refusal(forge({ contents: { 'certificate.json': Buffer.from(documentText(offices.otherTown.chain)) } })),
  'signer-unknown': async () => {
    const stranger = await makeOffices();
    const sent = await written({
      ...incrementInput(stranger, place.path),
      receiver: [offices.city.card],
    });
    return refusal(readFileSync(sent.file));
  },
  'signer-superseded': async () => {
    const { city, town, cityTrust } = offices;
    const next = makeCard(await rotate(town.identity));
    const cards = [...city.trust.cards.filter(({ node }) => node !== town.card.node), next];
    const list = changeTrustList(city.identity, city.trust, { cards, at });
    return refusal(bytes, { ...cityTrust, lists: [list] });
  },
  'signer-revoked': () => {
    const { city, town, cityTrust } = offices;
    const revocation = { node: town.card.node, key: null, keeps: [], at, reason: '电脑被盗' };
    return refusal(bytes, { ...cityTrust, lists: [revoke(city.identity, city.trust, revocation)] });
  },
  'signature-wrong': () => refusal(forge({ signer: offices.otherTown.identity })),
  'wrong-receiver': async () => {
    const { otherTown } = offices;
    const sent = await written(incrementInput(offices, place.path, { receiver: [otherTown.card] }));
    return refusal(readFileSync(sent.file));
  },
  'envelope-altered': () => {
    // An owner in the third tar header: nothing that is signed.
    const altered = Buffer.from(bytes);
    const third = altered.indexOf('certificate.json\0');
    altered.write('root', third + 265, 'latin1');
    return refusal(altered);
  },
  'part-missing': () => {
    const without = [...entries.contents].filter(([name]) => name !== 'sensitive.ndjson.zst.age');
    const cut = archive(without, timeOf(entries.header));
    return refusal(Buffer.concat([cut, Buffer.alloc(bytes.length - cut.length)]));
  },
  'part-too-large': () => withRecords({ text: '\n'.repeat(32 * 1024 * 1024) }).then(refusal),
  'part-damaged': () => {
    const damaged = Buffer.from(entries.contents.get('records.ndjson.zst.age') ?? '');
    damaged.writeUInt8(damaged.readUInt8(300) ^ 1, 300);
    return refusal(forge({ contents: { 'records.ndjson.zst.age': damaged }, keepsDigests: true }));
  },
  'payload-undecryptable': async () => {
    const content = await ageOf(Buffer.from('for somebody else'), offices.otherTown.card.ageKey);
    return refusal(withPart(content));
  },
  'payload-undecodable': async () => {
    const content = await ageOf(Buffer.from('no zstd frame'), offices.city.card.ageKey);
    return refusal(withPart(content));
  },
  'binding-wrong': () => {
    // The other town takes the first town's encrypted part and signs it as its own.
    const { city, otherTown } = offices;
    const { node, unit, name } = otherTown.card;
    const signer = otherTown.chain.certificates[0]?.card;
    const stolen = {
      sender: { node, unit, name },
      signer: signer?.signatures[0]?.key,
    };
    expect(city.trust.cards).toContainEqual(otherTown.card);
    const certificate = Buffer.from(documentText(otherTown.chain));
    return refusal(
      forge({ header: stolen, contents: { 'certificate.json': certificate }, signer: otherTown.identity }),
    );
  },
  'records-invalid': () =>
    withRecords({ text: `{"i":"a record before any heading"}\n${lines(10)}` }).then(refusal),
  'count-mismatch': () => withRecords({ text: lines(9) }).then(refusal),
  'attachment-mismatch': async () => {
    const content = await ageOf(Buffer.from('b photo'), offices.city.card.ageKey);
    return refusal(forge({ contents: { [photoEntry]: content } }));
  },
  'receipt-invalid': async () => {
    const part = 'receipt.json.zst.age';
    const header = { ...entries.header, kind: 'receipt' };
    const given = { text: '{"not":"a receipt"}\n', bound: header, name: part };
    const receipt = await recordsOf(header, offices.city.card.ageKey, given);
    const contents = new Map([...entries.contents].filter(([name]) => !name.includes('.age')));
    const apart = { header: { ...header, parts: [receipt.part], counts: {}, revisions: {} }, contents };
    return refusal(forged(apart, offices.town.identity, { contents: { [part]: receipt.content } }));
  },
  'changed-while-reading': async () => {
    const exchanged = path.join(place.path, 'exchanged.zwp');
    writeFileSync(exchanged, bytes);
    const read = await readPackage(exchanged, { trust: offices.cityTrust, self: offices.city.identity });
    if (!read.ok || read.kind === 'receipt') return 'not opened';
    // Another honest package of the same length comes under the name while the clerk looks at the preview.
    const again = await written(
      incrementInput(offices, place.path, { content: { kind: 'increment', records: people(10) } }),
    );
    writeFileSync(exchanged, Buffer.concat([readFileSync(again.file), bytes.subarray(again.bytes)]), {
      flag: 'r+',
    });
    try {
      for await (const chunk of read.records()) if (chunk.records.length > 0) return 'handed out';
      return 'taken';
    } catch (error) {
      return error instanceof PackageRefused ? error.refusal.code : 'threw';
    } finally {
      await read.close();
    }
  },
};

describe('each refusal has an attack that meets it', () => {
  for (const [code, attack] of Object.entries(attacks)) {
    test(`${code}`, async () => {
      expect(await attack()).toBe(code);
    });
  }
});

describe('more ways to the same refusals', () => {
  const head = () => JSON.stringify(entries.header);
  const text = () => canonicalBytes(entries.header).toString('utf8');

  test('a header with a doubled name, an inherited name, a fraction or a byte order mark is not canonical', async () => {
    const crafted = [
      text().replace('"from":1,', '"from":1,"from":1,'),
      text().replace('{"basis"', '{"__proto__":{"isAdmin":true},"basis"'),
      text().replace('"from":1,', '"from":1.0,'),
      text().replace('"from":1,', '"from":1e0,'),
      `\uFEFF${text()}`,
      `${text()}\n`,
      '['.repeat(100_000),
      head().replace('}', ''),
    ];
    for (const headerBytes of crafted) {
      expect(
        await refusal(forge({ headerBytes: Buffer.from(headerBytes) })),
        headerBytes.slice(0, 80),
      ).toMatch(/^header-(not-canonical|invalid)$/);
    }
  });

  test('a field the version does not define is refused within the version', async () => {
    expect(await refusal(forgedHeader({ note: 'x' }))).toBe('header-invalid');
    expect(await refusal(forgedHeader({ sender: { ...entries.header.sender, note: 'x' } }))).toBe(
      'header-invalid',
    );
  });

  test('names that would be shown wrongly are refused', async () => {
    for (const name of ['', 'a\nb', 'a\u202Eb', 'x'.repeat(101)]) {
      expect(await refusal(forgedHeader({ receiver: { ...entries.header.receiver, name } }))).toBe(
        'header-invalid',
      );
    }
  });

  test('parts in another order, twice or of another kind are refused', async () => {
    const [first, second, third] = entries.header.parts;
    for (const parts of [
      [second, first, third],
      [first, second, second, third],
      [first, third, second],
      [first, { ...third, name: 'files/../../x.age' }],
    ]) {
      expect(await refusal(forgedHeader({ parts }))).toBe('header-invalid');
    }
    expect(await refusal(forgedHeader({ parts: [second, third] }))).toBe('part-missing');
  });

  test('an entry more than the header names is refused', async () => {
    const more = archive([...entries.contents, ['more.sh', Buffer.from('rm -rf /')]], timeOf(entries.header));
    expect(await refusal(more)).toMatch(/^(trailing-bytes|envelope-altered)$/);
  });

  test('content hidden in the zeros behind the last entry is refused', async () => {
    const hidden = Buffer.from(bytes);
    hidden.write('x', hidden.length - 1, 'latin1');
    expect(await refusal(hidden)).toBe('envelope-altered');
  });

  test('the two parts of records exchanged are refused', async () => {
    const records = entries.contents.get('records.ndjson.zst.age') ?? Buffer.alloc(0);
    const sensitive = entries.contents.get('sensitive.ndjson.zst.age') ?? Buffer.alloc(0);
    const [first, second, third] = entries.header.parts;
    const sizes = ({ plainBytes, lines: n }: { plainBytes: number; lines: number }) => ({
      plainBytes,
      lines: n,
    });
    const digest = (content: Buffer) => ({ bytes: content.length, sha256: sha256(content) });
    if (!first || !second) throw new Error('the package has two parts');
    const parts = [
      { name: first.name, ...digest(sensitive), ...sizes(second) },
      { name: second.name, ...digest(records), ...sizes(first) },
      third,
    ];
    const contents = { [first.name]: sensitive, [second.name]: records };
    expect(await refusal(forge({ header: { parts }, contents, keepsDigests: true }))).toBe('binding-wrong');
  });

  test('a part of an older package of the same office is refused', async () => {
    const facts = {
      series,
      from: 1,
      to: 2,
      tip: 'cd'.repeat(32),
      basis: null,
      seen: null,
      rounds: [],
      writtenAt: at,
    };
    const older = await written(incrementInput(offices, place.path, { facts }));
    const records = takenApart(older.file).contents.get('records.ndjson.zst.age') ?? Buffer.alloc(0);
    const [part] = older.header.parts;
    expect(
      await refusal(withPart(records, { plainBytes: part?.plainBytes ?? 0, lines: part?.lines ?? 0 })),
    ).toBe('binding-wrong');
  });

  test('a child cannot speak for its parent, nor a town for a village that is not its own', async () => {
    const { town, otherTown, city, townTrust } = offices;
    const list = otherTown.chain.certificates;
    expect(list).toHaveLength(2);
    // The other town issues a certificate for a "village" of the first town's area.
    const own = { identity: otherTown.identity, chain: otherTown.chain, trust: city.trust };
    await expect(enrol(own, { unit: '441900121009', name: '怀德社区', role: 'village' })).rejects.toThrow(
      'unit-not-under',
    );
    const forgedVillage = await makeIdentity({ unit: '441900121009', name: '怀德社区', role: 'village' });
    const sent = await written({
      ...incrementInput(offices, place.path),
      identity: forgedVillage,
      chain: otherTown.chain,
      receiver: [town.card],
    });
    const read = await readPackage(sent.file, { trust: townTrust, self: town.identity });
    expect(read).toMatchObject({ ok: false, code: 'certificate-invalid' });
  });

  test('a revoked computer keeps what it sent before and nothing else, not even in a new series', async () => {
    const { city, town, cityTrust } = offices;
    const revocation = {
      node: town.card.node,
      key: null,
      keeps: [{ series, to: 3 }],
      at,
      reason: '电脑被盗',
    };
    const trust = { ...cityTrust, lists: [revoke(city.identity, city.trust, revocation)] };
    expect(await refusal(bytes, trust)).toBe('taken');
    const later = await written(
      incrementInput(offices, place.path, {
        facts: {
          series,
          from: 4,
          to: 4,
          tip: 'ef',
          basis: null,
          seen: null,
          rounds: [],
          writtenAt: '2020-01-01T00:00:00.000Z',
        },
      }),
    );
    expect(await refusal(readFileSync(later.file), trust)).toBe('signer-revoked');
    const other = await written(
      incrementInput(offices, place.path, {
        facts: {
          series: 'begun-by-the-thief',
          from: 1,
          to: 1,
          tip: 'ef',
          basis: null,
          seen: null,
          rounds: [],
          writtenAt: at,
        },
      }),
    );
    expect(await refusal(readFileSync(other.file), trust)).toBe('signer-revoked');
  });

  test('a folder is not a package', async () => {
    const folderPath = path.join(place.path, 'folder.zwp');
    mkdirSync(folderPath);
    expect(
      await readPackage(folderPath, { trust: offices.cityTrust, self: offices.city.identity }),
    ).toMatchObject({
      code: 'not-a-package',
    });
  });
});

describe('bombs', () => {
  const bomb = async (
    plain: Buffer,
    params: Record<number, number>,
    declared: { plainBytes: number; lines: number },
  ) => withPart(await ageOf(zstdCompressSync(plain, { params }), offices.city.card.ageKey), declared);

  test('a part that unpacks to more than it declares stops there', async () => {
    const plain = Buffer.alloc(200 * 1024 * 1024);
    const rss = process.memoryUsage().rss;
    const crafted = await bomb(plain, {}, { plainBytes: 1000, lines: 1 });
    expect(crafted.length).toBeLessThan(100_000);
    expect(await refusal(crafted)).toBe('part-too-large');
    expect(process.memoryUsage().rss - rss).toBeLessThan(400 * 1024 * 1024);
  });

  test('a part that declares too much for its size is refused before it is read', async () => {
    const crafted = await bomb(Buffer.alloc(1000), {}, { plainBytes: 15 * 1024 ** 3, lines: 1 });
    expect(await refusal(crafted)).toBe('part-too-large');
  });

  test('a line without an end is refused at its bound', async () => {
    const noise = Buffer.from(
      Array.from({ length: 200_000 }, (_, n) => sha256(Buffer.from(String(n)))).join(''),
    );
    const first = bindingLine(entries.header, 'records.ndjson.zst.age');
    const plain = Buffer.concat([first, noise]);
    expect(noise.length).toBeGreaterThan(4 * 1024 * 1024);
    expect(await refusal(await bomb(plain, {}, { plainBytes: plain.length, lines: 1 }))).toBe(
      'records-invalid',
    );
  });

  test('a window beyond the bound is refused', async () => {
    const wide = { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_contentSizeFlag]: 0 };
    const plain = Buffer.from(lines(10));
    const size = { plainBytes: plain.length, lines: 11 };
    // Without a known size the frame names its window.
    const stream = createZstdCompress({ params: wide });
    stream.end(plain);
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece);
    const crafted = withPart(await ageOf(Buffer.concat(pieces), offices.city.card.ageKey), size);
    expect(await refusal(crafted)).toBe('payload-undecodable');
  });

  test('an age head without an end is refused at its bound', async () => {
    const endless = Buffer.alloc(300_000, 'age-encryption.org/v1\n-> X25519 aaaa\n');
    expect(await refusal(withPart(endless))).toBe('payload-undecryptable');
  });

  test('bytes behind the frame are refused', async () => {
    const { header } = entries;
    const given = await recordsOf(header, offices.city.card.ageKey, { text: lines(10) });
    const frame = zstdCompressSync(Buffer.from('second frame\n'));
    const packed = zstdCompressSync(
      Buffer.concat([bindingLine(header, given.part.name), Buffer.from(lines(10))]),
    );
    const content = await ageOf(Buffer.concat([packed, frame]), offices.city.card.ageKey);
    const size = { plainBytes: given.part.plainBytes, lines: given.part.lines };
    expect(await refusal(withPart(await ageOf(packed, offices.city.card.ageKey), size))).toBe('taken');
    expect(await refusal(withPart(content, size))).toBe('payload-undecodable');
  });
});

test('every refusal speaks both languages and fills its placeholders', () => {
  const details = { version: 2, suite: 's', name: '虎门镇', part: 'p', line: 3, node: 'n' };
  for (const code of Object.keys(packageRefusals) as (keyof typeof packageRefusals)[]) {
    for (const language of ['zh', 'en'] as const) {
      const sentence = refusalText({ code, details }, language);
      expect(sentence.length).toBeGreaterThan(5);
      expect(sentence).not.toMatch(/[{}!！]/);
    }
  }
});
