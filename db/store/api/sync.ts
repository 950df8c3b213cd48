import type { Value, Values } from '../../model/field-kind.ts';
import type {
  NodeFiles,
  Preview,
  ReturnedRow,
  RowState,
  Selection,
  SyncNode,
} from '../../model/sync/sync-node.ts';
import type { CaseReply, HandedUp, Reply } from '../../model/workflow/reply.ts';
import type { ReplyKind } from '../../model/workflow/workflow-spec.ts';
import type { Caller } from './caller.ts';
import type { RecordTitle } from './records.ts';
import type { Progress } from './upkeep.ts';
import type { WriteOutcome } from './writes.ts';

/** The same functions with their answers at once. */
type Prompt<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer A) => infer R
    ? (...given: A) => Exclude<R, Promise<unknown> | AsyncIterable<unknown>>
    : T[K];
};

/**
 * Document that names this node: kind and key for `documents`, content `{"id": "441900121-k7f3q2", …}`. Until it is
 * there, our changes bear the placeholder `self`; once it is, all of them bear its id, also earlier ones.
 */
export const selfDocument = { kind: 'node', key: 'self' } as const;
/** Document that names the parent, content `{"id": …}`: whom rows are pending, carried, accepted for. */
export const parentDocument = { kind: 'node', key: 'parent' } as const;
/** Kind of documents about other nodes, by node id, content `{"unit": {"code": …, "name": …}, …}`: names them in lists. */
export const peerDocumentKind = 'peer';

/** One side of a conflict. */
export interface ConflictSide {
  readonly value: Value;
  readonly text: string;
  readonly author: string;
  /** UTC ISO text. */
  readonly at: string;
  readonly node: string;
}

/** Two nodes changed the same field without knowing of each other (冲突). */
export interface Conflict extends RecordTitle {
  readonly no: number;
  /** `$removed`: one side removed the record, the other changed it. Then values are the reason, or a list of fields. */
  readonly field: string;
  /** Node the other change came from. */
  readonly peer: string;
  readonly kept: ConflictSide;
  readonly other: ConflictSide;
  readonly foundAt: string;
  /** `elsewhere`: somebody who had seen what stands here has decided. */
  readonly state: 'open' | 'settled' | 'elsewhere';
  readonly stateBy: string;
}

/** A row of a package that waits (隔离). */
export interface QuarantinedRow extends ReturnedRow {
  readonly no: number;
  /** It came in the sensitive part of a package: tells of rows of ledgers this program does not know. */
  readonly isSensitive: boolean;
  readonly peer: string;
  /** Values as sent, column spelling. */
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly author: string;
  readonly at: string;
}

/** Two records of the same real thing. `older` holds the key. */
export interface Twins {
  readonly no: number;
  readonly ledger: string;
  readonly older: RecordTitle;
  readonly younger: RecordTitle;
  readonly foundAt: string;
  readonly state: 'open' | 'merged' | 'apart';
  /** Field with the number two offices gave both; `null` where they share something else, or are no open pair. */
  readonly number: string | null;
  /** Batch that merged them here; `null` for a merge that came from another node. */
  readonly batch: string | null;
}

/** A row a receipt sent back, with the sentence's reason. */
interface ReturnedEntry extends ReturnedRow {
  readonly peer: string;
  readonly title: string;
  readonly subtitle: string;
  readonly at: string;
}

/** A stick of the office (介质登记). */
interface Stick {
  /** Serial number of the medium. */
  readonly id: string;
  readonly label: string;
  readonly bytes: number | null;
  readonly registeredAt: string;
  readonly registeredBy: string;
  readonly usedAt: string | null;
  readonly state: 'in-use' | 'lost' | 'retired';
  readonly note: string;
}

/** A record with the node that first brought it here (`null`: entered here). */
interface OriginRow {
  readonly id: string;
  readonly source: string | null;
  /** Reason of the removal; `null` while the record is current. */
  readonly removed: string | null;
  readonly values: Values;
}

/** Where the records of this store came from. */
export interface Origins {
  /** Current records by creating node and ledger; the key `''` stands for this node. */
  counts(): Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Records of a ledger in the order of their ids, removed ones too. */
  rows(ledger: string, caller: Caller): Iterable<OriginRow>;
}

/** An answer to a case; ids are made by the client, so that a retry is harmless. */
interface ReplyRequest extends Reply {
  readonly ledger: string;
  readonly id: string;
  readonly replyId: string;
  readonly writeId: string;
  readonly caller: Caller;
}

/** Answers of the office above to cases handed up to it (decision 0011). */
export interface CaseReplies {
  /** Answers to a case, oldest first. */
  of(ledger: string, id: string, caller: Caller): readonly CaseReply[];
  /**
   * Answers this office can give to a case now, none when it was answered to the end; `null` when no office below handed it
   * up to here.
   */
  possible(ledger: string, id: string, caller: Caller): readonly ReplyKind[] | null;
  /** Cases that wait for an answer of this office, with the node that brought each. */
  waiting(caller: Caller): readonly (HandedUp & { readonly source: string })[];
  /** Answers a case; what is written goes down with the next answer. */
  answer(request: ReplyRequest): WriteOutcome;
}

/**
 * How many there are of a ledger. A caller who may not open sensitive ledgers is not told theirs: a number opens the rows
 * that make it (DESIGN law 10), and those rows are not his.
 */
interface LedgerCount {
  /** Empty: of no ledger this version knows. */
  readonly ledger: string;
  readonly count: number;
}

/**
 * The store's side of the exchange between nodes: `SyncNode` with every answer at once, and what the windows and `zw`
 * show of it.
 */
export interface SyncStore extends SyncNode {
  /** Id of this node; `self` before enrolment. */
  readonly node: string;
  readonly documents: Prompt<SyncNode['documents']>;
  readonly outgoing: Prompt<SyncNode['outgoing']>;
  readonly incoming: Prompt<SyncNode['incoming']>;
  readonly receipts: Prompt<SyncNode['receipts']>;
  readonly files: Prompt<NodeFiles>;
  /** `outgoing.preview` in slices, between two of which other calls may come. */
  previewSteps(selection: Selection): Generator<Progress, Preview, undefined>;
  /**
   * What is not yet written for a peer, and what is on its way to it: records for the parent, changes for a child. Costs
   * by what changed since the last package, not by rows.
   */
  waiting(peer: string): { readonly pending: number; readonly carried: number };
  readonly states: {
    /** State of each record for the parent; records that only came from it are left out. No value of theirs is told. */
    of(ledger: string, ids: readonly string[]): Readonly<Record<string, RowState>>;
    /** Records the parent has not acknowledged in their present form. */
    pending(): number;
    returned(caller: Caller): readonly ReturnedEntry[];
    /** How many of a peer, or of all. */
    returnedCounts(caller: Caller, peer?: string): readonly LedgerCount[];
    /** Our rows the parent also has from another unit. */
    duplicates(caller: Caller): readonly (RecordTitle & {
      readonly otherId: string;
      readonly otherUnit: { readonly code: string; readonly name: string };
    })[];
    /** Packages to the parent without a receipt, oldest first: the caller counts working days from `at`. */
    unanswered(): readonly { readonly digest: string; readonly file: string; readonly at: string }[];
  };
  readonly conflicts: {
    /** Newest first; without `all` only open ones. */
    list(of: { readonly all: boolean; readonly limit: number }, caller: Caller): readonly Conflict[];
    /** One of them, open or settled; `null` when there is none. */
    find(no: number, caller: Caller): Conflict | null;
    /** Open ones. */
    counts(caller: Caller): readonly LedgerCount[];
    /** Settles a conflict by an ordinary change, or by none when what stands is chosen. */
    resolve(
      no: number,
      choice: 'kept' | 'other' | { readonly value: Value },
      request: { readonly writeId: string; readonly caller: Caller },
    ): WriteOutcome;
  };
  readonly quarantine: {
    list(limit: number, caller: Caller): readonly QuarantinedRow[];
    counts(caller: Caller): readonly (LedgerCount & Pick<QuarantinedRow, 'isSensitive'>)[];
    /** Tries all rows again; of those the caller may open, `left` still wait. */
    retry(caller: Caller): { readonly taken: number; readonly left: number };
    /** Gives a waiting row corrected values (fields of the ledger) and tries it again; `false` when it still waits. */
    correct(no: number, values: Values, caller: Caller): boolean;
  };
  readonly twins: {
    list(of: { readonly all: boolean; readonly limit: number }, caller: Caller): readonly Twins[];
    /** One pair, in whatever state; `null` when there is none. */
    find(no: number, caller: Caller): Twins | null;
    /** Open ones. */
    counts(caller: Caller): readonly LedgerCount[];
    /**
     * One record instead of two: `values` go to `keep`, every link to `drop` is turned to `keep`, `drop` is removed with
     * a reason that names it. One batch.
     */
    merge(
      of: { readonly ledger: string; readonly keep: string; readonly drop: string; readonly values?: Values },
      request: { readonly writeId: string; readonly caller: Caller },
    ): WriteOutcome & { readonly batch?: string };
    /**
     * Takes a merge back, wherever it was made: what one made here changed gets its old values, `drop` comes back, and
     * every link that merging turned away from it leads to it again.
     */
    part(no: number, request: { readonly writeId: string; readonly caller: Caller }): WriteOutcome;
    /**
     * They are different things to which two offices gave one number: the younger gets the next, by an ordinary change.
     * `not-found` where they share something else.
     */
    renumber(no: number, request: { readonly writeId: string; readonly caller: Caller }): WriteOutcome;
    /** They are different things, or shall both stand: no longer asked about. */
    keepApart(no: number, caller: Caller): void;
  };
  readonly origins: Origins;
  readonly replies: CaseReplies;
  readonly sticks: {
    list(): readonly Stick[];
    put(stick: Stick): void;
  };
}
