import { randomUUID } from 'node:crypto';
import { keepRoster, type Found } from '../../../db/duty/keep-roster.ts';
import { readMonth, type MonthStanding } from '../../../db/duty/month-standing.ts';
import { orderedProblem, type PlanOrder } from '../../../db/duty/plan-order.ts';
import { Refused } from '../../../db/duty/refusal.ts';
import { isPassing, relaxLedgers, type PassingStep } from '../../../db/duty/relax-ledgers.ts';
import type { Planner } from '../../../db/planner/index.ts';
import type { PlanProgress } from '../../../db/planner/plan-options.ts';
import type { RosterProblem } from '../../../db/roster/problem.ts';
import { applyRelaxation } from '../../../db/roster/relaxation.ts';
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
  /** Ways out it was found with that no ledger says. */
  readonly steps: readonly PassingStep[];
}

/** The month of a team. */
type Month = Pick<PlanOrder, 'team' | 'month'>;

interface Kept {
  readonly change: string | null;
  readonly roster: string;
}

/** A sheet read in, waiting to be kept. */
type Sheet = Omit<ReadIn, 'standing'> & { readonly basis: string };

const MOST_PROPOSALS = 20;

/** Planning as the calls see it. Proposals live in memory: they are cheap to find again, and none is kept unasked. */
export class Planning {
  readonly #desk: Desk;
  readonly #planner: Planner;
  /** What runs, by job. */
  readonly #running = new Map<string, Month>();
  readonly #proposals = new Map<string, Proposal>();
  readonly #sheets = new Map<string, Sheet>();
  /** Answers by write, for an asker who did not get the first one. */
  readonly #kept = new Map<string, Kept>();

  constructor(desk: Desk, planner: Planner) {
    this.#desk = desk;
    this.#planner = planner;
  }

  start(order: PlanOrder, asking: Asking): { readonly job: string } | Refusal {
    return this.#startWith(order, [], asking);
  }

  proposal(job: string): Proposal | null {
    return this.#proposals.get(job) ?? null;
  }

  /** The job that plans a month, or whose proposal can still be kept. */
  jobOf(month: Month, { store }: Asking): string | null {
    const [running] = ofMonth(this.#running, month);
    if (running !== undefined) return running;
    const [waiting] = ofMonth(this.#proposals, month);
    const standing = readMonth(store, month.team, month.month);
    if (waiting === undefined || standing === null) return null;
    return this.#proposals.get(waiting)?.basis === basisOf(standing) ? waiting : null;
  }

  /** Lays a roster read from a sheet beside the proposals; the id is kept or thrown away like theirs. */
  offer({ standing, ...sheet }: ReadIn): string {
    const id = randomUUID();
    this.#sheets.set(id, { ...sheet, basis: basisOf(standing) });
    forgetOldest(this.#sheets);
    return id;
  }

  keep({ job, writeId }: Answered, asking: Asking): Kept | Refusal {
    const before = this.#kept.get(writeId);
    if (before !== undefined) return before;
    const sheet = this.#sheets.get(job);
    const proposal =
      sheet === undefined ? this.#proposals.get(job) : { ...sheet, kind: 'import' as const, steps: [] };
    if (proposal === undefined) return new Refusal('not-found', 'duty-proposal');
    const { team, month, kind, found, basis, steps } = proposal;
    const standing = readMonth(asking.store, team, month);
    if (standing === null) return refusalOf(new Refused('team'));
    if (basisOf(standing) !== basis) return new Refusal('conflict', 'duty-moved');
    const parts = { found, kind, steps, now: this.#desk.now(), newId: randomUUID };
    const { writes } = keepRoster(asking.store, standing, parts);
    const written = writeDuties(this.#desk, asking, { writeId, writes });
    if (written instanceof Refusal) return written;
    this.discard(job);
    for (const other of ofMonth(this.#proposals, proposal)) this.discard(other);
    const answer = { change: written.change, roster: written.ids[0] ?? '' };
    this.#kept.set(writeId, answer);
    forgetOldest(this.#kept);
    return answer;
  }

  discard(job: string): void {
    this.#proposals.delete(job);
    this.#sheets.delete(job);
  }

  /** Takes a way out of a proposal, told by its place among those offered, and plans again. */
  relax(
    { job, relaxation, writeId }: Answered & { readonly relaxation: string },
    asking: Asking,
  ): { readonly job: string } | Refusal {
    const proposal = this.#proposals.get(job);
    const step = proposal?.found.relaxations[Number(relaxation)]?.step;
    if (proposal === undefined || step === undefined) return new Refusal('not-found', 'duty-relaxation');
    const { team, month, kind, steps } = proposal;
    if (isPassing(step)) return this.#startWith({ team, month, kind }, [...steps, step], asking);
    const standing = readMonth(asking.store, team, month);
    if (standing === null) return refusalOf(new Refused('team'));
    const writes = relaxLedgers(standing, step, randomUUID);
    const written = writeDuties(this.#desk, asking, { writeId, writes });
    return written instanceof Refusal ? written : this.#startWith({ team, month, kind }, steps, asking);
  }

  #startWith(
    order: PlanOrder,
    steps: readonly PassingStep[],
    { store }: Asking,
  ): { readonly job: string } | Refusal {
    const ordered = orderedProblem(store, order, todayOf(this.#desk));
    if (ordered instanceof Refused) return refusalOf(ordered);
    const problem = steps.reduce((before, step) => applyRelaxation(before, { step }), ordered.problem);
    return this.#plan({ ...order, problem, steps, basis: basisOf(ordered.standing) });
  }

  #plan(ordered: Omit<Proposal, 'job' | 'found'>): { readonly job: string } {
    const job = this.#desk.jobs.start('duty-plan', async ({ id, signal, progress }) => {
      this.#running.set(id, ordered);
      const found = await this.#planner
        .plan(ordered.problem, {
          signal,
          onProgress: (news) => {
            progress(Math.round(news.done * PARTS), PARTS);
            this.#desk.tell('duty', told(id, news));
          },
        })
        .finally(() => this.#running.delete(id));
      for (const earlier of ofMonth(this.#proposals, ordered)) this.discard(earlier);
      this.#proposals.set(id, { ...ordered, job: id, found });
      forgetOldest(this.#proposals);
      return { status: found.status, cost: found.cost, bound: found.bound, holes: found.holes.length };
    });
    return { job: job.id };
  }
}

/** A proposal and the write that keeps or loosens it. */
interface Answered {
  readonly job: string;
  readonly writeId: string;
}

/** Jobs of a month, newest first. */
const ofMonth = (jobs: ReadonlyMap<string, Month>, { team, month }: Month): readonly string[] =>
  [...jobs].flatMap(([job, of]) => (of.team === team && of.month === month ? [job] : [])).toReversed();

function forgetOldest(map: Map<string, unknown>): void {
  for (const oldest of [...map.keys()].slice(0, -MOST_PROPOSALS)) map.delete(oldest);
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

/** Versions of the roster and its duties. */
const basisOf = ({ roster, duties }: MonthStanding): string =>
  [roster, ...duties].map((row) => (row === null ? '-' : `${row.id}:${row.version}`)).join(' ');
