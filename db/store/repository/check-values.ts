import type { Values } from '../../model/field-kind.ts';
import { refilled } from '../../model/derive/refill.ts';
import { checkRow } from '../../model/derive/row-check.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { Finding } from '../../model/reasons.ts';
import type { CheckOutcome } from '../api.ts';
import { calendarOf } from './case-facts.ts';
import { beginCase } from './case-guard.ts';
import { tableOf, type Core } from './core.ts';
import type { LedgerTable } from './ledger-table.ts';
import { Followers } from './follow.ts';
import { keyHolder } from './natural-key.ts';
import { withTaken } from './taken.ts';
import { titleFor } from './titles.ts';

/** Likely duplicates named at most; more would not be read. */
const MOST_DUPLICATES = 5;

/** Everything wrong with a whole row: kinds, codes, required fields, rules of the ledger. */
export const checkValues = (core: Core, table: LedgerTable, row: Values): readonly Finding[] =>
  checkRow(table.ledger, row, { today: chinaDay(core.now()), names: core.names('zh') });

/** What `write` would say, and likely duplicates, without writing; see `Store.check`. */
export function checkRecord(
  core: Core,
  ledger: string,
  of: { readonly id: string | null; readonly values: Values },
): CheckOutcome {
  const table = tableOf(core, ledger);
  const kept = of.id === null ? null : table.byId(of.id);
  const taken = withTaken(core, table, { row: { ...kept?.values, ...of.values }, kept });
  const row = refilled(table.ledger, taken, kept?.values ?? null);
  const filled = new Followers(core).followed(table, of.id ?? '', row);
  const findings = [...checkValues(core, table, filled)];
  if (kept === null) findings.push(...cannotBegin(core, table, of.values));
  const rid = kept?.rid ?? 0;
  if (wellFormed(findings)) findings.push(...takenKey(core, table, { row: filled, rid }));
  return { findings, filled, duplicates: duplicatesOf(core, table, { row: filled, rid }) };
}

/** A new case stands where cases begin. */
function cannotBegin(core: Core, table: LedgerTable, values: Values): readonly Finding[] {
  const begun = beginCase(core, table, {
    values,
    isTakenOver: false,
    calendar: () => calendarOf(core),
  });
  return 'findings' in begun ? begun.findings : [];
}

function takenKey(
  core: Core,
  table: LedgerTable,
  of: { readonly row: Values; readonly rid: number },
): readonly Finding[] {
  const holder = keyHolder(core.connection, table, of.row);
  if (holder === null || holder === of.rid) return [];
  const held = table.byRid(holder);
  const title = held === null ? '' : titleFor(table, held, core.names('zh')).title;
  const field = table.ledger.naturalKey[0] ?? null;
  return [{ field, code: 'key-taken', args: { title }, level: 'error' }];
}

/** A value its kind refuses cannot be encoded, so it cannot be looked up either. */
const wellFormed = (findings: readonly Finding[]): boolean =>
  findings.every((finding) => finding.level === 'warning' || finding.code === 'required');

/** Other current records that agree in all fields of one of the ledger's duplicate sets. */
function duplicatesOf(
  core: Core,
  table: LedgerTable,
  of: { readonly row: Values; readonly rid: number },
): CheckOutcome['duplicates'] {
  const found = new Map<string, CheckOutcome['duplicates'][number]>();
  for (const fields of table.ledger.duplicates) {
    const values = fields.map((name) => of.row[name] ?? null);
    if (values.some((value) => value === null || typeof value === 'object')) continue;
    const bound = values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
    const conditions = fields.map((name) => `${name} = ?`).join(' AND ');
    const rows = core.connection.rows(
      table.select(`WHERE ${conditions} AND removed_at IS NULL AND rid <> ? LIMIT ${MOST_DUPLICATES}`),
      ...bound.map((value) => (typeof value === 'object' ? null : value)),
      of.rid,
    );
    for (const row of rows) {
      const kept = table.decode(row);
      if (!found.has(kept.id)) found.set(kept.id, { ...titleFor(table, kept, core.names('zh')), fields });
    }
  }
  return [...found.values()].slice(0, MOST_DUPLICATES);
}
