import { rowsOf } from '../../exchange/sheet/import/chunk.ts';
import { codeSources } from '../../exchange/sheet/import/import-sheet.ts';
import { readSheet } from '../../exchange/sheet/import/read-sheet.ts';
import { isLink, type AnyLedger } from '../../model/define-ledger.ts';
import type { Value, Values } from '../../model/field-kind.ts';
import type { Caller, Store } from '../../store/api.ts';

/** A record as the bulk loader takes it. */
export interface LoadedRow {
  readonly id: string;
  readonly values: Values;
  readonly at: string;
}

/** The good rows of a sheet with their links resolved: what an import would write, ready to be loaded without it. */
export async function rowsInSheet(
  file: string,
  ledger: AnyLedger,
  { store, caller, now }: { readonly store: Store; readonly caller: Caller; readonly now: () => Date },
): Promise<readonly LoadedRow[]> {
  const at = now().toISOString();
  const names = store.names(caller.language);
  const rows: LoadedRow[] = [];
  let fields: readonly (string | null)[] = [];
  const task = {
    ledger,
    file,
    sheet: null,
    mapping: null,
    codes: codeSources(store, caller),
    language: caller.language,
    today: at.slice(0, 10),
    chunkRows: 2000,
  };
  const linked = (name: string, value: Value): Value => {
    const field = ledger.fields[name];
    if (field === undefined || !isLink(field) || field.target === undefined || value === null) return value;
    const found = names.linkOf(field.target, String(value));
    return typeof found === 'object' ? found.id : null;
  };
  for await (const event of readSheet(task)) {
    if (event.kind === 'head') {
      fields = event.head.fields;
      continue;
    }
    for (const { given, derived, unreadable, broken } of rowsOf(event.chunk)) {
      if (unreadable.length + broken.length > 0) continue;
      const own = fields.flatMap((name, column): [string, Value][] => {
        const value = given[column];
        return name === null || value === undefined ? [] : [[name, linked(name, value)]];
      });
      // Ordered ids, as the import makes them.
      const id = `01990000-0000-7000-8000-${String(rows.length).padStart(12, '0')}`;
      rows.push({ id, values: { ...derived, ...Object.fromEntries(own) }, at });
    }
  }
  return rows;
}
