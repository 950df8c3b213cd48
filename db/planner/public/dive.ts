import { isWithinCaps } from './capped-search.ts';
import { generateColumns, type GenerationInput, ROUNDING } from './column-generation.ts';
import type { Share } from './master.ts';
import type { Row } from './schedule-search.ts';

/** Share of a schedule from which it is taken without looking further. */
const SURE = 0.95;

/**
 * Rounds the relaxation to a roster: holds the members to the schedules used most, prices again, and so on until nobody
 * is open. `null` when it cannot become cheaper than `cost`. The members dived for are released at the end.
 */
export function dive(input: GenerationInput): ReadonlyMap<number, Row> | null {
  const { master } = input;
  const open = new Set(input.open);
  try {
    while (open.size > 0) {
      const bound = generateColumns({ ...input, open: [...open] }, null);
      if (!bound || Math.ceil(bound.bound - ROUNDING) >= input.cost) return null;
      const relaxed = master.relaxation({ timeLimit_s: input.secondsLeft() });
      if (!relaxed) return null;
      const chosen = surest(relaxed.shares.filter((share) => isOpen(input, open, share)));
      if (chosen.length === 0) return null;
      for (const { member, row } of chosen) {
        master.hold(member, row);
        open.delete(member);
      }
    }
    return new Map(
      input.open.flatMap((member) => {
        const row = master.heldRow(member);
        return row ? [[member, row] as const] : [];
      }),
    );
  } finally {
    for (const member of input.open) master.release(member);
  }
}

/** The relaxation may use a part of a schedule that works a shift too often; a roster may not. */
function isOpen({ searches }: GenerationInput, open: ReadonlySet<number>, { member, row }: Share): boolean {
  const search = searches[member];
  return search !== undefined && open.has(member) && isWithinCaps(search, row);
}

/** All schedules that are all but certain, else the surest one. */
function surest(shares: readonly Share[]): readonly Share[] {
  const sure = shares.filter(({ share }) => share >= SURE);
  if (sure.length > 0) return sure;
  return shares.toSorted((a, b) => b.share - a.share).slice(0, 1);
}
