import { concerns } from '../../../roster/targets/eligibility.ts';
import { fairTargets, isCounted } from '../../../roster/targets/fair-targets.ts';
import { turnTargets } from '../../../roster/targets/turn-targets.ts';
import { weightOf } from '../draft.ts';
import type { Board } from './board.ts';
import type { Thought } from './gates.ts';

/** What giving a duty would cost by the rules that are weighed, roughly; the least is given. */
export type Appeal = (thought: Thought) => number;

/** Cost of a duty by fairness so far, wishes, own places, turns and free days. */
export function appealOf(board: Board): Appeal {
  const { rules } = board.agenda.problem;
  const parts: readonly Appeal[] = [
    ...rules.flatMap((rule) => (rule.kind === 'fair' ? [fairAppeal(board, rule)] : [])),
    ...rules.flatMap((rule) => (rule.kind === 'turns' ? [turnAppeal(board, rule)] : [])),
    wishAppeal(board),
    placeAppeal(board),
    spacingAppeal(board),
  ];
  return (thought) => parts.reduce((sum, part) => sum + part(thought), 0);
}

type RuleOf<Kind> = Extract<Board['agenda']['problem']['rules'][number], { kind: Kind }>;

/** What one duty more adds to the squared distance from the part of the target due by that day. */
function fairAppeal(board: Board, rule: RuleOf<'fair'>): Appeal {
  const { agenda } = board;
  const targets = fairTargets(agenda.problem, rule);
  const weight = weightOf(rule) ?? 0;
  const isCountedCell = (post: number, day: number): boolean =>
    isCounted(rule, agenda.post(post), agenda.classes[day] ?? 'workday');
  const demand = agenda.dates.map((_, day) =>
    agenda.posts.reduce(
      (sum, _post, post) => sum + (isCountedCell(post, day) ? agenda.need(post, day) : 0),
      0,
    ),
  );
  const total = demand.reduce((sum, count) => sum + count, 0);
  let due = 0;
  const dueBy = demand.map((count) => (due += count) / Math.max(1, total));
  return ({ person, day, post }) => {
    const target = targets.get(agenda.person(person).id)?.target;
    if (target === undefined || !isCountedCell(post, day)) return 0;
    let count = 0;
    for (let at = 0; at < agenda.dayCount; at += 1) {
      const other = board.postOf(person, at);
      if (other >= 0 && isCountedCell(other, at)) count += 1;
    }
    return weight * (2 * (count - target * (dueBy[day] ?? 1)) + 1);
  };
}

function turnAppeal(board: Board, rule: RuleOf<'turns'>): Appeal {
  const weight = weightOf(rule) ?? 0;
  const wanted = new Set(turnTargets(board.agenda.problem, rule).map((duty) => JSON.stringify(duty)));
  const { agenda } = board;
  return ({ person, day, post }) =>
    wanted.has(
      JSON.stringify({
        date: agenda.dateOf(day),
        post: agenda.post(post).id,
        person: agenda.person(person).id,
      }),
    )
      ? -weight
      : 0;
}

function wishAppeal(board: Board): Appeal {
  const { agenda } = board;
  const [rule] = agenda.rulesOf('wishes');
  const weight = rule ? (weightOf(rule) ?? 0) : 0;
  const requests = Map.groupBy(
    agenda.problem.requests.filter(({ kind }) => kind === 'wish' || kind === 'avoid'),
    (request) => request.person,
  );
  return ({ person, day, post }) =>
    (requests.get(agenda.person(person).id) ?? [])
      .filter((request) => concerns(request, agenda.dateOf(day), agenda.post(post).id))
      .reduce((sum, { kind, weight: times }) => sum + (kind === 'avoid' ? 1 : -1) * weight * times, 0);
}

function placeAppeal(board: Board): Appeal {
  const { agenda } = board;
  const [rule] = agenda.rulesOf('own-place');
  const weight = rule ? (weightOf(rule) ?? 0) : 0;
  return ({ person, post }) => {
    const { place } = agenda.post(post);
    return place !== null && place !== agenda.person(person).places[0] ? weight : 0;
  };
}

function spacingAppeal(board: Board): Appeal {
  const rules = board.agenda.rulesOf('spacing').map((rule) => ({ rule, posts: board.agenda.postsOf(rule) }));
  return ({ person, day, post }) =>
    rules.reduce((sum, { rule, posts }) => {
      if (!posts.has(post)) return sum;
      for (let apart = 1; apart <= rule.days; apart += 1)
        if (posts.has(board.postOf(person, day - apart)) || posts.has(board.postOf(person, day + apart)))
          return sum + (weightOf(rule) ?? 0) * (rule.days + 1 - apart);
      return sum;
    }, 0);
}
