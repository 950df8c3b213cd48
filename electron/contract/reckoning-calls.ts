import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/**
 * Records that follow rules kept as data (走访规则, 劳资风险分级 …), after the rules changed. `ledger` is the ledger of rules.
 * Tens of thousands of records are looked at, other calls being answered meanwhile.
 */
export const reckoningCalls = {
  /** What reckoning anew would change; nothing is written. */
  'reckoning.look': dbhost(
    z.strictObject({ ledger: s.ledgerId }),
    z.object({
      looked: z.int(),
      count: z.int(),
      /** The first 100. */
      lines: z.array(
        s.recordTitle.extend({ texts: z.record(s.fieldName, z.tuple([z.string(), z.string()])) }),
      ),
    }),
    { timeout_ms: 300_000 },
  ),
  /** Writes it as one batch, which `batch.undo` takes back. */
  'reckoning.apply': dbhost(z.strictObject({ batch: s.id, ledger: s.ledgerId }), z.object({ job: s.id })),
} as const;
