import type { Rule } from '../../../roster/problem.ts';
import { isServing, isWithin } from '../../../roster/targets/eligibility.ts';
import { weightOf } from '../draft.ts';
import type { Board } from './board.ts';

/** A duty thought of. */
export interface Thought {
  readonly person: number;
  readonly day: number;
  readonly post: number;
}

/** True when the duty breaks no hard rule beside those the board has. */
export type Gate = (thought: Thought) => boolean;

/** One gate for all hard rules that can be judged duty by duty. */
export function hardGate(board: Board): Gate {
  const gates: Gate[] = [
    ({ person, day }) => !board.hasDuty(person, day),
    restGate(board, null),
    ...board.agenda.problem.rules
      .filter((rule) => weightOf(rule) === null)
      .flatMap((rule) => ruleGate(board, rule) ?? []),
    ...pairGates(board),
  ];
  return (thought) => gates.every((gate) => gate(thought));
}

function ruleGate(board: Board, rule: Rule): Gate | null {
  switch (rule.kind) {
    case 'rest':
      return restGate(board, rule);
    case 'nights-in-row':
    case 'days-in-row':
      return runGate(board, rule);
    case 'spacing':
      return spacingGate(board, rule);
    case 'per-week':
    case 'per-month':
      return sumGate(board, rule);
    case 'weekends':
      return weekendGate(board, rule);
    case 'skill':
      return skillGate(board, rule);
    case 'novice':
      return noviceGate(board, rule);
    default:
      return null;
  }
}

/** Longest duty in days, for how far two duties can be apart and still meet. */
const LONGEST_DUTY_DAYS = 2;

function restGate(board: Board, rule: Extract<Rule, { kind: 'rest' }> | null): Gate {
  const { agenda } = board;
  const posts = rule ? agenda.postsOf(rule) : null;
  const reach = Math.ceil((rule?.hours ?? 0) / 24) + LONGEST_DUTY_DAYS;
  const freeAt = (post: number, day: number): number => {
    if (posts?.has(post) === false) return -Infinity;
    return agenda.startOf(post, day) + agenda.post(post).hours + (rule?.hours ?? 0);
  };
  return ({ person, day, post }) => {
    for (let apart = 1; apart <= reach; apart += 1) {
      const before = board.postOf(person, day - apart);
      if (before >= 0 && freeAt(before, day - apart) > agenda.startOf(post, day)) return false;
      const after = board.postOf(person, day + apart);
      if (after >= 0 && freeAt(post, day) > agenda.startOf(after, day + apart)) return false;
    }
    return true;
  };
}

function runGate(board: Board, rule: Extract<Rule, { kind: 'nights-in-row' | 'days-in-row' }>): Gate {
  const { agenda } = board;
  const posts = agenda.postsOf(rule);
  const counts = (post: number): boolean =>
    post >= 0 && posts.has(post) && (rule.kind === 'days-in-row' || agenda.post(post).night);
  return ({ person, day, post }) => {
    if (!counts(post)) return true;
    let run = 1;
    for (let at = day - 1; counts(board.postOf(person, at)); at -= 1) run += 1;
    for (let at = day + 1; counts(board.postOf(person, at)); at += 1) run += 1;
    return run <= rule.most;
  };
}

function spacingGate(board: Board, rule: Extract<Rule, { kind: 'spacing' }>): Gate {
  const posts = board.agenda.postsOf(rule);
  return ({ person, day, post }) => {
    if (!posts.has(post)) return true;
    for (let apart = 1; apart <= rule.days; apart += 1)
      if (posts.has(board.postOf(person, day - apart)) || posts.has(board.postOf(person, day + apart)))
        return false;
    return true;
  };
}

function sumGate(board: Board, rule: Extract<Rule, { kind: 'per-week' | 'per-month' }>): Gate {
  const { agenda } = board;
  const posts = agenda.postsOf(rule);
  const counts = (post: number, day: number): boolean => {
    if (post < 0 || !posts.has(post)) return false;
    if (rule.counter === 'total') return true;
    if (rule.counter === 'night') return agenda.post(post).night;
    return day >= 0 && agenda.classes[day] === rule.counter;
  };
  const spanOf = (day: number): readonly [number, number] => {
    if (rule.kind === 'per-week') {
      const monday = day - ((agenda.weekdayOf(day) + 6) % 7);
      return [monday, monday + 6];
    }
    const date = agenda.dateOf(day);
    const first = day - Number(date.slice(8)) + 1;
    return [first, first + 30];
  };
  return ({ person, day, post }) => {
    if (!counts(post, day)) return true;
    const [from, to] = spanOf(day);
    const month = agenda.dateOf(day).slice(0, 7);
    let count = 1;
    for (let at = from; at <= to; at += 1) {
      const isInside = rule.kind === 'per-week' || agenda.dateOf(at).startsWith(month);
      if (isInside && counts(board.postOf(person, at), at)) count += 1;
    }
    return count <= rule.most;
  };
}

function weekendGate(board: Board, rule: Extract<Rule, { kind: 'weekends' }>): Gate {
  const { agenda } = board;
  const posts = agenda.postsOf(rule);
  const saturdayOf = (day: number): number | null => {
    const weekday = agenda.weekdayOf(day);
    if (day >= 0 && agenda.classes[day] === 'workday') return null;
    if (weekday === 6) return day;
    return weekday === 0 ? day - 1 : null;
  };
  const isWorked = (person: number, saturday: number): boolean =>
    [saturday, saturday + 1].some(
      (day) => posts.has(board.postOf(person, day)) && saturdayOf(day) === saturday,
    );
  return ({ person, day, post }) => {
    const saturday = posts.has(post) ? saturdayOf(day) : null;
    if (saturday === null || isWorked(person, saturday)) return true;
    const month = agenda.dateOf(saturday).slice(0, 7);
    let count = 1;
    for (let at = saturday - 28; at <= saturday + 28; at += 7)
      if (agenda.dateOf(at).startsWith(month) && isWorked(person, at)) count += 1;
    return count <= rule.most;
  };
}

function skillGate(board: Board, rule: Extract<Rule, { kind: 'skill' }>): Gate {
  const { agenda } = board;
  const posts = agenda.postsOf(rule);
  const has = (person: number): boolean => agenda.person(person).skills.includes(rule.skill);
  return ({ person, day, post }) => {
    if (!posts.has(post) || has(person)) return true;
    let [places, without] = [0, 1];
    for (const other of posts) {
      places += agenda.need(other, day);
      if (board.filled(other, day) === 0) continue;
      for (const cell of agenda.cellsAt(other, day))
        if (board.cells.has(cell) && !has(agenda.cell(cell).person)) without += 1;
    }
    return without <= places - Math.min(rule.least, places);
  };
}

/** Newcomers only beside somebody experienced who is there already; the experienced are put first. */
function noviceGate(board: Board, rule: Extract<Rule, { kind: 'novice' }>): Gate {
  const { agenda } = board;
  const posts = agenda.postsOf(rule);
  const isNovice = (person: number): boolean => agenda.person(person).skills.includes(rule.skill);
  return ({ person, day, post }) => {
    if (!posts.has(post) || !isNovice(person)) return true;
    const present = agenda.cellsAt(post, day).filter((cell) => board.cells.has(cell));
    const novices = present.filter((cell) => isNovice(agenda.cell(cell).person)).length;
    return novices < rule.most && novices < present.length;
  };
}

function pairGates(board: Board): readonly Gate[] {
  const { agenda } = board;
  return agenda.problem.pairs.flatMap((pair) => {
    const a = agenda.personOf(pair.a);
    const b = agenda.personOf(pair.b);
    if (a === undefined || b === undefined) return [];
    if (pair.kind === 'apart') return [apartGate(board, a, b)];
    if (pair.kind === 'mentor') return [mentorGate(board, a, b)];
    return pair.kind === 'presence' ? [presenceGate(board, a, b)] : [];
  });
}

function apartGate(board: Board, a: number, b: number): Gate {
  return ({ person, day }) =>
    !(person === a && board.hasDuty(b, day)) && !(person === b && board.hasDuty(a, day));
}

function mentorGate(board: Board, a: number, b: number): Gate {
  const { agenda } = board;
  return ({ person, day, post }) => {
    if (person !== a) return true;
    const other = board.postOf(b, day);
    return (
      other >= 0 &&
      agenda.post(other).start === agenda.post(post).start &&
      agenda.post(other).hours === agenda.post(post).hours
    );
  };
}

function presenceGate(board: Board, a: number, b: number): Gate {
  const { agenda } = board;
  const isAway = (person: number, day: number): boolean => {
    const before = board.postOf(person, day - 1);
    const { id } = agenda.person(person);
    return (
      (before >= 0 && agenda.post(before).night) ||
      agenda.problem.leaves.some((leave) => leave.person === id && isWithin(leave, agenda.dateOf(day)))
    );
  };
  return ({ person, day, post }) => {
    if ((person !== a && person !== b) || !agenda.post(post).night || day + 1 >= agenda.dayCount) return true;
    return !isAway(person === a ? b : a, day + 1);
  };
}

/** Partners who must be on duty on the same days, where both are in service. */
export function partnersOf(board: Board, person: number, day: number): readonly number[] {
  const { agenda } = board;
  const date = agenda.dateOf(day);
  return agenda.problem.pairs.flatMap((pair) => {
    const [a, b] = [agenda.personOf(pair.a), agenda.personOf(pair.b)];
    if (pair.kind !== 'together' || a === undefined || b === undefined || (a !== person && b !== person))
      return [];
    return [a, b].every((one) => isServing(agenda.person(one), date)) ? [a === person ? b : a] : [];
  });
}
