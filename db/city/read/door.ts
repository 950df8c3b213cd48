import type { LookWay } from '../../model/looks.ts';
import type { Asker, CityExtras, DumpedRow } from '../api.ts';
import type { Core } from '../core.ts';
import { rowOf, run } from '../database.ts';
import { lookPage } from './look-log.ts';

/** What shows records of the towns. */
type Watched = Pick<CityExtras, 'dump' | 'inbox' | 'waiting' | 'resolve' | 'looks'>;

/** Looks written down by one statement, before the rows go out. */
const BATCH = 500;

/** One record of a town. */
interface Of {
  readonly town: string;
  readonly ledger: string;
  readonly id: string;
}

/**
 * The one door to sensitive ledgers at a city, as `db/store/audit/door.ts` is in a town: who may not open them is answered as
 * if there were nothing in them, and what the others are shown is written down before it is shown. Counts are no looks.
 */
export function behindDoor(core: Core, city: Omit<Watched, 'looks'>): Watched {
  const looks = new CityLooks(core);
  return {
    dump: (ledger, town, asker) => watchedDump(looks, { ledger, asker }, () => city.dump(ledger, town)),
    inbox: async (asker) => {
      const { quarantine, duplicates, conflicts, returned } = await city.inbox();
      const shown = {
        quarantine: quarantine.filter(({ ledger }) => looks.mayOpen(ledger, asker)),
        duplicates: duplicates.filter(({ ledger }) => looks.mayOpen(ledger, asker)),
        conflicts: conflicts.filter(({ ledger }) => looks.mayOpen(ledger, asker)),
        returned: returned.filter(({ ledger }) => looks.mayOpen(ledger, asker)),
      };
      await looks.note(shown.quarantine, 'returned', asker);
      const pairs = shown.duplicates.flatMap((pair) => [
        pair,
        { ledger: pair.ledger, town: pair.otherTown, id: pair.otherId },
      ]);
      await looks.note(pairs, 'twin', asker);
      await looks.note(shown.conflicts, 'conflict', asker);
      const back = shown.returned.map(({ ledger, id }) => ({ ledger, id, town: core.unit.code }));
      await looks.note(back, 'returned', asker);
      return shown;
    },
    waiting: async (town, asker) => {
      const cases = (await city.waiting(town)).filter(({ ledger }) => looks.mayOpen(ledger, asker));
      await looks.note(cases, 'list', asker);
      return cases;
    },
    resolve: async (no, choice, asker) => {
      const sql = 'SELECT ledger FROM city_conflict WHERE no = $1';
      const conflict = await rowOf<{ ledger: string }>(core.database.session, sql, [no]);
      return conflict !== null && !looks.mayOpen(conflict.ledger, asker)
        ? null
        : city.resolve(no, choice, asker);
    },
    looks: async (query, asker) => {
      const closed = looks.sensitive.filter((ledger) => !looks.mayOpen(ledger, asker));
      const page = await lookPage(core, query, closed);
      const ledgers = [...new Set(page.looks.map(({ ledger }) => ledger))];
      await looks.note(
        ledgers.map((ledger) => ({ ledger, town: '', id: query.record ?? '' })),
        'log',
        asker,
      );
      return page;
    },
  };
}

async function* watchedDump(
  looks: CityLooks,
  { ledger, asker }: { readonly ledger: string; readonly asker: Asker | undefined },
  rows: () => AsyncIterable<DumpedRow>,
): AsyncIterable<DumpedRow> {
  if (!looks.mayOpen(ledger, asker)) return;
  let batch: DumpedRow[] = [];
  for await (const row of rows()) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    await looks.note(ofRows(ledger, batch), 'list', asker);
    yield* batch;
    batch = [];
  }
  await looks.note(ofRows(ledger, batch), 'list', asker);
  yield* batch;
}

const ofRows = (ledger: string, rows: readonly DumpedRow[]): readonly Of[] =>
  rows.map(({ town, id }) => ({ ledger, town, id }));

/** Who may open sensitive ledgers, and the log of what they were shown. */
class CityLooks {
  readonly #core: Core;
  readonly sensitive: readonly string[];

  constructor(core: Core) {
    this.#core = core;
    this.sensitive = core.registry.ledgers.filter((ledger) => ledger.sensitive).map(({ id }) => id);
  }

  /** @throws where nobody is named who would be shown a sensitive ledger. */
  mayOpen(ledger: string, asker: Asker | undefined): boolean {
    if (!this.sensitive.includes(ledger)) return true;
    if (asker === undefined) throw new Error(`${ledger} is sensitive and read in nobody's name`);
    return asker.seesSensitive !== false;
  }

  /** Writes down, durably, that these records were shown; nothing for ordinary ledgers. */
  async note(shown: readonly Of[], way: LookWay, asker: Asker | undefined): Promise<void> {
    const seen = shown.filter(({ ledger }) => this.sensitive.includes(ledger));
    if (asker === undefined || seen.length === 0) return;
    await run(
      this.#core.database.session,
      `INSERT INTO city_look (at, person, name, way, town, ledger, id)
       SELECT $1::timestamptz, $2::text, $3::text, $4::text, * FROM unnest($5::text[], $6::text[], $7::text[])`,
      [
        this.#core.now().toISOString(),
        asker.user,
        asker.name,
        way,
        seen.map(({ town }) => town),
        seen.map(({ ledger }) => ledger),
        seen.map(({ id }) => id),
      ],
    );
  }
}
