import { codeTableById, codeTables, isEditable } from '../../model/codes/code-tables.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { Caller, CodeItem, CodeStore, WriteOutcome, WrittenRecord } from '../api.ts';
import type { NewChange } from '../changelog/change-log.ts';
import { codeLedger } from '../migrate/migrate.ts';
import type { Core } from '../repository/core.ts';
import { firstOutcome } from '../repository/write.ts';
import type { CodeCache, KeptCode } from './code-cache.ts';

/** Code tables as the town keeps them; changes are logged like those of records, under ledger `$code`. */
export function codeStore(core: Core, cache: CodeCache): CodeStore {
  return {
    list: (language) =>
      codeTables.map((table) => ({
        id: table.id,
        label: table.label[language],
        standard: table.standard,
        confidence: table.confidence,
        editable: isEditable(table),
        items: cache.codes(table.id).map((kept) => kept.item),
      })),
    save: (table, items, ...[writeId, caller]) => save({ core, cache, table }, items, { writeId, caller }),
  };
}

interface Subject {
  readonly core: Core;
  readonly cache: CodeCache;
  readonly table: string;
}

function save(
  { core, cache, table }: Subject,
  items: readonly CodeItem[],
  request: { readonly writeId: string; readonly caller: Caller },
): WriteOutcome {
  const repeated = firstOutcome(core.connection, request.writeId);
  if (repeated !== null) return { ok: true, records: repeated, repeated: true };
  const model = codeTableById.get(table);
  if (model === undefined || !isEditable(model))
    return { ok: false, problem: { code: 'not-found', index: 0 } };
  const at = core.log.clock.next();
  const { ids, changes, confirm } = core.connection.transaction(() => {
    const made = [
      ...items.flatMap((item, place) => put(core, cache.code(table, item.code), { table, item, place })),
      ...closeMissing(core, cache.codes(table), items),
    ];
    const logged = core.log.append({ ...request, batch: null, at, changes: made, unchanged: [] });
    return { ids: logged.changes, changes: made, confirm: logged.confirm };
  });
  confirm();
  cache.reload();
  core.lists.forgetAll();
  core.titles.forgetAll();
  core.committed();
  const records = changes.map((change, i): WrittenRecord => {
    return { ledger: codeLedger.id, id: change.record, version: change.version, change: ids[i] ?? null };
  });
  return { ok: true, records, repeated: false };
}

/** Codes left out of the new list are closed from today, so that old records keep their names. */
function closeMissing(
  core: Core,
  kept: readonly KeptCode[],
  items: readonly CodeItem[],
): readonly NewChange[] {
  const given = new Set(items.map((item) => item.code));
  const today = chinaDay(core.now());
  return kept
    .filter((one) => !given.has(one.item.code) && one.item.valid_to === undefined)
    .flatMap((one) =>
      put(core, one, { table: one.table, item: { ...one.item, valid_to: today }, place: one.place }),
    );
}

interface Wanted {
  readonly table: string;
  readonly item: CodeItem;
  readonly place: number;
}

/** Writes one code if it differs; returns its change. */
function put(core: Core, kept: KeptCode | null, wanted: Wanted): readonly NewChange[] {
  if (kept !== null && kept.place === wanted.place && isSameCode(kept.item, wanted.item)) return [];
  const version = (kept?.version ?? 0) + 1;
  return [
    {
      ledger: codeLedger,
      rid: keep(core, kept, { ...wanted, version }),
      record: `${wanted.table}/${wanted.item.code}`,
      version,
      op: kept === null ? 'create' : 'update',
      fields: JSON.stringify(fieldChanges(kept?.item ?? null, wanted.item)),
      digest: null,
      reason: null,
      undoes: null,
    },
  ];
}

/** Inserts or rewrites the row of a code; returns its number. */
function keep(core: Core, kept: KeptCode | null, wanted: Wanted & { readonly version: number }): number {
  const { table, item, place, version } = wanted;
  const columns = [
    item.name,
    item.name_en ?? null,
    item.valid_from ?? null,
    item.valid_to ?? null,
    place,
    version,
  ];
  if (kept === null) {
    const sql = `INSERT INTO code_item (name, name_en, valid_from, valid_to, place, version, edited, code_table, code)
      VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`;
    return core.connection.run(sql, ...columns, table, item.code).rid;
  }
  const sql = `UPDATE code_item SET name = ?, name_en = ?, valid_from = ?, valid_to = ?, place = ?, version = ?, edited = 1
    WHERE rid = ?`;
  core.connection.run(sql, ...columns, kept.rid);
  return kept.rid;
}

const codeFields = ['name', 'name_en', 'valid_from', 'valid_to'] as const;

const isSameCode = (a: CodeItem, b: CodeItem): boolean => codeFields.every((field) => a[field] === b[field]);

function fieldChanges(
  before: CodeItem | null,
  after: CodeItem,
): Readonly<Record<string, readonly [string | null, string | null]>> {
  const changed = codeFields.filter((field) => before?.[field] !== after[field]);
  return Object.fromEntries(
    changed.map((field) => [field, [before?.[field] ?? null, after[field] ?? null] as const]),
  );
}
