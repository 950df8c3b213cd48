import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { cleanText } from './clean-text.ts';
import { cleanIdentifier, isDamagedNumber } from './damaged-number.ts';
import { findLink, linkKind } from './link.ts';

/** Points to a grid (网格); sheets give its 15-digit code (village 12 + serial 3) or its name. */
export function grid<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const target = { ledger: 'grid', label: options.label };
  const kind = linkKind('grid', target.ledger, (cell, names) => {
    const text = cleanText(cell);
    if (isDamagedNumber(text)) return { ok: false, code: 'number-damaged', args: { value: text } };
    const code = cleanIdentifier(text);
    if (!/^\d+$/.test(code)) return findLink(text, target, names);
    return code.length === 15 ? findLink(code, target, names) : { ok: false, code: 'bad-grid-code' };
  });
  return field(kind, options);
}
