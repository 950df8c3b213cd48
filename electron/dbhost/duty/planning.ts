import { randomUUID } from 'node:crypto';
import { keepRoster, type Found } from '../../../db/duty/keep-roster.ts';
import {
  planProblem,
  readMonth,
  repairProblem,
  type MonthStanding,
} from '../../../db/duty/month-standing.ts';
import { Refused } from '../../../db/duty/refusal.ts';
import type { Planner } from '../../../db/planner/index.ts';
import type { PlanProgress } from '../../../db/planner/plan-options.ts';
import type { RosterProblem } from '../../../db/roster/problem.ts';
import type { Roster } from '../../../db/roster/roster.ts';
import type { Store } from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Desk } from '../handlers/desk.ts';
import { todayOf, writeDuties } from './desk.ts';
import { refusalOf } from './told.ts';

/** A month to be planned anew, or mended with the fewest changes. */
export interface PlanOrder {
  readonly team: string;
  readonly month: string;
  readonly kind: 'plan' | 'repair';
}

/** A month as a sheet has it, to be kept like what a planner found. */
export interface ReadIn {
  readonly team: string;
  readonly month: string;
  readonly found: Found;
  readonly standing: MonthStanding;
}

/** What a planner found, until somebody keeps it or throws it away. */
export interface Proposal extends PlanOrder {
  readonly job: string;
  readonly problem: RosterProblem;
  readonly found: Roster;
  /** The duties it was found for; when they moved on meanwhile, it is not kept. */
  readonly basis: string;
}

/** Planning as the calls see it. Proposals live in memory: they are cheap to find again, and none is kept unasked. */
export interface Planning {
  start(order: PlanOrder, asking: Asking): { readonly job: string } | Refusal;
  proposal(job: string): Proposal | null;
  /** Lays a roster read from a sheet beside the proposals; the id is kept or thrown away like theirs. */
  offer(readIn: ReadIn): string;
  keep(
    { job, writeId }: { readonly job: string; readonly writeId: string },
    asking: Asking,
  ): { readonly change: string | null; readonly roster: string } | Refusal;
  discard(job: string): void;
}

const MOST_PROPOSALS = 20;

/** Planning with nothing found yet. */
export function createPlanning(desk: Desk, planner: Planner): Planning {
  const proposals = new Map<string, Proposal>();
  const sheets = new Map<string, Omit<ReadIn, 'standing'> & { readonly basis: string }>();
  const plan = (ordered: Ordered): { readonly job: string } => {
    const job = desk.jobs.start('duty-plan', async ({ id, signal, progress }) => {
      const found = await planner.plan(ordered.problem, {
        signal,
        onProgress: (news) => {
          progress(Math.round(news.done * PARTS), PARTS);
          desk.tell('duty', told(id, news));
        },
      });
      proposals.set(id, { ...ordered, job: id, found });
      for (const oldest of [...proposals.keys()].slice(0, -MOST_PROPOSALS)) proposals.delete(oldest);
      return { status: found.status, cost: found.cost, bound: found.bound, holes: found.holes.length };
    });
    return { job: job.id };
  };
  return {
    start(order, { store }) {
      const ordered = orderedProblem(store, order, todayOf(desk));
      return ordered instanceof Refused ? refusalOf(ordered) : plan(ordered);
    },
    proposal: (job) => proposals.get(job) ?? null,
    offer({ standing, ...sheet }) {
      const id = randomUUID();
      sheets.set(id, { ...sheet, basis: basisOf(standing) });
      for (const oldest of [...sheets.keys()].slice(0, -MOST_PROPOSALS)) sheets.delete(oldest);
      return id;
    },
    keep({ job, writeId }, asking) {
      const sheet = sheets.get(job);
      const proposal = sheet === undefined ? proposals.get(job) : { ...sheet, kind: 'import' as const };
      if (proposal === undefined) return new Refusal('not-found', 'duty-proposal');
      const { team, month, kind, found, basis } = proposal;
      const standing = readMonth(asking.store, team, month);
      if (standing === null) return refusalOf(new Refused('team'));
      if (basisOf(standing) !== basis) return new Refusal('conflict', 'duty-moved');
      const parts = { found, kind, now: desk.now(), newId: randomUUID };
      const { writes } = keepRoster(asking.store, standing, parts);
      const written = writeDuties(desk, asking, { writeId, writes });
      if (written instanceof Refusal) return written;
      proposals.delete(job);
      sheets.delete(job);
      return { change: written.change, roster: written.ids[0] ?? '' };
    },
    discard: (job) => {
      proposals.delete(job);
      sheets.delete(job);
    },
  };
}

/** Parts of a job a planner's share is told in. */
const PARTS = 1000;

const told = (job: string, { phase, cost, bound, done, roster }: PlanProgress) => ({
  job,
  phase,
  cost,
  bound,
  done,
  duties: roster === null ? null : [...roster.assignments],
  holes: roster === null ? null : [...roster.holes],
});

type Ordered = Omit<Proposal, 'job' | 'found'>;

/** The problem of an order. A published roster is mended, never planned anew; a locked one stays. */
function orderedProblem(store: Store, order: PlanOrder, today: string): Ordered | Refused {
  const standing = readMonth(store, order.team, order.month);
  if (standing === null) return new Refused('team');
  const { roster, problem } = standing;
  if (problem.posts.length === 0) return new Refused('posts');
  if (problem.people.length === 0) return new Refused('members');
  if (roster?.state === 'locked') return new Refused('locked');
  if (order.kind === 'plan' && roster?.state === 'published') return new Refused('published');
  if (order.kind === 'repair' && roster === null) return new Refused('roster');
  const made = order.kind === 'plan' ? planProblem(standing, today) : repairProblem(standing, today);
  return { ...order, problem: made, basis: basisOf(standing) };
}

/** Versions of the roster and its duties. */
const basisOf = ({ roster, duties }: MonthStanding): string =>
  [roster, ...duties].map((row) => (row === null ? '-' : `${row.id}:${row.version}`)).join(' ');
