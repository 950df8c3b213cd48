import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

/** What the control writes, and what happens to the medium before it looks at its work. */
export interface TextbookOrder {
  readonly source: AsyncIterable<Buffer>;
  readonly folder: string;
  readonly name: string;
  readonly onWritten: (done_bytes: number) => void;
  readonly onFlushed: () => void;
}

/**
 * The negative control: the recipe of the textbooks (write a temporary file, flush, rename, flush the folder) and an
 * ordinary look at the result. What it reports as fine must turn out lost, else the faults of these tests are none.
 */
export async function writeByTextbook(order: TextbookOrder): Promise<{ readonly ok: boolean }> {
  const temporary = path.join(order.folder, 'textbook.tmp');
  const file = path.join(order.folder, order.name);
  const written = createHash('sha256');
  const handle = await open(temporary, 'wx');
  let done_bytes = 0;
  for await (const piece of order.source) {
    await handle.writeFile(piece);
    written.update(piece);
    done_bytes += piece.length;
    order.onWritten(done_bytes);
  }
  await handle.sync();
  await handle.close();
  await rename(temporary, file);
  const folder = await open(order.folder, 'r');
  await folder.sync();
  await folder.close();
  order.onFlushed();
  const back = createHash('sha256').update(await readFile(file));
  return { ok: back.digest('hex') === written.digest('hex') };
}
