import type { AnyField } from '../../model/define-ledger.ts';
import type { Value, Values } from '../../model/field-kind.ts';
import type { Caller, ChangeRecord } from '../api.ts';
import { tableOf, type Core } from '../repository/core.ts';
import { isSame, type LedgerTable } from '../repository/ledger-table.ts';
import { isWithheld, maskedText, textOf } from '../repository/texts.ts';
import { takenBackWith } from '../repository/taken-back.ts';
import { changesSince, type LoggedChange } from './record-changes.ts';

type FieldChanges = Readonly<Record<string, readonly [Value, Value]>>;

/** Every change of a record, newest first; see `Store.history`. A create shows all its fields, derived. */
export function historyOf(
  core: Core,
  ledger: string,
  of: { readonly id: string; readonly caller: Caller },
): readonly ChangeRecord[] {
  const table = tableOf(core, ledger);
  const kept = table.byId(of.id);
  if (kept === null) return [];
  const changes = changesSince(core.connection, { table, rid: kept.rid, version: 0 });
  const created = valuesAsCreated(kept.values, changes);
  const view = { names: core.names(of.caller.language), caller: of.caller };
  return changes
    .filter(isSeen)
    .toReversed()
    .map((change) => {
      const fields = change.op === 'create' ? createdFields(created) : change.fields;
      const together = takenBackWith(core, change).length - 1;
      return { ...changeRecord(table, { change, fields }, view), together };
    });
}

/** A value that only got a later clock, being the same on two nodes, is no news to a reader. */
const isSeen = ({ op, fields }: LoggedChange): boolean =>
  op !== 'update' || Object.values(fields).some(([before, after]) => !isSame(before, after));

/** The row as it was created: the current one with every later change put back. */
export function valuesAsCreated(current: Values, changes: readonly Pick<LoggedChange, 'fields'>[]): Values {
  const values: Record<string, Value> = { ...current };
  for (const change of changes.toReversed()) {
    for (const [field, [before]] of Object.entries(change.fields))
      if (field !== '$extra') values[field] = before;
  }
  return values;
}

function createdFields(created: Values): FieldChanges {
  const filled = Object.entries(created).filter(([, value]) => value !== null);
  return Object.fromEntries(filled.map(([name, value]) => [name, [null, value] as const]));
}

function changeRecord(
  table: LedgerTable,
  logged: { readonly change: LoggedChange; readonly fields: FieldChanges },
  view: Parameters<typeof textOf>[2],
): Omit<ChangeRecord, 'together'> {
  const fields: Record<string, readonly [Value, Value]> = {};
  const texts: Record<string, readonly [string, string]> = {};
  for (const [name, [before, after]] of Object.entries(logged.fields)) {
    const field = table.ledger.fields[name];
    if (field === undefined) continue;
    fields[name] = [visible(field, before, view.caller), visible(field, after, view.caller)];
    texts[name] = [textOf(field, before, view), textOf(field, after, view)];
  }
  const { change, at, user, node, op, batch, reason, undoes } = logged.change;
  return { change, at, user, node, op, batch, reason, undoes, fields, texts };
}

const visible = (field: AnyField, value: Value, caller: Caller): Value =>
  value !== null && isWithheld(field, caller) ? maskedText(field, value) : value;
