import type { Board, Duty } from './board.ts';
import { type Breach, type Counting, isPast, type RuleCount } from './breach.ts';
import { covers } from './frame.ts';

/** Hours missing between a duty of the rule's posts and each later one of another day. */
export const countRest: RuleCount<'rest'> = (rule, board, counting) => {
  const breaches: Breach[] = [];
  for (const duties of board.byPerson.values()) {
    duties.forEach((duty, index) => {
      if (!covers(rule, duty.post.id)) return;
      for (const next of duties.slice(index + 1)) {
        if (next.begin_h >= duty.end_h + rule.hours) break;
        if (next.number === duty.number || isPast(next, counting)) continue;
        breaches.push(breachAt(next, rule.hours - Math.max(0, next.begin_h - duty.end_h)));
      }
    });
  }
  return breaches;
};

export const countNightsInRow: RuleCount<'nights-in-row'> = (rule, board, counting) =>
  runsOver({
    board,
    counting,
    most: rule.most,
    counts: (duty) => duty.post.post.night && covers(rule, duty.post.id),
  });

export const countDaysInRow: RuleCount<'days-in-row'> = (rule, board, counting) =>
  runsOver({ board, counting, most: rule.most, counts: (duty) => covers(rule, duty.post.id) });

/** Free days missing between a day with a duty and the next such day. */
export const countSpacing: RuleCount<'spacing'> = (rule, board, counting) => {
  const breaches: Breach[] = [];
  for (const days of daysOfEach(board, (duty) => covers(rule, duty.post.id))) {
    for (const [index, next] of days.entries()) {
      const last = days[index - 1];
      if (last === undefined || isPast(next, counting)) continue;
      const missing = rule.days - (next.number - last.number - 1);
      if (missing > 0) breaches.push(breachAt(next, missing));
    }
  }
  return breaches;
};

interface RunLimit {
  readonly board: Board;
  readonly counting: Counting;
  readonly most: number;
  readonly counts: (duty: Duty) => boolean;
}

/** Every day that ends more consecutive days with a counted duty than allowed. */
function runsOver({ board, counting, most, counts }: RunLimit): readonly Breach[] {
  const breaches: Breach[] = [];
  for (const days of daysOfEach(board, counts)) {
    let length = 0;
    for (const [index, duty] of days.entries()) {
      length = days[index - 1]?.number === duty.number - 1 ? length + 1 : 1;
      if (length > most && !isPast(duty, counting)) breaches.push(breachAt(duty, 1));
    }
  }
  return breaches;
}

/** For each person the counted duties, one a day, in order. */
function daysOfEach(board: Board, counts: (duty: Duty) => boolean): readonly (readonly Duty[])[] {
  return [...board.byPerson.values()].map((duties) => {
    const days = new Map<number, Duty>();
    for (const duty of duties) {
      if (counts(duty) && !days.has(duty.number)) days.set(duty.number, duty);
    }
    return [...days.values()];
  });
}

function breachAt(duty: Duty, by: number): Breach {
  return { person: duty.person.id, date: duty.date, post: duty.post.id, by };
}
