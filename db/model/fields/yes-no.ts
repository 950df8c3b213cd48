import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { words } from '../localized.ts';
import { cleanText } from './clean-text.ts';
import { once } from '../once.ts';

const yes = words('是', 'Yes');
const no = words('否', 'No');
const yesTexts = ['是', '有', '对', 'y', 'yes', 'true', 't', '1', '1.0', '√', '✓', '✔'];
const noTexts = ['否', '无', '没有', '不是', 'n', 'no', 'false', 'f', '0', '0.0', '×', '✗', '✘', 'x'];

/** Yes or no; empty means "not recorded", which is neither. */
export function yesNo<const O extends FieldOptions>(options: O): FieldKind<boolean> & O {
  const kind: FieldKind<boolean> = {
    kind: 'yes-no',
    storage: 'INTEGER',
    check: once(() => z.boolean('bad-yes-no')),
    encode: (value) => (value ? 1 : 0),
    decode: (stored) => Number(stored) === 1,
    toText: (value, names) => (value ? yes : no)[names.language],
    fromText: (cell) => {
      const text = cleanText(cell).toLowerCase();
      if (text === '') return { ok: true, value: null };
      if (yesTexts.includes(text)) return { ok: true, value: true };
      if (noTexts.includes(text)) return { ok: true, value: false };
      return { ok: false, code: 'bad-yes-no' };
    },
    merge: 'newest',
    totals: 'count-by',
    numeric: false,
  };
  return field(kind, options);
}
