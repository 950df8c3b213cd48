import type { Stored, Value } from '../model/field-kind.ts';
import type { Look, LookPlace, LookQuery } from '../model/looks.ts';
import type { Registry } from '../model/registry.ts';
import type { Finding } from '../model/reasons.ts';
import type { HandedUp, Reply } from '../model/workflow/reply.ts';
import type { Clock } from '../model/sync/clock.ts';
import type { Holding, ReturnedRow, SyncNode } from '../model/sync/sync-node.ts';

/** A unit of the tree: village, town, city. */
export interface Unit {
  readonly code: string;
  readonly name: string;
}

/** Where and how a city is opened. */
export interface CityOptions {
  readonly passphrase: string;
  readonly now: () => Date;
  /** Default: the product's. */
  readonly registry?: Registry;
  /** Connections at most; towns taken in at the same time need one each. Default 8. */
  readonly connections?: number;
}

/** A city that is made. */
export interface InitOptions extends CityOptions {
  readonly unit: Unit;
  /** Id of this node in clocks; default: unit code and a random part. */
  readonly node?: string;
  readonly isPractice?: boolean;
  /** scrypt cost, a power of two from 1024; default 2^17. */
  readonly kdfCost?: number;
}

/** Why a city cannot be opened or made. */
export type CityProblem =
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'not-a-city' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'wrong-passphrase' }
  /** The tables were made by a newer version of the product. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'not-utf8'; readonly detail: string };

export type CityOutcome =
  { readonly ok: true; readonly city: PostgresCity } | { readonly ok: false; readonly problem: CityProblem };

export interface TownStatus {
  readonly code: string;
  readonly name: string;
  /** Current rows by ledger, ledgers without rows left out. */
  readonly rows: Readonly<Record<string, number>>;
  readonly lineages: readonly {
    readonly id: string;
    readonly holds: Holding['holds'];
    readonly missing: Holding['missing'];
  }[];
}

export interface DumpedRow {
  readonly town: string;
  readonly id: string;
  /** Reason of the removal; `null` while the record is current. */
  readonly removed: string | null;
  /** Stored values of the filled fields, in the order of the definition; then fields this version does not know. */
  readonly values: Readonly<Record<string, Stored>>;
}

/** A value that took part in a lost race. */
export interface ConflictSide {
  readonly value: Stored;
  readonly clock: Clock;
  readonly author: string;
}

/**
 * A field that got two values, or a removal that met edits (field `$removed`, see `removalRace`), neither side knowing
 * the other.
 */
interface Conflict {
  readonly no: number;
  readonly town: string;
  readonly ledger: string;
  readonly id: string;
  readonly field: string;
  readonly kept: ConflictSide;
  readonly lost: ConflictSide;
  readonly at: string;
}

/** What is to stand after a conflict: what stands now, the other value, or a third one. */
export type Choice = 'kept' | 'other' | { readonly value: Value };

export interface Inbox {
  readonly quarantine: readonly (ReturnedRow & {
    readonly town: string;
    readonly at: string;
    readonly arrival: number;
  })[];
  readonly duplicates: readonly {
    readonly ledger: string;
    readonly town: string;
    readonly id: string;
    readonly otherTown: string;
    readonly otherId: string;
  }[];
  readonly conflicts: readonly Conflict[];
  /** Rows of ours that a child sent back, by the newest receipt of each. */
  readonly returned: readonly (ReturnedRow & { readonly peer: string })[];
}

/** A change made at the city itself. */
export interface Correction {
  readonly ledger: string;
  /** Town whose record it is; the city's own unit code for records that go to every town. */
  readonly town: string;
  /** A record that is not there is created. */
  readonly id: string;
  /** Stored values; `null` empties. */
  readonly values: Readonly<Record<string, Stored>>;
  /** Removes the record for this reason, or brings it back (`null`). */
  readonly removal?: { readonly reason: string | null };
  readonly author: string;
}

/** An answer to a case a town handed up; `replyId` is made by the client, so that a retry is noticed. */
export interface CaseAnswer extends Omit<Reply, 'by'> {
  readonly ledger: string;
  readonly town: string;
  readonly id: string;
  readonly replyId: string;
  /** Person who answers. */
  readonly author: string;
}

export type CorrectionOutcome =
  | { readonly ok: true; readonly position: number }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Who asks at the city: id and name go into the log of looks. */
export interface Asker {
  readonly user: string;
  readonly name: string;
  /** May open sensitive ledgers; default true. */
  readonly seesSensitive?: boolean;
}

/** A look at a record of a town; `town` and `record` empty: all of the ledger at once. */
export interface CityLook extends Omit<Look, 'title' | 'field'> {
  readonly town: string;
}

/** What a city can do beyond what every node can. */
export interface CityExtras {
  /** Says which unit a child node belongs to; called when its certificate is issued, before its first package. */
  enrol(child: { readonly node: string; readonly unit: Unit }): Promise<void>;
  status(): Promise<{ readonly towns: readonly TownStatus[] }>;
  /**
   * Rows in the order of town and id.
   *
   * `asker`, here and below: who is shown the answer. What sensitive ledgers hold is left out for who may not open them, and
   * written down before it is shown to the others (DESIGN law 9). Left out where the program reckons for itself, which throws
   * when it would be shown a record of such a ledger.
   */
  dump(ledger: string, town?: string, asker?: Asker): AsyncIterable<DumpedRow>;
  inbox(asker?: Asker): Promise<Inbox>;
  correct(correction: Correction): Promise<CorrectionOutcome>;
  /** Settles a conflict by a correction, which goes down; `null` when there is none of this number. */
  resolve(no: number, choice: Choice, asker: Asker): Promise<CorrectionOutcome | null>;
  /** Cases handed up that wait for an answer, of one town or of all. */
  waiting(town?: string, asker?: Asker): Promise<readonly (HandedUp & { readonly town: string })[]>;
  /** The log of looks, newest first; reading it is a look, as in a town (`LookLog`). */
  looks(
    query: LookQuery,
    asker: Asker,
  ): Promise<{ readonly looks: readonly CityLook[]; readonly next: LookPlace | null }>;
  /** Answers a case that was handed up (decision 0011); the answer goes down with the next one. */
  answerCase(answer: CaseAnswer): Promise<CorrectionOutcome>;
  close(): Promise<void>;
}

/** A city on PostgreSQL. */
export interface PostgresCity extends SyncNode, CityExtras {
  /** Id of this node in clocks. */
  readonly node: string;
}
