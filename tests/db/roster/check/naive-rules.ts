import type { Assignment, Rule, RosterProblem } from '../../../../db/roster/problem.ts';

type Of<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }>;

/**
 * The counted rules said a second time, as plainly as possible, for problems without frozen days: by how many units a
 * roster breaks a rule. Everything is looked up day by day in the list of duties; nothing is shared with the checker.
 */
export function unitsBroken(problem: RosterProblem, rule: Rule, roster: readonly Assignment[]): number {
  const look = lookingAt(problem, rule, roster);
  switch (rule.kind) {
    case 'rest':
      return restMissing(look, rule, roster);
    case 'nights-in-row':
      return look.sum((person, date) =>
        range(rule.most + 1).every((back) => look.night(person, plus(date, -back))) ? 1 : 0,
      );
    case 'days-in-row':
      return look.sum((person, date) =>
        range(rule.most + 1).every((back) => look.on(person, plus(date, -back))) ? 1 : 0,
      );
    case 'spacing':
      return look.sum((person, date) => {
        const gap = range(rule.days).find((back) => look.on(person, plus(date, -back - 1)));
        return gap === undefined || !look.on(person, date) ? 0 : rule.days - gap;
      });
    default:
      return sumOrMixBroken(look, rule);
  }
}

function sumOrMixBroken(look: Look, rule: Rule): number {
  switch (rule.kind) {
    case 'per-week':
      return overLimit(look, rule, (date) => plus(date, -((new Date(date).getUTCDay() + 6) % 7)));
    case 'per-month':
      return overLimit(look, rule, (date) => date.slice(0, 7));
    case 'weekends':
      return weekendsOver(look, rule);
    case 'skill':
    case 'novice':
    case 'same-rest-days':
      return mixBroken(look, rule);
    case 'own-place':
      return look.duties.filter((duty) => isElsewhere(look.problem, duty)).length;
    default:
      throw new Error(`${rule.kind} is not a counted rule`);
  }
}

function isElsewhere(problem: RosterProblem, duty: Assignment): boolean {
  const place = problem.posts.find(({ id }) => id === duty.post)?.place ?? null;
  return place !== null && problem.people.find(({ id }) => id === duty.person)?.places[0] !== place;
}

function lookingAt(problem: RosterProblem, rule: Rule, roster: readonly Assignment[]) {
  const isOurs = ({ post }: Assignment) => rule.posts?.includes(post) ?? true;
  const duties = roster.filter(isOurs);
  const before = problem.earlier.filter(isOurs);
  const isNight = (id: string) => problem.posts.find((post) => post.id === id)?.night === true;
  const both = [...before, ...duties];
  return {
    problem,
    duties,
    before,
    isNight,
    on: (person: string, date: string) => both.some((duty) => duty.person === person && duty.date === date),
    night: (person: string, date: string) =>
      both.some((duty) => duty.person === person && duty.date === date && isNight(duty.post)),
    sum: (each: (person: string, date: string) => number) =>
      problem.people
        .flatMap(({ id }) => problem.days.map(({ date }) => each(id, date)))
        .reduce((total, units) => total + units, 0),
    skilled: (person: string, skill: string) =>
      problem.people.find(({ id }) => id === person)?.skills.includes(skill) === true,
  };
}

type Look = ReturnType<typeof lookingAt>;

function restMissing({ problem }: Look, rule: Of<'rest'>, roster: readonly Assignment[]): number {
  const hours = (duty: Assignment) => {
    const post = problem.posts.find(({ id }) => id === duty.post);
    const begin = Date.parse(`${duty.date}T${post?.start ?? '00:00'}:00Z`) / 3_600_000;
    return { begin, end: begin + (post?.hours ?? 0) };
  };
  let missing = 0;
  for (const first of [...problem.earlier, ...roster]) {
    if (!(rule.posts?.includes(first.post) ?? true)) continue;
    for (const next of roster) {
      if (next.person !== first.person || next.date <= first.date) continue;
      missing += Math.max(0, rule.hours - Math.max(0, hours(next).begin - hours(first).end));
    }
  }
  return missing;
}

/** Duties over a limit per person and stretch. Duties of before have no class; they fill the limit, never break it. */
function overLimit(
  look: Look,
  rule: Of<'per-week'> | Of<'per-month'>,
  stretch: (date: string) => string,
): number {
  const classes = new Map(look.problem.days.map((day) => [day.date, day.class]));
  const counts = (duty: Assignment) =>
    rule.counter === 'total' ||
    (rule.counter === 'night' ? look.isNight(duty.post) : classes.get(duty.date) === rule.counter);
  const sums = new Map<string, { added: number; before: number }>();
  for (const [part, duties] of [
    ['before', look.before],
    ['added', look.duties],
  ] as const) {
    for (const duty of duties.filter(counts)) {
      const key = `${duty.person} ${stretch(duty.date)}`;
      const sum = sums.get(key) ?? { added: 0, before: 0 };
      sums.set(key, { ...sum, [part]: sum[part] + 1 });
    }
  }
  return [...sums.values()].reduce((total, { added, before }) => {
    const allowed = before > rule.most ? 0 : rule.most - before;
    return total + (added > allowed ? added - allowed : 0);
  }, 0);
}

function weekendsOver(look: Look, rule: Of<'weekends'>): number {
  const worked = new Set(look.problem.days.filter((day) => day.class === 'workday').map(({ date }) => date));
  const first = plus(look.problem.days[0]?.date ?? '', -21);
  const dates = range(look.problem.days.length + 28).map((index) => plus(first, index));
  const saturdays = dates.filter((date) => new Date(date).getUTCDay() === 6);
  const isIn = (duties: readonly Assignment[], person: string, saturday: string) =>
    duties.some(
      (duty) =>
        duty.person === person &&
        !worked.has(duty.date) &&
        (duty.date === saturday || duty.date === plus(saturday, 1)),
    );
  let units = 0;
  for (const { id } of look.problem.people) {
    for (const month of new Set(saturdays.map((date) => date.slice(0, 7)))) {
      const inMonth = saturdays.filter((date) => date.startsWith(month));
      const before = inMonth.filter((date) => isIn(look.before, id, date));
      const added = inMonth.filter((date) => isIn(look.duties, id, date) && !before.includes(date));
      units += Math.max(0, added.length - Math.max(0, rule.most - before.length));
    }
  }
  return units;
}

function needOf({ problem }: Look, post: string, date: string): number {
  const day = problem.days.find((one) => one.date === date);
  const campaign = problem.campaigns.findLast(
    (one) => one.post === post && one.from <= date && date <= one.to,
  )?.need;
  if (campaign === 'all') throw new Error('the plain rules know no need of all');
  return campaign ?? problem.posts.find(({ id }) => id === post)?.needs[day?.class ?? 'workday'] ?? 0;
}

function mixBroken(look: Look, rule: Of<'skill'> | Of<'novice'> | Of<'same-rest-days'>): number {
  const posts = look.problem.posts.map(({ id }) => id).filter((id) => rule.posts?.includes(id) ?? true);
  if (rule.kind === 'same-rest-days') {
    return posts.reduce((total, post) => total + strangersIn(look, post), 0);
  }
  let units = 0;
  for (const { date } of look.problem.days) {
    const there = look.duties.filter((duty) => duty.date === date);
    if (rule.kind === 'skill') {
      const need = posts.reduce((sum, post) => sum + needOf(look, post, date), 0);
      const free = need < rule.least ? 0 : need - rule.least;
      if (need === 0) continue;
      units += Math.max(0, there.filter((duty) => !look.skilled(duty.person, rule.skill)).length - free);
      continue;
    }
    for (const post of posts) {
      const onPost = there.filter((duty) => duty.post === post);
      const novices = onPost.filter((duty) => look.skilled(duty.person, rule.skill)).length;
      units += Math.max(0, novices - rule.most) + (novices > 0 && novices === onPost.length ? 1 : 0);
    }
  }
  return units;
}

/** Different people over the need in each run of rest days of a post. */
function strangersIn(look: Look, post: string): number {
  const { days } = look.problem;
  let units = 0;
  for (const [start, day] of days.entries()) {
    if (day.class === 'workday' || days[start - 1]?.class === day.class) continue;
    const rest = days.slice(start);
    const end = rest.findIndex((other) => other.class !== day.class);
    const run = (end === -1 ? rest : rest.slice(0, end)).map(({ date }) => date);
    const isSunday = start === 0 && day.class === 'restday' && new Date(day.date).getUTCDay() === 0;
    const saturday = isSunday
      ? look.before.filter((duty) => duty.post === post && duty.date === plus(day.date, -1))
      : [];
    const before = new Set(saturday.map(({ person }) => person));
    if (run.length === 1 && saturday.length === 0) continue;
    const inRun = look.duties.filter((duty) => duty.post === post && run.includes(duty.date));
    const all = new Set([...before, ...inRun.map(({ person }) => person)]);
    units += Math.max(0, all.size - Math.max(before.size, ...run.map((date) => needOf(look, post, date))));
  }
  return units;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

function plus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
