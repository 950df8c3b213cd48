import type { Language } from '../../../db/model/localized.ts';
import type { RosterProblem } from '../../../db/roster/problem.ts';
import type { Fact, Roster } from '../../../db/roster/roster.ts';
import { costTexts } from './broken-texts.ts';
import type { Proposal } from './planning.ts';
import { dutyWords } from './words.ts';

/** A proposal as the window shows it. */
export function proposalTold({ problem, found, basis: _basis, ...order }: Proposal, language: Language) {
  const words = dutyWords(problem, language);
  return {
    ...order,
    status: found.status,
    cost: found.cost,
    bound: found.bound,
    gap: found.gap,
    seconds: found.seconds,
    duties: found.assignments,
    holes: found.holes,
    costs: costTexts(problem, found.costs, language),
    moved: movedDuties(problem, found),
    core: found.core.map((fact) => ({ text: words.fact(fact), ...recordOf(fact) })),
    relaxations: [],
  };
}

/** Duties of the basis that go to somebody else, in the order of their days; who gives up and who comes, side by side. */
function movedDuties(problem: RosterProblem, found: Roster) {
  if (problem.basis === undefined) return [];
  const keyOf = (duty: { readonly date: string; readonly post: string }): string =>
    `${duty.date} ${duty.post}`;
  const had = Map.groupBy(problem.basis.assignments, keyOf);
  const have = Map.groupBy(found.assignments, keyOf);
  return [...had.keys()].toSorted().flatMap((key) => {
    const [before, after] = [had.get(key) ?? [], have.get(key) ?? []].map((duties) =>
      duties.map(({ person }) => person),
    );
    const gone = (before ?? []).filter((person) => after?.includes(person) !== true);
    const come = (after ?? []).filter((person) => before?.includes(person) !== true);
    const [date = '', post = ''] = key.split(' ');
    return gone.map((from, i) => ({ date, post, from, to: come[i] ?? null }));
  });
}

/** The record somebody would change to take the fact away. */
function recordOf(fact: Fact): { readonly ledger: string | null; readonly id: string | null } {
  switch (fact.kind) {
    case 'rule':
      return { ledger: 'duty_rule', id: fact.id };
    case 'leave':
      return { ledger: 'duty_leave', id: fact.id };
    case 'request':
      return { ledger: 'duty_request', id: fact.id };
    case 'pair':
      return { ledger: 'duty_pair', id: fact.id };
    case 'campaign':
      // A campaign of all posts is told post by post.
      return { ledger: 'duty_campaign', id: fact.id.replace(/#\d+$/, '') };
    case 'exempt':
    case 'service':
      return { ledger: 'duty_member', id: fact.person };
    case 'need':
      return { ledger: 'duty_post', id: fact.post };
    default:
      return { ledger: null, id: null };
  }
}
