import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { answerChild } from '../../../../db/exchange/sync/answer.ts';
import {
  acceptFile,
  cardFile,
  installFile,
  requestFile,
  setUpOffice,
} from '../../../../db/exchange/sync/enrol.ts';
import { keepFormFile, listForms, readForm } from '../../../../db/exchange/forms/saved-form.ts';
import { namedFiles } from '../../../../db/exchange/sync/named-files.ts';
import { sendPackage, type SendOrder, type SendResult } from '../../../../db/exchange/sync/send.ts';
import { takeIn } from '../../../../db/exchange/sync/take-in.ts';
import { writePlaces } from '../../../../db/model/forms/form-mapping.ts';
import { cityRows, officeOf } from '../../../../db/practice/index.ts';
import type { Caller, Store } from '../../../../db/store/api.ts';
import { createStore } from '../../../../db/store/index.ts';
import { workbookParts, zipOf } from '../forms/superior-workbook.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-files-'));
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  rmSync(folder, { recursive: true, force: true });
});
const now = (): Date => new Date('2026-11-23T08:00:00Z');
const clerk: Caller = { user: 'local', name: '李梅', language: 'zh', seesMasked: true };
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function office(code: string): Store {
  const found = officeOf(code);
  if (found === null) throw new Error(`no office ${code}`);
  const file = path.join(folder, `${randomUUID()}.db`);
  const made = createStore({
    file,
    passphrase: 'a passphrase of the office',
    now,
    town: found.office,
    practice: false,
    kdfCost: 2 ** 14,
  });
  if (!made.ok) throw new Error(made.kind);
  const writes = (code === '441900000000' ? cityRows() : found.rows()).map(
    ({ id, values }) => ({ ledger: 'division', id, op: 'create', values }) as const,
  );
  const written = made.store.write({ writeId: randomUUID(), caller: clerk, writes });
  if (!written.ok) throw new Error(written.problem.code);
  open.push(made.store);
  return made.store;
}

async function enrol(child: Store, parent: Store): Promise<void> {
  await setUpOffice(parent.sync, now());
  const card = await cardFile(parent.sync, now());
  const request = await requestFile(child.sync, card.text, now());
  if (!request.ok) throw new Error(request.code);
  const accepted = await acceptFile(parent.sync, request.text, now());
  if (!accepted.ok) throw new Error(accepted.code);
  const installed = await installFile(child.sync, accepted.text);
  if (!installed.ok) throw new Error(installed.code);
}

const order = (): SendOrder => ({
  peer: null,
  onlyNew: false,
  sensitive: false,
  by: '李梅',
  approvedBy: '',
  stick: '',
  folder: mkdtempSync(path.join(folder, 'stick-')),
  workFolder: path.join(folder, 'work'),
  now,
  program: 'test',
});

async function send(from: Store, more: Partial<SendOrder> = {}): Promise<SendResult> {
  const sent = await sendPackage(from.sync, { ...order(), ...more });
  if (!sent.ok) throw new Error(sent.code);
  return sent;
}

async function take(to: Store, file: string): Promise<void> {
  const taken = await takeIn(to.sync, { file, holdFolder: path.join(folder, 'held'), now });
  if (!taken.ok) throw new Error(taken.code);
}

/** The receipt of a parent, taken in by its child, and what came down with it. */
async function answer(parent: Store, child: Store): Promise<void> {
  const given = await answerChild(parent.sync, { ...order(), peer: child.sync.node });
  if (!given.ok) throw new Error(given.code);
  await take(child, given.receipt.sent.file);
  if (given.down !== null) await take(child, given.down.sent.file);
}

/** A facility with photos of so many bytes; their digests. */
function facility(store: Store, name: string, photos: readonly Buffer[]): readonly string[] {
  const hashes = photos.map((photo, i) => store.attachments.put(photo, `${name}${i}.png`, 'image/png').hash);
  record(store, name, hashes);
  return hashes;
}

function record(store: Store, name: string, photos: readonly string[]): void {
  const village = store.findByKey('division', { code: '441900121004' })?.id ?? '';
  const values = { code: randomUUID().slice(0, 8), name, kind: '01', village, photos };
  const written = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger: 'facility', id: randomUUID(), op: 'create', values }],
  });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
}

const picture = (bytes: number): Buffer => Buffer.concat([PNG, randomBytes(bytes - PNG.length)]);
const has = (store: Store, hash: string): boolean => store.attachments.read(hash, clerk) !== null;

describe('attachments of a package', () => {
  let town: Store;
  let city: Store;
  beforeEach(async () => {
    town = office('441900121000');
    city = office('441900000000');
    await enrol(town, city);
  });

  test('beyond the budget travel with the next packages, although their records have arrived', async () => {
    const hashes = facility(town, '公园', [picture(40_000), picture(40_000), picture(40_000)]);
    const left: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const sent = await send(town, { attachmentBudget_bytes: 50_000 });
      left.push(sent.leftOut);
      await take(city, sent.sent.file);
      await answer(city, town);
    }

    expect(left).toEqual([2, 1, 0, 0]);
    expect(hashes.filter((hash) => !has(city, hash))).toEqual([]);
    expect(city.attachments.info(hashes[2] ?? '', clerk)).toMatchObject({
      name: '公园2.png',
      mediaType: 'image/png',
    });
  });

  test('bring a form with its file and its marks', async () => {
    const bytes = await zipOf(workbookParts);
    const hash = keepFormFile(town, { bytes, name: '花名册.xlsx', kind: 'xlsx' });
    const mapping = writePlaces([{ at: '汇总!B3', text: '{记录数}' }]);
    const values = { name: '花名册', ledger: 'division', kind: 'list', file: [hash], mapping };
    const id = randomUUID();
    const write = { ledger: 'form_template', id, op: 'create', values } as const;
    const written = town.write({ writeId: randomUUID(), caller: clerk, writes: [write] });
    expect(written.ok).toBe(true);
    await take(city, (await send(town)).sent.file);

    expect(listForms({ store: city, caller: clerk }, 'division')).toMatchObject([
      { id, name: '花名册', kind: 'list', fileKind: 'xlsx', fileName: '花名册.xlsx' },
    ]);
    const arrived = readForm(city, id, clerk);
    expect(arrived?.places).toEqual([{ at: '汇总!B3', text: '{记录数}' }]);
    expect(Buffer.from(arrived?.bytes ?? [])).toEqual(bytes);
  });

  test('of which a part was left out are sent again when the stick that brought the rest is lost', async () => {
    const [first = '', second = ''] = facility(town, '广场', [picture(40_000), picture(40_000)]);
    const sent = await send(town, { attachmentBudget_bytes: 50_000 });
    await take(city, sent.sent.file);
    await answer(city, town);
    const lost = await send(town);
    expect(lost.leftOut).toBe(0);
    town.sync.outgoing.setState(lost.sent.digest, 'lost');
    const again = await send(town, { onlyNew: true });
    await take(city, again.sent.file);

    expect([has(city, first), has(city, second)]).toEqual([true, true]);
  });

  test('are not sent twice once they were acknowledged', async () => {
    facility(town, '球场', [picture(1000), picture(1000)]);
    await take(city, (await send(town, { attachmentBudget_bytes: 1500 })).sent.file);
    await answer(city, town);
    await take(city, (await send(town)).sent.file);
    await answer(city, town);

    expect((await send(town)).sent.counts['$files']).toBeUndefined();
  });

  test('that reach a town later than their record go on to the city', async () => {
    const photo = picture(2000);
    const hash = createHash('sha256').update(photo).digest('hex');
    record(town, '后到', [hash]);
    const early = await send(town);
    expect(early.leftOut).toBe(1);
    await take(city, early.sent.file);
    await answer(city, town);
    town.attachments.put(photo, '后到.png', 'image/png');
    const late = await send(town);
    await take(city, late.sent.file);

    expect(late.leftOut).toBe(0);
    expect(city.attachments.info(hash, clerk)).toMatchObject({ name: '后到.png' });
  });

  test('damaged here are left out and stop nothing', async () => {
    const [hash = ''] = facility(town, '受损', [picture(3000)]);
    const file = path.join(`${town.info.file}-files`, hash.slice(0, 2), hash);
    rmSync(file);
    const sent = await send(town);

    expect(sent.leftOut).toBe(1);
    await take(city, sent.sent.file);
    expect(city.counts()['facility']).toBe(1);
  });

  test('are what their content says, whatever the sender called them', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const { hash } = town.attachments.put(page, 'page.png', 'image/png');
    record(town, '冒充', [hash]);
    await take(city, (await send(town)).sent.file);

    expect(city.attachments.info(hash, clerk)).toMatchObject({ mediaType: 'application/octet-stream' });
  });

  test('go down with an answer too', async () => {
    await take(city, (await send(town)).sent.file);
    const [hash = ''] = facility(city, '市里建的', [picture(500)]);
    await answer(city, town);
    const facilities = town.counts()['facility'] ?? 0;
    expect(has(town, hash)).toBe(facilities === 1);
    expect(facilities).toBe(1);
  });
});

test('digests are found in lines of records, and nothing else is taken for one', () => {
  const a = 'a'.repeat(64);
  const b = '0'.repeat(64);
  const line = (values: object): string => JSON.stringify({ i: 'x', v: values });
  const lines = [
    line({ photos: JSON.stringify([a, b]) }),
    line({ kinds: JSON.stringify(['01', '02']), remark: `["${a}` }),
    line({ remark: a, other: JSON.stringify([`${a}0`]) }),
    line({ photo: JSON.stringify([b]) }),
  ];
  expect([...namedFiles(Buffer.from(lines.join('\n')))]).toEqual([a, b, b]);
  expect([...namedFiles(new Uint8Array())]).toEqual([]);
  expect([...namedFiles(Buffer.from(line({ photo: JSON.stringify([a]) }).slice(0, 40)))]).toEqual([]);
});
