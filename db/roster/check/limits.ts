import type { Counter } from '../problem.ts';
import { type Board, type Duty, isCounted } from './board.ts';
import { type Breach, type Counting, excess, isPast, type RuleCount } from './breach.ts';
import { mondayOf, monthOf, saturdayOf, dateOf } from './calendar.ts';
import { covers } from './frame.ts';

export const countPerWeek: RuleCount<'per-week'> = (rule, board, counting) =>
  sumsOver({ rule, board, counting }, (duty) => String(mondayOf(duty.number)));

export const countPerMonth: RuleCount<'per-month'> = (rule, board, counting) =>
  sumsOver({ rule, board, counting }, (duty) => monthOf(duty.date));

/** Weekends with a duty over the limit, by the month of their Saturday. A worked Saturday or Sunday is no weekend. */
export const countWeekends: RuleCount<'weekends'> = (rule, board, counting) => {
  const breaches: Breach[] = [];
  for (const [person, duties] of board.byPerson) {
    const free = duties.filter((duty) => covers(rule, duty.post.id) && duty.day?.class !== 'workday');
    const months = Map.groupBy(
      free.filter((duty) => saturdayOf(duty.number) !== null),
      (duty) => monthOf(dateOf(saturdayOf(duty.number) ?? duty.number)),
    );
    for (const inMonth of months.values()) {
      const past = weekendsOf(inMonth.filter((duty) => isPast(duty, counting)));
      const added = inMonth.filter((duty) => !past.has(saturdayOf(duty.number)));
      const by = excess(weekendsOf(added).size, rule.most, past.size);
      const last = added.at(-1);
      if (by > 0 && last !== undefined) breaches.push({ person, date: last.date, post: null, by });
    }
  }
  return breaches;
};

function weekendsOf(duties: readonly Duty[]): ReadonlySet<number | null> {
  return new Set(duties.map((duty) => saturdayOf(duty.number)));
}

interface Limit {
  readonly rule: {
    readonly most: number;
    readonly counter: Counter;
    readonly posts?: readonly string[] | undefined;
  };
  readonly board: Board;
  readonly counting: Counting;
}

/** Duties of the counter over the limit for each person and stretch of time. */
function sumsOver({ rule, board, counting }: Limit, stretch: (duty: Duty) => string): readonly Breach[] {
  const breaches: Breach[] = [];
  for (const [person, duties] of board.byPerson) {
    const counted = duties.filter((duty) => isCounted(duty, rule.counter) && covers(rule, duty.post.id));
    for (const inStretch of Map.groupBy(counted, stretch).values()) {
      const added = inStretch.filter((duty) => !isPast(duty, counting));
      const by = excess(added.length, rule.most, inStretch.length - added.length);
      const last = added.at(-1);
      if (by > 0 && last !== undefined) breaches.push({ person, date: last.date, post: null, by });
    }
  }
  return breaches;
}
