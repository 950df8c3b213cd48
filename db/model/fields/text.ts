import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { cleanText, hasUnkeepable } from './clean-text.ts';
import { isDamagedNumber } from './damaged-number.ts';
import { once } from '../once.ts';

/** Options of a text field. */
export interface TextOptions extends FieldOptions {
  /** Longest value in characters (code points). GB/T 31000 gives C50 and the like. */
  readonly max: number;
  /** A name of a person or unit: found by pinyin and initials, sorted by pinyin. */
  readonly name?: boolean;
  /** An identifier: kept upper-case and without blanks, found by head and tail. */
  readonly code?: boolean;
}

/** One line of text, trimmed, with full-width blanks made plain. */
export function text<const O extends TextOptions>(options: O): FieldKind<string> & O {
  const read = options.code
    ? (s: string): string => cleanText(s).replaceAll(' ', '').toUpperCase()
    : cleanText;
  const kind: FieldKind<string> = {
    kind: 'text',
    storage: 'TEXT',
    check: once(() =>
      z
        .string('bad-characters')
        .min(1, 'required')
        .refine((s) => !isLonger(s, options.max), 'too-long')
        .refine((s) => !hasUnkeepable(s), 'bad-characters'),
    ),
    fits: (value) =>
      typeof value === 'string' && value !== '' && value.length <= options.max && !hasUnkeepable(value),
    encode: (value) => value,
    decode: String,
    toText: (value) => value,
    fromText: (cell) => {
      const value = read(cell);
      if (value === '') return { ok: true, value: null };
      if (options.code && isDamagedNumber(value))
        return { ok: false, code: 'number-damaged', args: { value } };
      if (isLonger(value, options.max))
        return { ok: false, code: 'too-long', args: { max: options.max, actual: [...value].length } };
      if (hasUnkeepable(value)) return { ok: false, code: 'bad-characters' };
      return { ok: true, value };
    },
    tokens: (value) => [{ token: options.name ? 'name' : options.code ? 'code' : 'text', value }],
    mask: (value) => maskText(value),
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}

/** Whether a text has more code points than that; they are counted only when its code units, never fewer, do not fit. */
const isLonger = (text: string, max: number): boolean => text.length > max && [...text].length > max;

/** Keeps the first character: 张* for 张伟, 东**** for an address. */
function maskText(value: string): string {
  const characters = [...value];
  return characters.map((c, i) => (i === 0 ? c : '*')).join('');
}
