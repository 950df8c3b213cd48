import type { DaySpan } from '../../model/calendar/due-days.ts';
import type { AnyLedger } from '../../model/define-ledger.ts';
import type { DueSpec, WantSpec } from '../../model/due-spec.ts';
import type { Where } from '../api/lists.ts';

type People = readonly (string | null)[];

/** The filter of a list that shows what is due in a span of days, by these people if any are named. */
export const dueWhere = (due: DueSpec, span: DaySpan, people?: People): Where => ({
  ...(due.while === undefined ? {} : { [due.while.field]: due.while.values }),
  [due.field]: span,
  ...byPeople(due.person, people),
});

/** The filter of a list that shows which records lack something. */
export const wantWhere = (want: WantSpec, people?: People): Where => ({
  [want.while.field]: want.while.values,
  [want.field]: { blank: true },
  ...byPeople(want.person, people),
});

/** Nobody cannot be asked for together with somebody; the screens never do. */
function byPeople(field: string | undefined, people: People | undefined): Where {
  if (field === undefined || people === undefined) return {};
  const named = people.filter((person) => person !== null);
  return { [field]: named.length === 0 ? null : named };
}

/** The due or want at a place of a ledger. @throws when there is none: places come from definitions */
export function entryAt<T>(of: readonly T[], place: number, ledger: AnyLedger): T {
  const entry = of[place];
  if (entry === undefined) throw new Error(`ledger ${ledger.id}: no due or want ${place}`);
  return entry;
}
