import { z } from 'zod';

/** Progress of an import as kept with its batch, in the same transaction as each chunk. */
export const importState = z.object({
  /** SHA-256 of the file, lower-case hex. */
  digest: z.string(),
  sheet: z.string().nullable(),
  mapping: z.array(z.object({ index: z.int(), field: z.string().nullable() })).nullable(),
  /** Last row of the sheet that is done; rows up to it are not written again. 0 = none. */
  lastRow: z.int(),
  counts: z.object({
    read: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
  }),
});
export type ImportState = z.infer<typeof importState>;

/** Counts before the first row. */
export const noCounts: ImportState['counts'] = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
