import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnyLedger } from '../../../model/define-ledger.ts';
import { codeTableById } from '../../../model/codes/code-tables.ts';
import { chinaDay } from '../../../model/office-time.ts';
import type { Caller, Store } from '../../../store/api.ts';
import { SheetRefused } from '../read/sheet-refused.ts';
import { Failures } from './failures.ts';
import { importState, noCounts, type ImportState } from './import-state.ts';
import { ImportRun } from './import-run.ts';
import type { MappedChunk } from './chunk.ts';
import type { ColumnMapping, ImportResult, SheetAnswer } from './import-types.ts';
import { readSheet, type ReadInput } from './read-sheet.ts';
import type { CodeSources } from './sheet-names.ts';

/** What an import needs. */
export interface ImportInput {
  readonly store: Store;
  readonly ledger: AnyLedger;
  readonly caller: Caller;
  /** Id of the batch, made by the client; also used (but not stored) by a dry run. */
  readonly batch: string;
  readonly file: string;
  /** Default: the first visible sheet. */
  readonly sheet?: string;
  /** Default: columns as recognised by their titles. */
  readonly mapping?: readonly ColumnMapping[];
  /** Says what would happen and writes nothing. */
  readonly dryRun: boolean;
  readonly now: () => Date;
  /** Rows taken without a pause, default 2000. */
  readonly chunkRows?: number;
}

/** Told after each chunk; answers `false` to cancel. `total` 0 = not known. */
export type ImportProgress = (done: number, total: number) => boolean;

/** What an import leaves behind. */
export interface ImportOutcome {
  readonly result: ImportResult;
  /** Refused rows, for `writeErrors`. */
  readonly failures: Failures;
  /** Stopped by the caller; what was written stays, can be resumed or undone. */
  readonly cancelled: boolean;
}

/** Rows judged and written without a pause: some 0.1 s in which no other call is answered. Ten such chunks are flushed as one. */
const CHUNK_ROWS = 2000;

/**
 * Imports a sheet into a ledger, chunk by chunk; other calls are answered in between. Chunks are kept whole or
 * not at all, with their progress, so that after a crash `resumeImport` continues behind the last one kept.
 */
export async function startImport(
  input: ImportInput,
  onProgress?: ImportProgress,
): Promise<SheetAnswer<ImportOutcome>> {
  return answered(async () => {
    const state: ImportState = {
      digest: await digestOf(input.file),
      sheet: input.sheet ?? null,
      mapping: input.mapping ? [...input.mapping] : null,
      lastRow: 0,
      counts: noCounts,
    };
    if (!input.dryRun) {
      const label = path.basename(input.file);
      input.store.batches.start({ id: input.batch, kind: 'import', ledger: input.ledger.id, label }, state);
    }
    return runImport(input, state, onProgress);
  });
}

/** What continuing an import needs; the rest is kept with the batch. */
export type ResumeInput = Omit<ImportInput, 'sheet' | 'mapping' | 'dryRun'>;

/** Continues an import that was cut off or cancelled, from the same file. */
export async function resumeImport(
  input: ResumeInput,
  onProgress?: ImportProgress,
): Promise<SheetAnswer<ImportOutcome>> {
  return answered(async () => {
    const batch = input.store.batches.get(input.batch, input.caller);
    const state = importState.safeParse(batch?.state);
    if (
      !batch ||
      !state.success ||
      batch.finishedAt !== null ||
      batch.undoneAt !== null ||
      batch.ledger !== input.ledger.id
    ) {
      throw new SheetRefused('not-resumable');
    }
    if ((await digestOf(input.file)) !== state.data.digest) throw new SheetRefused('file-changed');
    const { sheet, mapping } = state.data;
    const full = {
      ...input,
      dryRun: false,
      ...(sheet !== null && { sheet }),
      ...(mapping !== null && { mapping }),
    };
    return runImport(full, state.data, onProgress);
  });
}

async function runImport(
  input: ImportInput,
  state: ImportState,
  onProgress: ImportProgress | undefined,
): Promise<ImportOutcome> {
  const failures = new Failures();
  const outcome = await readAndTake(input, { state, failures }, onProgress);
  const last = outcome.run?.state ?? state;
  if (outcome.cancelled) return { result: resultOf(input, last, failures), failures, cancelled: true };
  if (!input.dryRun) input.store.batches.update(input.batch, last, true);
  return { result: resultOf(input, last, failures), failures, cancelled: false };
}

/** Takes the sheet chunk by chunk; however it ends, what was taken is durable then. */
async function readAndTake(
  input: ImportInput,
  { state, failures }: { readonly state: ImportState; readonly failures: Failures },
  onProgress: ImportProgress | undefined,
): Promise<{ readonly run: ImportRun | null; readonly cancelled: boolean }> {
  let run: ImportRun | null = null;
  try {
    for await (const event of readSheet(readInput(input, state))) {
      if (event.kind === 'head') {
        run = new ImportRun({ ...input, head: event.head, today: chinaDay(input.now()), state, failures });
        continue;
      }
      run?.take(event.chunk);
      if (run && isCancelled(run, event.chunk, onProgress)) return { run, cancelled: true };
      await nextTurn();
    }
    return { run, cancelled: false };
  } finally {
    run?.settle();
    for (const _index of input.dryRun ? [] : input.store.restoreIndexesSteps()) await nextTurn();
  }
}

const readInput = (input: ImportInput, { sheet, mapping }: ImportState): ReadInput => ({
  ledger: input.ledger,
  file: input.file,
  sheet,
  mapping,
  codes: codeSources(input.store, input.caller),
  language: input.caller.language,
  today: chinaDay(input.now()),
  chunkRows: input.chunkRows ?? CHUNK_ROWS,
});

function isCancelled(run: ImportRun, chunk: MappedChunk, onProgress: ImportProgress | undefined): boolean {
  const done = (chunk.rows.at(-1) ?? 0) - run.headerRow;
  return onProgress?.(done, Math.max(done, chunk.lastRow - run.headerRow)) === false;
}

const resultOf = ({ batch }: ImportInput, { counts }: ImportState, failures: Failures): ImportResult => ({
  batch,
  ...counts,
  errors: failures.errors,
});

/** Turns a refusal thrown anywhere on the way into an answer; everything else is a fault of ours and goes on. */
export async function answered<T>(work: () => Promise<T>): Promise<SheetAnswer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    if (cause instanceof SheetRefused) return { ok: false, refusal: cause.refusal };
    throw cause;
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    // A device or a pipe may never end.
    if (!(await stat(file)).isFile()) throw new SheetRefused('no-file');
    for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  } catch {
    throw new SheetRefused('no-file');
  }
  return hash.digest('hex');
}

/** The town's code tables with the aliases of the definitions. */
export function codeSources(store: Store, { language }: Caller): CodeSources {
  return Object.fromEntries(
    store.codes
      .list(language)
      .map(({ id, items }) => [id, { items, aliases: codeTableById.get(id)?.aliases ?? {} }]),
  );
}

/** China keeps one time, UTC+8; "today" of a rule is the office's day. */
