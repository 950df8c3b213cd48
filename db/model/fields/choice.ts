import { z } from 'zod';
import { codeTableById } from '../codes/code-tables.ts';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind, Names, Unreadable } from '../field-kind.ts';
import { cleanText } from './clean-text.ts';
import { once } from '../once.ts';

/** Options of a choice. */
export interface ChoiceOptions extends FieldOptions {
  /** Code table the value comes from. */
  readonly table: string;
}

/** One code of a code table. Whether the code is in the table, and valid, is checked with the row. */
export function choice<const O extends ChoiceOptions>(options: O): FieldKind<string> & O {
  const { table } = options;
  const kind: FieldKind<string> = {
    kind: 'choice',
    storage: 'TEXT',
    check: once(() => z.string('unknown-code').min(1, 'required').max(20, 'unknown-code')),
    encode: (value) => value,
    decode: String,
    toText: (value, names) => names.codeName(table, value) ?? value,
    fromText: (cell, names) => {
      const text = cleanText(cell);
      if (text === '') return { ok: true, value: null };
      const code = names.codeOf(table, text);
      return code === null ? unknownCode(table, text, names) : { ok: true, value: code };
    },
    merge: 'newest',
    totals: 'count-by',
    numeric: false,
    table,
  };
  return field(kind, options);
}

/** The refusal of a text that a code table does not know. */
export function unknownCode(table: string, value: string, names: Names): Unreadable {
  const label = codeTableById.get(table)?.label[names.language] ?? table;
  return { ok: false, code: 'unknown-code', args: { value, table: label } };
}
