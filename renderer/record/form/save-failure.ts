import { z } from 'zod';
import type { Failure } from '../../../electron/contract/failure.ts';
import * as shapes from '../../../electron/contract/shapes.ts';

const conflictShape = z.object({
  fields: z.array(
    z.object({
      field: z.string(),
      mine: shapes.value,
      theirs: shapes.value,
      theirUser: z.string(),
      theirAt: z.string(),
    }),
  ),
});
const findingsShape = z.object({ findings: z.array(shapes.finding) });
const holderShape = z.object({ holder: shapes.recordTitle });

/** Fields two people changed, with the other's value, name and time. */
export type Conflict = z.output<typeof conflictShape>['fields'];

/** The fields of a save conflict; `null` when the save failed for another reason. */
export function readConflict(failure: Failure): Conflict | null {
  if (failure.code !== 'conflict') return null;
  const read = conflictShape.safeParse(failure.details);
  return read.success && read.data.fields.length > 0 ? read.data.fields : null;
}

/** Broken rules a refused save names; `null` when it names none. */
export function readFindings(failure: Failure): z.output<typeof findingsShape>['findings'] | null {
  const read = findingsShape.safeParse(failure.details);
  return read.success && read.data.findings.length > 0 ? read.data.findings : null;
}

/** The record that already holds the natural key; `null` when the save failed for another reason. */
export function readHolder(failure: Failure): z.output<typeof holderShape>['holder'] | null {
  const read = holderShape.safeParse(failure.details);
  return read.success ? read.data.holder : null;
}
