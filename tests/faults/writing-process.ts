// One write as a process of its own, to be started where the faults are: in a mount namespace, under strace, in a guest.
// node writing-process.ts ORDER.json; the outcome is one line, `OUTCOME <JSON in base64>`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeToMedium } from '../../db/exchange/medium/write-to-medium.ts';
import { content, inPieces } from '../db/exchange/medium/package-content.ts';
import { writeByTextbook } from './textbook-writer.ts';
import type { WritingOrder } from './writing-order.ts';

const PIECE_BYTES = 1024 * 1024;

const file = process.argv[2] ?? '';
// Written by the test that starts this process.
const order = JSON.parse(readFileSync(file, 'utf8')) as WritingOrder;
let asked_bytes = 0;
let isStruck = false;

async function* source() {
  if (order.content_bytes === 0) return;
  for await (const piece of inPieces(content(order.content_bytes), PIECE_BYTES)) {
    asked_bytes += piece.length;
    yield piece;
  }
}

/** Carries the fault out when the write has come as far as the order says. */
function strike(phase: string, done_bytes: number): void {
  const { fault } = order;
  if (fault === null || isStruck || fault.phase !== phase || done_bytes < fault.done_bytes) return;
  isStruck = true;
  const { status } = spawnSync('sh', ['-c', fault.command], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`the fault could not be made: ${fault.command}`);
}

const outcome =
  order.recipe === 'textbook'
    ? await writeByTextbook({
        source: source(),
        folder: order.folder,
        name: order.name,
        onWritten: (done_bytes) => {
          strike('writing', done_bytes);
        },
        onFlushed: () => {
          strike('reading-back', 0);
        },
      })
    : await writeToMedium({
        source: source(),
        size_bytes: order.size_bytes,
        folder: order.folder,
        name: order.name,
        patience_ms: order.patience_ms,
        onProgress: ({ phase, done_bytes }) => {
          strike(phase, done_bytes);
        },
      });

const line = Buffer.from(JSON.stringify({ ...outcome, asked_bytes })).toString('base64');
process.stdout.write(`OUTCOME ${line}\n`);
