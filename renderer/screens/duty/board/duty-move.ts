import type { Input } from '../../../../electron/contract/calls.ts';
import type { Cell } from './board-cells.ts';

/** Seats given up and taken, as the call of an edit wants them. */
export type Sets = Input<'duty.edit'>['sets'];

/** A duty taken up by the mouse. */
export interface Taken {
  readonly date: string;
  readonly post: string;
  readonly person: string;
}

/** What letting a name go over a cell does. */
export type Drop =
  | { readonly kind: 'move'; readonly sets: Sets }
  | { readonly kind: 'exchange'; readonly with: Taken; readonly sets: Sets }
  /** Several people stand there and nobody is missing: the name to change with must be hit. */
  | { readonly kind: 'unclear' }
  /** Nothing would be different, or the person stands there already. */
  | { readonly kind: 'none' };

/**
 * Letting go over an empty seat moves the duty; over a name (`onto`), or over a cell with one name only, the two change
 * places.
 */
export function dropOf(taken: Taken, target: Cell, onto: string | null): Drop {
  const isSameCell = taken.date === target.date && taken.post === target.post;
  const stands = target.duties.some((duty) => duty.person === taken.person);
  if (isSameCell || stands) return { kind: 'none' };
  const alone = target.duties.length === 1 ? target.duties[0]?.person : undefined;
  const other = onto ?? (target.missing > 0 ? undefined : alone);
  if (other !== undefined) return exchange(taken, { date: target.date, post: target.post, person: other });
  if (target.missing === 0 && target.duties.length > 1) return { kind: 'unclear' };
  return {
    kind: 'move',
    sets: [
      { date: taken.date, post: taken.post, from: taken.person, to: null },
      { date: target.date, post: target.post, from: null, to: taken.person },
    ],
  };
}

function exchange(one: Taken, other: Taken): Drop {
  return {
    kind: 'exchange',
    with: other,
    sets: [
      { date: one.date, post: one.post, from: one.person, to: other.person },
      { date: other.date, post: other.post, from: other.person, to: one.person },
    ],
  };
}
