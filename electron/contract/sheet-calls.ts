import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

const jobRef = z.object({ job: s.id });
const none = z.strictObject({});
const column = z.strictObject({ index: z.int().min(0).max(200), field: s.fieldName.nullable() });

/** Workbooks and text sheets read into ledgers, and lists written to them. Long work is a job. */
export const sheetCalls = {
  'import.inspect': dbhost(
    z.strictObject({ ledger: s.ledgerId, file: s.fileToken, sheet: z.string().max(200).optional() }),
    z.object({
      sheets: z.array(z.string()),
      sheet: z.string(),
      /** 1-based row of the header. */
      headerRow: z.int(),
      columns: z.array(s.sheetColumn),
      /** Rows in the sheet as far as known; 0 = not known. */
      rows: z.int(),
      missing: z.array(s.fieldName),
    }),
    { files: { file: 'read' }, timeout_ms: 60_000 },
  ),
  'import.start': dbhost(
    z.strictObject({
      batch: s.id,
      ledger: s.ledgerId,
      file: s.fileToken,
      sheet: z.string().max(200).optional(),
      mapping: z.array(column).max(200),
      dryRun: z.boolean(),
    }),
    jobRef,
    { files: { file: 'read' } },
  ),
  'import.resume': dbhost(z.strictObject({ batch: s.id, file: s.fileToken }), jobRef, {
    files: { file: 'read' },
  }),
  /** Writes the failures of the last run of a batch to a workbook that can be corrected and imported again. */
  'import.saveErrors': dbhost(
    z.strictObject({ batch: s.id, file: s.fileToken }),
    z.object({ rows: z.int() }),
    {
      files: { file: 'write' },
      timeout_ms: 60_000,
    },
  ),
  'import.template': dbhost(z.strictObject({ ledger: s.ledgerId, file: s.fileToken }), none, {
    files: { file: 'write' },
  }),
  'export.start': dbhost(
    z.strictObject({
      ledger: s.ledgerId,
      where: s.where,
      sort: s.sortKey.optional(),
      ids: z.array(s.id).max(10_000).optional(),
      fields: z.array(s.fieldName).min(1).max(200),
      format: z.enum(['xlsx', 'csv']),
      file: s.fileToken,
    }),
    jobRef,
    { files: { file: 'write' } },
  ),
} as const;
