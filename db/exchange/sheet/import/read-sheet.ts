import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AnyLedger } from '../../../model/define-ledger.ts';
import { ledgerById } from '../../../model/registry.ts';
import { openSheet } from '../read/open-sheet.ts';
import { SheetRefused } from '../read/sheet-refused.ts';
import { mapSheet, type MapSheetEvent } from './map-sheet.ts';
import { moreMessage, type ReaderMessage, type ReaderTask } from './serve-reader.ts';
import { sheetNames } from './sheet-names.ts';

/** What a caller says; the rest of the task is ours. */
export type ReadInput = Omit<ReaderTask, 'ledger' | 'credit'> & { readonly ledger: AnyLedger };

/** Chunks read ahead: enough to keep the reader busy, few enough to stay small in memory. */
const CREDIT = 4;
/** How long a thread that is done may take to close its file before it is stopped. */
const ENDING_MS = 2000;

/**
 * Reads a sheet in a thread of its own. A ledger the registry does not hold (a test's, an extension's) is read in this
 * thread, because definitions hold functions, which cannot be handed to another.
 */
export function readSheet(input: ReadInput): AsyncGenerator<MapSheetEvent> {
  return ledgerById.get(input.ledger.id) === input.ledger ? readInThread(input) : readHere(input);
}

async function* readHere(input: ReadInput): AsyncGenerator<MapSheetEvent> {
  const { sheet, mapping, codes, language } = input;
  const file = await openSheet(input.file);
  try {
    yield* mapSheet(file, {
      ledger: input.ledger,
      today: input.today,
      chunkRows: input.chunkRows,
      ...(sheet !== null && { sheet }),
      ...(mapping !== null && { mapping }),
      names: sheetNames(codes, language),
    });
  } finally {
    file.close();
  }
}

async function* readInThread({ ledger, ...rest }: ReadInput): AsyncGenerator<MapSheetEvent> {
  const task: ReaderTask = { ...rest, ledger: ledger.id, credit: CREDIT };
  const worker = new Worker(workerFile(), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 },
  });
  const inbox = new Inbox(worker);
  let isDone = false;
  try {
    for (;;) {
      const message = await inbox.next();
      isDone = message.kind !== 'head' && message.kind !== 'chunk';
      if (message.kind === 'end') return;
      if (message.kind === 'refused') throw new SheetRefused(message.refusal.code, message.refusal.details);
      if (message.kind === 'failed') throw new Error(message.message);
      yield message;
      if (message.kind === 'chunk') worker.postMessage(moreMessage);
    }
  } finally {
    // One that has said its last word is closing its file: it is let end by itself, not stopped in the middle of that.
    if (isDone) await inbox.ended(ENDING_MS);
    await worker.terminate();
  }
}

/** The bundler puts the thread's file beside each program; unbundled, Node runs the source. */
function workerFile(): string {
  const here = import.meta.url;
  const name = here.endsWith('.ts') ? '../reader-worker.ts' : 'sheet-worker.cjs';
  return fileURLToPath(new URL(name, here));
}

/** Messages of a worker in order, one at a time; its failure or early end rejects. */
class Inbox {
  readonly #messages: ReaderMessage[] = [];
  #failure: Error | null = null;
  #wake: (() => void) | null = null;
  readonly #exit: Promise<unknown>;

  constructor(worker: Worker) {
    this.#exit = new Promise((resolve) => worker.once('exit', resolve));
    worker.on('message', (message: ReaderMessage) => {
      this.#messages.push(message);
      this.#wake?.();
    });
    worker.on('error', (cause) => this.#fail(readerError(cause)));
    worker.on('exit', (code) => this.#fail(new Error(`the reading thread ended with code ${String(code)}`)));
  }

  async next(): Promise<ReaderMessage> {
    for (;;) {
      const message = this.#messages.shift();
      if (message) return message;
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** When the thread has ended by itself, or has had so much time to. */
  async ended(timeout_ms: number): Promise<void> {
    await Promise.race([this.#exit, setTimeout(timeout_ms, undefined, { ref: false })]);
  }

  #fail(failure: Error): void {
    this.#failure ??= failure;
    this.#wake?.();
  }
}

/** A reader that ran into its memory bound was fed a file no office makes. */
function readerError(cause: unknown): Error {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new SheetRefused('too-large');
  }
  return cause instanceof Error ? cause : new Error(String(cause));
}
