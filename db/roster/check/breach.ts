import type { Rule, RuleKind } from '../problem.ts';
import type { Board, Duty } from './board.ts';

/** One place where a rule is broken, in the rule's unit. */
export interface Breach {
  readonly person: string | null;
  readonly date: string;
  readonly post: string | null;
  readonly by: number;
}

/** The rule of a kind. */
export type RuleOf = { readonly [Kind in RuleKind]: Extract<Rule, { readonly kind: Kind }> };

/**
 * What counts as before. For a hard rule the frozen days are history as well: what they break among themselves is nobody's
 * to mend. A soft rule costs there too, so that costs of two rosters can be compared.
 */
export type Counting = 'hard' | 'soft';

/** Counts where a rule is broken. */
export type RuleCount<Kind extends RuleKind> = (
  rule: RuleOf[Kind],
  board: Board,
  counting: Counting,
) => readonly Breach[];

/** Whether a duty is history for a rule. */
export function isPast(duty: Duty, counting: Counting): boolean {
  return duty.day === null || (counting === 'hard' && duty.day.isFrozen);
}

/** What is over a limit when `before` stood already: max(0, n − max(0, most − before)). */
export function excess(added: number, most: number, before: number): number {
  return Math.max(0, added - Math.max(0, most - before));
}
