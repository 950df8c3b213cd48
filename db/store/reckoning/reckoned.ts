import type { Values } from '../../model/field-kind.ts';
import type { DraftWrite } from '../repository/draft.ts';
import type { Followers } from '../repository/follow.ts';
import { isSame, type Kept, type LedgerTable } from '../repository/ledger-table.ts';

/** A record that may have to be reckoned anew. */
export interface Candidate {
  readonly table: LedgerTable;
  readonly rid: number;
}

/** A record with what it would say now. */
export interface Reckoned {
  readonly table: LedgerTable;
  readonly kept: Kept;
  /** Fields that would change. */
  readonly values: Values;
}

/** `null` for a record that says already what follows. */
export function reckoned(followers: Followers, { table, rid }: Candidate): Reckoned | null {
  const kept = table.byRid(rid);
  if (kept === null || kept.removedAt !== null) return null;
  const now = followers.followed(table, kept.id, kept.values);
  const changed = Object.entries(now).filter(
    ([name, value]) => !isSame(kept.values[name] ?? null, value ?? null),
  );
  return changed.length === 0 ? null : { table, kept, values: Object.fromEntries(changed) };
}

/** The write that makes a record say what follows; none where it does. */
export const writesOf = (one: Reckoned | null): readonly DraftWrite[] =>
  one === null
    ? []
    : [
        {
          ledger: one.table.ledger.id,
          id: one.kept.id,
          op: 'update',
          values: one.values,
          base: one.kept.version,
        },
      ];
