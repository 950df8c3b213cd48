import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { readTextList } from './text-list.ts';
import { once } from '../once.ts';

const digest = /^[0-9a-f]{64}$/;

/**
 * Photos and files: lower-case SHA-256 of each, in the order added; the bytes lie encrypted beside the database.
 * Sheets do not carry attachments, so their text is a count.
 */
export function attachment<const O extends FieldOptions>(options: O): FieldKind<readonly string[]> & O {
  const kind: FieldKind<readonly string[]> = {
    kind: 'attachment',
    storage: 'TEXT',
    check: once(() =>
      z
        .array(z.string('not-attachment').regex(digest, 'not-attachment'), 'not-attachment')
        .min(1, 'required')
        .max(200, 'not-attachment')
        .refine((list) => new Set(list).size === list.length, 'not-attachment'),
    ),
    encode: (value) => JSON.stringify(value),
    decode: readTextList,
    toText: (value, names) => (names.language === 'zh' ? `${value.length} 个文件` : `${value.length} files`),
    fromText: (cell) => {
      const list = cell.split(/[\s,;，；、]+/).filter((part) => part !== '');
      if (list.length === 0) return { ok: true, value: null };
      if (!list.every((part) => digest.test(part))) return { ok: false, code: 'not-attachment' };
      return { ok: true, value: [...new Set(list)] };
    },
    merge: 'union',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}
