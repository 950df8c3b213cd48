import { type Localized, words } from '../../../model/localized.ts';
import { checkRoster } from '../../../roster/check/check-roster.ts';
import { whyNot, whyThisPerson } from '../../../roster/explain/why.ts';
import type { Assignment, RosterProblem } from '../../../roster/problem.ts';
import { rosterWords } from '../../../roster/words/roster-words.ts';
import type { Command, Input } from '../../command.ts';
import { UsageError } from '../../refusal.ts';
import { readProblem, readRoster } from '../../roster-file.ts';

/** `zw roster explain`: the cost of a roster by rule, or why a seat is as it is. */
export const rosterExplainCommand: Command = {
  name: 'roster explain',
  summary: words(
    '说明值班表：各规则的偏离值；某天某岗位为何安排某人，或为何不是另一人',
    'Explains a roster: cost by rule; why this person has a duty, or why another has not',
  ),
  positionals: ['PROBLEM.json', 'ROSTER.json'],
  options: {
    date: { type: 'string', value: 'DAY', help: words('哪一天', 'The day') },
    post: { type: 'string', value: 'POST', help: words('哪个岗位', 'The post') },
    person: {
      type: 'string',
      value: 'PERSON',
      help: words('为何不是（或为何是）这个人', 'Why not, or why, this person'),
    },
  },
  prints:
    '{cost, costs:[{rule, cost, text:{zh, en}}], charges:[{rule, person, date, post, by, cost, text}]}; --date --post: {seats:[{person, reasons:[{zh, en}], settled, turn, standings, others:[{person, onDuty, excluded, cost, costs, changed, texts}]}]}; --person not on it: {refusal:{person, instead, onDuty, excluded, cost, costs, changed, texts}}',
  run: ({ positionals: [problemFile = '', rosterFile = ''], options }) => {
    const seat = seatOf(options);
    const problem = readProblem(problemFile);
    const roster = readRoster(rosterFile);
    if (seat === null) return explainWhole(problem, roster);
    known(problem, seat);
    return explainSeat(problem, roster, seat);
  },
};

interface Asked {
  readonly date: string;
  readonly post: string;
  readonly person: string | null;
}

function seatOf(options: Input['options']): Asked | null {
  const { date, post, person } = options;
  if (typeof date === 'string' && typeof post === 'string') {
    return { date, post, person: typeof person === 'string' ? person : null };
  }
  if (date === undefined && post === undefined && person === undefined) return null;
  throw new UsageError(words('--date 与 --post 须一起给出', '--date and --post belong together'));
}

function known(problem: RosterProblem, { date, post, person }: Asked): void {
  const missing = (name: string, value: string): Localized =>
    words(`--${name}：题目中没有“${value}”`, `--${name}: the problem has no ${value}`);
  if (problem.days.every((day) => day.date !== date)) throw new UsageError(missing('date', date));
  if (problem.posts.every(({ id }) => id !== post)) throw new UsageError(missing('post', post));
  if (person !== null && problem.people.every(({ id }) => id !== person)) {
    throw new UsageError(missing('person', person));
  }
}

function explainWhole(problem: RosterProblem, roster: readonly Assignment[]) {
  const { cost, costs, charges } = checkRoster(problem, roster);
  const say = rosterWords(problem);
  const rules = new Map(problem.rules.map((rule) => [rule.id, rule]));
  return {
    cost,
    costs: costs.map((one) => {
      const rule = rules.get(one.rule);
      return { ...one, text: rule === undefined ? null : say.rule(rule) };
    }),
    charges: charges.map((charge) => ({ ...charge, text: say.charge(charge) })),
  };
}

function explainSeat(problem: RosterProblem, roster: readonly Assignment[], { date, post, person }: Asked) {
  const say = rosterWords(problem);
  const seated = roster.filter((duty) => duty.date === date && duty.post === post).map((duty) => duty.person);
  if (person !== null && !seated.includes(person)) {
    const refusal = whyNot(problem, roster, { date, post, person });
    return { refusal: { ...refusal, texts: say.candidate(refusal) } };
  }
  const asked = person === null ? seated : [person];
  const seats = (asked.length === 0 ? [null] : asked).map((who) => {
    const { seat, ...why } = whyThisPerson(problem, roster, { date, post, person: who });
    const others = why.others.map((other) => ({ ...other, texts: say.candidate(other) }));
    return { person: seat.person, reasons: say.reasons({ seat, ...why }), ...why, others };
  });
  return { seats };
}
