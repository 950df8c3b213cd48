import { z } from 'zod';
import type { Assignment } from './problem.ts';

/**
 * A fact or rule of a problem, as explanations name it: the rule (for one person and day where it is so narrow),
 * a leave, a request, a pair, a campaign, the need of a post on a day, or a duty that stands. `unqualified` and `unknown`
 * are only ever told of a roster, never part of a core.
 */
export type Fact =
  | { readonly kind: 'rule'; readonly id: string; readonly person?: string; readonly date?: string }
  | { readonly kind: 'leave'; readonly id: string }
  | { readonly kind: 'request'; readonly id: string }
  | { readonly kind: 'pair'; readonly id: string }
  | { readonly kind: 'campaign'; readonly id: string }
  | { readonly kind: 'exempt'; readonly person: string }
  | { readonly kind: 'service'; readonly person: string }
  | { readonly kind: 'need'; readonly post: string; readonly date: string }
  | { readonly kind: 'one-a-day'; readonly person: string; readonly date: string }
  | { readonly kind: 'standing'; readonly post: string; readonly date: string; readonly person: string }
  | { readonly kind: 'unqualified'; readonly post: string; readonly person: string }
  | { readonly kind: 'unknown'; readonly what: 'date' | 'post' | 'person'; readonly id: string };

/** A place nobody could be found for. */
export interface Hole {
  readonly date: string;
  readonly post: string;
  /** People missing, at least 1. */
  readonly missing: number;
}

/**
 * A way out of a conflict, as a change of the problem: fewer people on a post on one day, a leave or request that does not
 * hold on one day, a rule or pair that gives way once (the duties that break it are locked), a lock taken off, or a rule that is
 * only weighed from now on.
 */
export type RelaxationStep =
  | { readonly kind: 'need'; readonly post: string; readonly date: string; readonly need: number }
  | { readonly kind: 'leave'; readonly id: string; readonly date: string }
  | { readonly kind: 'request'; readonly id: string; readonly date: string }
  | { readonly kind: 'once'; readonly rule: string; readonly duties: readonly Assignment[] }
  | { readonly kind: 'pair-once'; readonly pair: string; readonly duties: readonly Assignment[] }
  | { readonly kind: 'unlock'; readonly date: string; readonly post: string; readonly person: string }
  | { readonly kind: 'soften'; readonly rule: string };

/** One of the ways out that are offered; solved again before it is, so that it is known to fill what it says. */
export interface Relaxation {
  readonly step: RelaxationStep;
  /** The place that can be filled then, or is not needed any more; `null`: a fixed request can be kept. */
  readonly fills: Hole | null;
}

/** What the planner answers. */
export interface Roster {
  /**
   * `optimal`: every need filled, no cheaper roster exists (proven). `feasible`: filled, the proof is `gap` away.
   * `infeasible`: proven that not all needs can be filled under the hard rules; the roster has the fewest, least
   * weighty holes found, and `core` says why. `unknown`: stopped with holes before anything was proven.
   */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Cost of the soft rules of this roster, recounted by the checker. */
  readonly cost: number;
  /** Proven lower bound of that cost among rosters with these holes and changes. */
  readonly bound: number;
  /** (cost − bound) / max(1, |cost|). */
  readonly gap: number;
  /** Wall time; says nothing about the result, which is stopped by work. */
  readonly seconds: number;
  /** Deterministic work: simplex iterations and branch-and-bound nodes of all solves. */
  readonly work: { readonly iterations: number; readonly nodes: number };
  readonly assignments: readonly Assignment[];
  readonly holes: readonly Hole[];
  /** Duties of the basis that were given to somebody else, when there is a basis. */
  readonly changed: readonly Assignment[];
  /** Cost by soft rule, only rules that cost anything. */
  readonly costs: readonly { readonly rule: string; readonly cost: number }[];
  /** With holes that are proven: a smallest set of rules and facts that cannot hold together; else empty. */
  readonly core: readonly Fact[];
  /** With a core: the cheapest ways out, up to three, each solved before it is offered. */
  readonly relaxations: readonly Relaxation[];
  /** Ties the roster to what it was made of. */
  readonly stamp: { readonly problem: string; readonly solver: string; readonly budget: number };
}

/** A broken hard rule or an uncovered need found by the independent checker. */
export interface Violation {
  readonly fact: Fact;
  readonly person: string | null;
  readonly date: string;
  readonly post: string | null;
  /** How far it is broken, in the rule's unit (hours, days, duties, people). */
  readonly by: number;
}

/** A roster as it comes from a file: only the duties matter, everything else is recounted. */
export const rosterInput = z.object({
  assignments: z.array(z.strictObject({ date: z.string(), post: z.string(), person: z.string() })),
});
