import { refilled } from '../../model/derive/refill.ts';
import type { FollowSpec } from '../../model/follow-spec.ts';
import type { Values } from '../../model/field-kind.ts';
import { tableOf, type Core } from './core.ts';
import type { LedgerTable } from './ledger-table.ts';

/** Parts or rules read for one record at most: a year of daily visits, the rules of a town. */
const MOST_ROWS = 2000;

/** A record whose fields follow a part. */
export interface Whole {
  readonly table: LedgerTable;
  readonly id: string;
}

/** Carries out what ledgers declare with `follows`; see `model/follow-spec.ts`. */
export class Followers {
  readonly #core: Core;
  /** By the ledger of the part. */
  readonly #byPart = new Map<string, { readonly whole: LedgerTable; readonly spec: FollowSpec }[]>();

  constructor(core: Core) {
    this.#core = core;
    for (const whole of core.tables.values())
      for (const spec of whole.ledger.follows)
        this.#byPart.set(spec.part, [...(this.#byPart.get(spec.part) ?? []), { whole, spec }]);
  }

  /** Ledgers whose records are parts, by id, with the fields that link them to what follows. */
  get parts(): ReadonlyMap<string, readonly string[]> {
    return new Map([...this.#byPart].map(([id, all]) => [id, all.map(({ spec }) => spec.link)]));
  }

  /** Records that follow a part with these values. */
  wholesOf(part: LedgerTable, values: Values): readonly Whole[] {
    return (this.#byPart.get(part.ledger.id) ?? []).flatMap(({ whole, spec }) => {
      const id = values[spec.link];
      return typeof id === 'string' ? [{ table: whole, id }] : [];
    });
  }

  /** A record with the fields that follow its parts; filled again, as other fields may follow from those. */
  followed(table: LedgerTable, id: string, values: Values): Values {
    let row = values;
    for (const spec of table.ledger.follows) {
      const part = tableOf(this.#core, spec.part);
      const facts = this.#facts(part, spec, { id, whole: row });
      if (facts.newest !== null || spec.needsParts !== true) row = { ...row, ...spec.values(facts) };
    }
    return row === values ? row : refilled(table.ledger, row, values);
  }

  #facts(
    part: LedgerTable,
    spec: FollowSpec,
    { id, whole }: { readonly id: string; readonly whole: Values },
  ): Parameters<FollowSpec['values']>[0] {
    const { connection } = this.#core;
    const read = (most: number): readonly Values[] =>
      connection
        .rows(
          part.select(
            `WHERE ${spec.link} = ? AND removed_at IS NULL ORDER BY ${spec.newest} DESC, rid DESC LIMIT ?`,
          ),
          id,
          most,
        )
        .map((row) => part.decode(row).values);
    return {
      whole,
      newest: read(1)[0] ?? null,
      parts: () => read(MOST_ROWS),
      rows: (ledger) => {
        if (spec.reads?.includes(ledger) !== true) throw new Error(`follows reads ${ledger} undeclared`);
        const rules = tableOf(this.#core, ledger);
        return connection
          .rows(rules.select('WHERE removed_at IS NULL ORDER BY rid LIMIT ?'), MOST_ROWS)
          .map((row) => rules.decode(row).values);
      },
    };
  }
}

/** True when a new record of this ledger says more than was entered, or another record follows it. */
export const isFollowing = (core: Core, { id, follows }: LedgerTable['ledger']): boolean =>
  follows.some(({ needsParts }) => needsParts !== true) ||
  [...core.tables.values()].some(({ ledger }) => ledger.follows.some(({ part }) => part === id));
