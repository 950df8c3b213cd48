import { randomUUID } from 'node:crypto';
import { keepRoster } from '../duty/keep-roster.ts';
import { movedDuties } from '../duty/moved-duties.ts';
import { orderedProblem } from '../duty/plan-order.ts';
import { Refused } from '../duty/refusal.ts';
import { words } from '../model/localized.ts';
import { createPlanner } from '../planner/index.ts';
import { rosterWords } from '../roster/words/roster-words.ts';
import type { Store } from '../store/api.ts';
import type { CommandOption, Input, StoreContext } from './command.ts';
import { carryOut, changeOf, monthNamed, refusalOf, teamNamed, todayOf } from './duty-team.ts';
import { UsageError } from './refusal.ts';

/** Options of planning and mending. */
export const planOptions = {
  limit: {
    type: 'string',
    value: 'S',
    help: words('最多算几秒；一般不用，结果只取决于数据', 'Seconds at most; usually not needed'),
  },
  'dry-run': { type: 'boolean', help: words('只算不存', 'Find it, do not keep it') },
} as const satisfies Record<string, CommandOption>;

export const printsPlan =
  '{status, cost, bound, gap, seconds, work, assignments:[{date, post, person, postName, name}], holes:[{date, post, missing, text}], core:[{…, text}], moved:[{date, post, from, to}], roster, change}';

/** Plans or mends a month and keeps the roster unless it is a dry run. */
export async function planMonth(
  store: Store,
  input: Input,
  { context, kind }: { readonly context: StoreContext; readonly kind: 'plan' | 'repair' },
) {
  const order = { team: teamNamed(store, input).id, month: monthNamed(input), kind };
  const ordered = orderedProblem(store, order, todayOf(context));
  if (ordered instanceof Refused) throw refusalOf(ordered);
  const { standing, problem } = ordered;
  const planner = createPlanner();
  const found = await planner.plan(problem, {
    ...limitOf(input),
    onProgress: ({ done }) => {
      context.progress(Math.round(done * PARTS), PARTS);
    },
  });
  const say = rosterWords(problem);
  const posts = new Map(problem.posts.map((post) => [post.id, post.name]));
  const people = new Map(problem.people.map((person) => [person.id, person.name]));
  const { assignments, holes, core, status, cost, bound, gap, seconds, work } = found;
  const isKept = input.options['dry-run'] !== true;
  const { writes } = keepRoster(store, standing, { found, kind, now: context.now(), newId: randomUUID });
  const records = isKept ? carryOut(store, writes, { input, context }) : [];
  return {
    status,
    cost,
    bound,
    gap,
    seconds,
    work,
    assignments: assignments.map((duty) => ({
      ...duty,
      postName: posts.get(duty.post) ?? '',
      name: people.get(duty.person) ?? '',
    })),
    holes: holes.map((hole) => ({ ...hole, text: say.hole(hole) })),
    core: core.map((fact) => ({ ...fact, text: say.fact(fact) })),
    moved: movedDuties(problem, assignments),
    roster: records[0]?.id ?? null,
    change: changeOf(records),
  };
}

const PARTS = 1000;

function limitOf(input: Input): { readonly timeLimit_s?: number } {
  const text = input.options['limit'];
  if (text === undefined) return {};
  const seconds = Number(text);
  if (seconds > 0) return { timeLimit_s: seconds };
  throw new UsageError(words('--limit 应为秒数', '--limit must be a number of seconds'));
}
