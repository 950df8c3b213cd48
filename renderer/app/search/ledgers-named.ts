import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { pinyinInitials } from '../../text/index.ts';

/** Ledgers whose name was typed, and those whose pinyin initials were. */
export interface NamedLedgers {
  readonly byName: readonly AnyLedger[];
  /** Initials are also people's names, so these stand behind the records. */
  readonly byInitials: readonly AnyLedger[];
}

/** No more lists than leave room for records. */
const MOST = 5;
/** Shorter initials are nearly always somebody's name: zw. */
const SHORTEST_INITIALS = 3;

/**
 * Ledgers called so, best first: the very name, names that begin so, names that hold it, parts of other records. A single character counts only
 * as a whole name (户), since it stands in half of all names.
 */
export function ledgersNamed(text: string, ledgers: readonly AnyLedger[]): NamedLedgers {
  const typed = text.trim().toLowerCase();
  const ranked = ledgers
    .map((ledger) => ({ ledger, rank: rankOfLedger(ledger, typed) }))
    .filter(({ rank }) => rank === 0 || (rank < Infinity && [...typed].length > 1))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ ledger }) => ledger);
  const isInitials = typed.length >= SHORTEST_INITIALS && /^[a-z]+$/.test(typed);
  const byInitials = isInitials
    ? ledgers.filter(
        (ledger) => !ranked.includes(ledger) && pinyinInitials(ledger.label.zh).startsWith(typed),
      )
    : [];
  return { byName: ranked.slice(0, MOST), byInitials: byInitials.slice(0, MOST) };
}

/** Parts of other records are opened from those, so they come behind, unless they are called just so. */
function rankOfLedger({ label, partOf }: AnyLedger, typed: string): number {
  const rank = Math.min(rankOf(label.zh, typed), rankOf(label.en.toLowerCase(), typed));
  return rank > 0 && partOf !== undefined ? rank + 2 : rank;
}

function rankOf(name: string, typed: string): number {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  return name.includes(typed) ? 2 : Infinity;
}
