import type { ConflictSide as CitySide, PostgresCity } from '../../city/api.ts';
import type { Value } from '../../model/field-kind.ts';
import { ledgerById } from '../../model/registry.ts';
import type { ReturnedRow } from '../../model/sync/sync-node.ts';
import type { Caller, Store } from '../../store/api.ts';
import type { OpenedNode } from './open-node.ts';
import { unitOfNodes } from './towns.ts';

/** A row of an office below that waits. */
interface WaitingRow extends ReturnedRow {
  readonly town: string;
  readonly at: string;
}

/** Two records of the same thing; the towns are known where the city keeps them apart. */
interface StandingTwice {
  readonly ledger: string;
  readonly id: string;
  readonly otherId: string;
  readonly town: string | null;
  readonly otherTown: string | null;
}

interface Side {
  readonly value: Value;
  readonly author: string;
  readonly at: string;
  readonly node: string;
}

/** A field that got two values, or `$removed`. */
interface Conflict {
  readonly no: number;
  readonly town: string;
  readonly ledger: string;
  readonly id: string;
  readonly field: string;
  readonly kept: Side;
  readonly other: Side;
  readonly foundAt: string;
}

/** What waits for a decision at the office above, in one shape whatever keeps it. */
export interface Inbox {
  readonly quarantine: readonly WaitingRow[];
  readonly duplicates: readonly StandingTwice[];
  readonly conflicts: readonly Conflict[];
}

/** Entries of each kind that are listed. */
const MOST = 10_000;

/** Everything in the inbox. */
export async function inboxOf(place: OpenedNode, caller: Caller): Promise<Inbox> {
  if (place.city !== null) return cityInbox(place.city, caller);
  return place.store === null
    ? { quarantine: [], duplicates: [], conflicts: [] }
    : storeInbox(place.store, await unitOfNodes(place.node), caller);
}

async function cityInbox(city: PostgresCity, caller: Caller): Promise<Inbox> {
  const { quarantine, duplicates, conflicts } = await city.inbox(caller);
  return {
    quarantine: quarantine.map(({ town, ledger, id, field, reason, args, at }) => {
      return { town, ledger, id, field, reason, args, at };
    }),
    duplicates: duplicates.map(({ ledger, id, otherId, town, otherTown }) => {
      return { ledger, id, otherId, town, otherTown };
    }),
    conflicts: conflicts.map(({ no, town, ledger, id, field, kept, lost, at }) => {
      const side = sideIn(ledger, field);
      return { no, town, ledger, id, field, kept: side(kept), other: side(lost), foundAt: at };
    }),
  };
}

const sideIn =
  (ledger: string, name: string) =>
  ({ value, clock: [reading, node], author }: CitySide): Side => {
    const field = ledgerById.get(ledger)?.fields[name];
    const shown: Value = field === undefined || value === null ? value : field.decode(value);
    // Milliseconds are the upper part of a clock's reading.
    return { value: shown, author, at: new Date(Math.floor(reading / 1024)).toISOString(), node };
  };

function storeInbox({ sync }: Store, unitOf: ReadonlyMap<string, string>, caller: Caller): Inbox {
  const townOf = (peer: string): string => unitOf.get(peer) ?? peer;
  return {
    quarantine: sync.quarantine.list(MOST, caller).map(({ peer, ledger, id, field, reason, args, at }) => {
      return { town: townOf(peer), ledger, id, field, reason, args, at };
    }),
    duplicates: sync.twins.list({ all: false, limit: MOST }, caller).map(({ ledger, older, younger }) => {
      return { ledger, id: younger.id, otherId: older.id, town: null, otherTown: null };
    }),
    conflicts: sync.conflicts.list({ all: false, limit: MOST }, caller).map((one) => {
      const { no, peer, ledger, id, field, foundAt } = one;
      const side = ({ value, author, at, node }: Side): Side => ({ value, author, at, node });
      return {
        no,
        town: townOf(peer),
        ledger,
        id,
        field,
        kept: side(one.kept),
        other: side(one.other),
        foundAt,
      };
    }),
  };
}
