import type { RosterProblem } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { weightOf } from '../office/draft.ts';

/** A fact or rule that can be part of a conflict; rules stand for themselves as a whole. */
export type Member = Extract<
  Fact,
  { kind: 'need' | 'leave' | 'request' | 'pair' | 'campaign' | 'exempt' | 'service' | 'standing' | 'rule' }
>;

/** Names a fact, so that sets of them can be compared; a rule of one person and day is that rule. */
export function keyOf(fact: Fact): string {
  if ('id' in fact) return `${fact.kind} ${fact.id}`;
  const { kind } = fact;
  const post = 'post' in fact ? fact.post : '';
  const date = 'date' in fact ? fact.date : '';
  const person = 'person' in fact ? fact.person : '';
  return [kind, post, date, person].join(' ');
}

/** Everything that could be part of a conflict on some days, what is most telling first. */
export function membersOn(
  problem: RosterProblem,
  needs: readonly Extract<Fact, { kind: 'need' }>[],
): readonly Member[] {
  const dates = new Set(needs.map(({ date }) => date));
  const isNear = ({ from, to }: { readonly from: string; readonly to: string }) =>
    [...dates].some((date) => from <= date && date <= to);
  const people = problem.people.map(({ id, nightExempt, from, to }) => ({
    id,
    isExempt: nightExempt.some(isNear),
    isAbsent: [...dates].some((date) => date < (from ?? date) || (to ?? date) < date),
  }));
  return [
    ...needs,
    ...problem.leaves.filter(isNear).map(({ id }) => ({ kind: 'leave', id }) as const),
    ...problem.requests
      .filter((request) => isNear(request) && (request.kind === 'fixed' || request.kind === 'never'))
      .map(({ id }) => ({ kind: 'request', id }) as const),
    ...problem.campaigns.filter(isNear).map(({ id }) => ({ kind: 'campaign', id }) as const),
    ...problem.pairs.map(({ id }) => ({ kind: 'pair', id }) as const),
    ...people.filter(({ isExempt }) => isExempt).map(({ id }) => ({ kind: 'exempt', person: id }) as const),
    ...people.filter(({ isAbsent }) => isAbsent).map(({ id }) => ({ kind: 'service', person: id }) as const),
    ...(problem.basis?.assignments ?? [])
      .filter((duty) => duty.locked && duty.date > (problem.basis?.frozenThrough ?? ''))
      .map(({ date, post, person }) => ({ kind: 'standing', date, post, person }) as const),
    ...problem.rules
      .filter((rule) => weightOf(rule) === null)
      .map(({ id }) => ({ kind: 'rule', id }) as const),
  ];
}

/**
 * The problem with no facts and hard rules but the named ones. Needs stay: whether they must be met is the model's matter. Soft
 * rules play no part. A campaign that lowers a need or calls everybody stays as well; it is never in the way.
 */
export function onlyWith(problem: RosterProblem, keys: ReadonlySet<string>): RosterProblem {
  const has = (fact: Fact) => keys.has(keyOf(fact));
  const campaigns = problem.campaigns.filter(
    (campaign) => has({ kind: 'campaign', id: campaign.id }) || !canRaise(problem, campaign),
  );
  const basis = problem.basis && {
    ...problem.basis,
    assignments: problem.basis.assignments.filter(
      ({ date, post, person }) =>
        date <= (problem.basis?.frozenThrough ?? '') || has({ kind: 'standing', date, post, person }),
    ),
  };
  const { basis: _basis, ...rest } = problem;
  return {
    ...rest,
    leaves: problem.leaves.filter(({ id }) => has({ kind: 'leave', id })),
    requests: problem.requests.filter(({ id }) => has({ kind: 'request', id })),
    pairs: problem.pairs.filter(({ id }) => has({ kind: 'pair', id })),
    campaigns,
    rules: problem.rules.filter((rule) => weightOf(rule) === null && has({ kind: 'rule', id: rule.id })),
    people: problem.people.map((person) => {
      const { from, to, ...always } = person;
      const serves = has({ kind: 'service', person: person.id });
      return {
        ...always,
        ...(serves && from !== undefined ? { from } : {}),
        ...(serves && to !== undefined ? { to } : {}),
        nightExempt: has({ kind: 'exempt', person: person.id }) ? person.nightExempt : [],
      };
    }),
    ...(basis === undefined ? {} : { basis }),
  };
}

function canRaise(problem: RosterProblem, { post, need }: RosterProblem['campaigns'][number]): boolean {
  if (need === 'all') return false;
  const needs = problem.posts.find(({ id }) => id === post)?.needs;
  return needs !== undefined && Object.values(needs).some((usual) => usual < need);
}
