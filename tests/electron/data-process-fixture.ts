import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CallsAt, Input, Output, TopicName } from '../../electron/contract/calls.ts';
import type { Reply } from '../../electron/contract/failure.ts';
import { protocolVersion, type FromHost, type Start } from '../../electron/contract/protocol.ts';
import { localUser, type UserOf } from '../../electron/dbhost/asking.ts';
import { createDataProcess } from '../../electron/dbhost/data-process.ts';
import { practiceMakerFor } from '../../electron/dbhost/practice-maker.ts';
import { createPlanner } from '../../db/planner/index.ts';
import { divisionsOf, officeOf, officesOf, practiceTown } from '../../db/practice/index.ts';
import { createStore, openSteps, practicePassphrase } from '../../db/store/index.ts';

export const passphrase = '一个足够长的口令 2026';
export const newId = (): string => randomUUID();
export const newFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'zw-dbhost-'));

/** Scrypt at full cost takes a second a time; the tests of the store try the real one. */
const QUICK_KDF = 2 ** 14;

/** A data process in this process, on real files; everything that crosses its edge is cloned as on the real line. */
export interface Desk {
  ask<N extends CallsAt<'dbhost'>>(call: N, input: Input<N>): Promise<Reply<Output<N>>>;
  /** Any name, any input. */
  askAnything(call: string, input: unknown): Promise<Reply<unknown>>;
  /** The value; throws the failure. */
  value<N extends CallsAt<'dbhost'>>(call: N, input: Input<N>): Promise<Output<N>>;
  readonly events: { readonly topic: TopicName; readonly payload: unknown }[];
  readonly logged: string[];
  readonly folder: string;
  readonly file: string;
  close(): Promise<void>;
}

/** Starts one; `folder` is given to start again on the same files. */
export async function startDesk(
  folder = newFolder(),
  practice: Start['practice'] = null,
  {
    now = () => new Date('2026-11-23T08:00:00Z'),
    userOf = localUser,
    columnsFrom,
  }: { readonly now?: () => Date; readonly userOf?: UserOf; readonly columnsFrom?: number } = {},
): Promise<Desk> {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const events: Desk['events'] = [];
  const logged: string[] = [];
  const file = path.join(folder, 'town.db');
  const town = divisionsOf(practiceTown)?.town;
  if (town === undefined) throw new Error('no practice town');
  const receive = createDataProcess({
    send: (sent) => {
      const message: FromHost = structuredClone(sent);
      if (message.type === 'reply') waiting.get(message.id)?.(message.reply as Reply<unknown>);
      if (message.type === 'event') events.push(message);
    },
    log: (text) => logged.push(text),
    now,
    door: {
      open: (options) => openSteps({ ...options, ...(columnsFrom === undefined ? {} : { columnsFrom }) }),
      create: (options) => createStore({ ...options, kdfCost: QUICK_KDF }),
      practicePassphrase,
    },
    offices: { list: officesOf, find: (code) => officeOf(code)?.office ?? null },
    program: 'zhiwang-workbench test',
    practice: practiceMakerFor(town),
    userOf,
    disturbed: () => undefined,
    planner: createPlanner(),
    checksOutputs: true,
    exit: () => undefined,
  });
  await receive({
    type: 'start',
    protocol: protocolVersion,
    file,
    practiceFile: path.join(folder, 'practice.db'),
    practice,
  });
  let lastId = 0;
  const askAnything = (call: string, input: unknown): Promise<Reply<unknown>> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      void receive(structuredClone({ type: 'ask', id, call, input, language: 'zh' }));
    });
  };
  // The data process compares every answer with the contract here (`checksOutputs`).
  const ask = askAnything as Desk['ask'];
  return {
    ask,
    askAnything,
    async value(call, input) {
      const reply = await ask(call, input);
      if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.failure)}`);
      return reply.value;
    },
    events,
    logged,
    folder,
    file,
    close: () => receive({ type: 'close' }),
  };
}

/** Waits for a job to end and gives its last state. */
export async function endOfJob(desk: Desk, id: string) {
  for (;;) {
    const job = await desk.value('job.get', { job: id });
    if (job === null) throw new Error('no such job');
    if (job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A new file of an office that is open: a town unless told. */
export async function openTown(folder?: string, office = '441900121000'): Promise<Desk> {
  const desk = await startDesk(folder);
  await desk.value('session.create', { town: office, passphrase });
  return desk;
}

/** A resident id number of an invented person: the town's prefix, a birth day, and serial numbers with their check digit (GB 11643). */
export function residentId(serial: number): string {
  const body = `44190019900101${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}

let lastSerial = 0;

/** Values of a person with everything a new record needs. */
export async function newPerson(desk: Desk, values: Record<string, string | string[]>) {
  lastSerial += 1;
  const villages = await desk.value('record.page', { ledger: 'division', where: { level: '5' }, limit: 1 });
  const village = villages.rows[0]?.id ?? '';
  return { doc_type: '111', doc_no: residentId(lastSerial), person_kinds: ['01'], village, ...values };
}
