import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import type { DeadlineTurn } from '../../model/workflow/moved-deadlines.ts';
import { explainClock } from '../../model/workflow/explain-clock.ts';
import { explainMove } from '../../model/workflow/explain-move.ts';
import { calendarStepName } from '../../model/workflow/workflow-spec.ts';
import type { BatchStore, Caller, DeadlineChange, DeadlineLine, DeadlineStore, MovedCount } from '../api.ts';
import { calendarLedger, calendarOf } from '../repository/case-facts.ts';
import type { Core } from '../repository/core.ts';
import type { DraftWrite } from '../repository/draft.ts';
import { titleFor } from '../repository/titles.ts';
import { write } from '../repository/write.ts';
import { noSteps, type Steps } from '../steps.ts';
import {
  candidates,
  casesOf,
  concerned,
  occasionOf,
  type Cases,
  type ConcernedCase,
  type Occasion,
} from './case-deadlines.ts';
import { writesOfMove } from './move-case.ts';
import { noteSettled } from './settled-calendar.ts';

/** Cases looked at, or moved in one transaction, between two slices: some ten milliseconds. */
const CHUNK = 50;

/** Deadlines and the calendar; see `DeadlineStore`. */
export function deadlineStore(core: Core, batches: BatchStore): DeadlineStore {
  return {
    lookSteps: (of, caller) => lookSteps(core, of, caller),
    moveSteps: (batch, of, caller) => moveSteps(core, { ...of, batch, batches }, caller),
    settle: () => {
      noteSettled(core.connection, calendarOf(core), core.now());
    },
  };
}

/** At a city: cases and calendars are those of its towns, which move their deadlines themselves. */
export const othersDeadlines: DeadlineStore = {
  lookSteps: () => noSteps({ days: [], count: 0, kept: 0, lines: [] }),
  moveSteps: () => noSteps({ moved: 0, kept: 0 }),
  settle: () => undefined,
};

/** Ledger and row number of each case that may be concerned. */
interface Candidate {
  readonly cases: Cases;
  readonly rid: number;
}

const allCandidates = (core: Core, { change }: Occasion): readonly Candidate[] =>
  casesOf(core).flatMap((cases) => candidates(core, cases, change.days).map((rid) => ({ cases, rid })));

function* lookSteps(
  core: Core,
  of: { readonly lines: number; readonly all?: boolean },
  caller: Caller,
): Steps<DeadlineChange> {
  const occasion = occasionOf(core, of.all);
  const coming = allCandidates(core, occasion);
  const lines: Sortable[] = [];
  let [count, kept] = [0, 0];
  for (const [done, { cases, rid }] of coming.entries()) {
    if (done % CHUNK === 0) yield { done, total: coming.length };
    const one = concerned(core, cases, { ...occasion, rid });
    if (one === null) continue;
    for (const [place, { turn, was }] of one.moved.entries()) {
      if (turn === 'kept') kept += 1;
      else count += 1;
      if (of.lines > 0) lines.push({ rid, cases, place, turn, due: was.due ?? '' });
    }
  }
  const { days } = occasion.change;
  const shown = lines.toSorted(earliestFirst).slice(0, of.lines);
  return {
    days: days === null ? null : [...days].map(([day, isWorked]) => ({ day, isWorked })),
    count,
    kept,
    lines: shown.flatMap(({ cases, rid, place }) => {
      const one = concerned(core, cases, { ...occasion, rid });
      return one === null ? [] : [lineOf(core, one, { place, occasion, caller })];
    }),
  };
}

interface Sortable extends Candidate {
  readonly place: number;
  readonly turn: DeadlineTurn;
  readonly due: string;
}

/** What moves before what stays, then by the old deadline. */
const earliestFirst = (a: Sortable, b: Sortable): number =>
  Number(a.turn === 'kept') - Number(b.turn === 'kept') ||
  (a.due < b.due ? -1 : a.due > b.due ? 1 : a.rid - b.rid);

function lineOf(
  core: Core,
  one: ConcernedCase,
  of: { readonly place: number; readonly occasion: Occasion; readonly caller: Caller },
): DeadlineLine {
  const { table, workflow, kept } = one;
  const { calendar, now } = of.occasion;
  const { language } = of.caller;
  const moved = one.moved[of.place];
  if (moved === undefined) throw new Error(`case ${kept.id} lost a deadline while it was looked at`);
  const names = core.names(language);
  const { title, subtitle } = titleFor(table, kept, names);
  const code = String(kept.values[workflow.state] ?? '');
  const isPast = (due: string | null): boolean => due !== null && due < now.toISOString();
  return {
    ledger: table.ledger.id,
    id: kept.id,
    title,
    subtitle,
    state: names.codeName(table.ledger.fields[workflow.state]?.table ?? '', code) ?? code,
    person: personOf(core, one, of.caller),
    field: moved.field,
    turn: moved.turn,
    was: moved.was.due,
    due: moved.now.due,
    wasLate: isPast(moved.was.due),
    isLate: isPast(moved.turn === 'kept' ? moved.was.due : moved.now.due),
    reason: explainMove(moved, calendar, language),
    explanation: explainClock(moved.turn === 'kept' ? moved.was : moved.now, calendar, language),
  };
}

/** Who is to act, as people read it. */
function personOf(core: Core, { table, workflow, kept }: ConcernedCase, { language }: Caller): string {
  const value = workflow.person === undefined ? null : kept.values[workflow.person];
  const target = table.ledger.fields[workflow.person ?? '']?.target;
  if (typeof value !== 'string') return '';
  return target === undefined ? value : (core.titles.titleOf(target, value, core.names(language)) ?? '');
}

interface Moving {
  readonly batch: string;
  readonly batches: BatchStore;
  readonly all?: boolean;
}

function* moveSteps(core: Core, { batch, batches, all }: Moving, caller: Caller): Steps<MovedCount> {
  const first = occasionOf(core, all);
  const coming = allCandidates(core, first);
  const counts = { moved: 0, kept: 0 };
  const state = () => ({ counts: { moved: counts.moved, kept: counts.kept } });
  batches.start(
    { id: batch, kind: 'batch-change', ledger: calendarLedger, label: calendarStepName[caller.language] },
    state(),
  );
  for (let from = 0; from < coming.length; from += CHUNK) {
    yield { done: from, total: coming.length };
    // The calendar may have changed again while others had their turn: each chunk is moved by the one there is.
    const occasion = occasionOf(core, all);
    moveChunk(core, { batch, from, chunk: coming.slice(from, from + CHUNK), occasion, caller }, counts);
    batches.update(batch, state(), false);
  }
  const replaced = noteSettled(core.connection, first.calendar, first.now);
  batches.update(batch, { ...state(), ...replaced }, true);
  yield { done: coming.length, total: coming.length };
  return counts;
}

function moveChunk(
  core: Core,
  of: {
    readonly batch: string;
    readonly from: number;
    readonly chunk: readonly Candidate[];
    readonly occasion: Occasion;
    readonly caller: Caller;
  },
  counts: { moved: number; kept: number },
): void {
  const { batch, occasion, caller } = of;
  const calendar: WorkCalendar = occasion.calendar;
  const writes: DraftWrite[] = [];
  for (const { cases, rid } of of.chunk) {
    const one = concerned(core, cases, { ...occasion, rid });
    if (one === null) continue;
    const kept = one.moved.filter(({ turn }) => turn === 'kept').length;
    counts.kept += kept;
    counts.moved += one.moved.length - kept;
    writes.push(...writesOfMove(core, one, { calendar, now: occasion.now, caller }));
  }
  if (writes.length === 0) return;
  const outcome = write(core, {
    writeId: `${batch}/${of.from}`,
    caller,
    writes,
    batch,
    checked: true,
    acts: true,
  });
  if (!outcome.ok) throw new Error(`deadlines could not be moved: ${outcome.problem.code}`);
}
