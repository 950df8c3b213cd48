import type { Fact } from '../../roster/roster.ts';
import { concerns } from '../../roster/targets/eligibility.ts';
import type { Term } from '../linear/linear-model.ts';
import type { Draft } from './draft.ts';
import type { Part } from './parts.ts';

/** A `fixed` request that cannot be kept weighs like a hole of the highest rank. */
export const HIGHEST_RANK = 10;

/** A place that may stay empty when needs are elastic: the variable counts people missing. */
export interface Slack {
  readonly variable: number;
  readonly rank: number;
  /** Place of the hole; `null`: a `fixed` request that is not kept, or a locked duty without its pair. */
  readonly place: { readonly post: number; readonly day: number } | null;
}

/** Somebody called to a campaign with all hands: 1 when on no duty that day. */
export interface Missing {
  readonly variable: number;
}

/** Covers every place; with `isElastic` what cannot be covered is counted instead. */
export function needRows(
  draft: Draft,
  part: Part,
  isElastic: boolean,
): { readonly slacks: readonly Slack[]; readonly missing: readonly Missing[] } {
  const slacks: Slack[] = [];
  const missing: Missing[] = [];
  const { agenda } = draft;
  for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1)
    for (const post of part.posts) {
      if (agenda.isForAll(post, day)) missing.push(...calledRows(draft, post, day));
      else slacks.push(...coverRow(draft, { post, day, isElastic }));
    }
  slacks.push(...fixedRows(draft, part, isElastic));
  return { slacks, missing };
}

function coverRow(
  draft: Draft,
  { post, day, isElastic }: { readonly post: number; readonly day: number; readonly isElastic: boolean },
): readonly Slack[] {
  const { agenda } = draft;
  const cells = agenda.cellsAt(post, day);
  const need = Math.max(agenda.need(post, day), draft.lockedIn(cells));
  if (need === 0) return [];
  const tag: Fact = { kind: 'need', post: agenda.post(post).id, date: agenda.dateOf(day) };
  const terms: Term[] = draft.terms(cells);
  if (!isElastic) {
    draft.model.row({ lower: need, upper: need, terms, tag });
    return [];
  }
  const variable = draft.derivedVariable({
    upper: need,
    cost: 0,
    valueOf: (has) => need - cells.filter(has).length,
  });
  draft.model.row({ lower: need, upper: need, terms: [...terms, [variable, 1]], tag });
  return [{ variable, rank: agenda.post(post).rank, place: { post, day } }];
}

/** Whoever is called counts as missing without any duty on the day; how many is a level of its own. */
function calledRows(draft: Draft, post: number, day: number): readonly Missing[] {
  const { agenda } = draft;
  return agenda.needs.called(agenda.post(post), day).flatMap(({ id }) => {
    const person = agenda.personOf(id);
    if (person === undefined) return [];
    const cells = agenda.cellsOf(person, day);
    const variable = draft.derivedVariable({
      upper: 1,
      cost: 0,
      valueOf: (has) => (cells.some(has) ? 0 : 1),
    });
    draft.model.row({ lower: 1, terms: [...draft.terms(cells), [variable, 1]] });
    return [{ variable }];
  });
}

/** On each matching day on which one of its posts needs anybody the person has one of them. */
function fixedRows(draft: Draft, part: Part, isElastic: boolean): readonly Slack[] {
  const { agenda } = draft;
  const slacks: Slack[] = [];
  for (const request of agenda.problem.requests) {
    const person = agenda.personOf(request.person);
    if (request.kind !== 'fixed' || person === undefined || !part.people.includes(person)) continue;
    for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1) {
      const posts = agenda.posts.flatMap((post, index) =>
        concerns(request, agenda.dateOf(day), post.id) && agenda.need(index, day) > 0 ? [index] : [],
      );
      if (posts.length === 0) continue;
      const cells = agenda.cellsOf(person, day).filter((cell) => posts.includes(agenda.cell(cell).post));
      const terms: Term[] = draft.terms(cells);
      if (isElastic) {
        const variable = draft.derivedVariable({
          upper: 1,
          cost: 0,
          valueOf: (has) => (cells.some(has) ? 0 : 1),
        });
        terms.push([variable, 1]);
        slacks.push({ variable, rank: HIGHEST_RANK, place: null });
      }
      draft.model.row({ lower: 1, terms, tag: { kind: 'request', id: request.id } });
    }
  }
  return slacks;
}
