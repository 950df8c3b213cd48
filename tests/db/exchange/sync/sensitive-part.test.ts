import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerChild } from '../../../../db/exchange/sync/answer.ts';
import { acceptFile, cardFile, installFile, requestFile } from '../../../../db/exchange/sync/enrol.ts';
import { sendPackage, type SendOrder } from '../../../../db/exchange/sync/send.ts';
import { takeIn } from '../../../../db/exchange/sync/take-in.ts';
import { makeRegistry } from '../../../../db/model/registry.ts';
import { createStore, type Store } from '../../../../db/store/index.ts';
import { addPlace, change, clerk, dweller, passphrase, place } from '../../store/fixture-ledgers.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-sensitive-'));
const now = (): Date => new Date('2026-11-23T08:00:00Z');
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  rmSync(folder, { recursive: true, force: true });
});
/** The town's places are ordinary, who lives there is not to leave without a word. */
const registry = makeRegistry([
  { no: 1, ledger: place },
  { no: 2, ledger: { ...dweller, sensitive: true } },
]);

function office(code: string, name: string): Store {
  const file = path.join(folder, `${code}.db`);
  const town = { code, name };
  const made = createStore({ file, passphrase, now, town, practice: false, kdfCost: 1024, registry });
  if (!made.ok) throw new Error(made.kind);
  open.push(made.store);
  return made.store;
}

const order = (): SendOrder => ({
  peer: null,
  onlyNew: false,
  sensitive: false,
  by: '李梅',
  approvedBy: '王强',
  stick: '',
  folder: mkdtempSync(path.join(folder, 'stick-')),
  workFolder: path.join(folder, 'work'),
  now,
  program: 'test',
});

function good<T extends { readonly ok: boolean }>(answer: T): Extract<T, { readonly ok: true }> {
  // What is not ok has thrown.
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer as Extract<T, { readonly ok: true }>;
}

test('sensitive ledgers leave only when somebody says so, and nothing of them is passed over for it', async () => {
  const [town, city] = [office('441900121000', '虎门镇'), office('441900000000', '东莞市')];
  const card = await cardFile(city.sync, now());
  const request = good(await requestFile(town.sync, card.text, now()));
  const accepted = good(await acceptFile(city.sync, request.text, now()));
  good(await installFile(town.sync, accepted.text));
  const write = (...writes: Parameters<Store['write']>[0]['writes']): void => {
    good(town.write({ writeId: randomUUID(), caller: clerk, writes }));
  };
  const exchange = async (more: Partial<SendOrder>): Promise<Readonly<Record<string, number>>> => {
    const { sent } = good(await sendPackage(town.sync, { ...order(), ...more }));
    good(await takeIn(city.sync, { file: sent.file, holdFolder: folder, now }));
    const answer = good(await answerChild(city.sync, { ...order(), peer: town.sync.node }));
    good(await takeIn(town.sync, { file: answer.receipt.sent.file, holdFolder: folder, now }));
    return sent.counts;
  };

  write(addPlace('p1', { code: 'P1', road: '银龙路' }));
  write({ ledger: 'dweller', id: 'd1', op: 'create', values: { name: '张三' } });
  expect(await exchange({})).toEqual({ place: 1 });
  expect(city.get('dweller', 'd1', clerk)).toBeNull();

  expect(await exchange({ sensitive: true })).toMatchObject({ dweller: 1 });
  expect(city.get('dweller', 'd1', clerk)?.values['name']).toBe('张三');

  write(change('d1', { name: '张三丰' }));
  expect(await exchange({})).toEqual({});
  expect(await exchange({ sensitive: true })).toMatchObject({ dweller: 1 });
  expect(city.get('dweller', 'd1', clerk)?.values['name']).toBe('张三丰');
});
