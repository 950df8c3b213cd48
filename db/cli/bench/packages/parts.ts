import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { sendPackage } from '../../../exchange/sync/send.ts';
import { takeIn, type TakeInResult } from '../../../exchange/sync/take-in.ts';
import { chunksOf, zstdCompressor } from '../../../exchange/package/ciphers.ts';
import type { Selection, Sent } from '../../../model/sync/sync-node.ts';
import type { Store } from '../../../store/api.ts';
import type { Connection } from '../../../store/open/connection.ts';
import { costOf } from '../measure.ts';
import { bareExport } from './bare-export.ts';
import {
  openBare,
  openReceiving,
  openSending,
  prepareSending,
  removeSending,
  stickFolder,
} from './sending-town.ts';
import { editPeople, movedClock } from './town-edits.ts';

/** Variable that names a step to a process of its own. */
export const PART_VARIABLE = 'ZW_BENCH_PART';

/** One step of the benchmark. Each runs in a process of its own, so that memory and first calls are its own. */
const partShape = z.object({
  part: z.enum([
    'prepare',
    'send',
    'acknowledge',
    'edit',
    'floor',
    'lines',
    'write-lines',
    'zstd',
    'ingest',
    'clear',
  ]),
  folder: z.string(),
  people: z.int(),
  /** `prepare`: the town to copy. `zstd`, `write-lines`: the file of lines. `ingest`: the package. */
  file: z.string().default(''),
  edits: z.int().default(0),
  seed: z.int().default(1),
  /** `zstd`: level. */
  level: z.int().default(1),
});
export type Part = z.infer<typeof partShape>;

/** What a step cost and did. Bytes: of the package, or of what it read. */
export const outcomeShape = z.object({
  wall_s: z.number(),
  cpu_s: z.number(),
  /** Before anything was opened: the program itself. */
  base_MB: z.number(),
  peak_MB: z.number(),
  bytes: z.number(),
  rows: z.number(),
  file: z.string(),
  said: z.string(),
});
export type PartOutcome = z.infer<typeof outcomeShape>;

type Done = Partial<Pick<PartOutcome, 'bytes' | 'rows' | 'file' | 'said'>>;

/** The step this process was started for; `null` when it was started by a person. */
export function partAsked(environment: Readonly<Record<string, string | undefined>>): Part | null {
  const asked = environment[PART_VARIABLE];
  return asked === undefined ? null : partShape.parse(JSON.parse(asked));
}

/** Carries a step out. */
export async function runPart(part: Part): Promise<PartOutcome> {
  const base_MB = peakMemory_MB();
  const { result, wall_s, cpu_s } = await steps[part.part](part);
  const peak_MB = peakMemory_MB();
  return { bytes: 0, rows: 0, file: '', said: '', ...result, wall_s, cpu_s, base_MB, peak_MB };
}

/** Most memory this process ever held. Linux counts what a parent held before it into `maxRSS`. */
function peakMemory_MB(): number {
  const status = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(STATUS, 'utf8')) : null;
  return (status === null ? process.resourceUsage().maxRSS : Number(status[1])) / 1024;
}
const STATUS = '/proc/self/status';

interface Cost {
  readonly result: Done;
  readonly wall_s: number;
  readonly cpu_s: number;
}

const now = () => new Date();
/** The edits went ahead of the wall clock, and a city refuses days that are still to come. */
const AHEAD_MS = 60 * 86_400_000;
const later = () => new Date(Date.now() + AHEAD_MS);

const steps: Readonly<Record<Part['part'], (part: Part) => Promise<Cost>>> = {
  prepare: (part) =>
    costOf(async () => {
      await prepareSending(part, { town: part.file, now });
      return {};
    }),
  edit: async (part) => {
    const clock = movedClock(now().getTime());
    const { store, connection } = openSending(part, () => clock.now());
    // Behind all earlier edits, which went ahead of the wall clock.
    clock.advance(Math.max(0, lastEdit_ms(connection) - clock.now().getTime()));
    return closing(store, () =>
      costOf(() => {
        editPeople({ store, connection, clock }, part);
        return { rows: part.edits };
      }),
    );
  },
  send,
  acknowledge: (part) => {
    const { store } = openSending(part, now);
    return closing(store, () =>
      costOf(() => {
        const { series, to, tip, peer } = lastSent(store);
        store.sync.outgoing.setAcknowledged(peer, { series, number: to, tip });
        return { rows: 1 };
      }),
    );
  },
  floor: async (part) => {
    const [after, upTo] = rangeOf(part);
    const raw = openBare(part);
    mkdirSync(stickFolder(part), { recursive: true });
    const file = path.join(stickFolder(part), `floor-${randomBytes(4).toString('hex')}`);
    try {
      return await costOf(() => bareExport(raw, { after, upTo, file }));
    } finally {
      raw.close();
      rmSync(file, { force: true });
    }
  },
  lines: async (part) => {
    const { store } = openSending(part, now);
    return closing(store, () =>
      costOf(() => {
        let bytes = 0;
        for (const chunk of store.sync.outgoing.lines(selectionOf(store))) bytes += chunk.length;
        return { bytes };
      }),
    );
  },
  'write-lines': async (part) => {
    const { store } = openSending(part, now);
    const out = await open(part.file, 'w');
    try {
      return await costOf(async () => {
        for (const chunk of store.sync.outgoing.lines(selectionOf(store))) await out.writeFile(chunk);
        return { file: part.file };
      });
    } finally {
      await out.close();
      store.close();
    }
  },
  zstd: (part) => costOf(() => packed(part)),
  ingest: async (part) => {
    const store = openReceiving(part, later);
    const order = { file: part.file, holdFolder: stickFolder(part), now: later };
    return closing(store, () =>
      costOf(async () => ({ rows: 0, said: told(await takeIn(store.sync, order)), file: part.file })),
    );
  },
  clear: (part) =>
    costOf(() => {
      removeSending(part);
      return {};
    }),
};

async function send(part: Part): Promise<Cost> {
  const { store } = openSending(part, now);
  const folder = stickFolder(part);
  mkdirSync(folder, { recursive: true });
  return closing(store, () =>
    costOf(async () => {
      const result = await sendPackage(store.sync, {
        peer: null,
        onlyNew: false,
        sensitive: false,
        by: '李梅',
        approvedBy: '王强',
        stick: '',
        folder,
        workFolder: folder,
        now,
        program: 'bench',
      });
      if (!result.ok) throw new Error(`not sent: ${result.code}`);
      const { bytes, counts, file } = result.sent;
      return {
        bytes,
        file,
        rows: Object.values(counts).reduce((sum, n) => sum + n, 0),
        said: result.sent.verified,
      };
    }),
  );
}

/** The log's clock counts 1,024 ticks in a millisecond. */
const lastEdit_ms = (connection: Connection): number =>
  Math.ceil((connection.number('SELECT max(at) FROM write_log') ?? 0) / 1024);

async function closing<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    store.close();
  }
}

function lastSent(store: Store): Sent {
  const sent = store.sync.outgoing.list(parentOf(store)).at(-1);
  if (sent === undefined) throw new Error('nothing was sent yet');
  return sent;
}

function parentOf(store: Store): string {
  const shape = z.object({ id: z.string() });
  return shape.parse(JSON.parse(store.sync.documents.get('node', 'parent') ?? '{}')).id;
}

/** What the next package carries. */
function selectionOf(store: Store): Selection {
  const peer = parentOf(store);
  const { position } = store.sync.outgoing.position();
  const after = store.sync.outgoing.acknowledged(peer)?.position ?? 0;
  return { after, upTo: position, except: peer, sensitive: false, scope: null };
}

function rangeOf(part: Part): readonly [after: number, upTo: number] {
  const { store } = openSending(part, now);
  try {
    const { after, upTo } = selectionOf(store);
    return [after, upTo];
  } finally {
    store.close();
  }
}

/** Compresses a file as packages are and writes nothing else: the floor of a first export. */
async function packed({ file, level }: Part): Promise<Done> {
  const zstd = zstdCompressor(level);
  const out = await open(`${file}.zst`, 'w');
  createReadStream(file, { highWaterMark: 1024 * 1024 }).pipe(zstd);
  let bytes = 0;
  for await (const chunk of chunksOf(zstd)) {
    bytes += chunk.length;
    await out.writeFile(chunk);
  }
  await out.sync();
  await out.close();
  rmSync(`${file}.zst`);
  return { bytes, rows: (await stat(file)).size, file };
}

function told(result: TakeInResult): string {
  if (!result.ok) throw new Error(`not taken in: ${JSON.stringify(result)}`);
  if (result.status === 'receipt') return result.status;
  const { status, outcome } = result;
  const { accepted = 0, changed = 0, returned = [] } = outcome ?? {};
  return `${status}: ${String(accepted)} accepted, ${String(changed)} changed, ${String(returned.length)} returned`;
}
