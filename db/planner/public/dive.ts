import { isWithinCaps } from './capped-search.ts';
import { generateColumns, type GenerationInput, ROUNDING } from './column-generation.ts';
import type { Share } from './master.ts';
import type { Row } from './schedule-search.ts';

/** Share of a schedule from which it is taken without looking further. */
const SURE = 0.95;

/** Of the members still open, this share is held at a step, if their schedules are used at least so much. */
const STEP = { share: 1 / 16, least: 0.6 };
/** Rounds of pricing at a step: few where many members make many steps. */
const ROUNDS = { least: 6, altogether: 400 };

/**
 * Rounds the relaxation to a roster: holds the members to the schedules used most, prices again, and so on until nobody
 * is open. `null` when it cannot become cheaper than `cost`; when time is over, the rows held so far. The members dived for
 * are released at the end.
 */
export function dive(input: GenerationInput): ReadonlyMap<number, Row> | null {
  const { master } = input;
  const open = new Set(input.open);
  const rounds = Math.max(ROUNDS.least, Math.ceil(ROUNDS.altogether / input.open.length));
  try {
    while (open.size > 0 && input.secondsLeft() > 0) {
      const bound = generateColumns({ ...input, open: [...open], rounds });
      if (bound && Math.ceil(bound.bound - ROUNDING) >= input.cost) return null;
      const relaxed = master.relaxation({ timeLimit_s: Math.max(1, input.secondsLeft()) });
      if (!relaxed) break;
      const chosen = surest(
        relaxed.shares.filter((share) => isOpen(input, open, share)),
        open.size,
      );
      if (chosen.length === 0) return null;
      for (const { member, row } of chosen) {
        master.hold(member, row);
        open.delete(member);
      }
    }
    return heldRows(input);
  } finally {
    for (const member of input.open) master.release(member);
  }
}

function heldRows({ master, open }: GenerationInput): ReadonlyMap<number, Row> {
  return new Map(
    open.flatMap((member) => {
      const row = master.heldRow(member);
      return row ? [[member, row] as const] : [];
    }),
  );
}

/** The relaxation may use a part of a schedule that works a shift too often; a roster may not. */
function isOpen({ searches }: GenerationInput, open: ReadonlySet<number>, { member, row }: Share): boolean {
  const search = searches[member];
  return search !== undefined && open.has(member) && isWithinCaps(search, row);
}

/** All schedules that are all but certain, else some of the surest, one at least. */
function surest(shares: readonly Share[], openCount: number): readonly Share[] {
  const sure = shares.filter(({ share }) => share >= SURE);
  if (sure.length > 0) return sure;
  const [first, ...others] = shares.toSorted((a, b) => b.share - a.share);
  const more = others.slice(0, Math.floor(openCount * STEP.share)).filter(({ share }) => share >= STEP.least);
  return first ? [first, ...more] : [];
}
