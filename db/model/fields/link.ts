import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind, Names, Reading } from '../field-kind.ts';
import { cleanText } from './clean-text.ts';
import { once } from '../once.ts';

/** Options of a link. */
export interface LinkOptions extends FieldOptions {
  /** Ledger the value points into. */
  readonly ledger: string;
}

/** Points to one record of another ledger by its id. Sheets give the natural key or the title. */
export function link<const O extends LinkOptions>(options: O): FieldKind<string> & O {
  return field(
    linkKind('link', options.ledger, (cell, names) => findLink(cell, options, names)),
    options,
  );
}

/** What the three linking kinds share. */
export function linkKind(
  kind: 'link' | 'address' | 'grid',
  target: string,
  fromText: FieldKind<string>['fromText'],
): FieldKind<string> {
  return {
    kind,
    storage: 'TEXT',
    check: once(() => z.string('link-none').min(1, 'required').max(64, 'link-none')),
    encode: (value) => value,
    decode: String,
    toText: (value, names) => names.linkTitle(target, value) ?? value,
    fromText,
    merge: 'newest',
    totals: 'count-by',
    numeric: false,
    target,
  };
}

/** Reads a cell as a record of the target; the refusal names the field, as the clerk knows its column. */
export function findLink(
  cell: string,
  options: Pick<LinkOptions, 'ledger' | 'label'>,
  names: Names,
): Reading<string> {
  const value = cleanText(cell);
  if (value === '') return { ok: true, value: null };
  const found = names.linkOf(options.ledger, value);
  if (typeof found === 'object') return { ok: true, value: found.id };
  const args = { ledger: options.label[names.language], value };
  return { ok: false, code: found === 'none' ? 'link-none' : 'link-several', args };
}
