import { words } from '../../model/localized.ts';
import type { Caller, UndoBatchOutcome, WriteOutcome, WrittenRecord } from '../api.ts';
import { changeById, changesOfBatch, changesSince, type LoggedChange } from '../changelog/record-changes.ts';
import { returnSettled } from '../deadlines/settled-calendar.ts';
import { isActedOnSince, stepsSince, takenBackWith } from './taken-back.ts';
import type { Core } from './core.ts';
import type { DraftWrite } from './draft.ts';
import { isSame, type LedgerTable } from './ledger-table.ts';
import { drained, type Steps } from '../steps.ts';
import { write } from './write.ts';

/** Reason noted on a record that goes because its entry was taken back. */
const takenBack = words('撤销新增', 'Entry taken back');
/** Records taken back in one transaction, which is one slice of the work: some ten milliseconds. */
const CHUNK = 100;

/** Takes a change back, with those made together with it; see `Store.undo`. */
export function undo(
  core: Core,
  change: string,
  request: { readonly writeId: string; readonly caller: Caller },
): WriteOutcome {
  const logged = changeById(core.connection, change);
  const together = logged === null ? [] : takenBackWith(core, logged).map(located(core));
  if (logged === null || together.some((one) => one.table === undefined))
    return { ok: false, problem: { code: 'not-found', index: 0 } };
  const inTheWay = [
    ...laterChanges(core, together),
    ...stepsSince(
      core,
      together.map((one) => one.change),
    ),
  ];
  // A request repeated after its own success finds its own undo in the way: `write` returns the first outcome then.
  const isRepeat =
    core.connection.number('SELECT no FROM write_log WHERE write_id = ?', request.writeId) !== null;
  if (inTheWay.length > 0 && !isRepeat)
    return { ok: false, problem: { code: 'later-changes', index: 0, changes: inTheWay } };
  const writes = together
    .toReversed()
    .flatMap(({ table, change: one }) => (table === undefined ? [] : [reversal(table, one, request.caller)]));
  const outcome = write(core, { ...request, checked: true, writes });
  return outcome.ok ? { ...outcome, records: firstOf(outcome.records, logged.record) } : outcome;
}

/** Ledgers of the records that taking a change back would write to; empty when there is no such change. */
export function ledgersOfUndo(core: Core, change: string): readonly string[] {
  const logged = changeById(core.connection, change);
  const together = logged === null ? [] : takenBackWith(core, logged);
  return namesOf(
    core,
    together.map(({ ledgerNo }) => ledgerNo),
  );
}

/** Ledger a batch is kept under, and those of the records it wrote. */
export function ledgersOfBatch(core: Core, batch: string): readonly string[] {
  const own = core.connection.text('SELECT ledger FROM batch WHERE id = ?', batch);
  const numbers = core.connection.rows(
    'SELECT DISTINCT c.ledger AS no FROM write_log w JOIN change_log c ON c.write = w.no WHERE w.batch = ?',
    batch,
  );
  return [
    ...(own === null ? [] : [own]),
    ...namesOf(
      core,
      numbers.map((row) => Number(row['no'])),
    ),
  ];
}

const namesOf = (core: Core, numbers: readonly number[]): readonly string[] =>
  [...new Set(numbers)].flatMap((no) => tableByNo(core, no)?.ledger.id ?? []);

interface Located {
  readonly change: LoggedChange;
  readonly table: LedgerTable | undefined;
}

const located =
  (core: Core) =>
  (change: LoggedChange): Located => ({ change, table: tableByNo(core, change.ledgerNo) });

/** Later changes of the same records, made elsewhere, that taking these back would overwrite. */
function laterChanges(core: Core, together: readonly Located[]): readonly string[] {
  const own = new Set(together.map(({ change }) => change.change));
  return together.flatMap(({ change, table }) =>
    table === undefined
      ? []
      : changesSince(core.connection, { table, rid: change.rid, version: change.version })
          .filter((next) => !own.has(next.change) && touchesSame(change, next))
          .map((next) => next.change),
  );
}

/** The record asked for first; the caller shows it, the others are told as changed. */
function firstOf(records: readonly WrittenRecord[], id: string): readonly WrittenRecord[] {
  return records.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
}

function touchesSame(undone: LoggedChange, later: LoggedChange): boolean {
  if (undone.op !== 'update') return true;
  if (later.op !== 'update') return later.op === 'remove';
  return Object.keys(later.fields).some((field) => field in undone.fields);
}

function reversal(table: LedgerTable, change: LoggedChange, caller: Caller): DraftWrite {
  const target = { ledger: table.ledger.id, id: change.record, undoes: change.change };
  switch (change.op) {
    case 'create':
    case 'restore':
      return { ...target, op: 'remove', reason: takenBack[caller.language] };
    case 'remove':
      return { ...target, op: 'restore' };
    case 'update': {
      const before = Object.entries(change.fields).filter(([field]) => field in table.ledger.fields);
      return {
        ...target,
        op: 'update',
        values: Object.fromEntries(before.map(([field, [old]]) => [field, old])),
      };
    }
  }
}

/** Takes a batch back at once; see `Store.undoBatch`. */
export function undoBatch(
  core: Core,
  batch: string,
  how: {
    readonly caller: Caller;
    readonly onProgress?: ((done: number, total: number) => boolean) | undefined;
  },
): UndoBatchOutcome {
  const goOn = how.onProgress ?? (() => true);
  return (
    drained(undoBatchSteps(core, batch, how.caller), ({ done, total }) => goOn(done, total)) ?? {
      ok: false,
      problem: 'cancelled',
    }
  );
}

/**
 * Takes back what a batch did, record by record, in chunks: created records are removed, updated fields get their
 * old values. What was changed again later is kept. A cancelled or crashed undo is finished by asking again.
 */
export function* undoBatchSteps(core: Core, batch: string, caller: Caller): Steps<UndoBatchOutcome> {
  const undoneAt = core.connection.text('SELECT undone_at FROM batch WHERE id = ?', batch);
  if (undoneAt !== null) return { ok: false, problem: 'already-undone' };
  const changes: LoggedChange[] = [];
  for (const ofWrite of changesOfBatch(core.connection, batch)) {
    for (const change of ofWrite) changes.push(change);
    yield { done: 0, total: 0 };
  }
  const records = byRecord(changes);
  const isKnown = core.connection.number('SELECT no FROM batch WHERE id = ?', batch) !== null;
  if (!isKnown && records.length === 0) return { ok: false, problem: 'unknown-batch' };
  let kept = 0;
  for (let from = 0; from < records.length; from += CHUNK) {
    yield { done: from, total: records.length };
    kept += undoChunk(core, records.slice(from, from + CHUNK), caller);
  }
  returnSettled(core.connection, batch);
  core.connection.run('UPDATE batch SET undone_at = ? WHERE id = ?', core.now().toISOString(), batch);
  yield { done: records.length, total: records.length };
  for (const _block of core.columns.settleSteps(core.tables.values()))
    yield { done: records.length, total: records.length };
  return { ok: true, undone: records.length - kept, kept };
}

/** Takes some records back in one write; returns how many stay as they are. */
function undoChunk(core: Core, records: readonly (readonly LoggedChange[])[], caller: Caller): number {
  const reversals = records.map((changes) => reversalOfRecord(core, changes, caller));
  const kept = reversals.filter((one) => one.isKept).length;
  const writes = reversals.flatMap((one) => (one.write === null ? [] : [one.write]));
  if (writes.length === 0) return kept;
  const outcome = write(core, { writeId: core.randomId(), caller, checked: true, writes });
  // A natural key may be taken meanwhile: then record by record, keeping those that cannot go back.
  return outcome.ok ? kept : kept + oneByOne(core, writes, caller);
}

function oneByOne(core: Core, writes: readonly DraftWrite[], caller: Caller): number {
  let refused = 0;
  for (const one of writes) {
    const outcome = write(core, { writeId: core.randomId(), caller, checked: true, writes: [one] });
    if (!outcome.ok) refused += 1;
  }
  return refused;
}

/** Changes of a batch grouped by record, newest record first, so that what points to a record goes before it. */
function byRecord(changes: readonly LoggedChange[]): readonly (readonly LoggedChange[])[] {
  const groups = new Map<string, LoggedChange[]>();
  for (const change of changes) {
    const key = `${change.ledgerNo} ${change.rid}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()].toReversed();
}

interface Reversal {
  readonly write: DraftWrite | null;
  /** Something of the batch stays because it was changed again. */
  readonly isKept: boolean;
}

function reversalOfRecord(core: Core, changes: readonly LoggedChange[], caller: Caller): Reversal {
  const [first] = changes;
  const table = first === undefined ? undefined : tableByNo(core, first.ledgerNo);
  if (first === undefined || table === undefined) return { write: null, isKept: true };
  const own = new Set(changes.map((change) => change.change));
  const all = changesSince(core.connection, { table, rid: first.rid, version: first.version - 1 });
  const foreign = all.filter(
    (change) => !own.has(change.change) && !(change.undoes !== null && own.has(change.undoes)),
  );
  const kept = table.byRid(first.rid);
  if (kept === null) return { write: null, isKept: true };
  if (isActedOnSince(core, { table, kept }, changes)) return { write: null, isKept: true };
  const target = { ledger: table.ledger.id, id: kept.id, undoes: first.change };
  if (first.op === 'create') {
    if (foreign.length > 0) return { write: null, isKept: true };
    const isGone = kept.removedAt !== null;
    return {
      write: isGone ? null : { ...target, op: 'remove', reason: takenBack[caller.language] },
      isKept: false,
    };
  }
  if (kept.removedAt !== null) return reversalOfRemoval(changes, { target, foreign });
  const touched = new Set(foreign.flatMap((change) => Object.keys(change.fields)));
  const before = oldValues(changes).filter(([field]) => field in table.ledger.fields);
  const values = before.filter(([field, old]) => !touched.has(field) && !isSame(kept.values[field], old));
  return {
    write: values.length === 0 ? null : { ...target, op: 'update', values: Object.fromEntries(values) },
    isKept: before.some(([field]) => touched.has(field)),
  };
}

function reversalOfRemoval(
  changes: readonly LoggedChange[],
  facts: {
    readonly target: Pick<DraftWrite, 'ledger' | 'id'> & { readonly undoes: string };
    readonly foreign: readonly LoggedChange[];
  },
): Reversal {
  const isOurs = changes.some((change) => change.op === 'remove') && facts.foreign.length === 0;
  return isOurs
    ? { write: { ...facts.target, op: 'restore' }, isKept: false }
    : { write: null, isKept: true };
}

/** Field → value before the batch first touched it. */
function oldValues(
  changes: readonly LoggedChange[],
): readonly (readonly [string, LoggedChange['fields'][string][0]])[] {
  const old = new Map<string, LoggedChange['fields'][string][0]>();
  for (const change of changes) {
    for (const [field, [before]] of Object.entries(change.fields))
      if (!old.has(field)) old.set(field, before);
  }
  return [...old];
}

const tableByNo = (core: Core, no: number): LedgerTable | undefined =>
  [...core.tables.values()].find((table) => table.no === no);
