import type { AnyLedger } from '../define-ledger.ts';
import type { Names, Values } from '../field-kind.ts';
import { fieldText } from './field-text.ts';

/** Title of a record: its title fields joined by a blank; its natural key when they are all empty. Masked where marked. */
export function recordTitle(ledger: AnyLedger, row: Values, names: Names): string {
  return joined(ledger, ledger.title, { row, names }) || joined(ledger, ledger.naturalKey, { row, names });
}

/** The grey text behind a title. Always masked: it only has to tell two records apart. */
export function recordSubtitle(ledger: AnyLedger, row: Values, names: Names): string {
  return joined(ledger, ledger.subtitle, { row, names });
}

function joined(
  ledger: AnyLedger,
  fields: readonly string[],
  { row, names }: { readonly row: Values; readonly names: Names },
): string {
  const texts = fields.map((name) => fieldText(ledger, name, { row, names, masked: true }));
  return texts.filter((text) => text !== '').join(' ');
}
