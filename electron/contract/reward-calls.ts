import { z } from 'zod';
import { dbhost } from './call.ts';
import * as s from './shapes.ts';

/** Performance and reward of grid staff (网格员考核与奖励) beyond what any ledger can: the sheet of a month. */
export const rewardCalls = {
  /**
   * Makes the sheet of a village and month, or makes it anew; what was entered by hand stays. Refused (`refused`):
   * `reward-month` (it has not begun), `reward-handed-in`, `reward-nobody` (no grid staff and no reports).
   */
  'reward.make': dbhost(
    z.strictObject({
      writeId: s.id,
      village: s.id,
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    }),
    z.object({ sheet: s.id, isNew: z.boolean() }),
    { timeout_ms: 120_000 },
  ),
} as const;
