import { codeTableById } from '../../../model/codes/code-tables.ts';
import type { AnyLedger } from '../../../model/define-ledger.ts';
import { fieldsTaken } from '../../../model/take-spec.ts';
import { limits } from '../read/limits.ts';
import { openSheet } from '../read/open-sheet.ts';
import type { SheetRow } from '../read/sheet-row.ts';
import { answered } from './import-sheet.ts';
import type { SheetAnswer, SheetHead } from './import-types.ts';
import { findHead } from './map-sheet.ts';
import { rowMapper } from './map-rows.ts';
import { sheetNames } from './sheet-names.ts';
import { missingFields } from './match-columns.ts';

/** What a sheet holds, before anything is imported (`import.inspect` of the contract). */
export interface SheetInspection {
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** 1-based. */
  readonly headerRow: number;
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly field: string | null;
    readonly samples: readonly string[];
  }[];
  /** Rows below the header as far as known; 0 = not known. */
  readonly rows: number;
  /** Required and key fields without a column, unless the ledger fills them from others (kind of document). */
  readonly missing: readonly string[];
}

/** Codes that may stand as titles; what an administrator added is known when the rows are read. */
const shippedCodes = Object.fromEntries(codeTableById);
/** Rows read for samples. */
const SAMPLE_ROWS = 5;

/** Reads the head of a sheet: its sheets, titles with the fields they were matched to, and a few samples. */
export function inspectSheet(input: {
  readonly ledger: AnyLedger;
  readonly file: string;
  readonly sheet?: string;
}): Promise<SheetAnswer<SheetInspection>> {
  return answered(async () => {
    const file = await openSheet(input.file);
    try {
      const { rows, lastRow } = await firstRows(file.rows(input.sheet));
      const { head, rowsOf } = findHead(input.ledger, rows, sheetNames(shippedCodes, 'zh'));
      const below = rows
        .filter((r) => r.row > head.headerRow)
        .flatMap(rowsOf)
        .slice(0, SAMPLE_ROWS);
      const filled = filledFields(input.ledger, head, below);
      const columns = new Set(head.fields.filter((name) => name !== null));
      const taken = new Set(fieldsTaken(input.ledger, columns).flatMap(({ fields }) => fields));
      return {
        sheets: file.sheets,
        sheet: input.sheet ?? file.sheets[0] ?? '',
        headerRow: head.headerRow,
        columns: head.headers.map((header, index) => ({
          index,
          header,
          field: head.fields[index] ?? null,
          samples: below.map((r) => (r.cells[index] ?? '').slice(0, 60)),
        })),
        rows: Math.max(0, lastRow - head.headerRow),
        missing: missingFields(input.ledger, head.fields).filter(
          (name) => !filled.has(name) && !taken.has(name),
        ),
      };
    } finally {
      file.close();
    }
  });
}

/** Fields the ledger works out from the samples, so that nobody is asked for a column the sheet does not need. */
function filledFields(ledger: AnyLedger, head: SheetHead, samples: readonly SheetRow[]): ReadonlySet<string> {
  const map = rowMapper(ledger, head, { names: sheetNames({}, 'zh'), today: '9999-12-31' });
  return new Set(samples.flatMap((row) => Object.keys(map(row)?.derived ?? {})));
}

async function firstRows(
  pieces: AsyncIterable<{ readonly rows: readonly SheetRow[]; readonly lastRow: number }>,
) {
  const rows: SheetRow[] = [];
  let lastRow = 0;
  for await (const piece of pieces) {
    rows.push(...piece.rows);
    lastRow = piece.lastRow;
    if ((rows.at(-1)?.row ?? 0) > limits.headerRows + SAMPLE_ROWS) break;
  }
  return { rows, lastRow };
}
