import type { SyncRecord } from './sync-record.ts';

/** A value, or the promise of one: SQLite answers at once, PostgreSQL later. The protocol awaits both. */
type Awaitable<T> = T | Promise<T>;

/** Ranges of round numbers, ascending, not touching: `[[1, 14], [16, 16]]`. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/**
 * One place in a sender's stream for one receiver. A *series* is a random id, renewed when the sender's file was rolled
 * back, copied or begun anew; a *round* is one export within it, numbered from 1; `tip` (hex) is the tip of the
 * sender's change-log chain at the end of the round, so that an equal number with other content is noticed.
 */
export interface Round {
  readonly series: string;
  readonly number: number;
  readonly tip: string;
}

/** What a package says of itself; `digest` (hex SHA-256 of its header) names it. */
export interface PackageFacts {
  readonly digest: string;
  readonly kind: 'increment' | 'give-back';
  readonly sender: string;
  readonly receiver: string;
  readonly series: string;
  /** Rounds it carries, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly tip: string;
  /** Round it builds on; the receiver must hold it. `null`: it carries everything. */
  readonly basis: Round | null;
  /** Newest round of ours the sender had taken in when it wrote this; later edits of ours are concurrent to it. */
  readonly seen: Round | null;
  /** Rows by ledger. */
  readonly counts: Readonly<Record<string, number>>;
  readonly writtenAt: string;
}

/** Why an arriving package is not applied now. */
export type ArrivalStart =
  | { readonly status: 'new'; readonly arrival: number }
  /** Taken in before, by digest; `outcome` is that of the first time. */
  | { readonly status: 'repeated'; readonly outcome: ArrivalOutcome }
  /** Its basis is not here yet: rounds `missing` of `basis.series` (all up to it when none are known). */
  | { readonly status: 'early'; readonly missing: Ranges }
  /** The same round was taken in with another tip: a copy or a resumed snapshot of the sender is at work. Applied all the same. */
  | { readonly status: 'fork'; readonly arrival: number; readonly held: Round };

/** A row the receiver will not take as it is. It waits in quarantine and is named in the receipt. */
export interface ReturnedRow {
  readonly ledger: string;
  readonly id: string;
  /** Field at fault, `null` when it is the row. */
  readonly field: string | null;
  /** `ReasonCode` of `db/model/reasons.ts` or one of the exchange: `link-missing`, `ledger-unknown`, `line-unreadable`, `out-of-scope`. */
  readonly reason: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** The same real thing recorded twice: same natural key under two ids. */
export interface Duplicate {
  readonly ledger: string;
  readonly id: string;
  readonly otherId: string;
  /** Unit (town) that keeps the other record, code and name. */
  readonly otherUnit: { readonly code: string; readonly name: string };
}

export interface ArrivalOutcome {
  /** Rows that are now here as sent, also when they were before. */
  readonly accepted: number;
  /** Rows whose content changed something here. */
  readonly changed: number;
  readonly returned: readonly ReturnedRow[];
  readonly duplicates: readonly Duplicate[];
  /** Fields changed on both sides; the loser waits in the conflict inbox. */
  readonly conflicts: number;
  /** Answers of the office above: entered as steps of their cases, and those that did not fit. Absent: there were none. */
  readonly replies?: { readonly entered: number; readonly unfit: number };
}

/** Part of the records to read: what changed after `after` (0 = ever) up to and including `upTo`, as positions of the log. */
export interface Selection {
  readonly after: number;
  readonly upTo: number;
  /** Node whose own changes are left out, since they came from it. */
  readonly except: string | null;
  /** Sensitive ledgers: only them, or all but them. */
  readonly sensitive: boolean;
  /** Limits to records the peer is entitled to: a child's own records and what is for everyone. `null`: no limit. */
  readonly scope: { readonly node: string; readonly unit: string } | null;
}

export interface Preview {
  /** By ledger: rows created, changed, removed, and rows with broken rules. */
  readonly ledgers: Readonly<
    Record<
      string,
      {
        readonly created: number;
        readonly changed: number;
        readonly removed: number;
        readonly invalid: number;
        readonly isSensitive: boolean;
      }
    >
  >;
  /** Content hashes of attachments the selected rows name, with sizes in bytes. */
  readonly attachments: readonly { readonly hash: string; readonly bytes: number }[];
}

/** A package this node wrote. */
export interface Sent {
  readonly digest: string;
  readonly peer: string;
  readonly kind: 'increment' | 'give-back' | 'receipt';
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly tip: string;
  /** Position of the log up to which it carries changes. */
  readonly upTo: number;
  readonly file: string;
  readonly bytes: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly at: string;
  readonly by: string;
  readonly approvedBy: string;
  readonly stick: string;
  readonly verified: 'uncached' | 'cached';
  readonly state: 'carried' | 'phoned' | 'held' | 'acknowledged' | 'lost';
  readonly stateAt: string;
}

/** A package this node took in, or refused, or holds. */
export interface Received {
  readonly digest: string;
  readonly peer: string;
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly tip: string;
  readonly at: string;
  readonly state: 'applying' | 'applied' | 'held';
  readonly outcome: ArrivalOutcome | null;
  /** Where a held package's file is kept. */
  readonly file: string | null;
}

/** What this node holds of one series of a peer. */
export interface Holding {
  readonly series: string;
  readonly holds: Ranges;
  readonly missing: readonly number[];
  /** Rounds that ended a package, with their tips, newest last. */
  readonly rounds: readonly Round[];
}

/** Receipts as rows show them: nothing sent yet, on its way, at the receiver, taken over, or sent back. */
export type RowState = 'pending' | 'carried' | 'received' | 'accepted' | 'returned';

/** Attachments of a place that keeps records, by the SHA-256 of their plain content. */
export interface NodeFiles {
  /** `null`: not here. */
  info(hash: string): Awaitable<{
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
  } | null>;
  /** `null`: not here, or damaged. */
  content(hash: string): Awaitable<Uint8Array | null>;
  /** Keeps an attachment that arrived; the digest of the content was compared before. */
  keep(content: Uint8Array, of: { readonly name: string; readonly mediaType: string }): Awaitable<void>;
}

/**
 * What the exchange asks of a place that keeps records (SQLite store, PostgreSQL city). Positions are whole numbers
 * that grow with every change of this node.
 */
export interface SyncNode {
  /** Facts that decide what may leave: practice data never may. */
  readonly facts: {
    readonly isPractice: boolean;
    readonly unit: { readonly code: string; readonly name: string };
  };
  /** Identity, certificates, cards, revocations: JSON texts by kind and key, written in one transaction each. */
  readonly documents: {
    get(kind: string, key: string): Awaitable<string | null>;
    set(kind: string, key: string, content: string): Awaitable<void>;
    list(kind: string): Awaitable<readonly { readonly key: string; readonly content: string }[]>;
  };
  readonly outgoing: {
    /** Series to use for a peer now; a new one when the file was found rolled back since the last package. */
    series(peer: string): Awaitable<string>;
    /** Begins a new series for a peer: a receipt told that a copy of this file is at work too. Returns its id. */
    renew(peer: string): Awaitable<string>;
    /** Where the log stands: position and chain tip (hex). */
    position(): Awaitable<{ readonly position: number; readonly tip: string }>;
    /** Newest round the peer has acknowledged with our own tip, and its position; `null`: none. */
    acknowledged(peer: string): Awaitable<(Round & { readonly position: number }) | null>;
    list(peer: string | null): Awaitable<readonly Sent[]>;
    /** Adds a package, or replaces what is known of it by its digest: first its number is taken, then it is on the stick. */
    add(sent: Sent): Awaitable<void>;
    setState(digest: string, state: Sent['state']): Awaitable<void>;
    /** Takes the basis for a peer back to this round (receiver restored from an older backup) or to nothing. */
    setAcknowledged(peer: string, round: Round | null): Awaitable<void>;
    preview(selection: Selection): Awaitable<Preview>;
    /** Records as complete NDJSON lines with their section headings, in chunks of some megabytes; targets of links first. */
    lines(selection: Selection): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
    /**
     * Whole records, as they stand here, that a peer sent in rounds after `after` (`null`: in any) of that series: what
     * a peer restored from a backup lacks. Of sensitive ledgers or of the others. As lines like `lines`.
     */
    giveBack(
      peer: string,
      after: Round | null,
      isSensitive: boolean,
    ): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  };
  readonly incoming: {
    start(facts: PackageFacts): Awaitable<ArrivalStart>;
    /**
     * Applies records of a started package. Rows that cannot be taken go to quarantine; the others stay. `isSensitive`
     * (default false): they came in the sensitive part, where records of ledgers unknown here must be passed on too.
     */
    apply(arrival: number, records: readonly SyncRecord[], isSensitive?: boolean): Awaitable<void>;
    /** Lines that could not be read at all. */
    quarantineLine(
      arrival: number,
      line: { readonly number: number; readonly reason: string; readonly text: string },
    ): Awaitable<void>;
    /**
     * Tries some of the rows that wait again, what they lacked may have come with the package; `true`: there are more. Call it
     * until there are none, with pauses; `finish` tries in one go what is left, or all once more when
     * something was written since.
     */
    tryWaiting(arrival: number): Awaitable<boolean>;
    finish(arrival: number): Awaitable<ArrivalOutcome>;
    /** Forgets a started package that broke off; what was applied stays (applying again changes nothing). */
    abort(arrival: number): Awaitable<void>;
    hold(facts: PackageFacts, file: string): Awaitable<void>;
    list(peer: string | null): Awaitable<readonly Received[]>;
    holdings(peer: string): Awaitable<readonly Holding[]>;
    /** Rows of the peer that wait in quarantine now, and its records that stand here twice; what a receipt says. */
    returned(peer: string): Awaitable<readonly ReturnedRow[]>;
    duplicates(peer: string): Awaitable<readonly Duplicate[]>;
  };
  /** A place without it takes records only; the attachments of a package are then passed over. */
  readonly files?: NodeFiles;
  readonly receipts: {
    /** Marks rows as the receipt says: everything up to a round accepted, the returned ones by name. */
    apply(peer: string, receipt: ReceiptFacts): Awaitable<void>;
  };
}

/**
 * What a receipt says, beyond its envelope. It tells the whole state, so a later one replaces an earlier one. Ids the
 * receiver gave to a record (service number, standard address code) are changes of that record and travel as such.
 */
export interface ReceiptFacts {
  /** Series of the answering node (renewed when it was restored) and number of the receipt within it. */
  readonly series: string;
  readonly number: number;
  readonly writtenAt: string;
  readonly packages: readonly {
    readonly digest: string;
    readonly status: 'applied' | 'held' | 'fork';
    readonly accepted: number;
  }[];
  readonly holdings: readonly Holding[];
  /** All rows of the addressee that wait in quarantine now: whatever is not named here and was sent is accepted. */
  readonly returned: readonly ReturnedRow[];
  readonly duplicates: readonly Duplicate[];
}
