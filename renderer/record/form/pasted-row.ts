import type { AnyField } from '../../../db/model/define-ledger.ts';
import type { NamedField } from '../definition.ts';

/** Cells of a pasted row by field name. */
export type PastedCells = ReadonlyMap<string, string>;

/**
 * Reads what a sheet put on the clipboard. A row alone fills the fields from the one that has the focus, in the order of
 * the form, as pasting into a sheet does; a head row above it names the fields. `null` = no row, leave it to the field.
 */
export function readPastedRow(
  text: string,
  fields: readonly NamedField[],
  from: string | null,
): PastedCells | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const [first, second] = lines.map((line) => line.split('\t'));
  if (first === undefined || first.length < 2) return null;
  if (second !== undefined) {
    const named = byHeader(first, second, fields);
    if (named.size > 0) return named;
  }
  const start = Math.max(
    0,
    fields.findIndex(({ name }) => name === from),
  );
  const cells = new Map<string, string>();
  for (const [index, { name }] of fields.slice(start, start + first.length).entries()) {
    const cell = first[index]?.trim() ?? '';
    if (cell !== '') cells.set(name, cell);
  }
  return cells;
}

function byHeader(
  head: readonly string[],
  row: readonly string[],
  fields: readonly NamedField[],
): PastedCells {
  const cells = new Map<string, string>();
  for (const [index, title] of head.entries()) {
    const match = fields.find(({ name, field }) => titlesOf(name, field).includes(plain(title)));
    const cell = row[index]?.trim() ?? '';
    if (match !== undefined && cell !== '' && !cells.has(match.name)) cells.set(match.name, cell);
  }
  return cells;
}

/** Column titles that mean a field: its labels, its name, and the aliases offices use. */
const titlesOf = (name: string, field: AnyField): readonly string[] =>
  [field.label.zh, field.label.en, name, ...(field.aliases ?? [])].map(plain);

/** A title without blanks, colons and required marks, in lower case. */
const plain = (title: string): string => title.replace(/[\s*＊:：]/g, '').toLowerCase();
