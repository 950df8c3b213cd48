import type { Rule } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { type Draft, weightOf } from './draft.ts';
import type { Part } from './parts.ts';

/** Rows of the rules about who is on duty together. */
export function mixRows(draft: Draft, part: Part): void {
  for (const rule of draft.rules) {
    if (rule.kind === 'skill') skillRows(draft, part, rule);
    if (rule.kind === 'novice') noviceRows(draft, part, rule);
    if (rule.kind === 'same-rest-days') restDayRows(draft, part, rule);
  }
}

function hasSkill(draft: Draft, cell: number, skill: string): boolean {
  return draft.agenda.person(draft.agenda.cell(cell).person).skills.includes(skill);
}

function factOn(draft: Draft, rule: Rule, day: number): Fact {
  return { kind: 'rule', id: rule.id, date: draft.agenda.dateOf(day) };
}

/** Of the places of the day all but `least` may go to people without the skill; so an empty place is kept free for one. */
function skillRows(draft: Draft, part: Part, rule: Extract<Rule, { kind: 'skill' }>): void {
  const { agenda } = draft;
  const posts = [...agenda.postsOf(rule)].filter((post) => part.posts.includes(post));
  const weight = weightOf(rule);
  const allowedOf = (places: number): number => places - Math.min(rule.least, places);
  for (let day = 0; day < agenda.firstOpen && weight !== null; day += 1) {
    const places = posts.reduce((sum, post) => sum + agenda.needs.count(agenda.post(post), day), 0);
    const without = posts
      .flatMap((post) => agenda.doneAt(post, day))
      .filter((person) => !agenda.person(person).skills.includes(rule.skill)).length;
    if (places > 0) draft.addConstant(rule, weight * Math.max(0, without - allowedOf(places)));
  }
  for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1) {
    const places = posts.reduce((sum, post) => sum + agenda.need(post, day), 0);
    // Where nobody is needed nobody is kept out; only a locked duty can be there.
    if (places === 0) continue;
    const cells = posts
      .flatMap((post) => agenda.cellsAt(post, day))
      .filter((cell) => !hasSkill(draft, cell, rule.skill));
    const allowed = allowedOf(places);
    if (weight === null) draft.atMost(cells, allowed, factOn(draft, rule, day));
    else draft.excess({ rule, weight, cells, allowed });
  }
}

/** At most `most` newcomers on a post, and never newcomers alone. */
function noviceRows(draft: Draft, part: Part, rule: Extract<Rule, { kind: 'novice' }>): void {
  const { agenda } = draft;
  const posts = [...agenda.postsOf(rule)].filter((post) => part.posts.includes(post));
  const weight = weightOf(rule);
  for (let day = 0; day < agenda.firstOpen && weight !== null; day += 1)
    for (const post of posts) draft.addConstant(rule, weight * noviceExcess(draft, { rule, post, day }));
  for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1)
    for (const post of posts) {
      const cells = agenda.cellsAt(post, day).filter((cell) => draft.isOpen(cell));
      const novices = cells.filter((cell) => hasSkill(draft, cell, rule.skill));
      const others = cells.filter((cell) => !hasSkill(draft, cell, rule.skill));
      if (novices.length === 0) continue;
      if (weight === null) hardNovices(draft, { novices, others, rule, post, day });
      else softNovices(draft, { novices, others, rule, weight });
    }
}

/** What the people of a frozen day are beyond the rule. */
function noviceExcess(
  { agenda }: Draft,
  on: {
    readonly rule: Extract<Rule, { kind: 'novice' }>;
    readonly post: number;
    readonly day: number;
  },
): number {
  const present = agenda.doneAt(on.post, on.day);
  const novices = present.filter((person) => agenda.person(person).skills.includes(on.rule.skill)).length;
  const isAlone = novices > 0 && novices === present.length;
  return Math.max(0, novices - on.rule.most) + (isAlone ? 1 : 0);
}

function hardNovices(
  draft: Draft,
  on: {
    readonly novices: readonly number[];
    readonly others: readonly number[];
    readonly rule: Extract<Rule, { kind: 'novice' }>;
    readonly post: number;
    readonly day: number;
  },
): void {
  const fact = factOn(draft, on.rule, on.day);
  const need = draft.agenda.need(on.post, on.day);
  const most = Math.min(on.rule.most, Math.max(0, need - 1));
  draft.atMost(on.novices, most, fact);
  if (most === 0 || draft.lockedIn(on.novices) > 0) return;
  draft.model.row({
    upper: 0,
    terms: [...draft.terms(on.novices), ...draft.terms(on.others, -most)],
    tag: fact,
  });
}

function softNovices(
  draft: Draft,
  on: {
    readonly novices: readonly number[];
    readonly others: readonly number[];
    readonly rule: Extract<Rule, { kind: 'novice' }>;
    readonly weight: number;
  },
): void {
  const { novices, others, rule, weight } = on;
  draft.excess({ rule, weight, cells: novices, allowed: rule.most });
  const alone = draft.softVariable({
    rule,
    weight,
    valueOf: (has) => (novices.some(has) && !others.some(has) ? 1 : 0),
  });
  for (const novice of novices)
    draft.model.row({
      upper: 0,
      terms: [...draft.terms([novice]), ...draft.terms(others, -1), [alone, -1]],
    });
}

/** Over a run of rest days no more different people than the largest need of the run. */
function restDayRows(draft: Draft, part: Part, rule: Extract<Rule, { kind: 'same-rest-days' }>): void {
  const { agenda } = draft;
  const ruled = agenda.postsOf(rule);
  for (const post of part.posts.filter((candidate) => ruled.has(candidate)))
    for (const run of restRuns(draft)) {
      // One day alone cannot have different people on its days; too many on it is a matter of the need.
      const isStayed = run[0] === -1 && hasSaturday(draft, post);
      if (run.filter((day) => day >= 0).length > 1 || isStayed) runRow(draft, { rule, post, run });
    }
}

/** Whether anybody was on the post on the day before the first. */
const hasSaturday = ({ agenda }: Draft, post: number): boolean =>
  agenda.people.some((_, person) =>
    agenda.doneBy(person).some((duty) => duty.post === post && duty.day === -1),
  );

/** Adjacent days of one class other than `workday`; a first Sunday takes the Saturday before. */
function restRuns({ agenda }: Draft): readonly (readonly number[])[] {
  const runs: number[][] = [];
  agenda.classes.forEach((of, day) => {
    if (of === 'workday') return;
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1 && agenda.classes[day - 1] === of) run.push(day);
    else runs.push([day]);
  });
  const [first] = runs;
  if (first?.[0] === 0 && agenda.classes[0] === 'restday' && agenda.weekdayOf(0) === 0) first.unshift(-1);
  return runs;
}

function runRow(
  draft: Draft,
  of: {
    readonly rule: Extract<Rule, { kind: 'same-rest-days' }>;
    readonly post: number;
    readonly run: readonly number[];
  },
): void {
  const { agenda } = draft;
  const cellsByPerson = new Map<number, number[]>();
  for (const day of of.run)
    for (const cell of agenda.cellsAt(of.post, day)) {
      if (!draft.isOpen(cell)) continue;
      const { person } = agenda.cell(cell);
      cellsByPerson.set(person, [...(cellsByPerson.get(person) ?? []), cell]);
    }
  const weight = weightOf(of.rule);
  const presentWhere = (isMeant: (day: number) => boolean): readonly number[] =>
    agenda.people.flatMap((_, person) =>
      agenda
        .doneBy(person)
        .some((duty) => duty.post === of.post && of.run.includes(duty.day) && isMeant(duty.day))
        ? [person]
        : [],
    );
  const present = presentWhere(() => true);
  // A soft rule charges what frozen days have; for a hard one they are before.
  const past = weight === null ? present : presentWhere((day) => day < 0);
  const most = Math.max(
    past.length,
    ...of.run.map((day) => (day < 0 ? 0 : agenda.needs.count(agenda.post(of.post), day))),
  );
  const newcomers = [...cellsByPerson]
    .filter(([person]) => !present.includes(person))
    .map(([, cells]) => cells);
  const allowed = most - present.length;
  if (newcomers.length <= allowed) return;
  const used = newcomers.map((cells) => {
    const variable = draft.derivedVariable({
      upper: 1,
      cost: 0,
      valueOf: (has) => (cells.some(has) ? 1 : 0),
    });
    for (const cell of cells) draft.model.row({ upper: 0, terms: [...draft.terms([cell]), [variable, -1]] });
    return [variable, 1] as const;
  });
  if (weight === null) {
    const locked = newcomers.filter((cells) => draft.lockedIn(cells) > 0).length;
    draft.model.row({
      upper: Math.max(0, allowed, locked),
      terms: used,
      tag: factOn(draft, of.rule, Math.max(0, of.run[0] ?? 0)),
    });
    return;
  }
  const valueOf = (has: (cell: number) => boolean): number =>
    Math.max(0, newcomers.filter((cells) => cells.some(has)).length - allowed);
  const over = draft.softVariable({ rule: of.rule, weight, valueOf });
  draft.model.row({ upper: allowed, terms: [...used, [over, -1]] });
}
