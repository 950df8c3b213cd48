import type { z } from 'zod';
import { importResult } from '../../../electron/contract/shapes.ts';

/** Counts and failures of an import or of its trial run. */
export type ImportRun = z.infer<typeof importResult>;

/** The result of an import job; `null` when the job ended before it had one. */
export function readResult(result: unknown): ImportRun | null {
  const read = importResult.safeParse(result);
  return read.success ? read.data : null;
}
