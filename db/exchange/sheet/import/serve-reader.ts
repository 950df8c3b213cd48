import type { MessagePort } from 'node:worker_threads';
import { ledgerById } from '../../../model/registry.ts';
import type { Language } from '../../../model/localized.ts';
import { openSheet } from '../read/open-sheet.ts';
import { SheetRefused, type Refusal } from '../read/sheet-refused.ts';
import type { ColumnMapping } from './import-types.ts';
import { mapSheet, type MapSheetEvent } from './map-sheet.ts';
import { sheetNames, type CodeSources } from './sheet-names.ts';

/** What the reading thread is told at its start; only data that can be cloned. */
export interface ReaderTask {
  readonly file: string;
  readonly ledger: string;
  readonly sheet: string | null;
  readonly mapping: readonly ColumnMapping[] | null;
  readonly codes: CodeSources;
  readonly language: Language;
  readonly today: string;
  readonly chunkRows: number;
  /** Chunks that may be under way before the reader waits. */
  readonly credit: number;
}

/** What the reading thread says. */
export type ReaderMessage =
  | MapSheetEvent
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly message: string };

/** Each message of the writing side allows one more chunk. */
export const moreMessage = 'more';

/** Reads one sheet and posts it chunk by chunk, never more than `credit` ahead of the writer. */
export async function serveReader(port: MessagePort, task: ReaderTask): Promise<void> {
  let credit = task.credit;
  let wake: (() => void) | null = null;
  port.on('message', () => {
    credit += 1;
    wake?.();
  });
  const send = (message: ReaderMessage): void => port.postMessage(message);
  const allowed = async (): Promise<void> => {
    while (credit <= 0) await new Promise<void>((resolve) => (wake = resolve));
    credit -= 1;
  };
  try {
    for await (const event of readTask(task)) {
      if (event.kind === 'chunk') await allowed();
      send(event);
    }
    send({ kind: 'end' });
  } catch (cause) {
    send(answerOf(cause));
  } finally {
    port.close();
  }
}

async function* readTask(task: ReaderTask): AsyncGenerator<MapSheetEvent> {
  const ledger = ledgerById.get(task.ledger);
  if (!ledger) throw new Error(`the reading thread knows no ledger ${task.ledger}`);
  const file = await openSheet(task.file);
  try {
    yield* mapSheet(file, {
      ledger,
      ...(task.sheet !== null && { sheet: task.sheet }),
      ...(task.mapping !== null && { mapping: task.mapping }),
      names: sheetNames(task.codes, task.language),
      today: task.today,
      chunkRows: task.chunkRows,
    });
  } finally {
    file.close();
  }
}

function answerOf(cause: unknown): ReaderMessage {
  if (cause instanceof SheetRefused) return { kind: 'refused', refusal: cause.refusal };
  return { kind: 'failed', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
}
