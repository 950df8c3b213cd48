import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { initCity, type PostgresCity } from '../../../../db/city/index.ts';
import { answerChild, type Answer } from '../../../../db/exchange/sync/answer.ts';
import {
  acceptFile,
  cardFile,
  installFile,
  makeOfficeIdentity,
  requestFile,
  setUpOffice,
} from '../../../../db/exchange/sync/enrol.ts';
import { sendPackage, type SendOrder } from '../../../../db/exchange/sync/send.ts';
import { takeIn, type TakenIn, type TakeInResult } from '../../../../db/exchange/sync/take-in.ts';
import { divisionCodeOf } from '../../../../db/exchange/sync/unit.ts';
import type { Values } from '../../../../db/model/field-kind.ts';
import type { SyncNode } from '../../../../db/model/sync/sync-node.ts';
import { city as cityUnit, cityRows, officeOf } from '../../../../db/practice/index.ts';
import type { Caller, RecordWrite, Store } from '../../../../db/store/api.ts';
import { createStore } from '../../../../db/store/index.ts';

export const clerk: Caller = { user: 'local', name: '李梅', language: 'zh', seesMasked: true };
const TOWN = '441900121000';

/** A town on a real file and a city on a real file or server, enrolled, with sticks between them. */
export interface TownAndCity {
  readonly town: Store;
  /** Division code of the town, by which the city names it. */
  readonly code: string;
  /** One of the two is set. */
  readonly city: { readonly store: Store | null; readonly postgres: PostgresCity | null };
  readonly village: string;
  readonly now: () => Date;
  /** Writes everything new for the city; the file. */
  readonly sent: () => Promise<string>;
  /** Everything new goes to the city and is taken in there. */
  readonly up: () => Promise<TakenIn>;
  /** Writes the receipt and what goes down, without taking it in. */
  readonly written: (more?: Partial<SendOrder>) => Promise<Answer>;
  /** The receipt is taken in, and what came down with it; what became of that, `null` when there was nothing. */
  readonly down: (more?: Partial<SendOrder>) => Promise<TakenIn | null>;
  readonly take: (file: string) => Promise<TakeInResult>;
  readonly save: (ledger: string, id: string, values: Values) => void;
  readonly close: () => Promise<void>;
}

/** `url`: an empty PostgreSQL database; `null`: the city keeps a file as well. */
export async function townAndCity(url: string | null): Promise<TownAndCity> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-answers-'));
  let at = Date.parse('2026-11-23T02:00:00.000Z');
  const now = (): Date => new Date((at += 10));
  const town = office(folder, TOWN, now);
  const store = url === null ? office(folder, cityUnit.code, now) : null;
  const postgres = url === null ? null : await postgresCity(url, now);
  const cityNode: SyncNode | undefined = store?.sync ?? postgres ?? undefined;
  if (cityNode === undefined) throw new Error('no city');
  await enrol({ town, cityNode, postgres }, now);
  const order = (): SendOrder => ({
    peer: null,
    onlyNew: false,
    sensitive: false,
    by: clerk.name,
    approvedBy: '',
    stick: '',
    folder: mkdtempSync(path.join(folder, 'stick-')),
    workFolder: path.join(folder, 'work'),
    now,
    program: 'test',
  });
  const takenBy = (node: SyncNode, file: string): Promise<TakeInResult> =>
    takeIn(node, { file, holdFolder: path.join(folder, 'held'), now });
  const written = async (more: Partial<SendOrder> = {}): Promise<Answer> => {
    const given = await answerChild(cityNode, { ...order(), ...more, peer: town.sync.node });
    if (!given.ok) throw new Error(given.code);
    return given;
  };
  const sent = async (): Promise<string> => {
    const result = await sendPackage(town.sync, order());
    if (!result.ok) throw new Error(result.code);
    return result.sent.file;
  };
  return {
    town,
    code: TOWN,
    city: { store, postgres },
    village: town.findByKey('division', { code: '441900121004' })?.id ?? '',
    now,
    sent,
    up: async () => recordsTaken(await takenBy(cityNode, await sent())),
    written,
    down: async (more) => {
      const given = await written(more);
      const receipt = await takenBy(town.sync, given.receipt.sent.file);
      if (!receipt.ok) throw new Error(receipt.code);
      return given.down === null ? null : recordsTaken(await takenBy(town.sync, given.down.sent.file));
    },
    take: (file) => takenBy(town.sync, file),
    save: (ledger, id, values) => {
      const op = town.get(ledger, id, clerk) === null ? 'create' : 'update';
      put(town, [{ ledger, id, op, values }]);
    },
    close: async () => {
      town.close();
      store?.close();
      await postgres?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function recordsTaken(result: TakeInResult): TakenIn {
  if (!result.ok) throw new Error(result.code);
  if (result.status === 'receipt') throw new Error('a receipt instead of records');
  return result;
}

function put(store: Store, writes: readonly RecordWrite[]): void {
  const outcome = store.write({ writeId: randomUUID(), caller: clerk, writes });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

function office(folder: string, code: string, now: () => Date): Store {
  const isCity = code === cityUnit.code;
  const found = officeOf(code);
  if (!isCity && found === null) throw new Error(`no office ${code}`);
  const made = createStore({
    file: path.join(folder, `${code}.db`),
    passphrase: 'a passphrase of the office',
    now,
    town: isCity || found === null ? cityUnit : found.office,
    practice: false,
    kdfCost: 2 ** 14,
  });
  if (!made.ok) throw new Error(made.kind);
  const rows = isCity || found === null ? cityRows() : found.rows();
  put(
    made.store,
    rows.map(({ id, values }) => ({ ledger: 'division', id, op: 'create', values })),
  );
  return made.store;
}

async function postgresCity(url: string, now: () => Date): Promise<PostgresCity> {
  const identity = await makeOfficeIdentity(cityUnit);
  const made = await initCity(url, {
    unit: cityUnit,
    node: identity.node,
    passphrase: 'a passphrase of the city',
    now,
    kdfCost: 1024,
  });
  if (!made.ok) throw new Error(made.problem.kind);
  await setUpOffice(made.city, now(), identity);
  return made.city;
}

async function enrol(
  {
    town,
    cityNode,
    postgres,
  }: { readonly town: Store; readonly cityNode: SyncNode; readonly postgres: PostgresCity | null },
  now: () => Date,
): Promise<void> {
  if (postgres === null) await setUpOffice(cityNode, now());
  const card = await cardFile(cityNode, now());
  const request = await requestFile(town.sync, card.text, now());
  if (!request.ok) throw new Error(request.code);
  const accepted = await acceptFile(cityNode, request.text, now());
  if (!accepted.ok) throw new Error(accepted.code);
  const { node, unit, name } = accepted.card;
  await postgres?.enrol({ node, unit: { code: divisionCodeOf(unit), name } });
  const installed = await installFile(town.sync, accepted.text);
  if (!installed.ok) throw new Error(installed.code);
}
