import type { Assignment, Counter } from '../problem.ts';
import type { Fact } from '../roster.ts';
import { dayNumber } from './calendar.ts';
import type { Frame, FrameDay, FramePerson, FramePost } from './frame.ts';

/** One duty laid on the axis of hours. */
export interface Duty {
  readonly date: string;
  readonly number: number;
  /** `null`: before the first day of the problem, its class is not known. */
  readonly day: FrameDay | null;
  readonly post: FramePost;
  readonly person: FramePerson;
  /** Hours since 1970-01-01, local. */
  readonly begin_h: number;
  readonly end_h: number;
}

/** A duty that names something the problem does not have. */
interface Stray {
  readonly assignment: Assignment;
  readonly fact: Fact;
}

/** A roster laid out for counting. */
export interface Board {
  readonly frame: Frame;
  /** Duties of the problem's days. */
  readonly duties: readonly Duty[];
  /** Duties of each person, those of before included, by the hour they begin. */
  readonly byPerson: ReadonlyMap<string, readonly Duty[]>;
  readonly strays: readonly Stray[];
  /** Duties of a post on a day of the problem. */
  readonly on: (post: string, date: string) => readonly Duty[];
  /** Duties of a person that begin on a date. */
  readonly of: (person: string, date: string) => readonly Duty[];
}

const NONE: readonly Duty[] = [];

/** Lays duties out; what names unknown days, posts or people is set aside. */
export function boardOf(frame: Frame, assignments: readonly Assignment[]): Board {
  const duties: Duty[] = [];
  const strays: Stray[] = [];
  for (const assignment of assignments) {
    const found = placed(frame, assignment);
    if ('fact' in found) strays.push(found);
    else duties.push(found);
  }
  const byPerson = Map.groupBy([...beforeOf(frame), ...duties].sort(byHour), (duty) => duty.person.id);
  const cells = Map.groupBy(duties, (duty) => `${duty.post.id} ${duty.date}`);
  const personDays = Map.groupBy(duties, (duty) => `${duty.person.id} ${duty.date}`);
  return {
    frame,
    duties,
    byPerson,
    strays,
    on: (post, date) => cells.get(`${post} ${date}`) ?? NONE,
    of: (person, date) => personDays.get(`${person} ${date}`) ?? NONE,
  };
}

function placed(frame: Frame, assignment: Assignment): Duty | Stray {
  const day = frame.dayByDate.get(assignment.date);
  const post = frame.postById.get(assignment.post);
  const person = frame.people.get(assignment.person);
  if (day === undefined) return stray(assignment, 'date', assignment.date);
  if (post === undefined) return stray(assignment, 'post', assignment.post);
  if (person === undefined) return stray(assignment, 'person', assignment.person);
  return duty({ date: assignment.date, day, post, person });
}

function stray(assignment: Assignment, what: 'date' | 'post' | 'person', id: string): Stray {
  return { assignment, fact: { kind: 'unknown', what, id } };
}

function duty(parts: Pick<Duty, 'date' | 'day' | 'post' | 'person'>): Duty {
  const number = parts.day?.number ?? dayNumber(parts.date);
  const begin_h = number * 24 + parts.post.start_h;
  return { ...parts, number, begin_h, end_h: begin_h + parts.post.post.hours };
}

/** Duties of `earlier` with known people and posts, each once, and none of the problem's own days. */
function beforeOf(frame: Frame): readonly Duty[] {
  const first = frame.days[0]?.date ?? '';
  const before = new Map<string, Duty>();
  for (const { date, post: postId, person: personId } of frame.problem.earlier) {
    const post = frame.postById.get(postId);
    const person = frame.people.get(personId);
    if (post === undefined || person === undefined || date >= first) continue;
    before.set(`${date} ${postId} ${personId}`, duty({ date, day: null, post, person }));
  }
  return [...before.values()];
}

function byHour(a: Duty, b: Duty): number {
  return a.begin_h - b.begin_h || a.end_h - b.end_h;
}

/** Whether a duty counts for a counter. The class of a day before the problem is not known. */
export function isCounted(duty: Duty, counter: Counter): boolean {
  if (counter === 'total') return true;
  if (counter === 'night') return duty.post.post.night;
  return duty.day?.class === counter;
}
