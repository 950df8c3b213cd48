import { z } from 'zod';
import { field } from '../define-ledger.ts';
import type { FieldKind, Reading, Names } from '../field-kind.ts';
import { type ChoiceOptions, unknownCode } from './choice.ts';
import { cleanText } from './clean-text.ts';
import { isSortedSet, sortedSet } from './sorted-set.ts';
import { readTextList } from './text-list.ts';
import { once } from '../once.ts';

/**
 * Several codes of one table, sorted and without repetition, kept as a JSON array. Two nodes' edits unite.
 * Sheets separate them by 、 , ; | or a line break (GB/T 31000 uses the vertical bar).
 */
export function multiChoice<const O extends ChoiceOptions>(options: O): FieldKind<readonly string[]> & O {
  const { table } = options;
  const kind: FieldKind<readonly string[]> = {
    kind: 'multi-choice',
    storage: 'TEXT',
    check: once(() =>
      z
        .array(z.string('unknown-code').min(1, 'unknown-code').max(20, 'unknown-code'), 'unknown-code')
        .min(1, 'required')
        .refine(isSortedSet, 'unknown-code'),
    ),
    encode: (value) => JSON.stringify(value),
    decode: readTextList,
    toText: (value, names) => value.map((code) => names.codeName(table, code) ?? code).join('、'),
    fromText: (cell, names) => read(cell, table, names),
    merge: 'union',
    totals: 'count-by',
    numeric: false,
    table,
  };
  return field(kind, options);
}

function read(cell: string, table: string, names: Names): Reading<readonly string[]> {
  const whole = cleanText(cell);
  if (whole === '') return { ok: true, value: null };
  // A name may hold the separator itself: 孙子、孙女或外孙子、外孙女.
  const only = names.codeOf(table, whole);
  if (only !== null) return { ok: true, value: [only] };
  const codes: string[] = [];
  for (const part of cell.split(/[、,，;；|｜/\r\n]/).map(cleanText)) {
    if (part === '') continue;
    const code = names.codeOf(table, part);
    if (code === null) return unknownCode(table, part, names);
    codes.push(code);
  }
  return { ok: true, value: codes.length === 0 ? null : sortedSet(codes) };
}
