import { findRegions } from '../../model/divisions/find-regions.ts';
import { tableOf, type Core } from './core.ts';

/** Rows looked at; in a town of a million the newest of them know the usual values as well as all do. */
const SAMPLE = 10_000;
const MOST = 20;

/** Values already written in a field, or divisions of the country; see `Store.suggest`. Values that begin with the text go first. */
export function suggest(
  core: Core,
  ledger: string,
  ask: { readonly field: string; readonly text: string },
): readonly string[] {
  const table = tableOf(core, ledger);
  const field = table.ledger.fields[ask.field];
  // A withheld field must not be guessed together from suggestions.
  if (field === undefined || field.storage !== 'TEXT' || field.masked === true) return [];
  // Nor what is known of people in sensitive ledgers.
  if (table.ledger.sensitive && field.kind !== 'region') return [];
  if (field.kind === 'region') return findRegions(ask.text, MOST).map(({ fullName }) => fullName);
  const rows = core.connection.rows(
    `SELECT value FROM (
       SELECT ${ask.field} AS value FROM ${ledger} WHERE removed_at IS NULL ORDER BY rid DESC LIMIT ${SAMPLE}
     ) WHERE value IS NOT NULL AND instr(lower(value), lower(?)) > 0
     GROUP BY value ORDER BY instr(lower(value), lower(?)) = 1 DESC, count(*) DESC, value LIMIT ${MOST}`,
    ask.text,
    ask.text,
  );
  return rows.map((row) => String(row['value']));
}
