import { type DayClass, dayClasses } from '../../../../db/roster/problem.ts';
import {
  covers,
  type Frame,
  type FrameDay,
  type FramePerson,
  type FramePost,
  isAble,
} from '../../../../db/roster/check/frame.ts';
import { dayNumber } from '../../../../db/roster/check/calendar.ts';
import { restRunsOf, saturdayBefore } from '../../../../db/roster/check/runs.ts';

/** Who a list of turns (轮序) would put on a post on a day, in the order they come. */
export interface Turn {
  readonly date: string;
  readonly post: string;
  readonly people: readonly string[];
}

/** Carries out the lists of turns of a rule; they do not depend on any roster. docs/roster.md, "Turns". */
export function turnsOf(
  frame: Frame,
  rule: { readonly posts?: readonly string[] | undefined },
): readonly Turn[] {
  const walks = frame.posts.filter((post) => covers(rule, post.id)).map((post) => walkOf(frame, post));
  const turns: Turn[] = [];
  for (const day of frame.days) {
    const taken = new Set<string>();
    for (const walk of walks) {
      const need = frame.need(walk.post, day);
      const kept = walk.keeping.has(day.date) ? walk.last : [];
      walk.last = [];
      if (need.all !== null || need.count === 0) continue;
      walk.last = takeTurns(walk, { day, taken, kept, count: need.count });
      turns.push({ date: day.date, post: walk.post.id, people: walk.last.map((person) => person.id) });
    }
  }
  return turns;
}

/** A list of turns on its way through the days. */
interface Walk {
  readonly post: FramePost;
  readonly list: readonly FramePerson[];
  /** Place in the list of who is next. */
  readonly cursors: Map<DayClass, number>;
  /** Days that keep the people of the day before. */
  readonly keeping: ReadonlySet<string>;
  /** People of the day before. */
  last: readonly FramePerson[];
}

function walkOf(frame: Frame, post: FramePost): Walk {
  const list = [...frame.people.values()].filter((person) => post.qualified.has(person.id)).sort(byTurn);
  const isKept = frame.problem.rules.some((rule) => rule.kind === 'same-rest-days' && covers(rule, post.id));
  const runs = isKept ? restRunsOf(frame) : [];
  const keeping = runs.flatMap((run) => (saturdayBefore(run) === null ? run.slice(1) : run));
  const start = (name: DayClass) => {
    const next = frame.problem.cursors[post.id]?.[name];
    return Math.max(
      0,
      list.findIndex((person) => person.id === next),
    );
  };
  return {
    post,
    list,
    cursors: new Map(dayClasses.map((name) => [name, start(name)])),
    keeping: new Set(keeping.map((day) => day.date)),
    last: saturdayPeople(frame, post, list),
  };
}

/** Who was on the post on the Saturday before, when the first day is the Sunday of its weekend. */
function saturdayPeople(frame: Frame, post: FramePost, list: readonly FramePerson[]): readonly FramePerson[] {
  const saturday = saturdayBefore(frame.days.slice(0, 1));
  const there = frame.problem.earlier.filter(
    (duty) => duty.post === post.id && saturday !== null && dayNumber(duty.date) === saturday,
  );
  return there.flatMap((duty) => list.find((person) => person.id === duty.person) ?? []);
}

function byTurn(a: FramePerson, b: FramePerson): number {
  return a.person.order - b.person.order || (a.id < b.id ? -1 : 1);
}

interface TurnDay {
  readonly day: FrameDay;
  /** People the lists of other posts put on duty this day; whoever is taken here is added. */
  readonly taken: Set<string>;
  readonly kept: readonly FramePerson[];
  readonly count: number;
}

/** Takes whoever is kept, then from the cursor on, passing over those who cannot; the cursor follows the last one taken. */
function takeTurns(walk: Walk, { day, taken, kept, count }: TurnDay): readonly FramePerson[] {
  const people: FramePerson[] = [];
  const offer = (person: FramePerson) => {
    if (people.length >= count || taken.has(person.id) || !isAble(person, walk.post, day)) return false;
    people.push(person);
    taken.add(person.id);
    return true;
  };
  kept.forEach(offer);
  const start = walk.cursors.get(day.class) ?? 0;
  const inOrder = [...walk.list.slice(start), ...walk.list.slice(0, start)];
  inOrder.forEach((person, step) => {
    if (offer(person)) walk.cursors.set(day.class, (start + step + 1) % walk.list.length);
  });
  return people;
}
