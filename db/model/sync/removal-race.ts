import type { Stored } from '../field-kind.ts';
import type { Clock } from './clock.ts';

/** Pseudo-field of a record's removal: the reason, `null` while it is current. */
export const removedField = '$removed';

/** One side of a conflict. */
interface Side {
  readonly value: Stored;
  readonly clock: Clock;
  readonly author: string;
}

/**
 * A removal that met edits of the same record without either side knowing the other, as the conflict inbox lists it: the
 * removal stands with its reason, the other side is named by the edited fields, joined by blanks.
 */
export function removalRace(
  removal: { readonly reason: string | null; readonly clock: Clock; readonly author: string },
  edits: { readonly fields: readonly string[]; readonly clock: Clock; readonly author: string },
): { readonly field: typeof removedField; readonly kept: Side; readonly other: Side } {
  return {
    field: removedField,
    kept: { value: removal.reason, clock: removal.clock, author: removal.author },
    other: { value: edits.fields.join(' '), clock: edits.clock, author: edits.author },
  };
}
