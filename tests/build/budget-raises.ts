import { z } from 'zod';
import { day, reason } from '../ratchet/reason.ts';

/** The file of the budgets, relative to the root of the repository. */
export const budgetsFile = 'build/budgets.json';

const PARTS = ['wall_s', 'processor_s', 'uncounted', 'rounds_per_s'] as const;

const laneShape = z.strictObject({
  wall_s: z.number().positive(),
  processor_s: z.number().positive(),
  uncounted: z.number().positive().exactOptional(),
});
const lanesShape = z.record(z.string(), laneShape);

const raiseShape = z.strictObject({
  lane: z.string(),
  part: z.enum(PARTS),
  from: z.number().nonnegative(),
  to: z.number().positive(),
  why: reason,
  date: day,
});

const fileShape = z.strictObject({
  /** How fast the machine of the budgets is: where it is taken for faster, all lanes may take longer elsewhere. */
  yardstick: z.strictObject({ rounds_per_s: z.number().positive() }).exactOptional(),
  lanes: lanesShape,
  raised: z.array(raiseShape),
});

type Part = (typeof PARTS)[number];
/** All numbers of the file by lane, with those of the yardstick as if it were one. */
export type Limits = Readonly<Record<string, Readonly<Partial<Record<Part, number>>>>>;
/** One number of one budget that was raised, and why. */
export type Raise = z.infer<typeof raiseShape>;

/** What the file says. @throws when it has another shape: an unknown key, a reason without words. */
export const parseBudgets = (text: string): z.infer<typeof fileShape> => fileShape.parse(JSON.parse(text));

/** The limits of a version of the file; the first ones held nothing but lanes. */
export function limitsOf(text: string): Limits {
  const json: unknown = JSON.parse(text);
  const older = lanesShape.safeParse(json);
  if (older.success) return older.data;
  const { yardstick, lanes } = fileShape.parse(json);
  return { yardstick: yardstick ?? {}, ...lanes };
}

/**
 * What a history of budgets, oldest first, let grow without a reason: a number that rose, or a lane that was taken out, and so
 * needs no budget. Every reason counts once.
 */
export function unexplainedRaises(history: readonly Limits[], reasons: readonly Raise[]): readonly string[] {
  const left = reasons.map(keyOf);
  return history
    .slice(1)
    .flatMap((later, i) => raisesBetween(history[i] ?? later, later))
    .filter((raise) => {
      const at = left.indexOf(raise);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
}

function raisesBetween(earlier: Limits, later: Limits): readonly string[] {
  return Object.entries(earlier).flatMap(([lane, was]) => {
    const is = later[lane];
    if (is === undefined) return [`${lane}: taken out`];
    return PARTS.map((part) => ({ lane, part, from: was[part] ?? 0, to: is[part] ?? 0 }))
      .filter(({ from, to }) => to > from)
      .map(keyOf);
  });
}

const keyOf = ({ lane, part, from, to }: Omit<Raise, 'why' | 'date'>): string =>
  `${lane}: ${part} raised from ${String(from)} to ${String(to)}`;
