import { planMove, type MovePlan } from '../../model/derive/interval.ts';
import { isOpen } from '../../model/derive/interval-fields.ts';
import { placeTexts } from '../../model/derive/interval-words.ts';
import type { IntervalSpec } from '../../model/interval-spec.ts';
import { chinaDay } from '../../model/office-time.ts';
import type {
  Caller,
  MoveLook,
  MovePreview,
  MoveQuestion,
  MoveRequest,
  OpenInterval,
  WriteOutcome,
  WriteProblem,
} from '../api.ts';
import { tableOf, type Core } from './core.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';
import { textOf } from './texts.ts';
import { firstOutcome, write } from './write.ts';

/** Open intervals of a subject; see `Store.openIntervals`. */
export function openIntervals(
  core: Core,
  ledger: string,
  of: { readonly subject: string; readonly caller: Caller },
): readonly OpenInterval[] {
  const { table, interval } = intervalTable(core, ledger);
  const names = core.names(of.caller.language);
  return intervalsOf(core, { table, interval, subject: of.subject })
    .filter((kept) => isOpen(interval, kept.values))
    .map((kept) => ({
      id: kept.id,
      version: kept.version,
      from: String(kept.values[interval.from] ?? ''),
      place: placeTexts(table.ledger, kept.values, names)[0] ?? '',
    }));
}

/** What a move would do; see `Store.lookMove`. */
export function lookMove(core: Core, question: MoveQuestion): MoveLook {
  // Nothing is written, so the id of the new interval does not matter.
  const planned = planOf(core, { ...question, newId: '' });
  if ('code' in planned) return { ok: false, problem: planned };
  const { findings, filled, sentence } = planned.plan;
  return {
    ok: true,
    preview: { findings, filled, sentence, subject: subjectTexts(core, planned, question.caller) },
  };
}

/** Carries a move out; see `Store.move`. */
export function move(core: Core, request: MoveRequest): WriteOutcome {
  // Before planning: after its own success a repeated move would find itself in the way.
  const repeated = firstOutcome(core.connection, request.writeId);
  if (repeated !== null) return { ok: true, records: repeated, repeated: true };
  const planned = planOf(core, request);
  if ('code' in planned) return { ok: false, problem: planned };
  const { findings, writes } = planned.plan;
  if (findings.some((finding) => finding.level === 'error'))
    return { ok: false, problem: { code: 'invalid', index: 0, findings } };
  // The planner has checked what the move changes; older mistakes in these records are not its business.
  return write(core, { writeId: request.writeId, caller: request.caller, writes, checked: true });
}

interface Planned {
  readonly plan: MovePlan;
  readonly subject: Kept;
  readonly subjectTable: LedgerTable;
}

function planOf(core: Core, request: Omit<MoveRequest, 'writeId'>): Planned | WriteProblem {
  const { table, interval } = intervalTable(core, request.ledger);
  const subjectTable = tableOf(core, table.ledger.fields[interval.subject]?.target ?? '');
  const subject = subjectTable.byId(request.subject);
  if (subject === null) return { code: 'not-found', index: 0 };
  if (subject.removedAt !== null) return { code: 'removed', index: 0 };
  const plan = planMove(table.ledger, request, {
    intervals: intervalsOf(core, { table, interval, subject: subject.id }),
    subject: { ...subject, ledger: subjectTable.ledger },
    newId: request.newId,
    today: chinaDay(core.now()),
    names: core.names(request.caller.language),
    linked: (ledger, id) => {
      const linked = core.tables.get(ledger);
      const kept = linked?.byId(id) ?? null;
      return linked === undefined || kept === null ? null : { ledger: linked.ledger, values: kept.values };
    },
  });
  return { plan, subject, subjectTable };
}

/** A caller named a ledger without intervals: a broken assumption, checked at the edge. */
function intervalTable(
  core: Core,
  ledger: string,
): { readonly table: LedgerTable; readonly interval: IntervalSpec } {
  const table = tableOf(core, ledger);
  const { interval } = table.ledger;
  if (interval === undefined) throw new Error(`ledger ${ledger} has no intervals`);
  return { table, interval };
}

function intervalsOf(
  core: Core,
  of: { readonly table: LedgerTable; readonly interval: IntervalSpec; readonly subject: string },
): readonly Kept[] {
  const { table, interval, subject } = of;
  return core.connection
    .rows(
      table.select(`WHERE ${interval.subject} = ? AND removed_at IS NULL ORDER BY ${interval.from}`),
      subject,
    )
    .map((row) => table.decode(row));
}

function subjectTexts(
  core: Core,
  { plan, subject, subjectTable }: Planned,
  caller: Caller,
): MovePreview['subject'] {
  const view = { names: core.names(caller.language), caller };
  return Object.entries(plan.subject).flatMap(([name, now]) => {
    const field = subjectTable.ledger.fields[name];
    if (field === undefined) return [];
    return [{ field: name, old: textOf(field, subject.values[name], view), now: textOf(field, now, view) }];
  });
}
