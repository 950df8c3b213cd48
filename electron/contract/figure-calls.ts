import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/**
 * Statistics (统计). Numbers come by period (this, the one before, the same a year before) and by measure in the order of
 * `measuresOf(ledger, today, where)`; the window makes the filter of each number with `numberWhere`, as the data process did.
 */

/** A month, quarter or year: `2026-10`, `2026-Q4`, `2026`. */
const period = z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const numbers = z.array(z.array(z.number()));
const table = {
  ledger: s.ledgerId,
  where: s.where,
  /** Field that makes the lines; `null`: the total alone. */
  field: s.fieldName.nullable(),
  /** `null`: all records as they stand. */
  period: period.nullable(),
};
/** Which indicator the lines on paper and in a workbook are of. */
const indicator = z.string().max(80);
const part = z.object({
  ledger: s.ledgerId,
  label: z.string(),
  unit: z.string(),
  count: z.number(),
  where: s.where,
});
const reportNumber = z.object({
  value: z.number().nullable(),
  text: z.string(),
  where: s.where.nullable(),
  /** The counts a rate is made of, each with the filter of its rows. */
  parts: z.object({ numerator: z.array(part), denominator: z.array(part) }).nullable(),
});
const reportFigure = z.object({
  label: z.string(),
  unit: z.string(),
  definition: z.string().nullable(),
  now: reportNumber,
  before: reportNumber,
  yearBefore: reportNumber,
  change: z.string(),
  yearChange: z.string(),
});
const reportGroups = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    rows: z.array(reportFigure.extend({ ledger: s.ledgerId })),
  }),
);
/** Figures of a million records are reckoned within a second; after an update of the program they wait until they are prepared. */
const timeout_ms = 300_000;

export const figureCalls = {
  'figure.table': dbhost(
    z.strictObject(table),
    z.object({
      today: z.string(),
      periods: z.array(period.nullable()),
      lines: z.array(
        z.object({
          key: z.union([z.string(), z.boolean(), z.null(), z.object({ others: z.array(z.string()) })]),
          label: z.string(),
          numbers,
        }),
      ),
      total: numbers,
    }),
    { timeout_ms },
  ),
  /** Totals of the periods up to this one, oldest first: twelve months, eight quarters, five years. */
  'figure.trend': dbhost(
    z.strictObject({ ledger: s.ledgerId, where: s.where, period }),
    z.object({ today: z.string(), periods: z.array(period), numbers }),
    { timeout_ms },
  ),
  'figure.document': dbhost(z.strictObject({ ...table, indicator }), s.document, { timeout_ms }),
  'figure.export': dbhost(
    z.strictObject({ ...table, indicator, file: s.fileToken }),
    z.object({ lines: z.int() }),
    { files: { file: 'write' }, timeout_ms },
  ),
  /** The monthly report of the town under 七个有人. */
  'figure.report': dbhost(
    z.strictObject({ month }),
    z.object({
      title: z.string(),
      /** Names of the month, the one before, the same a year before. */
      periods: z.array(z.string()),
      /** 四个到位, each with its figure. */
      cover: z.array(z.object({ id: z.string(), label: z.string(), figure: reportFigure })),
      groups: reportGroups,
      definitions: z.array(z.string()),
    }),
    { timeout_ms },
  ),
  'figure.reportDocument': dbhost(z.strictObject({ month }), s.document, { timeout_ms }),
  'figure.reportFile': dbhost(
    z.strictObject({ month, format: z.enum(['xlsx', 'docx']), file: s.fileToken }),
    z.object({ rows: z.int() }),
    { files: { file: 'write' }, timeout_ms },
  ),
} as const;
