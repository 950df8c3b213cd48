import { z } from 'zod';
import type { Stored } from '../../model/field-kind.ts';
import { sortedSet } from '../../model/fields/sorted-set.ts';
import { type Clock, isLater } from '../../model/sync/clock.ts';
import { clockOf } from '../../model/sync/lines.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { ConflictSide } from '../api.ts';
import { literal, rowsOf, run, type Session } from '../database.ts';
import type { CityTable } from '../schema/city-table.ts';
import { NEVER } from './record-merge.ts';
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

/** Fields the city changed, with the clock of the value it replaced first. */
type Overruled = ReadonlyMap<string, Clock>;
/** Changes the sender had not seen: ledger → id → fields. */
export type UnseenChanges = ReadonlyMap<string, ReadonlyMap<string, Overruled>>;

/** Changes the city made to a town's records after a position of its log. */
export async function unseenChanges(session: Session, town: string, after: number): Promise<UnseenChanges> {
  const rows = await rowsOf<ChangeRow>(
    session,
    'SELECT ledger, id, fields, overruled FROM city_change WHERE town = $1 AND position > $2 ORDER BY position',
    [town, after],
  );
  const byLedger = new Map<string, Map<string, Map<string, Clock>>>();
  for (const { ledger, id, fields, overruled } of rows) {
    const byId = byLedger.get(ledger) ?? new Map<string, Map<string, Clock>>();
    const byField = byId.get(id) ?? new Map<string, Clock>();
    for (const field of fields) if (!byField.has(field)) byField.set(field, overruled[field] ?? NEVER);
    byLedger.set(ledger, byId.set(id, byField));
  }
  return byLedger;
}

interface ChangeRow {
  readonly ledger: string;
  readonly id: string;
  readonly fields: readonly string[];
  readonly overruled: Readonly<Record<string, Clock>>;
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
  changes: ReadonlyMap<string, Overruled>,
): Promise<{ readonly conflicts: number; readonly unions: readonly UnionWish[] }> {
  const ids = [...changes.keys()];
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
  const lost: Lost[] = [];
  const unions: UnionWish[] = [];
  for (const row of staged) {
    const arriving = recordOfStaged(of.table, row);
    const ours = standingById.get(arriving.id);
    if (ours === undefined) continue;
    for (const [field, overruled] of changes.get(arriving.id) ?? []) {
      if (!isLater(clockOf(arriving, field), overruled)) continue;
      const race = raceOf(arriving, ours, field);
      if (race === null) continue;
      const value = unionOf(of.table, field, race);
      if (value === null) lost.push({ id: arriving.id, field, ...race });
      else unions.push({ table: of.table, id: arriving.id, field, value, author: arriving.author });
    }
  }
  await keepLost(session, of, lost);
  return { conflicts: lost.length, unions };
}

/** Both sides of a field that got two values; `null` when the arriving record leaves it alone or agrees. */
function raceOf(
  arriving: SyncRecord,
  ours: SyncRecord,
  field: string,
): { readonly kept: ConflictSide; readonly lost: ConflictSide } | null {
  if (!(field in arriving.values) && !(field in arriving.clocks)) return null;
  const sides = [arriving, ours].map((record): ConflictSide => {
    const value: Stored = record.values[field] ?? null;
    return { value, clock: clockOf(record, field), author: record.author };
  });
  const [theirs, mine] = sides;
  if (theirs === undefined || mine === undefined || theirs.value === mine.value) return null;
  return isLater(theirs.clock, mine.clock) ? { kept: theirs, lost: mine } : { kept: mine, lost: theirs };
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

async function keepLost(session: Session, of: Meeting, lost: readonly Lost[]): Promise<void> {
  if (lost.length === 0) return;
  await run(
    session,
    `INSERT INTO city_conflict (town, ledger, id, field, kept, lost, arrival, at)
     SELECT $2, $3, l.id, l.field, l.kept, l.lost, $4, $5
     FROM jsonb_to_recordset($1) AS l(id text, field text, kept jsonb, lost jsonb)`,
    [JSON.stringify(lost), of.town, of.table.name, of.arrival, of.at],
  );
}
