import {
  momentSpanOf,
  spanOf,
  type DaySpan,
  type DueBucket,
  type DueDays,
} from '../../model/calendar/due-days.ts';
import type { AnyLedger } from '../../model/define-ledger.ts';
import type { DueSpec } from '../../model/due-spec.ts';
import type { Where } from '../api/lists.ts';

type People = readonly (string | null)[];

/** A due or want by its place in the definition of a ledger. */
export interface Entry {
  readonly ledger: AnyLedger;
  readonly place: number;
}

/** True for what is due at a moment of a day: hour limits; not for days, nor for what begins at a moment. */
export function isByMoment({ ledger, place }: Entry): boolean {
  const { field, isAppointment = false } = entryAt(ledger.dues, place, ledger);
  return ledger.fields[field]?.kind === 'instant' && !isAppointment;
}

/** When what stands in a bucket is due. */
export const bucketSpan = (entry: Entry, bucket: DueBucket, days: DueDays): DaySpan =>
  isByMoment(entry) ? momentSpanOf(bucket, days) : spanOf(bucket, days);

/** The filter of a list that shows what is due in a span of days, by these people if any are named. */
export function dueWhere({ ledger, place }: Entry, span: DaySpan, people?: People): Where {
  const due = entryAt(ledger.dues, place, ledger);
  return {
    ...stateOf(ledger, due.while),
    ...(due.until !== undefined && { [due.until]: { blank: true } }),
    [due.field]: span,
    ...byPeople(due.person, people),
  };
}

/** The filter of a list that shows which records lack something. */
export function wantWhere({ ledger, place }: Entry, people?: People): Where {
  const want = entryAt(ledger.wants, place, ledger);
  return { ...stateOf(ledger, want.while), [want.field]: { blank: true }, ...byPeople(want.person, people) };
}

/** The states a record is in, as a filter; definitions write 是 and 否 as texts, as skip logic does. */
function stateOf(ledger: AnyLedger, only: DueSpec['while']): Where {
  if (only === undefined) return {};
  const isYesNo = ledger.fields[only.field]?.kind === 'yes-no';
  const [value] = only.values;
  return { [only.field]: isYesNo && only.values.length === 1 ? value === 'true' : only.values };
}

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
