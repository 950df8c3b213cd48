import { normalAddress } from '../derive/address-path.ts';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { findLink, linkKind } from './link.ts';

/** Points to a standard address (标准地址); sheets give its full text, which is normalised before it is looked up. */
export function address<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const target = { ledger: 'address', label: options.label };
  return field(
    linkKind('address', target.ledger, (cell, names) => findLink(normalAddress(cell), target, names)),
    options,
  );
}
