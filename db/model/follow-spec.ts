import type { AnyLedger } from './define-ledger.ts';
import type { Values } from './field-kind.ts';

/** What a record that follows its parts is worked out from. */
export interface FollowFacts {
  /** The record itself, as entered. */
  readonly whole: Values;
  /** Its newest current part; `null` when it has none. */
  readonly newest: Values | null;
  /** All its current parts, newest first. */
  readonly parts: () => readonly Values[];
  /** All current rows of one of the ledgers named by `reads`. */
  readonly rows: (ledger: string) => readonly Values[];
}

/**
 * Fields of a record that follow its parts and rules kept as data: the next visit of a person, the total of a sheet. They
 * are written in the same transaction as whatever they follow, and again whenever the record itself is saved. As with
 * `interval.present`, the row simply says what was worked out when it was written: packages carry it as any other value,
 * it is worked out anew for parts that came with one, and a rule changed later counts from the next write on.
 */
export interface FollowSpec<N extends string = string> {
  /** Ledger of the parts. */
  readonly part: string;
  /** Field of a part that links to the whole. An index of the part begins with it, then `newest`. */
  readonly link: string;
  /** Day, instant or number of a part by which the newest is told; of equal ones the one entered last. */
  readonly newest: string;
  /** Fields of the whole that are written; they should be `automatic`. */
  readonly fields: readonly N[];
  /** Without parts the record is left alone: others may enter the fields, and new records cost nothing. */
  readonly needsParts?: boolean;
  /** Small ledgers of rules that are read: some hundred rows, all of them read each time. */
  readonly reads?: readonly string[];
  /** Values of `fields`; pure. */
  readonly values: (facts: FollowFacts) => Values;
}

/** Checks what the types of `FollowSpec` cannot see: the other ledgers. @throws with the ledger named, at start-up. */
export function checkFollows(ledger: AnyLedger, ledgerById: ReadonlyMap<string, AnyLedger>): void {
  for (const follow of ledger.follows) {
    const part = ledgerById.get(follow.part);
    const indexes = part === undefined ? [] : [part.naturalKey, ...part.indexes];
    const claims: readonly (readonly [boolean, string])[] = [
      [part !== undefined, `${follow.part} is no ledger`],
      [part?.fields[follow.link]?.target === ledger.id, `${follow.link} does not link here`],
      [part?.fields[follow.newest]?.storage !== undefined, `${follow.newest} is no field of ${follow.part}`],
      [
        indexes.some(([first, second]) => first === follow.link && second === follow.newest),
        `no index of ${follow.part} begins with ${follow.link}, ${follow.newest}`,
      ],
      ...follow.fields.map((name) => [name in ledger.fields, `${name} is no field`] as const),
      ...(follow.reads ?? []).map((id) => [ledgerById.has(id), `reads ${id}, which is no ledger`] as const),
    ];
    const broken = claims.find(([holds]) => !holds);
    if (broken !== undefined) throw new Error(`ledger ${ledger.id}, follows: ${broken[1]}`);
  }
}
