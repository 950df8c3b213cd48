import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { ImportError } from './import-types.ts';

const failedRow = z.object({
  row: z.int(),
  cells: z.array(z.string()),
  problems: z.array(z.object({ column: z.int(), title: z.string(), code: z.string(), reason: z.string() })),
});

/** A row that was refused, as it stood in the sheet, with its problems in words. */
export type FailedRow = z.infer<typeof failedRow>;

const packedHead = z.object({ headers: z.array(z.string()), count: z.int() });

const packedRows = (rows: readonly FailedRow[]): Uint8Array =>
  deflateRawSync(JSON.stringify(rows), { level: 1 });

/** Rows of a packed block; 500 rows pack to a tenth of their size. */
const BLOCK_ROWS = 500;
/** Errors listed in a result; the rest is in the workbook. */
const listedErrors = 500;

/**
 * The refused rows of one import, packed in memory while it runs and handed to the encrypted database afterwards:
 * they are personal data and never lie in a file of ours. A million refused rows take about 100 MB.
 */
export class Failures {
  readonly #blocks: Uint8Array[] = [];
  readonly #errors: ImportError[] = [];
  #open: FailedRow[] = [];
  #count = 0;

  /** Titles of the sheet's columns, set when the header is known. */
  headers: readonly string[] = [];

  /** Number of refused rows. */
  get count(): number {
    return this.#count;
  }

  /** The first 500 bad cells. */
  get errors(): readonly ImportError[] {
    return this.#errors;
  }

  add(row: FailedRow, errors: readonly ImportError[]): void {
    this.#count += 1;
    this.#errors.push(...errors.slice(0, Math.max(0, listedErrors - this.#errors.length)));
    this.#open.push(row);
    if (this.#open.length < BLOCK_ROWS) return;
    this.#blocks.push(packedRows(this.#open));
    this.#open = [];
  }

  /** Titles first, then the rows in blocks, for keeping; `unpacked` reads it. */
  packed(): readonly Uint8Array[] {
    const head = deflateRawSync(JSON.stringify({ headers: this.headers, count: this.#count }));
    return [head, ...this.#blocks, ...(this.#open.length === 0 ? [] : [packedRows(this.#open)])];
  }

  /** Failures as they were packed; only what is wrong in which row, no list of errors. */
  static unpacked([head, ...blocks]: readonly Uint8Array[]): Failures {
    if (head === undefined) throw new Error('packed failures begin with their head');
    const { headers, count } = packedHead.parse(JSON.parse(inflateRawSync(head).toString('utf8')));
    const failures = new Failures();
    failures.headers = headers;
    failures.#count = count;
    failures.#blocks.push(...blocks);
    return failures;
  }

  /** All refused rows in the order of the sheet. */
  *rows(): Generator<FailedRow> {
    for (const block of this.#blocks) {
      yield* z.array(failedRow).parse(JSON.parse(inflateRawSync(block).toString('utf8')));
    }
    yield* this.#open;
  }
}
