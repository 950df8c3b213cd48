import type { Values } from '../model/field-kind.ts';
import type { RecordWrite } from '../store/api.ts';
import type { DutyRow } from './duties.ts';

/** The people of one post on one day as they shall be. */
export interface Wanted {
  readonly date: string;
  readonly post: string;
  readonly people: readonly string[];
  /** Seats nobody was found for. */
  readonly empty: number;
}

/** What a seat says beside its person. `before`: the seat as it was; `null` for a new one. */
export type SeatValues = (seat: {
  readonly date: string;
  readonly post: string;
  readonly person: string | null;
  readonly before: DutyRow | null;
}) => Values;

const anew = { zh: '重新排班', en: 'Planned again' } as const;

/**
 * Writes that turn the seats of a post and day into the wanted ones: whoever stays keeps the seat, others take the seats
 * given up, and only then come new ones, so that planning again changes as little as the roster does.
 */
export function seatWrites(
  roster: string,
  { rows, wanted }: { readonly rows: readonly DutyRow[]; readonly wanted: Wanted },
  { newId, valuesOf, reason = anew.zh }: SeatWriting,
): readonly RecordWrite[] {
  const { date, post } = wanted;
  const staying = rows.filter((row) => row.member !== null && wanted.people.includes(row.member));
  const given = rows.filter((row) => !staying.includes(row));
  const settled = new Set(staying.map((row) => row.member));
  const coming: readonly (string | null)[] = [
    ...wanted.people.filter((person) => !settled.has(person)),
    ...Array.from({ length: wanted.empty }, () => null),
  ];
  const taken = new Set(rows.map((row) => row.seat));
  return [
    ...coming.flatMap((person, i): readonly RecordWrite[] => {
      const before = given[i] ?? null;
      if (before === null) {
        const seat = freeSeat(taken);
        const values = { roster, day: date, post, seat, ...(person !== null && { member: person }) };
        return [
          {
            ledger: 'duty_assignment',
            id: newId(),
            op: 'create',
            values: { ...values, ...valuesOf({ date, post, person, before }) },
          },
        ];
      }
      if (before.member === person) return [];
      const values = { member: person, ...valuesOf({ date, post, person, before }) };
      return [{ ledger: 'duty_assignment', id: before.id, op: 'update', base: before.version, values }];
    }),
    ...given.slice(coming.length).map((row): RecordWrite => {
      return { ledger: 'duty_assignment', id: row.id, op: 'remove', base: row.version, reason };
    }),
  ];
}

/** How seats are written. */
export interface SeatWriting {
  readonly newId: () => string;
  readonly valuesOf: SeatValues;
  readonly reason?: string;
}

function freeSeat(taken: Set<number>): number {
  let seat = 1;
  while (taken.has(seat)) seat += 1;
  taken.add(seat);
  return seat;
}
