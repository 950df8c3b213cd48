import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fc } from '../../../fixtures/fc.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  canonicalBytes,
  canonicalJson,
  readCanonical,
} from '../../../../db/exchange/package/canonical-json.ts';
import { readBeginning, readHeader } from '../../../../db/exchange/package/header.ts';
import { cardShape, isGenuine } from '../../../../db/exchange/package/keys/card.ts';
import { chainShape } from '../../../../db/exchange/package/keys/certificate.ts';
import { enrolmentShape, makeRequest, requestShape } from '../../../../db/exchange/package/keys/enrolment.ts';
import { judgeSender } from '../../../../db/exchange/package/keys/judge-sender.ts';
import { documentText, readDocument } from '../../../../db/exchange/package/keys/signed-document.ts';
import { judgeTrustList, trustListShape } from '../../../../db/exchange/package/keys/trust-list.ts';
import { headingOf, LineCutter, RecordCount } from '../../../../db/exchange/package/line-stream.ts';
import { checkCode } from '../../../../db/exchange/package/phone-code.ts';
import { readPackage } from '../../../../db/exchange/package/read-package.ts';
import { readReceipt } from '../../../../db/exchange/package/receipt.ts';
import { peekHeader, tarHeader } from '../../../../db/exchange/package/tar.ts';
import { readLine, recordLine } from '../../../../db/model/sync/lines.ts';
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

// ZW_FUZZ_INPUTS=1000000 is the long run (about four minutes); every input must be answered, none may throw or hang.
const inputs = Number(process.env['ZW_FUZZ_INPUTS'] ?? 20_000);
/** The slowest answer any single input may take: a parser that backtracks or recurses would show. */
const slowest_ms = 2_000;

/** What a parser may keep after all of its share; a leak of a few bytes for each input would show in the long run. */
const most_bytes = 16 * 1024 * 1024;

const place = folder();
let offices: Offices;
let seeds: Readonly<Record<string, Buffer>>;
let packageBytes: Buffer;

beforeAll(async () => {
  offices = await makeOffices();
  const { city, town } = offices;
  const sent = await written(incrementInput(offices, place.path));
  const pieces: Uint8Array[] = [];
  for await (const chunk of sent.chunks()) pieces.push(chunk);
  packageBytes = Buffer.concat(pieces);
  const receipt = {
    series,
    number: 7,
    writtenAt: at,
    packages: [{ digest: tip, status: 'applied', accepted: 9 }],
    holdings: [{ series, holds: [[1, 3]], missing: [], rounds: [{ series, number: 3, tip }] }],
    returned: [{ ledger: 'person', id: '0199-4', field: 'phone', reason: 'bad-phone', args: { max: 3 } }],
    duplicates: [],
  };
  seeds = {
    header: canonicalBytes(sent.header),
    card: Buffer.from(documentText(city.card)),
    chain: Buffer.from(documentText(town.chain)),
    trust: Buffer.from(documentText(city.trust)),
    request: Buffer.from(documentText(makeRequest(town.identity, city.card, at))),
    line: Buffer.from(recordLine(record(1))),
    lines: Buffer.concat(people(3)),
    receipt: Buffer.from(JSON.stringify(receipt)),
    tar: tarHeader({ name: 'header.json', bytes: 1000, time_s: 1_800_000_000 }),
    code: Buffer.from('1234 5678 9012 34'),
  };
});
afterAll(() => place.remove());

/** Parsers by the seed they are fed with; each answers data for whatever bytes. */
const parsers: Readonly<Record<string, (bytes: Buffer) => unknown>> = {
  header: (bytes) => {
    const json = readCanonical(bytes);
    return [readBeginning(json), readHeader(json)];
  },
  card: (bytes) => {
    const card = readDocument(cardShape, bytes);
    return card && isGenuine(card);
  },
  chain: (bytes) => {
    const chain = readDocument(chainShape, bytes);
    const { node, unit, name } = offices.town.card;
    const claim = { sender: { node, unit, name }, signer: '', series, to: 3 };
    return chain && judgeSender(claim, chain, offices.cityTrust);
  },
  trust: (bytes) => {
    const list = readDocument(trustListShape, bytes);
    return list && judgeTrustList(list, offices.city.trust);
  },
  request: (bytes) => [readDocument(requestShape, bytes), readDocument(enrolmentShape, bytes)],
  line: (bytes) => [readLine(bytes.toString('utf8'), { ledger: 'person', revision: 3 }), headingOf(bytes)],
  lines: (bytes) => {
    const cutter = new LineCutter();
    const count = new RecordCount();
    return cutter.push(bytes).map((line) => count.add(line));
  },
  receipt: (bytes) => readReceipt(bytes.toString('utf8')),
  tar: (bytes) => peekHeader(Buffer.concat([bytes, Buffer.alloc(512)]).subarray(0, 512)),
  code: (bytes) =>
    checkCode(bytes.toString('utf8'), { self: offices.city.identity, peer: offices.town.card }, []),
};

/** A small, seeded source of numbers: 32 bits a call (xorshift, Marsaglia 2003). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const dictionary = [
  '"__proto__"',
  '"constructor"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '""',
  '\\u0000',
  '\\ud800',
  '-0',
  '1e999',
  '9007199254740993',
  'null',
  'true',
  '\uFEFF',
  '\0',
  '\n',
  '"ledger":',
  '{"i":',
  '[[[[[[[[[[[[[[[[[[[[',
].map((text) => Buffer.from(text));

/** One to four small changes: bits, bytes, stretches doubled, cut or filled, words that hurt parsers. */
function mutated(seed: Buffer, random: (below: number) => number): Buffer {
  let bytes = Buffer.from(seed);
  for (let n = random(4); n >= 0; n -= 1) {
    const at_ = random(bytes.length + 1);
    const length = random(16);
    const word = dictionary[random(dictionary.length)] ?? Buffer.alloc(0);
    const rest = (from: number) => bytes.subarray(Math.min(from, bytes.length));
    const changes = [
      () => Buffer.concat([bytes.subarray(0, at_), Buffer.of(random(256)), rest(at_ + 1)]),
      () => Buffer.concat([bytes.subarray(0, at_), rest(at_ + length)]),
      () => Buffer.concat([bytes.subarray(0, at_), bytes.subarray(at_, at_ + length), rest(at_)]),
      () => Buffer.concat([bytes.subarray(0, at_), word, rest(at_)]),
      () => Buffer.concat([bytes.subarray(0, at_), word, rest(at_ + word.length)]),
      () => bytes.subarray(0, at_),
    ];
    bytes = changes[random(changes.length)]?.() ?? bytes;
  }
  return bytes;
}

const hurtful: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  2 ** 53,
  1.5,
  true,
  [],
  {},
  '\ud800',
  '../../x',
  'x'.repeat(5000),
  [[[]]],
  { format: 'zwp' },
];

/** One or two values anywhere in the JSON exchanged, doubled or taken out, spelled canonically: gets past the first gate. */
function misshapen(seed: Buffer, random: (below: number) => number): Buffer {
  const json: unknown = JSON.parse(seed.toString('utf8'));
  for (let n = random(2); n >= 0; n -= 1) misshape(json, random);
  const text = canonicalJson(json);
  return text === undefined ? Buffer.from(JSON.stringify(json)) : Buffer.from(text);
}

function misshape(json: unknown, random: (below: number) => number): void {
  if (typeof json !== 'object' || json === null) return;
  const names = Object.keys(json);
  const name = names[random(names.length)];
  if (name === undefined) return;
  const inner: unknown = Reflect.get(json, name);
  if (typeof inner === 'object' && inner !== null && random(4) > 0) {
    misshape(inner, random);
    return;
  }
  const value =
    random(3) === 0
      ? Reflect.get(json, names[random(names.length)] ?? name)
      : hurtful[random(hurtful.length)];
  const change = random(5);
  if (change === 0) Reflect.deleteProperty(json, name);
  else if (change === 1) Reflect.set(json, `${name}x`, structuredClone(inner));
  else Reflect.set(json, name, structuredClone(value));
}

describe(`${inputs} hostile inputs`, () => {
  for (const [index, name] of Object.keys(parsers).entries()) {
    test(`the reader of a ${name} answers every one of its share`, { timeout: 3_600_000 }, () => {
      const parse = parsers[name];
      const seed = seeds[name];
      if (!parse || !seed) throw new Error(name);
      const share = Math.ceil(inputs / Object.keys(parsers).length);
      const random = randomFrom(20_261_123 + index);
      const before = memory();
      let slowest = 0;
      for (let n = 0; n < share; n += 1) {
        const input: Buffer =
          seed[0] === 0x7b && name !== 'lines' && n % 2 === 0
            ? misshapen(seed, random)
            : mutated(seed, random);
        const start = performance.now();
        try {
          parse(input);
        } catch (error) {
          throw new Error(`input ${n}: ${JSON.stringify(input.toString('latin1'))}`, { cause: error });
        }
        slowest = Math.max(slowest, performance.now() - start);
      }
      expect(slowest).toBeLessThan(slowest_ms);
      expect(memory() - before).toBeLessThan(most_bytes);
    });
  }

  test('no mutated document is believed', { timeout: 3_600_000 }, () => {
    const random = randomFrom(7);
    const { card, trust } = seeds;
    if (!card || !trust) throw new Error('no seeds');
    const believed: string[] = [];
    for (let n = 0; n < inputs / 10; n += 1) {
      const change = n % 2 === 0 ? misshapen : mutated;
      const cardBytes = change(card, random);
      const read = readDocument(cardShape, cardBytes);
      if (read && isGenuine(read) && !cardBytes.equals(card)) believed.push(cardBytes.toString('utf8'));
      const listBytes = change(trust, random);
      const list = readDocument(trustListShape, listBytes);
      const isNew = list !== undefined && judgeTrustList(list, offices.city.card) === 'newer';
      if (isNew && !listBytes.equals(trust)) believed.push(listBytes.toString('utf8'));
    }
    expect(believed).toEqual([]);
  });

  test('whole packages with several changes are refused', { timeout: 3_600_000 }, async () => {
    const random = randomFrom(99);
    const file = path.join(place.path, 'fuzzed.zwp');
    for (let n = 0; n < inputs / 20; n += 1) {
      const input = mutated(packageBytes, random);
      if (input.equals(packageBytes)) continue;
      writeFileSync(file, input);
      const read = await readPackage(file, { trust: offices.cityTrust, self: offices.city.identity });
      expect(read.ok).toBe(false);
    }
  });
});

/** Bytes of heap that are still needed: what was only waiting to be collected is no growth. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}

describe('canonical JSON', () => {
  const jsonValue = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.maxSafeInteger(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value')),
    ),
  })).value;

  test('what is written is read back as it was', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = canonicalJson(value);
        fc.pre(text !== undefined);
        expect(canonicalJson(readCanonical(Buffer.from(text ?? '')))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('names stand in the order of UTF-16 code units, as in the example of RFC 8785', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });
});
