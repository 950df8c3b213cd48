import type { Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';
import { faultOfArriving } from '../../model/sync/arriving-row.ts';
import { mergedInto } from '../../model/sync/merge-reason.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { checkValues } from '../repository/check-values.ts';
import type { Row as StoredRow } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { Taking } from './apply.ts';
import type { WaitingFault } from './read-values.ts';

interface Row {
  readonly record: SyncRecord;
  /** The row as it stands, `null` for one not here. */
  readonly before: Values | null;
  readonly after: Values;
  /** Fields that get a value now. */
  readonly links: readonly string[];
}

/**
 * The first thing wrong with a row as it would be: rules as `write` checks them, then links. What was wrong with it
 * before, and fields the sender's definition did not have yet, are not held against what arrives.
 */
export function faultOfRow(taking: Taking, table: LedgerTable, row: Row): WaitingFault | null {
  const { before } = row;
  const why = faultOfArriving(table.ledger, row.record, {
    found: findingsIn(taking, table, row.after),
    known: before === null ? null : () => findingsIn(taking, table, before),
  });
  if (why !== null) return why;
  const missing = missingLinks(taking, table, row);
  return taking.hasLinksChecked ? null : missing;
}

const findingsIn = ({ parts }: Taking, table: LedgerTable, values: Values): readonly Finding[] =>
  checkValues(parts.core, table, table.ledger.fill(values));

/** Links to records that are not here; those to merged records are noted, to be turned to the one that stays. */
function missingLinks({ parts, linked, merges }: Taking, table: LedgerTable, row: Row): WaitingFault | null {
  const missing: { field: string; ledger: string; id: string }[] = [];
  for (const field of row.links) {
    const [target, id] = [table.ledger.fields[field]?.target, row.after[field]];
    if (target === undefined || typeof id !== 'string' || id === row.record.id) continue;
    if (!parts.core.tables.has(target) || linked.has(`${target} ${id}`)) continue;
    const found = rowNamed(parts.core, target, id);
    if (found === undefined) {
      if (!isExpected(parts.core, target, id)) missing.push({ field, ledger: target, id });
    } else if (mergedInto(textOrNull(found['removed_reason'])) !== null) merges.push({ ledger: target, id });
    else linked.add(`${target} ${id}`);
  }
  const [first] = missing;
  if (first === undefined) return null;
  return {
    field: first.field,
    reason: 'link-missing',
    args: { ledger: first.ledger, id: first.id },
    missing: missing.map((one) => [one.ledger, one.id]),
  };
}

/**
 * True for a record that itself waits for others only. Links run in circles (person, household, room), so without this
 * nearly everything in a first package would wait for its end.
 */
const isExpected = ({ connection }: Taking['parts']['core'], ledger: string, id: string): boolean =>
  connection.number(
    "SELECT 1 FROM quarantine WHERE ledger = ? AND record = ? AND reason = 'link-missing'",
    ledger,
    id,
  ) !== null;

/** Why a record was removed, if it was; `undefined` for one that is not here. */
const rowNamed = (
  { connection }: Taking['parts']['core'],
  ledger: string,
  id: string,
): StoredRow | undefined => connection.row(`SELECT removed_reason FROM ${ledger} WHERE id = ?`, id);

const textOrNull = (stored: StoredRow[string] | undefined): string | null =>
  typeof stored === 'string' ? stored : null;
