import type { LedgerTable } from './ledger-table.ts';
import { isLink } from '../../model/define-ledger.ts';
import type { Values } from '../../model/field-kind.ts';
import type { Caller, PageRow, RecordTitle, RelatedGroup, StoredRecord, ValueRow, Where } from '../api.ts';
import { tableOf, type Core } from './core.ts';
import { keyHolder } from './natural-key.ts';
import { columnsFor, pageRows, prefetchTitles } from './page.ts';
import { isWithheld, textsOf } from './texts.ts';
import { titleFor } from './titles.ts';
import { compileWhere } from './where.ts';

/** Rows of a related group that are shown; the rest is one click away in the list. */
const RELATED_ROWS = 20;

/** One record with texts; see `Store.get`. */
export function getRecord(
  core: Core,
  ledger: string,
  of: { readonly id: string; readonly caller: Caller },
): StoredRecord | null {
  const table = tableOf(core, ledger);
  const kept = table.byId(of.id);
  if (kept === null) return null;
  const names = core.names(of.caller.language);
  const fields = Object.keys(table.ledger.fields);
  prefetchTitles(core, table, { values: [kept.values], names, fields });
  const withheld = table.stored.filter(
    ({ field, name }) => isWithheld(field, of.caller) && kept.values[name] !== null,
  );
  const values = { ...kept.values };
  for (const { name } of withheld) values[name] = null;
  const { title, subtitle } = titleFor(table, kept, names);
  return {
    ledger,
    id: kept.id,
    version: kept.version,
    values,
    texts: textsOf(table, kept.values, { fields, names, caller: of.caller }),
    title,
    subtitle,
    maskedFields: withheld.map(({ name }) => name),
    createdAt: kept.createdAt,
    updatedAt: kept.updatedAt,
    removedAt: kept.removedAt,
    removedReason: kept.removedReason,
  };
}

/** Every record a filter finds, with its values; see `Store.rows`. */
export function rowsWhere(core: Core, ledger: string, where: Where): readonly ValueRow[] {
  const table = tableOf(core, ledger);
  const filter = compileWhere(table, where);
  return core.connection
    .rows(table.select(`WHERE ${filter.sql} ORDER BY rid`), ...filter.bound)
    .map((row) => table.decode(row))
    .map(({ id, version, removedAt, values }) => ({ id, version, isRemoved: removedAt !== null, values }));
}

/** Record with this natural key; see `Store.findByKey`. */
export function findByKey(
  core: Core,
  ledger: string,
  values: Values,
): { readonly id: string; readonly version: number } | null {
  const table = tableOf(core, ledger);
  const rid = keyHolder(core.connection, table, values);
  if (rid === null) return null;
  const row = core.connection.row(`SELECT id, version FROM ${ledger} WHERE rid = ?`, rid);
  return row === undefined ? null : { id: String(row['id']), version: Number(row['version']) };
}

/** Every record that points to this one, by ledger and field, in registry order. */
export function relatedTo(
  core: Core,
  ledger: string,
  of: { readonly id: string; readonly caller: Caller },
): readonly RelatedGroup[] {
  const groups: RelatedGroup[] = [];
  for (const table of core.tables.values()) {
    for (const { name, field } of table.stored) {
      if (!isLink(field) || field.target !== ledger) continue;
      const condition = `FROM ${table.ledger.id} WHERE ${name} = ? AND removed_at IS NULL`;
      const total = core.connection.number(`SELECT count(*) ${condition}`, of.id) ?? 0;
      if (total === 0) continue;
      const columns = columnsFor(table, table.ledger.list).join(', ');
      const rows = core.connection.rows(
        `SELECT ${columns} ${condition} ORDER BY ${relatedOrder(table, name)} LIMIT ${RELATED_ROWS}`,
        of.id,
      );
      const shown: readonly PageRow[] = pageRows(core, table, {
        rows,
        fields: table.ledger.list,
        caller: of.caller,
      });
      groups.push({ ledger: table.ledger.id, field: name, total, rows: shown });
    }
  }
  return groups;
}

/** Parts stand in the order of their ledger (items by number, sessions by day), others the newest first. */
function relatedOrder({ ledger }: LedgerTable, link: string): string {
  if (ledger.partOf !== link) return 'rid DESC';
  const field = ledger.sort.replace(/^-/, '');
  return ledger.sort.startsWith('-') ? `${field} DESC, rid DESC` : `${field}, rid`;
}

/** The first records of a ledger by its own order, for an empty link picker. */
export function firstTitles(core: Core, ledger: string, limit: number): readonly RecordTitle[] {
  const table = tableOf(core, ledger);
  const sort = table.ledger.title[0] ?? 'rid';
  const column = table.plan.indexes.some((index) => index.columns[0] === sort) ? sort : 'rid';
  const names = core.names('zh');
  return core.connection
    .rows(table.select(`WHERE removed_at IS NULL ORDER BY ${column} LIMIT ?`), limit)
    .map((row) => titleFor(table, table.decode(row), names));
}
