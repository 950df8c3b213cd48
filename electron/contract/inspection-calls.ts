import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/**
 * Inspections (检查) beyond what any ledger can: the items of a check list to tick, shipped lists, and what follows from an
 * inspection that found something. Texts of items are the town's own, whatever the language of the caller.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const item = z.object({
  no: z.int(),
  /** Name of the group: 治安, 消防. */
  group: z.string(),
  wording: z.string(),
  remedy: z.string(),
  basis: z.string(),
  isMajor: z.boolean(),
  points: z.int(),
});
const scale = z.object({
  yellowFrom: z.int(),
  orangeFrom: z.int(),
  redFrom: z.int(),
  days: z.object({ '1': z.int(), '2': z.int(), '3': z.int(), '4': z.int() }),
});

export const inspectionCalls = {
  /** The items of a check list with how it grades; `null` when there is no such list. */
  'inspection.sheet': dbhost(
    z.strictObject({ list: s.id }),
    z
      .object({
        list: s.id,
        title: z.string(),
        items: z.array(item),
        scale,
        /** Days given for ordinary and major hazards. */
        terms: z.object({ ordinary: z.int(), major: z.int() }),
      })
      .nullable(),
  ),
  /** Check lists for a kind of object (code of `check_object`) on a day, newest first; shipped ones not here yet. */
  'inspection.lists': dbhost(
    z.strictObject({ kind: z.string().max(20), day }),
    z.object({
      lists: z.array(z.object({ id: s.id, title: z.string() })),
      ready: z.array(z.object({ id: s.id, label: z.string() })),
    }),
  ),
  /**
   * Keeps the hazards of an inspection and issues the notice of what is ordered, in one write. `notice` is `null` when
   * nothing is. Refused (`refused`, `inspection-ordered`) when its hazards are kept already.
   */
  'inspection.order': dbhost(
    z.strictObject({
      writeId: s.id,
      inspection: s.id,
      hazards: z
        .array(
          z.strictObject({
            no: z.int().min(1),
            description: z.string().max(500),
            /** Code of `hazard_state`: ordered, put right on the spot, handed over. */
            handling: z.enum(['20', '30', '50']),
          }),
        )
        .min(1)
        .max(200),
      deadline: day,
      rechecker: z.string().max(100),
    }),
    z.object({ notice: s.id.nullable() }),
  ),
} as const;
