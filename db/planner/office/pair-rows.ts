import type { RosterProblem } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { isServing, isWithin } from '../../roster/targets/eligibility.ts';
import type { Draft } from './draft.ts';
import { HIGHEST_RANK, type Slack } from './need-rows.ts';
import type { Part } from './parts.ts';

type Pair = RosterProblem['pairs'][number];

interface Couple {
  readonly a: number;
  readonly b: number;
  readonly fact: Fact;
}

/** Rows of pairs that must or must not be on duty together. */
export function pairRows(draft: Draft, part: Part, isElastic: boolean): readonly Slack[] {
  const slacks: Slack[] = [];
  for (const pair of draft.agenda.problem.pairs) {
    const a = draft.agenda.personOf(pair.a);
    const b = draft.agenda.personOf(pair.b);
    if (a === undefined || b === undefined || !part.people.includes(a)) continue;
    const couple: Couple = { a, b, fact: { kind: 'pair', id: pair.id } };
    for (let day = draft.agenda.firstOpen; day < draft.agenda.dayCount; day += 1)
      slacks.push(...rowsOn(draft, { kind: pair.kind, couple, day, isElastic }));
    if (pair.kind === 'presence') presenceRows(draft, couple);
  }
  return slacks;
}

function rowsOn(
  draft: Draft,
  on: PairDay & { readonly kind: Pair['kind']; readonly couple: Couple },
): readonly Slack[] {
  const { kind, couple, day } = on;
  const { agenda } = draft;
  const [as, bs] = [agenda.cellsOf(couple.a, day), agenda.cellsOf(couple.b, day)];
  if (kind === 'apart') draft.atMost([...as, ...bs], 1, couple.fact);
  if (kind === 'mentor') mentorRows(draft, couple, day);
  return kind === 'together' ? togetherRow(draft, couple, on) : [];
}

/** Both or neither. With one of them locked, the other must come; elastic, whether that can be is counted. */
function togetherRow(draft: Draft, couple: Couple, { day, isElastic }: PairDay): readonly Slack[] {
  const { agenda } = draft;
  const { a, b, fact } = couple;
  const date = agenda.dateOf(day);
  if (![a, b].every((person) => isServing(agenda.person(person), date))) return [];
  const [as, bs] = [agenda.cellsOf(a, day), agenda.cellsOf(b, day)];
  const isLocked = [as, bs].map((cells) => draft.lockedIn(cells) > 0);
  if (isLocked[0] === true && isLocked[1] === true) return [];
  if (isLocked[0] === true) return comesToo(draft, { cells: bs, fact, isElastic });
  if (isLocked[1] === true) return comesToo(draft, { cells: as, fact, isElastic });
  const terms = [...draft.terms(as), ...draft.terms(bs, -1)];
  if (terms.length > 0) draft.model.row({ lower: 0, upper: 0, terms, tag: fact });
  return [];
}

interface PairDay {
  readonly day: number;
  readonly isElastic: boolean;
}

/** Weighs like a fixed request that cannot be kept: what is locked stays, whoever belongs to it may be barred. */
function comesToo(
  draft: Draft,
  of: { readonly cells: readonly number[]; readonly fact: Fact; readonly isElastic: boolean },
): readonly Slack[] {
  const terms = draft.terms(of.cells);
  if (!of.isElastic) {
    draft.model.row({ lower: 1, terms, tag: of.fact });
    return [];
  }
  const variable = draft.derivedVariable({
    upper: 1,
    cost: 0,
    valueOf: (has) => (of.cells.some(has) ? 0 : 1),
  });
  draft.model.row({ lower: 1, terms: [...terms, [variable, 1]], tag: of.fact });
  return [{ variable, rank: HIGHEST_RANK, place: null }];
}

/** For each time of day: when `a` is on it, so is `b`. */
function mentorRows(draft: Draft, { a, b, fact }: Couple, day: number): void {
  const { agenda } = draft;
  const timeOf = (cell: number): string => {
    const { start, hours } = agenda.post(agenda.cell(cell).post);
    return `${start}+${String(hours)}`;
  };
  for (const [time, cells] of Map.groupBy(agenda.cellsOf(a, day), timeOf)) {
    const mentor = agenda.cellsOf(b, day).filter((cell) => timeOf(cell) === time);
    if (draft.lockedIn(cells) > 0 || draft.terms(cells).length === 0) continue;
    draft.model.row({
      upper: 0,
      terms: [...draft.terms(cells), ...draft.terms(mentor, -1)],
      tag: fact,
    });
  }
}

/** Away is on leave, or after a night; not both, where a duty is one of the reasons. */
function presenceRows(draft: Draft, { a, b, fact }: Couple): void {
  const { agenda } = draft;
  for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1) {
    const [first, second] = [awayOn(draft, a, day), awayOn(draft, b, day)];
    if (first.isAway && second.isAway) continue;
    const room = first.isAway || second.isAway ? 0 : 1;
    const cells = [...(first.isAway ? [] : first.nights), ...(second.isAway ? [] : second.nights)];
    draft.atMost(cells, room, fact);
  }
}

function awayOn(
  { agenda }: Draft,
  person: number,
  day: number,
): { readonly isAway: boolean; readonly nights: readonly number[] } {
  const { id } = agenda.person(person);
  const isOnLeave = agenda.problem.leaves.some(
    (leave) => leave.person === id && isWithin(leave, agenda.dateOf(day)),
  );
  const isNight = (post: number): boolean => agenda.post(post).night;
  const isResting = agenda.doneBy(person).some((duty) => duty.day === day - 1 && isNight(duty.post));
  return {
    isAway: isOnLeave || isResting,
    nights: agenda.cellsOf(person, day - 1).filter((cell) => isNight(agenda.cell(cell).post)),
  };
}
