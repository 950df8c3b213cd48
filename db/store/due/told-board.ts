import type { Localized } from '../../model/localized.ts';
import type { Caller } from '../api/caller.ts';
import type { EscalationRow, EscalationTally } from '../api/due.ts';
import type { Where } from '../api/lists.ts';
import type { Store } from '../api/store.ts';

/** Late steps that have reached one level. */
interface ToldLevel {
  readonly ledger: string;
  readonly state: string;
  readonly level: number;
  readonly levels: number;
  readonly count: number;
  readonly isExact: boolean;
  readonly where: Where;
}

/** Somebody who is to be told of late steps. */
interface ToldGroup {
  readonly to: Localized;
  readonly count: number;
  readonly isExact: boolean;
  readonly levels: readonly ToldLevel[];
}

interface Question {
  /** The moment lateness is counted at. */
  readonly at: Date;
  /** Only steps of this person; an empty name: of nobody in particular. */
  readonly person?: string;
}

/** Who is to be told of how many late steps, over all ledgers; the highest level first. A case stands with one of them only. */
export const toldBoard = (store: Store, question: Question, caller: Caller): readonly ToldGroup[] =>
  groupsOf(asked(store, question, caller)).map(({ to, tallies }) => {
    const levels = tallies.map(({ ledger, state, level, levels: of, isExact, where, shares }) => {
      const count = shares.reduce((sum, share) => sum + share.count, 0);
      return { ledger, state, level, levels: of, count, isExact, where };
    });
    return {
      to,
      count: levels.reduce((sum, { count }) => sum + count, 0),
      isExact: levels.every(({ isExact }) => isExact),
      levels,
    };
  });

/** The cases themselves, late longest first in each group. */
export const toldRows = (
  store: Store,
  question: Question & { readonly limit: number },
  caller: Caller,
): readonly {
  readonly to: Localized;
  readonly rows: readonly EscalationRow[];
  readonly hasMore: boolean;
}[] =>
  groupsOf(asked(store, question, caller)).map(({ to, tallies }) => {
    const { at, limit, person } = question;
    const rows = tallies.flatMap(({ ledger, state, level, shares }) => {
      const people = person === undefined ? {} : { people: shares.map((share) => share.person) };
      return store.dues.escalationRows({ ledger, state, level, at, limit: limit + 1, ...people }, caller);
    });
    const sorted = rows.toSorted((a, b) => (a.due < b.due ? -1 : 1));
    return { to, rows: sorted.slice(0, limit), hasMore: sorted.length > limit };
  });

/** Tallies with the shares of whom the question asks for. */
function asked(store: Store, { at, person }: Question, caller: Caller): readonly EscalationTally[] {
  return store.dues.escalations(at, caller).flatMap((tally) => {
    const shares = tally.shares.filter(({ name }) => person === undefined || name === person);
    if (shares.length === 0) return [];
    const where = person === undefined ? tally.where : { ...tally.where, ...byPeople(tally, shares) };
    return [{ ...tally, shares, where }];
  });
}

function byPeople({ personField }: EscalationTally, shares: EscalationTally['shares']): Where {
  if (personField === null) return {};
  const named = shares.map(({ person }) => person).filter((person) => person !== null);
  return { [personField]: named.length === 0 ? null : named };
}

/** One name is one person to be told, in whichever ledger; the most urgent first. */
function groupsOf(
  tallies: readonly EscalationTally[],
): readonly { readonly to: Localized; readonly tallies: readonly EscalationTally[] }[] {
  const groups = new Map<string, EscalationTally[]>();
  for (const tally of tallies) groups.set(tally.to.zh, [...(groups.get(tally.to.zh) ?? []), tally]);
  const highest = (of: readonly EscalationTally[]): number => Math.max(...of.map(({ level }) => level));
  return [...groups.values()]
    .toSorted((a, b) => highest(b) - highest(a))
    .flatMap((of) => (of[0] === undefined ? [] : [{ to: of[0].to, tallies: of }]));
}
