import type { Input } from '../../../../electron/contract/calls.ts';
import type { Taken } from '../board/duty-move.ts';

/** What a dialog of swaps begins with: the duty, and the other duty or person where they are known already. */
export interface SwapStart {
  readonly one: Taken;
  readonly other?: Taken;
  readonly by?: string;
}

export type SwapKind = 'swap' | 'substitute';
type DutyChange = Input<'duty.look'>['change'];

/** What has been chosen so far. */
export interface SwapChoice {
  readonly kind: SwapKind;
  readonly one: Taken;
  /** The other duty of a swap. */
  readonly other: Taken | null;
  /** Who steps in. */
  readonly by: string | null;
}

/** The dialog's first choice: with another duty it is a swap (串班), else somebody steps in (代班). */
export const firstChoice = ({ one, other, by }: SwapStart): SwapChoice => ({
  kind: other === undefined ? 'substitute' : 'swap',
  one,
  other: other ?? null,
  by: by ?? null,
});

/** The change as the calls want it; `null` while something is still to be chosen. */
export function changeOf({ kind, one, other, by }: SwapChoice): DutyChange | null {
  const { date, post, person } = one;
  if (kind === 'substitute') return by === null ? null : { kind, date, post, person, otherPerson: by };
  if (other === null) return null;
  return {
    kind,
    date,
    post,
    person,
    otherDate: other.date,
    otherPost: other.post,
    otherPerson: other.person,
  };
}

/** A duty as the value of a select, and back. */
export const takenKey = ({ date, post, person }: Taken): string => [date, post, person].join(' ');

/** The duty of a key made by `takenKey`; `null` for anything else. */
export function takenOf(key: string): Taken | null {
  const [date, post, person] = key.split(' ');
  if (date === undefined || post === undefined || person === undefined) return null;
  return { date, post, person };
}
