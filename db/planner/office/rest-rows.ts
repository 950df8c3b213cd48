import type { Rule } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { type Draft, weightOf } from './draft.ts';

type RestRule = Extract<Rule, { kind: 'rest' }>;

/** A duty on the clock: `until` is the end of it and of the rest after it, in hours from the first midnight. */
interface Stretch {
  readonly cell: number | null;
  readonly day: number;
  readonly start: number;
  readonly until: number;
}

/** Rows for rests between duties and for duties that overlap. */
export function restRows(draft: Draft, person: number): void {
  clashRows(draft, { person, rule: null });
  for (const rule of draft.rules) {
    if (rule.kind !== 'rest') continue;
    const weight = weightOf(rule);
    if (weight === null) clashRows(draft, { person, rule });
    else softRest(draft, { person, rule, weight });
  }
}

/**
 * Duties with their rests are intervals, so those that clash with each other are those that share a moment: one row for each
 * moment a duty begins forbids all of them but one, which is as tight as a linear model can be.
 */
function clashRows(draft: Draft, of: { readonly person: number; readonly rule: RestRule | null }): void {
  const stretches = stretchesOf(draft, of.person, of.rule);
  const starts = [...new Set(stretches.map((stretch) => stretch.start))].toSorted((a, b) => a - b);
  starts.forEach((moment, index) => {
    const sharing = stretches.filter(({ start, until }) => start <= moment && moment < until);
    const next = starts[index + 1];
    const isPartOfNext = next !== undefined && sharing.every(({ until }) => next < until);
    if (!isPartOfNext && isWorthARow(sharing)) addRow(draft, sharing, of);
  });
}

/** Duties of one day clash anyway. */
const isWorthARow = (sharing: readonly Stretch[]): boolean =>
  sharing.some(({ cell }) => cell !== null) && new Set(sharing.map(({ day }) => day)).size > 1;

function addRow(
  draft: Draft,
  sharing: readonly Stretch[],
  { person, rule }: { readonly person: number; readonly rule: RestRule | null },
): void {
  const cells = sharing.flatMap(({ cell }) => cell ?? []);
  const doneCount = sharing.filter(({ cell }) => cell === null).length;
  const date = draft.agenda.dateOf(Math.max(...sharing.map(({ day }) => day)));
  const who = draft.agenda.person(person).id;
  const fact: Fact = rule
    ? { kind: 'rule', id: rule.id, person: who, date }
    : { kind: 'one-a-day', person: who, date };
  draft.atMost(cells, Math.max(0, 1 - doneCount), fact);
}

/** Duties of a person, given and to be given; one the rule does not rest after is only a moment. */
function stretchesOf(draft: Draft, person: number, rule: RestRule | null): readonly Stretch[] {
  const { agenda } = draft;
  const posts = rule ? agenda.postsOf(rule) : null;
  const stretch = (post: number, day: number, cell: number | null): Stretch => {
    const start = agenda.startOf(post, day);
    const rest = rule?.hours ?? 0;
    const lasts = posts === null || posts.has(post) ? agenda.post(post).hours + rest : MOMENT;
    return { cell, day, start, until: start + lasts };
  };
  const stretches = agenda.doneBy(person).map(({ day, post }) => stretch(post, day, null));
  for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1)
    for (const cell of agenda.cellsOf(person, day))
      if (draft.isOpen(cell)) stretches.push(stretch(agenda.cell(cell).post, day, cell));
  return stretches;
}

/** Less than any distance between two beginnings on the clock. */
const MOMENT = 1 / 3600;

/** Each pair of duties costs the hours missing between them. */
function softRest(
  draft: Draft,
  { person, rule, weight }: { readonly person: number; readonly rule: RestRule; readonly weight: number },
): void {
  const stretches = stretchesOf(draft, person, rule);
  const rested = stretches.filter((stretch) => stretch.until - stretch.start > MOMENT);
  for (const first of rested)
    for (const second of stretches) {
      // Duties that overlap, as only standing ones can, lack the whole rest and no more.
      const missing = Math.min(rule.hours, first.until - second.start);
      if (second.day > first.day && missing > 0)
        addPair(draft, { rule, first, second, cost: weight * missing });
    }
}

function addPair(
  draft: Draft,
  pair: { readonly rule: Rule; readonly first: Stretch; readonly second: Stretch; readonly cost: number },
): void {
  const cells = [pair.first, pair.second].flatMap(({ cell }) => cell ?? []);
  const frozen = [pair.first, pair.second].filter(({ cell, day }) => cell === null && day >= 0).length;
  if (cells.length + frozen === 0) return;
  draft.excess({ rule: pair.rule, weight: pair.cost, cells, allowed: cells.length - 1 });
}
