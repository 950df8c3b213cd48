import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

const all = z.boolean().optional();

/** Deadlines that were given out before the holiday calendar changed; see `DeadlineStore` of the store. */
export const deadlineCalls = {
  /**
   * What changes of the calendar mean for open deadlines. A change that moves none is settled with this look; `all` looks at
   * every open case whatever changed.
   */
  'deadline.look': dbhost(
    z.strictObject({ lines: z.int().min(0).max(500), all }),
    z.object({
      /** `null`: it is not known by which calendar deadlines were last settled. */
      days: z
        .array(
          z.object({
            day: z.string(),
            isWorked: z.boolean(),
            /** The holiday, or the one a worked weekend makes up for. */
            name: z.object({ zh: z.string(), en: z.string() }).nullable(),
          }),
        )
        .nullable(),
      count: z.int(),
      kept: z.int(),
      lines: z.array(
        z.object({
          ledger: s.ledgerId,
          id: s.id,
          title: z.string(),
          subtitle: z.string(),
          state: z.string(),
          person: z.string(),
          field: s.fieldName,
          turn: z.enum(['later', 'earlier', 'left', 'kept']),
          was: z.string().nullable(),
          due: z.string().nullable(),
          wasLate: z.boolean(),
          isLate: z.boolean(),
          reason: z.string(),
          explanation: z.string(),
        }),
      ),
    }),
    { timeout_ms: 120_000 },
  ),
  /** Moves them as one batch; the result counts `moved` and `kept`. */
  'deadline.move': dbhost(z.strictObject({ batch: s.id, all }), z.object({ job: s.id })),
  /** Leaves them as they are; they are told of again when another of their days changes. */
  'deadline.keep': dbhost(z.strictObject({}), z.object({})),
} as const;
