import type { Board, Duty } from './board.ts';
import { type Breach, type Counting, isPast, type RuleCount } from './breach.ts';
import { covers, type FrameDay, type FramePost } from './frame.ts';
import { restRunsOf, saturdayBefore } from './runs.ts';

/** People without the skill in places kept for those with it. */
export const countSkill: RuleCount<'skill'> = (rule, board, counting) => {
  const posts = board.frame.posts.filter((post) => covers(rule, post.id));
  const breaches: Breach[] = [];
  for (const day of openDays(board, counting)) {
    const need = posts.reduce((sum, post) => sum + board.frame.need(post, day).count, 0);
    const without = posts
      .flatMap((post) => board.on(post.id, day.date))
      .filter((duty) => !duty.person.person.skills.includes(rule.skill));
    const by = without.length - (need - Math.min(rule.least, need));
    if (need > 0 && by > 0) {
      breaches.push({
        person: null,
        date: day.date,
        post: posts.length === 1 ? (posts[0]?.id ?? null) : null,
        by,
      });
    }
  }
  return breaches;
};

/** Too many newcomers on a post, or newcomers alone. */
export const countNovice: RuleCount<'novice'> = (rule, board, counting) => {
  const breaches: Breach[] = [];
  for (const day of openDays(board, counting)) {
    for (const post of board.frame.posts) {
      if (!covers(rule, post.id)) continue;
      const duties = board.on(post.id, day.date);
      const novices = duties.filter((duty) => duty.person.person.skills.includes(rule.skill));
      const isAlone = novices.length > 0 && novices.length === duties.length;
      const by = Math.max(0, novices.length - rule.most) + (isAlone ? 1 : 0);
      if (by > 0) breaches.push({ person: null, date: day.date, post: post.id, by });
    }
  }
  return breaches;
};

/** More different people in a weekend or holiday run of a post than it needs at once. */
export const countSameRestDays: RuleCount<'same-rest-days'> = (rule, board, counting) => {
  const posts = board.frame.posts.filter((post) => covers(rule, post.id));
  return restRunsOf(board.frame).flatMap((run) =>
    posts.flatMap((post) => peopleOver({ board, counting, post, run })),
  );
};

/** Duties on the grid of somebody else. */
export const countOwnPlace: RuleCount<'own-place'> = (rule, board, counting) =>
  board.duties
    .filter((duty) => covers(rule, duty.post.id) && !isPast(duty, counting) && isElsewhere(duty))
    .map((duty) => ({ person: duty.person.id, date: duty.date, post: duty.post.id, by: 1 }));

function isElsewhere(duty: Duty): boolean {
  return duty.post.post.place !== null && duty.post.post.place !== duty.person.person.places[0];
}

interface PostRun {
  readonly board: Board;
  readonly counting: Counting;
  readonly post: FramePost;
  readonly run: readonly FrameDay[];
}

function peopleOver({ board, counting, post, run }: PostRun): readonly Breach[] {
  const saturday = saturdayPeople(board, post, run);
  // One day alone cannot have different people on its days; too many on it is a matter of the need.
  if (run.length === 1 && saturday.length === 0) return [];
  const inRun = run.flatMap((day) => board.on(post.id, day.date));
  const past = new Set([
    ...saturdayPeople(board, post, run),
    ...idsOf(inRun, (duty) => isPast(duty, counting)),
  ]);
  const most = Math.max(past.size, ...run.map((day) => board.frame.need(post, day).count));
  const seen = new Set(past);
  let firstOver: Duty | null = null;
  for (const duty of inRun) {
    seen.add(duty.person.id);
    if (seen.size > most && firstOver === null) firstOver = duty;
  }
  if (firstOver === null) return [];
  return [{ person: firstOver.person.id, date: firstOver.date, post: post.id, by: seen.size - most }];
}

function idsOf(duties: readonly Duty[], isWanted: (duty: Duty) => boolean): readonly string[] {
  return duties.filter(isWanted).map((duty) => duty.person.id);
}

/** Who was on the post on the Saturday before the first day, when the run begins on its Sunday. */
function saturdayPeople(board: Board, post: FramePost, run: readonly FrameDay[]): readonly string[] {
  const saturday = saturdayBefore(run);
  if (saturday === null) return [];
  const isThere = (duty: Duty) => duty.number === saturday && duty.post.id === post.id;
  return [...board.byPerson].filter(([, duties]) => duties.some(isThere)).map(([person]) => person);
}

/** Days on which a rule can still be broken. */
function openDays(board: Board, counting: Counting): readonly FrameDay[] {
  return counting === 'hard' ? board.frame.days.filter((day) => !day.isFrozen) : board.frame.days;
}
