import { dayAfter, monthsAfter } from '../../calendar/day-arithmetic.ts';
import type { FollowFacts } from '../../follow-spec.ts';
import type { Values } from '../../field-kind.ts';

/** How often people are to be visited, as shipped. */
interface Pace {
  readonly every: number;
  /** Code of `care_interval_unit`: 01 days, 02 weeks, 03 months. */
  readonly unit: string;
}

const weekly: Pace = { every: 1, unit: '02' };
const monthly: Pace = { every: 1, unit: '03' };
const quarterly: Pace = { every: 3, unit: '03' };

/**
 * Visit rules a town starts with: high concern weekly, medium monthly, low quarterly; severe mental disorder of level 3
 * and above weekly, 1 and 2 monthly, 0 quarterly. Usual practice, provinces differ: rows of `care_visit_rule` win.
 */
export const shippedVisitRules: readonly (Pace & { readonly scope: string; readonly grade: string })[] = [
  { scope: '00', grade: 'A1', ...weekly },
  { scope: '00', grade: 'A2', ...monthly },
  { scope: '00', grade: 'A3', ...quarterly },
  { scope: '03', grade: 'D0', ...quarterly },
  { scope: '03', grade: 'D1', ...monthly },
  { scope: '03', grade: 'D2', ...monthly },
  { scope: '03', grade: 'D3', ...weekly },
  { scope: '03', grade: 'D4', ...weekly },
  { scope: '03', grade: 'D5', ...weekly },
];

/**
 * When a listed person was last visited and is to be visited next. The next day is what the newest visit agreed on, else
 * one interval after the later of the last visit and the day of listing (a stricter level begins to count that day). None
 * for who is taken off the list or of no concern.
 */
export function visitPlan({ whole, newest, rows }: FollowFacts): Values {
  const last = textOf(newest?.['visited_on']) ?? textOf(whole['earlier_visit_on']);
  return {
    last_visit_on: last,
    next_visit_on: nextVisit(whole, newest, { last, rules: rows('care_visit_rule') }),
  };
}

function nextVisit(
  label: Values,
  newest: Values | null,
  { last, rules }: { readonly last: string | null; readonly rules: readonly Values[] },
): string | null {
  const listed = textOf(label['from_day']);
  if (listed === null || textOf(label['to_day']) !== null) return null;
  const agreed = textOf(newest?.['next_on']);
  if (agreed !== null) return agreed;
  const from = last !== null && last > listed ? last : listed;
  const days = label['visit_days'];
  if (typeof days === 'number') return dayAfter(from, days);
  const pace = paceOf(label, rules);
  if (pace === null) return null;
  if (pace.unit === '03') return monthsAfter(from, pace.every);
  return dayAfter(from, pace.every * (pace.unit === '02' ? 7 : 1));
}

/** The first rule that fits: danger level before concern, own kind before all kinds, the town's rows before the shipped. */
function paceOf(label: Values, rules: readonly Values[]): Pace | null {
  const kind = textOf(label['kind']) ?? '';
  const wanted = gradesOf(label).flatMap((grade) => [kind, '00'].map((scope) => `${scope} ${grade}`));
  for (const key of wanted) {
    const own = rules.find((rule) => `${textOf(rule['scope'])} ${textOf(rule['grade'])}` === key);
    if (own !== undefined) return { every: Number(own['every']), unit: String(own['unit']) };
    const shipped = shippedVisitRules.find((rule) => `${rule.scope} ${rule.grade}` === key);
    if (shipped !== undefined) return shipped;
  }
  return null;
}

/** Codes of `care_visit_grade`: `danger_level` 04 is level 3 (the code is the level plus one); concern 01 is high. */
function gradesOf(label: Values): readonly string[] {
  const danger = textOf(label['danger_level']);
  const concern = textOf(label['level']);
  return [
    ...(danger === null ? [] : [`D${String(Number(danger) - 1)}`]),
    ...(concern === null || concern === '00' ? [] : [`A${String(Number(concern))}`]),
  ];
}

const textOf = (value: Values[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;
