import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Localized } from '../../../db/model/localized.ts';
import { ledgerOf, type OpenArea } from '../../data/index.ts';
import { pinyinInitials } from '../../text/index.ts';

/** A ledger a sheet can be imported into. */
export interface LedgerOption {
  readonly value: string;
  readonly label: string;
  /** What it is a part of; empty for a ledger of its own. */
  readonly whole: string;
  /** What is typed for it beside its name: its area, pinyin initials, the record it is part of. */
  readonly words: readonly string[];
}

/** The ledgers by area, in the order of the navigation; parts behind what they are part of. */
export function ledgerOptions(areas: readonly OpenArea[], label: (words: Localized) => string) {
  return areas.map((area) => ({
    label: label(area.label),
    options: area.ledgers.map((ledger): LedgerOption => {
      const whole = wholeOf(ledger, label);
      return {
        value: ledger.id,
        label: label(ledger.label),
        whole,
        words: [label(area.label), whole, pinyinInitials(ledger.label.zh)],
      };
    }),
  }));
}

function wholeOf({ fields, partOf }: AnyLedger, label: (words: Localized) => string): string {
  const whole = ledgerOf(fields[partOf ?? '']?.target ?? '');
  return whole === undefined ? '' : label(whole.label);
}

/** True when the typed text is in the name, or begins the area, the whole or the initials. */
export function isLedgerMatch(typed: string, option: Pick<LedgerOption, 'label' | 'words'>): boolean {
  const text = typed.trim().toLowerCase();
  return (
    option.label.toLowerCase().includes(text) ||
    option.words.some((word) => word !== '' && word.toLowerCase().startsWith(text))
  );
}
