import { z } from 'zod';
import type { Stored } from '../../model/field-kind.ts';
import { sortedSet } from '../../model/fields/sorted-set.ts';
import { type Clock, isLater } from '../../model/sync/clock.ts';
import { clockOf } from '../../model/sync/lines.ts';
import { removalRace, removedField } from '../../model/sync/removal-race.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { ConflictSide } from '../api.ts';
import { literal, rowsOf, run, type Session } from '../database.ts';
import type { CityTable } from '../schema/city-table.ts';
import { NEVER, newestOf, overrules, stateOf } from './record-merge.ts';
import { recordOfRow, recordOfStaged } from './rebuilt-record.ts';
import { type StagedRow, stagingTable } from './staging.ts';

/** A set changed on both sides: a change of the city's own makes it the union. */
export interface UnionWish {
  readonly table: CityTable;
  readonly id: string;
  readonly field: string;
  readonly value: string;
  readonly author: string;
}

/** A field the city changed. */
interface OwnTouch {
  /** Clock of the value the first of these changes replaced. */
  readonly overruled: Clock;
  /** Who made the last of them. */
  readonly author: string;
}
/** By field; `removedField` when the city removed the record or brought it back. */
type Touched = ReadonlyMap<string, OwnTouch>;
/** Changes the sender had not seen: ledger → id → fields. */
type UnseenChanges = ReadonlyMap<string, ReadonlyMap<string, Touched>>;

/** Changes the city made to a town's records after a position of its log. */
export async function unseenChanges(session: Session, town: string, after: number): Promise<UnseenChanges> {
  const rows = await rowsOf<ChangeRow>(
    session,
    `SELECT ledger, id, fields, overruled, author FROM city_change WHERE town = $1 AND position > $2
     ORDER BY position`,
    [town, after],
  );
  const byLedger = new Map<string, Map<string, Map<string, OwnTouch>>>();
  for (const { ledger, id, fields, overruled, author } of rows) {
    const byId = byLedger.get(ledger) ?? new Map<string, Map<string, OwnTouch>>();
    const byField = byId.get(id) ?? new Map<string, OwnTouch>();
    for (const field of fields)
      byField.set(field, { overruled: byField.get(field)?.overruled ?? overruled[field] ?? NEVER, author });
    byLedger.set(ledger, byId.set(id, byField));
  }
  return byLedger;
}

interface ChangeRow {
  readonly ledger: string;
  readonly id: string;
  readonly fields: readonly string[];
  readonly overruled: Readonly<Record<string, Clock>>;
  readonly author: string;
}

interface Lost {
  readonly id: string;
  readonly field: string;
  readonly kept: ConflictSide;
  readonly lost: ConflictSide;
}

interface Meeting {
  readonly table: CityTable;
  readonly into: string;
  readonly town: string;
  readonly arrival: number;
  readonly at: Date;
}

/** Compares staged rows with unseen changes, before the merge; keeps the losers. */
export async function noteConflicts(
  session: Session,
  of: Meeting,
  changes: ReadonlyMap<string, Touched>,
): Promise<{ readonly conflicts: number; readonly unions: readonly UnionWish[] }> {
  const lost: Lost[] = [];
  const unions: UnionWish[] = [];
  for (const { arriving, ours } of await meetings(session, of, [...changes.keys()])) {
    const { id, author } = arriving;
    const touched = changes.get(id) ?? new Map<string, OwnTouch>();
    for (const [field, touch] of touched) {
      const race = field === removedField ? null : raceOf({ arriving, ours, touch }, field);
      if (race === null) continue;
      const value = unionOf(of.table, field, race);
      if (value === null) lost.push({ id, field, ...race });
      else unions.push({ table: of.table, id, field, value, author });
    }
    const removal = removalRaceOf(arriving, ours, touched);
    if (removal !== null) lost.push({ id, ...removal });
  }
  return { conflicts: await keepLost(session, of, lost), unions };
}

interface Met {
  readonly arriving: SyncRecord;
  readonly ours: SyncRecord;
}

async function meetings(session: Session, of: Meeting, ids: readonly string[]): Promise<readonly Met[]> {
  const staged = await rowsOf<StagedRow>(
    session,
    `SELECT s.* FROM ${stagingTable(of.table)} s WHERE s.id = ANY($1)`,
    [ids],
  );
  const standing = await rowsOf<StagedRow>(
    session,
    `SELECT t.* FROM ${of.into} t WHERE t._town = ${literal(of.town)} AND t.id = ANY($1)`,
    [ids],
  );
  const standingById = new Map(standing.map((row) => [String(row['id']), recordOfRow(of.table, row)]));
  return staged.flatMap((row) => {
    const arriving = recordOfStaged(of.table, row);
    const ours = standingById.get(arriving.id);
    return ours === undefined ? [] : [{ arriving, ours }];
  });
}

/**
 * Both sides of a field that got two values; `null` when the arriving record leaves it alone, agrees, or sends again what
 * the city had replaced.
 */
function raceOf(
  { arriving, ours, touch }: Met & { readonly touch: OwnTouch },
  field: string,
): { readonly kept: ConflictSide; readonly lost: ConflictSide } | null {
  if (!(field in arriving.values) && !(field in arriving.clocks)) return null;
  if (!isLater(clockOf(arriving, field), touch.overruled)) return null;
  const sideOf = (record: SyncRecord, author: string): ConflictSide => {
    const value: Stored = record.values[field] ?? null;
    return { value, clock: clockOf(record, field), author };
  };
  const [theirs, mine] = [sideOf(arriving, arriving.author), sideOf(ours, touch.author)];
  if (theirs.value === mine.value) return null;
  return isLater(theirs.clock, mine.clock) ? { kept: theirs, lost: mine } : { kept: mine, lost: theirs };
}

/** A removal that met edits; either may be the city's. `null` when there is none, or the sender knew. */
function removalRaceOf(arriving: SyncRecord, ours: SyncRecord, touched: Touched): Omit<Lost, 'id'> | null {
  const race = theirRemoval(arriving, ours, touched) ?? ourRemoval(arriving, ours, touched);
  return race && { field: race.field, kept: race.kept, lost: race.other };
}

type Race = ReturnType<typeof removalRace>;

/** The town removed what the city edited. */
function theirRemoval(arriving: SyncRecord, ours: SyncRecord, touched: Touched): Race | null {
  const { removal } = arriving;
  if (removal === null || removal.reason === null || !overrulesRemoval(arriving, ours)) return null;
  const fields = [...touched.keys()].filter((field) => field !== removedField);
  const [field] = fields;
  const touch = touched.get(field ?? '');
  if (field === undefined || touch === undefined) return null;
  return removalRace(
    { reason: removal.reason, clock: removal.clock, author: arriving.author },
    { fields, clock: clockOf(ours, field), author: touch.author },
  );
}

/** The city removed what the town edited. */
function ourRemoval(arriving: SyncRecord, ours: SyncRecord, touched: Touched): Race | null {
  const touch = touched.get(removedField);
  const { removal } = ours;
  if (touch === undefined || removal === null || removal.reason === null) return null;
  if (arriving.removal !== null && overrulesRemoval(arriving, ours)) return null;
  const fields = Object.keys(arriving.values).filter(
    (name) =>
      arriving.values[name] !== (ours.values[name] ?? null) &&
      overrules(stateOf(arriving, name), stateOf(ours, name)),
  );
  if (fields.length === 0) return null;
  return removalRace(
    { reason: removal.reason, clock: removal.clock, author: touch.author },
    { fields, clock: newestOf({ ...arriving, removal: null }), author: arriving.author },
  );
}

function overrulesRemoval({ removal: arriving }: SyncRecord, { removal: ours }: SyncRecord): boolean {
  if (arriving === null) return false;
  if (ours === null) return true;
  return overrules(
    { value: arriving.reason, clock: arriving.clock },
    { value: ours.reason, clock: ours.clock },
  );
}

const setShape = z.array(z.string());

function unionOf(
  table: CityTable,
  field: string,
  race: { readonly kept: ConflictSide; readonly lost: ConflictSide },
): string | null {
  if (table.fieldByName.get(field)?.field.merge !== 'union') return null;
  const { kept, lost } = race;
  if (typeof kept.value !== 'string' || typeof lost.value !== 'string') return null;
  const sets = [kept.value, lost.value].map((text) => setShape.parse(JSON.parse(text)));
  return JSON.stringify(sortedSet(sets.flat()));
}

/** Lists what is not listed yet; tells how many that were. */
async function keepLost(session: Session, of: Meeting, lost: readonly Lost[]): Promise<number> {
  if (lost.length === 0) return 0;
  return run(
    session,
    `INSERT INTO city_conflict (town, ledger, id, field, kept, lost, arrival, at)
     SELECT $2, $3, l.id, l.field, l.kept, l.lost, $4, $5
     FROM jsonb_to_recordset($1) AS l(id text, field text, kept jsonb, lost jsonb)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(lost), of.town, of.table.name, of.arrival, of.at],
  );
}

/**
 * What was open about a field is decided where the sender knew the city's value and wrote a later one: to be called before
 * the merge, like `noteConflicts`.
 */
export async function settleElsewhere(
  session: Session,
  of: Meeting,
  unseen: ReadonlyMap<string, Touched>,
): Promise<void> {
  const open = await rowsOf<{ no: number; id: string; field: string }>(
    session,
    "SELECT no, id, field FROM city_conflict WHERE state = 'open' AND town = $1 AND ledger = $2",
    [of.town, of.table.name],
  );
  if (open.length === 0) return;
  const met = await meetings(session, of, [...new Set(open.map(({ id }) => id))]);
  for (const { no, id, field } of open) {
    if (unseen.get(id)?.has(field) === true) continue;
    const by = met.find(
      ({ arriving, ours }) =>
        arriving.id === id &&
        field in arriving.values &&
        overrules(stateOf(arriving, field), stateOf(ours, field)),
    );
    if (by === undefined) continue;
    await run(
      session,
      "UPDATE city_conflict SET state = 'elsewhere', state_at = $2, state_by = $3 WHERE no = $1",
      [no, of.at, by.arriving.author],
    );
  }
}
