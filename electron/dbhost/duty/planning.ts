import { randomUUID } from 'node:crypto';
import { keepRoster, type Found } from '../../../db/duty/keep-roster.ts';
import { readMonth, type MonthStanding } from '../../../db/duty/month-standing.ts';
import { orderedProblem, type PlanOrder } from '../../../db/duty/plan-order.ts';
import { Refused } from '../../../db/duty/refusal.ts';
import type { Planner } from '../../../db/planner/index.ts';
import type { PlanProgress } from '../../../db/planner/plan-options.ts';
import type { RosterProblem } from '../../../db/roster/problem.ts';
import type { Roster } from '../../../db/roster/roster.ts';
import { Refusal } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Desk } from '../handlers/desk.ts';
import { todayOf, writeDuties } from './desk.ts';
import { refusalOf } from './told.ts';

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
  keep({ job, writeId }: { readonly job: string; readonly writeId: string }, asking: Asking): Kept | Refusal;
  discard(job: string): void;
}

interface Kept {
  readonly change: string | null;
  readonly roster: string;
}

const MOST_PROPOSALS = 20;

/** Planning with nothing found yet. */
export function createPlanning(desk: Desk, planner: Planner): Planning {
  const proposals = new Map<string, Proposal>();
  const sheets = new Map<string, Omit<ReadIn, 'standing'> & { readonly basis: string }>();
  /** Answers by write, for an asker who did not get the first one. */
  const kept = new Map<string, Kept>();
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
      if (ordered instanceof Refused) return refusalOf(ordered);
      return plan({ ...order, problem: ordered.problem, basis: basisOf(ordered.standing) });
    },
    proposal: (job) => proposals.get(job) ?? null,
    offer({ standing, ...sheet }) {
      const id = randomUUID();
      sheets.set(id, { ...sheet, basis: basisOf(standing) });
      for (const oldest of [...sheets.keys()].slice(0, -MOST_PROPOSALS)) sheets.delete(oldest);
      return id;
    },
    keep({ job, writeId }, asking) {
      const before = kept.get(writeId);
      if (before !== undefined) return before;
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
      const answer = { change: written.change, roster: written.ids[0] ?? '' };
      kept.set(writeId, answer);
      return answer;
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

/** Versions of the roster and its duties. */
const basisOf = ({ roster, duties }: MonthStanding): string =>
  [roster, ...duties].map((row) => (row === null ? '-' : `${row.id}:${row.version}`)).join(' ');
