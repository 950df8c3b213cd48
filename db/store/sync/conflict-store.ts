import { z } from 'zod';
import type { Stored, Value } from '../../model/field-kind.ts';
import type { Caller, WriteOutcome } from '../api.ts';
import type { Conflict, ConflictSide, SyncStore } from '../api/sync.ts';
import { isoOf } from '../changelog/hybrid-clock.ts';
import { codeStore } from '../codes/code-store.ts';
import type { Row } from '../open/connection.ts';
import type { DraftWrite } from '../repository/draft.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { isWithheld, maskedText, textOf } from '../repository/texts.ts';
import { write } from '../repository/write.ts';
import { guardedFields } from '../../model/workflow/workflow-spec.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import { codeNamed, codesLedger } from '../../model/sync/codes-ledger.ts';
import { titleIn } from './row-states.ts';
import type { SyncParts } from './sync-parts.ts';

const unknownName = /^\$x\.(.+)$/;
const storedShape = z.union([z.string(), z.number(), z.null()]);
const states = z.enum(['open', 'settled', 'elsewhere']);

/** The conflict inbox (冲突待办). */
export function conflictStore(parts: SyncParts): SyncStore['conflicts'] {
  const { connection } = parts.core;
  return {
    list: ({ all, limit }, caller) =>
      connection
        .rows(`SELECT * FROM conflict ${all ? '' : "WHERE state = 'open'"} ORDER BY no DESC LIMIT ?`, limit)
        .map((row) => conflictOf(parts, row, caller)),
    find: (no, caller) => {
      const row = connection.row('SELECT * FROM conflict WHERE no = ?', no);
      return row === undefined ? null : conflictOf(parts, row, caller);
    },
    counts: () =>
      connection
        .rows("SELECT ledger, count(*) AS count FROM conflict WHERE state = 'open' GROUP BY ledger")
        .map((row) => ({ ledger: String(row['ledger']), count: Number(row['count']) })),
    resolve: (no, choice, request) => resolve(parts, no, { choice, ...request }),
  };
}

function conflictOf(parts: SyncParts, row: Row, caller: Caller): Conflict {
  const [ledger, id] = [String(row['ledger']), String(row['record'])];
  const field = String(row['field']);
  const side = (name: 'kept' | 'other'): ConflictSide => ({
    ...shown(parts, { ledger, field, stored: storedIn(row, name) }, caller),
    author: String(row[`${name}_author`]),
    at: isoOf(Number(row[`${name}_at`])),
    node: String(row[`${name}_node`]),
  });
  return {
    ...titleIn(parts, { ledger, id }, caller),
    no: Number(row['no']),
    field,
    peer: String(row['peer']),
    kept: side('kept'),
    other: side('other'),
    foundAt: String(row['found_at']),
    state: states.parse(row['state']),
    stateBy: String(row['state_by']),
  };
}

const storedIn = (row: Row, name: 'kept' | 'other'): Stored =>
  storedShape.parse(JSON.parse(String(row[name])));

function shown(
  { core }: SyncParts,
  of: { readonly ledger: string; readonly field: string; readonly stored: Stored },
  caller: Caller,
): { readonly value: Value; readonly text: string } {
  const table = core.tables.get(of.ledger);
  const field = table?.ledger.fields[of.field];
  if (table === undefined || field === undefined || of.stored === null)
    return { value: of.stored, text: of.stored === null ? '' : String(of.stored) };
  const value = valueIn(table, of.field, of.stored);
  const text = textOf(field, value, { names: core.names(caller.language), caller });
  return isWithheld(field, caller) ? { value: maskedText(field, value), text } : { value, text };
}

function valueIn(table: LedgerTable, name: string, stored: Stored): Value {
  if (stored === null) return null;
  // The column held this value, and a kind decodes its own columns to values.
  return (table.ledger.fields[name]?.decode(stored) ?? null) as Value;
}

interface Decision {
  readonly choice: Parameters<SyncStore['conflicts']['resolve']>[1];
  readonly writeId: string;
  readonly caller: Caller;
}

/**
 * Settles a conflict. Also when what stands is to stay it is logged as a change, so that the other node, where the same
 * may be listed, hears of the decision.
 */
function resolve(parts: SyncParts, no: number, decision: Decision): WriteOutcome {
  const { core } = parts;
  const { writeId, caller } = decision;
  const row = core.connection.row('SELECT * FROM conflict WHERE no = ?', no);
  if (row === undefined) return { ok: false, problem: { code: 'not-found', index: 0 } };
  const outcome =
    row['ledger'] === codesLedger
      ? decideCode(parts, row, decision)
      : write(core, { writeId, caller, checked: false, writes: decided(parts, row, decision.choice) });
  if (!outcome.ok) return outcome;
  core.connection.run(
    "UPDATE conflict SET state = 'settled', state_at = ?, state_by = ? WHERE no = ?",
    core.now().toISOString(),
    caller.name,
    no,
  );
  return outcome;
}

function decided(parts: SyncParts, row: Row, choice: Decision['choice']): readonly DraftWrite[] {
  const [ledger, id] = [String(row['ledger']), String(row['record'])];
  const field = String(row['field']);
  const target = { ledger, id };
  if (field === removedField) return decidedRemoval(target, choice);
  const unknown = unknownName.exec(field)?.[1];
  if (unknown !== undefined) {
    const extra = choice === 'other' ? { [unknown]: storedIn(row, 'other') } : {};
    return [{ ...target, op: 'update', extra }];
  }
  const table = parts.core.tables.get(ledger);
  if (table === undefined) return [];
  const kept = table.byId(id);
  // A removed record is not written to; the decision stands in the list only.
  if (kept === null || kept.removedAt !== null) return [];
  const other = valueIn(table, field, storedIn(row, 'other'));
  const value =
    typeof choice === 'object' ? choice.value : { kept: kept.values[field] ?? null, other }[choice];
  // One of the two values was written by an action; a third one would be a state nobody took the case to.
  const isHeld = typeof choice === 'object' && isGuarded(table, field);
  return [{ ...target, op: 'update', values: { [field]: value }, ...(isHeld ? {} : { decided: [field] }) }];
}

const isGuarded = ({ ledger: { workflow } }: LedgerTable, field: string): boolean =>
  workflow !== undefined && guardedFields(workflow).has(field);

/** `other` of a removal is the record with its changes: it comes back. */
function decidedRemoval(
  target: { readonly ledger: string; readonly id: string },
  choice: Decision['choice'],
): readonly DraftWrite[] {
  const isBack = choice === 'other' || (typeof choice === 'object' && choice.value === null);
  return isBack ? [{ ...target, op: 'restore' }] : [];
}

function decideCode(parts: SyncParts, row: Row, { choice, writeId, caller }: Decision): WriteOutcome {
  const id = String(row['record']);
  const named = codeNamed(id);
  if (named === null) throw new Error(`${id} names no code`);
  const { table, code } = named;
  const items = parts.codes.codes(table).map((kept) => kept.item);
  if (choice === 'kept') return { ok: true, records: [], repeated: false };
  const value = choice === 'other' ? storedIn(row, 'other') : choice.value;
  const changed = items.map((item) =>
    item.code === code
      ? { ...item, [String(row['field'])]: value === null ? undefined : String(value) }
      : item,
  );
  return codeStore(parts.core, parts.codes).save(table, changed, writeId, caller);
}
