import { z } from 'zod';
import { codesLedger } from '../../model/sync/codes-ledger.ts';
import type { CityExtras, DumpedRow, Inbox, TownStatus } from '../api.ts';
import { type Core, loadedTowns, tableOf } from '../core.ts';
import { rowsOf } from '../database.ts';
import { recordOfRow } from '../ingest/rebuilt-record.ts';
import { holdingsOf, type QuarantineRow, standingTwice } from '../registers/incoming.ts';
import { townTable } from '../schema/ledger-tables.ts';
import { cursorRows } from './cursor-rows.ts';

type Overview = Pick<CityExtras, 'status' | 'dump' | 'inbox'>;

/** What a city shows of itself. */
export function overviewOf(core: Core): Overview {
  return {
    status: async () => ({ towns: await townsOf(core) }),
    dump: (ledger, town) => dumped(core, ledger, town ?? null),
    inbox: () => inboxOf(core),
  };
}

async function townsOf(core: Core): Promise<readonly TownStatus[]> {
  const { session } = core.database;
  const towns = await rowsOf<{ code: string; name: string; rows: Record<string, number> | null }>(
    session,
    `SELECT t.code, t.name, jsonb_object_agg(c.ledger, c.rows) FILTER (WHERE c.rows <> 0 AND c.ledger <> $1) AS rows
     FROM city_town t LEFT JOIN city_count c ON c.town = t.code GROUP BY t.code, t.name ORDER BY t.code`,
    [codesLedger],
  );
  const senders = await rowsOf<{ sender: string; town: string }>(
    session,
    'SELECT sender, town FROM city_arrival GROUP BY sender, town ORDER BY min(number)',
  );
  const statuses: TownStatus[] = [];
  for (const { code, name, rows } of towns) {
    const lineages: TownStatus['lineages'][number][] = [];
    for (const { sender } of senders.filter(({ town }) => town === code))
      for (const { series, holds, missing } of await holdingsOf(session, sender))
        lineages.push({ id: series, holds, missing });
    statuses.push({ code, name, rows: rows ?? {}, lineages });
  }
  return statuses;
}

async function* dumped(core: Core, ledger: string, town: string | null): AsyncIterable<DumpedRow> {
  const table = tableOf(core, ledger);
  for (const { code, serial } of await loadedTowns(core.database.session)) {
    if (town !== null && town !== code) continue;
    const part = townTable(table, serial, core.layout);
    const query = { sql: `SELECT * FROM ${part} WHERE _town = $1 ORDER BY id`, values: [code] };
    for await (const row of cursorRows(core.database, query)) {
      const { id, values, removal } = recordOfRow(table, row);
      yield { town: code, id, removed: removal?.reason ?? null, values };
    }
  }
}

const side = z.object({
  value: z.union([z.string(), z.number(), z.null()]),
  clock: z.tuple([z.number(), z.string()]),
  author: z.string(),
});
const returnedShape = z.object({
  returned: z.array(
    z.object({
      ledger: z.string(),
      id: z.string(),
      field: z.string().nullable(),
      reason: z.string(),
      args: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

interface ConflictRow {
  readonly no: number;
  readonly town: string;
  readonly ledger: string;
  readonly id: string;
  readonly field: string;
  readonly kept: unknown;
  readonly lost: unknown;
  readonly at: Date;
}

async function inboxOf(core: Core): Promise<Inbox> {
  const { session } = core.database;
  const quarantine = await rowsOf<QuarantineRow>(
    session,
    'SELECT town, ledger, id, field, reason, args, arrival, at FROM city_quarantine ORDER BY town, ledger, id',
  );
  const conflicts = await rowsOf<ConflictRow>(
    session,
    "SELECT no, town, ledger, id, field, kept, lost, at FROM city_conflict WHERE state = 'open' ORDER BY no",
  );
  const receipts = await rowsOf<{ peer: string; receipt: unknown }>(
    session,
    'SELECT peer, receipt FROM city_peer WHERE receipt IS NOT NULL ORDER BY peer',
  );
  const pairs = await standingTwice(core, null);
  return {
    quarantine: quarantine.map((row) => ({ ...row, at: row.at.toISOString() })),
    duplicates: pairs.map((pair) => ({
      ledger: pair.ledger,
      town: pair.town,
      id: pair.id,
      otherTown: pair.other_town,
      otherId: pair.other_id,
    })),
    conflicts: conflicts.map((row) => ({
      ...row,
      kept: side.parse(row.kept),
      lost: side.parse(row.lost),
      at: row.at.toISOString(),
    })),
    returned: receipts.flatMap(({ peer, receipt }) =>
      returnedShape.parse(receipt).returned.map((row) => ({ ...row, peer })),
    ),
  };
}
