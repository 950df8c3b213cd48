import type { DaySpan, DueBucket, DueDays } from '../../model/calendar/due-days.ts';
import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Caller } from '../api/caller.ts';
import type { DueRef, DueRow, DueShare } from '../api/due.ts';
import type { Where } from '../api/lists.ts';
import type { Store } from '../api/store.ts';
import { bucketSpan, dueWhere, wantWhere } from './due-where.ts';

/** Whose work: everybody's without a name, that of nobody in particular with an empty one. */
export interface DayQuestion {
  readonly days: DueDays;
  readonly ledgers: ReadonlyMap<string, AnyLedger>;
  readonly person?: string;
}

/** One kind of work: how much of it is due when, and the filters of the lists that show it. */
interface DueLine extends DueRef, Readonly<Record<DueBucket, number>> {
  readonly isExact: boolean;
  readonly where: Readonly<Record<DueBucket, Where>>;
}

/** Something missing in some records, and the filter of the list that shows them. */
interface WantLine extends DueRef {
  readonly missing: number;
  readonly isExact: boolean;
  readonly where: Where;
}

/** What one person has to do; the name is empty for what nobody is named for. */
interface PersonLine extends Readonly<Record<DueBucket, number>> {
  readonly name: string;
  readonly missing: number;
}

/** The day's work of the file. */
export interface DayBoard {
  readonly dues: readonly DueLine[];
  readonly wants: readonly WantLine[];
  /** Everybody who has something to do, most urgent first, whoever was asked for. */
  readonly people: readonly PersonLine[];
}

/** What is due and missing over all ledgers, in registry order. */
export function dayBoard(store: Store, question: DayQuestion, caller: Caller): DayBoard {
  const { days, ledgers, person } = question;
  const isAsked = ({ name }: { readonly name: string }): boolean => person === undefined || name === person;
  const tallies = store.dues.tallies(days, caller);
  const lacking = store.dues.wants(caller);
  const dues = tallies.flatMap(({ ledger: id, place, isExact, shares }): readonly DueLine[] => {
    const ledger = ledgers.get(id);
    const asked = shares.filter(isAsked);
    if (ledger === undefined || asked.length === 0) return [];
    const people = person === undefined ? undefined : asked.map((share) => share.person);
    const where = (bucket: DueBucket): Where =>
      dueWhere({ ledger, place }, bucketSpan({ ledger, place }, bucket, days), people);
    return [
      {
        ledger: id,
        place,
        isExact,
        ...summed(asked),
        where: { overdue: where('overdue'), today: where('today'), week: where('week') },
      },
    ];
  });
  const wants = lacking.flatMap(({ ledger: id, place, isExact, shares }): readonly WantLine[] => {
    const ledger = ledgers.get(id);
    const asked = shares.filter(isAsked);
    if (ledger === undefined || asked.length === 0) return [];
    const people = person === undefined ? undefined : asked.map((share) => share.person);
    const where = wantWhere({ ledger, place }, people);
    const missing = asked.reduce((sum, share) => sum + share.missing, 0);
    return [{ ledger: id, place, missing, isExact, where }];
  });
  const people = peopleOf([
    ...tallies.flatMap(({ shares }) => shares.map((share) => ({ ...share, missing: 0 }))),
    ...lacking.flatMap(({ shares }) =>
      shares.map(({ name, missing }) => ({ name, missing, overdue: 0, today: 0, week: 0 })),
    ),
  ]);
  return { dues, wants, people };
}

const summed = (shares: readonly DueShare[]): Record<DueBucket, number> => ({
  overdue: shares.reduce((sum, share) => sum + share.overdue, 0),
  today: shares.reduce((sum, share) => sum + share.today, 0),
  week: shares.reduce((sum, share) => sum + share.week, 0),
});

/** One name is one person, in whichever ledger it stands. */
function peopleOf(shares: readonly PersonLine[]): readonly PersonLine[] {
  const lines = new Map<string, PersonLine>();
  for (const share of shares) {
    const { name, overdue, today, week, missing } = lines.get(share.name) ?? nothing;
    lines.set(share.name, {
      name: name === '' ? share.name : name,
      overdue: overdue + share.overdue,
      today: today + share.today,
      week: week + share.week,
      missing: missing + share.missing,
    });
  }
  return [...lines.values()].toSorted(
    (a, b) => b.overdue - a.overdue || b.today - a.today || b.week - a.week || b.missing - a.missing,
  );
}

const nothing: PersonLine = { name: '', overdue: 0, today: 0, week: 0, missing: 0 };

/** Which rows of the day's work. */
export interface DayRowsQuestion extends DayQuestion {
  /** A bucket, or days of a calendar. */
  readonly of: DueBucket | DaySpan;
  /** Only this kind of work. */
  readonly only?: DueRef;
  readonly limit: number;
}

/** The rows themselves, earliest first, over all ledgers. */
export function dayRows(store: Store, question: DayRowsQuestion, caller: Caller): readonly DueRow[] {
  const { ledgers, of, only, limit, days } = question;
  const isAsked = ({ ledger, place }: DueRef): boolean =>
    only === undefined || (ledger === only.ledger && place === only.place);
  const found = refsOf(store, question, caller)
    .filter(isAsked)
    .flatMap(({ people, ...ref }) => {
      const ledger = ledgers.get(ref.ledger);
      if (ledger === undefined) return [];
      const span = typeof of === 'string' ? bucketSpan({ ledger, place: ref.place }, of, days) : of;
      return store.dues.rows({ ...ref, span, limit, ...(people === null ? {} : { people }) }, caller);
    });
  return found.toSorted((a, b) => (placeInTime(a) < placeInTime(b) ? -1 : 1)).slice(0, limit);
}

/** What is due at a moment comes before what may wait until the end of its day. */
const placeInTime = ({ day, at }: DueRow): string => `${day} ${at ?? '~'}`;

interface AskedRef extends DueRef {
  /** Stored values of the person field; `null` = everybody's. */
  readonly people: readonly (string | null)[] | null;
}

/** Kinds of work asked for; what one person has to do is known of the days that are counted. */
function refsOf(
  store: Store,
  { days, person, ledgers }: DayRowsQuestion,
  caller: Caller,
): readonly AskedRef[] {
  if (person === undefined)
    return [...ledgers.values()].flatMap((ledger) =>
      ledger.dues.map((_, place) => ({ ledger: ledger.id, place, people: null })),
    );
  return store.dues.tallies(days, caller).flatMap(({ ledger, place, shares }) => {
    const people = shares.filter(({ name }) => name === person).map((share) => share.person);
    return people.length === 0 ? [] : [{ ledger, place, people }];
  });
}
