import type { Stored } from '../../model/field-kind.ts';
import { type Clock, isLater } from '../../model/sync/clock.ts';
import { clockOf, recordLine, sectionLine } from '../../model/sync/lines.ts';
import { removedField } from '../../model/sync/removal-race.ts';
import type { Preview, Round, Selection, SyncNode } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { type Core, townOf, unitOf } from '../core.ts';
import { rowOf, rowsOf, type Session } from '../database.ts';
import { NEVER } from '../ingest/record-merge.ts';
import { recordOfRow } from '../ingest/rebuilt-record.ts';
import type { StagedRow } from '../ingest/staging.ts';
import { cursorRows } from '../read/cursor-rows.ts';
import { filesHere } from '../registers/files.ts';
import { townTable } from '../schema/ledger-tables.ts';
import type { CityTable } from '../schema/city-table.ts';

/** Bytes of a chunk of lines. */
const CHUNK_CHARACTERS = 4 * 1024 * 1024;
/** Changed records read at a time. */
const PAGE_ROWS = 2000;

type Down = Pick<SyncNode['outgoing'], 'preview' | 'lines' | 'giveBack'>;

/** What goes down: the city's own changes, and to a restored child what the city holds of it beyond its backup. */
export function downLines(core: Core): Down {
  return {
    preview: (selection) => previewOf(core, selection),
    lines: (selection) => chunks(linesOf(core, selection)),
    giveBack: (peer, after, isSensitive) => chunks(giveBackLines(core, { peer, after, isSensitive })),
  };
}

/** What the city changed of one record since the basis. */
interface Changed {
  readonly town: string;
  readonly id: string;
  readonly is_creation: boolean;
  readonly fields: readonly string[];
}

const changedSql = `SELECT town, id, bool_or(is_creation) AS is_creation, array_agg(DISTINCT f) AS fields
  FROM city_change c, unnest(c.fields || '{}'::text[]) f
  WHERE ledger = $1 AND position > $2 AND position <= $3 AND ($4::text[] IS NULL OR town = ANY($4))
  GROUP BY town, id ORDER BY town, id`;

async function changedIn(core: Core, table: CityTable, selection: Selection): Promise<readonly Changed[]> {
  const { after, upTo, except, sensitive, scope } = selection;
  if (table.ledger.sensitive !== sensitive || except === core.node) return [];
  // By its computer, as when its packages come: its card spells the unit's code shorter than the tables do.
  const own = scope === null ? null : await unitOf(core.database.session, scope.node);
  const towns = own === null ? null : [own.code, core.unit.code];
  return rowsOf<Changed>(core.database.session, changedSql, [table.name, after, upTo, towns]);
}

async function* linesOf(core: Core, selection: Selection): AsyncIterable<string> {
  for (const table of core.tables) {
    const changed = await changedIn(core, table, selection);
    if (changed.length > 0) yield sectionOf(table);
    for (let i = 0; i < changed.length; i += PAGE_ROWS) {
      const page = changed.slice(i, i + PAGE_ROWS);
      const recordById = await recordsOf(core.database.session, table, page);
      for (const one of page) {
        const record = recordById.get(`${one.town}/${one.id}`);
        if (record !== undefined)
          yield `${recordLine(one.is_creation ? record : partOf(record, one.fields))}\n`;
      }
    }
  }
}

const sectionOf = ({ ledger }: CityTable): string =>
  `${sectionLine({ ledger: ledger.id, revision: ledger.revision })}\n`;

async function recordsOf(
  session: Session,
  table: CityTable,
  page: readonly Changed[],
): Promise<ReadonlyMap<string, SyncRecord>> {
  const rows = await rowsOf<StagedRow>(
    session,
    `SELECT t.* FROM ${table.relation} t WHERE t._town = ANY($1) AND t.id = ANY($2)`,
    [[...new Set(page.map(({ town }) => town))], page.map(({ id }) => id)],
  );
  return new Map(
    rows.map((row) => [`${String(row['_town'])}/${String(row['id'])}`, recordOfRow(table, row)]),
  );
}

/** The named fields of a whole record, every one with its clock, and its removal where that is named. */
function partOf(record: SyncRecord, fields: readonly string[]): SyncRecord {
  const values: Record<string, Stored> = {};
  const removal = fields.includes(removedField) ? record.removal : null;
  const named = fields.filter((field) => field !== removedField);
  let newest: Clock = NEVER;
  for (const field of named) {
    values[field] = record.values[field] ?? null;
    const clock = clockOf(record, field);
    if (isLater(clock, newest)) newest = clock;
  }
  const clocks = Object.fromEntries(
    named
      .map((field): [string, Clock] => [field, clockOf(record, field)])
      .filter(([, clock]) => clock[0] !== newest[0] || clock[1] !== newest[1]),
  );
  const clock = removal !== null && named.length === 0 ? removal.clock : newest;
  return { ...record, isWhole: false, values, clock, clocks, removal };
}

async function previewOf(core: Core, selection: Selection): Promise<Preview> {
  const ledgers: Record<string, Preview['ledgers'][string]> = {};
  const named = new Set<string>();
  for (const table of core.tables) {
    const changed = await changedIn(core, table, selection);
    if (changed.length === 0) continue;
    const created = changed.filter(({ is_creation }) => is_creation).length;
    const removed = await removedAmong(core.database.session, table, changed);
    for (const hash of await namedFiles(core.database.session, table, changed)) named.add(hash);
    ledgers[table.name] = {
      created,
      changed: changed.length - created - removed,
      removed,
      invalid: 0,
      isSensitive: table.ledger.sensitive,
    };
  }
  return { ledgers, attachments: await filesHere(core.database.session, [...named]) };
}

/** Attachments that changed records name, where the change is about them. */
async function namedFiles(
  session: Session,
  table: CityTable,
  changed: readonly Changed[],
): Promise<readonly string[]> {
  const named: string[] = [];
  for (const { name, field } of table.fields.filter((one) => one.field.kind === 'attachment')) {
    const about = changed.filter(({ is_creation, fields }) => is_creation || fields.includes(name));
    for (const { values } of (await recordsOf(session, table, about)).values()) {
      const value = values[name] ?? null;
      const list = value === null ? null : field.decode(value);
      if (typeof list === 'object' && list !== null) named.push(...list.map(String));
    }
  }
  return named;
}

/** Records the city removed, and did not bring back or create since. */
async function removedAmong(
  session: Session,
  table: CityTable,
  changed: readonly Changed[],
): Promise<number> {
  const removals = changed.filter(({ is_creation, fields }) => !is_creation && fields.includes(removedField));
  const recordById = await recordsOf(session, table, removals);
  return [...recordById.values()].filter(({ removal }) => (removal?.reason ?? null) !== null).length;
}

/**
 * Number of an arrival behind which lies everything the peer sent beyond a round, also what came before that round did;
 * 0 when the round never came.
 */
async function arrivalOf(session: Session, peer: string, after: Round | null): Promise<number> {
  if (after === null) return 0;
  const row = await rowOf<{ known: number | null; beyond: number | null }>(
    session,
    `SELECT max(number) FILTER (WHERE to_round <= $3) AS known, min(number) FILTER (WHERE to_round > $3) AS beyond
     FROM city_arrival WHERE sender = $1 AND series = $2 AND state = 'applied'`,
    [peer, after.series, after.number],
  );
  const known = Number(row?.known ?? 0);
  return row?.beyond === null || row?.beyond === undefined ? known : Math.min(known, Number(row.beyond) - 1);
}

/** Rows as they stand, also where the city has corrected them since: the restored child must end with the same. */
async function* giveBackLines(
  core: Core,
  {
    peer,
    after,
    isSensitive,
  }: { readonly peer: string; readonly after: Round | null; readonly isSensitive: boolean },
): AsyncIterable<string> {
  const { session } = core.database;
  const from = await arrivalOf(session, peer, after);
  const town = await townOf(session, (await unitOf(session, peer)).code);
  if (town === null || !town.isLoaded) return;
  const sent = `_arrival IN (SELECT number FROM city_arrival WHERE sender = $1 AND number > $2)`;
  for (const table of core.tables) {
    if (table.ledger.sensitive !== isSensitive) continue;
    let isFirst = true;
    const part = townTable(table, town.serial, core.layout);
    const source = {
      sql: `SELECT * FROM ${part} WHERE _town = $3 AND ${sent} ORDER BY id`,
      values: [peer, from, town.code],
    };
    for await (const row of cursorRows(core.database, source)) {
      if (isFirst) yield sectionOf(table);
      isFirst = false;
      yield `${recordLine(recordOfRow(table, row))}\n`;
    }
  }
}

async function* chunks(lines: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  let text = '';
  for await (const line of lines) {
    text += line;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}
