import { createHash } from 'node:crypto';
import { z } from 'zod';
import { rosterProblem, type RosterProblem } from '../roster/problem.ts';

const madeWithShape = z.object({
  rules: rosterProblem.shape.rules,
  cursors: rosterProblem.shape.cursors,
});

/** What a kept roster remembers of its making: the rules, and who is next in the lists of turns after it. */
export type MadeWith = z.infer<typeof madeWithShape>;

/** The text the roster keeps. */
export const madeWithText = (made: MadeWith): string => JSON.stringify(made);

/** Reads it again; `null` for rosters made by hand, or by a program that keeps something else. */
export function madeWith(text: string | null): MadeWith | null {
  if (text === null) return null;
  try {
    const parsed = madeWithShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: typed over by hand. The roster itself stands without it.
    return null;
  }
}

/**
 * Fingerprint of what a roster is planned from by hand of people: rules, posts, people, leave, requests, pairs, campaigns, days.
 * What follows from other months (balances, cursors, duties before) and the standing roster are left out, so that it
 * changes only when somebody changed something.
 */
export function problemDigest(problem: RosterProblem): string {
  const { basis: _basis, earlier: _earlier, cursors: _cursors, name: _name, ...rest } = problem;
  const people = rest.people.map(({ balance: _balance, ...person }) => person);
  return createHash('sha256')
    .update(JSON.stringify({ ...rest, people }))
    .digest('hex')
    .slice(0, 32);
}
