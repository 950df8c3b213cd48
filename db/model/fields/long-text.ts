import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { cleanText, hasUnkeepable } from './clean-text.ts';
import { once } from '../once.ts';

/** Options of a long text. */
export interface LongTextOptions extends FieldOptions {
  /** Longest value in characters (code points). */
  readonly max: number;
}

/** Several lines of text; line breaks are kept as `\n`, each line is cleaned as a short text is. */
export function longText<const O extends LongTextOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'long-text',
    storage: 'TEXT',
    check: once(() =>
      z
        .string('bad-characters')
        .min(1, 'required')
        .refine((s) => [...s].length <= options.max, 'too-long')
        .refine((s) => !hasUnkeepable(s), 'bad-characters'),
    ),
    fits: (value) =>
      typeof value === 'string' && value !== '' && value.length <= options.max && !hasUnkeepable(value),
    encode: (value) => value,
    decode: String,
    toText: (value) => value,
    fromText: (cell) => {
      const value = cell
        .split(/\r\n|\r|\n/)
        .map(cleanText)
        .join('\n')
        .trim();
      if (value === '') return { ok: true, value: null };
      const actual = [...value].length;
      if (actual > options.max) return { ok: false, code: 'too-long', args: { max: options.max, actual } };
      if (hasUnkeepable(value)) return { ok: false, code: 'bad-characters' };
      return { ok: true, value };
    },
    tokens: (value) => [{ token: 'text', value: value.replaceAll('\n', ' ') }],
    mask: (value) => `${[...value].slice(0, 1).join('')}***`,
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}
