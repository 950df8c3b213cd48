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

/** Rows of a packed block; 500 rows pack to a tenth of their size. */
const BLOCK_ROWS = 500;
/** Errors listed in a result; the rest is in the workbook. */
const listedErrors = 500;

/**
 * The refused rows of one import. Kept in memory, packed, and never in a file of ours: they are personal data that
 * did not make it into the encrypted database. A million refused rows take about 100 MB.
 */
export class Failures {
  readonly #blocks: Buffer[] = [];
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
    this.#blocks.push(deflateRawSync(JSON.stringify(this.#open), { level: 1 }));
    this.#open = [];
  }

  /** All refused rows in the order of the sheet. */
  *rows(): Generator<FailedRow> {
    for (const block of this.#blocks) {
      yield* z.array(failedRow).parse(JSON.parse(inflateRawSync(block).toString('utf8')));
    }
    yield* this.#open;
  }
}
