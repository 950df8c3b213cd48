import { z } from 'zod';
import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { CityTable } from '../schema/city-table.ts';
import type { StagedRow } from './staging.ts';

const clocksShape = z.record(z.string(), z.tuple([z.number(), z.string()]).readonly()).nullable();
const storedShape = z.union([z.string(), z.number(), z.null()]);
const moreShape = z.record(z.string(), storedShape).nullable();

const standingShape = z.object({
  id: z.string(),
  removed_reason: z.string().nullable(),
  _clock_at: z.number(),
  _clock_node: z.string(),
  _removal_at: z.number().nullable(),
  _removal_node: z.string().nullable(),
  _author: z.string(),
  _clocks: clocksShape,
  extra: moreShape,
});

/** A row of a ledger's table as the whole record it stands for. */
export function recordOfRow(table: CityTable, row: StagedRow): SyncRecord {
  const head = standingShape.parse(row);
  const values: Record<string, Stored> = {};
  for (const { name } of table.fields) {
    const value = storedShape.parse(row[name]);
    if (value !== null) values[name] = value;
  }
  const clock: Clock = [head._clock_at, head._clock_node];
  return {
    ledger: table.ledger.id,
    revision: table.ledger.revision,
    id: head.id,
    isWhole: true,
    values: { ...values, ...head.extra },
    clock,
    clocks: head._clocks ?? {},
    removal: removalOf(head._removal_at, head._removal_node, head.removed_reason),
    author: head._author,
  };
}

const stagedShape = z.object({
  id: z.string(),
  whole: z.boolean(),
  given: z.string(),
  clock_at: z.number(),
  clock_node: z.string(),
  author: z.string(),
  removal_at: z.number().nullable(),
  removal_node: z.string().nullable(),
  removal_reason: z.string().nullable(),
  clocks: clocksShape,
  more: moreShape,
});

/** A row of staging as the record it came from. */
export function recordOfStaged(table: CityTable, row: StagedRow): SyncRecord {
  const head = stagedShape.parse(row);
  const values: Record<string, Stored> = {};
  for (const { name, bit } of table.fields) {
    const value = storedShape.parse(row[`f_${name}`]);
    if (value !== null || (!head.whole && head.given[bit] === '1')) values[name] = value;
  }
  return {
    ledger: table.ledger.id,
    revision: table.ledger.revision,
    id: head.id,
    isWhole: head.whole,
    values: { ...values, ...head.more },
    clock: [head.clock_at, head.clock_node],
    clocks: head.clocks ?? {},
    removal: removalOf(head.removal_at, head.removal_node, head.removal_reason),
    author: head.author,
  };
}

function removalOf(at: number | null, node: string | null, reason: string | null): SyncRecord['removal'] {
  return at === null || node === null ? null : { reason, clock: [at, node] };
}

/** Column values of a row by field name, empty ones too. */
export function valuesOfRow(table: CityTable, row: StagedRow): Readonly<Record<string, Stored>> {
  return Object.fromEntries(table.fields.map(({ name }) => [name, storedShape.parse(row[name])]));
}
