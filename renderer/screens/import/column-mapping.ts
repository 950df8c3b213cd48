import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { fieldsTaken } from '../../../db/model/take-spec.ts';
import type { Output } from '../../../electron/contract/calls.ts';

/** What the data process found in a sheet. */
export type Inspected = Output<'import.inspect'>;
/** Field a column goes to by the column's index; `null` = not imported. */
export type ColumnMapping = Readonly<Record<number, string | null>>;

/** Mapping as found by the data process, overruled by what was chosen last time for the same headers. */
export function firstMapping(
  columns: Inspected['columns'],
  remembered: Readonly<Record<string, string | null>>,
): ColumnMapping {
  return Object.fromEntries(
    columns.map(({ index, header, field }) => {
      const chosen = Object.hasOwn(remembered, header) ? remembered[header] : field;
      return [index, chosen ?? null];
    }),
  );
}

/** What is kept for the next sheet with the same headers: header → field. Nameless columns cannot be told apart. */
export function rememberable(
  columns: Inspected['columns'],
  mapping: ColumnMapping,
): Record<string, string | null> {
  const named = columns.filter((column) => column.header !== '');
  return Object.fromEntries(named.map(({ index, header }) => [header, mapping[index] ?? null]));
}

/** Reads a kept mapping; fields that no longer exist are left to the matcher. */
export function readRemembered(kept: unknown, ledger: AnyLedger): Record<string, string | null> {
  if (typeof kept !== 'object' || kept === null) return {};
  const usable = Object.entries(kept).filter(
    (entry): entry is [string, string | null] =>
      entry[1] === null || (typeof entry[1] === 'string' && entry[1] in ledger.fields),
  );
  return Object.fromEntries(usable);
}

/** Fields two columns go to: one of them must be left out. */
export function doubledFields(mapping: ColumnMapping): ReadonlySet<string> {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const field of Object.values(mapping)) {
    if (field === null) continue;
    if (seen.has(field)) doubled.add(field);
    seen.add(field);
  }
  return doubled;
}

/**
 * Required fields no column goes to. A field the data process does not miss although no column has it
 * is filled from others (birth day from the id number) and is not named.
 */
export function missingFields(
  ledger: AnyLedger,
  inspected: Inspected,
  mapping: ColumnMapping,
): readonly string[] {
  const mapped = new Set(Object.values(mapping));
  const matched = new Set(inspected.columns.map((column) => column.field));
  const taken = new Set(takenFields(ledger, mapping).flatMap(({ fields }) => fields));
  return Object.entries(ledger.fields)
    .filter(([name, field]) => field.required && (inspected.missing.includes(name) || matched.has(name)))
    .map(([name]) => name)
    .filter((name) => !mapped.has(name) && !taken.has(name));
}

/** Fields that are filled from linked records where a row leaves them empty, by the link a column goes to. */
export function takenFields(ledger: AnyLedger, mapping: ColumnMapping): ReturnType<typeof fieldsTaken> {
  return fieldsTaken(ledger, new Set(Object.values(mapping).filter((field) => field !== null)));
}

/** Preference key of a mapping: the same ledger and the same headers give the same key (FNV-1a of the headers). */
export function mappingKey(ledger: string, columns: Inspected['columns']): string {
  let hash = 0x811c9dc5;
  for (const character of columns.map((column) => column.header).join('\u0001')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `import.mapping.${ledger}.${hash.toString(16)}`;
}
