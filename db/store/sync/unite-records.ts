import type { Stored } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { clockOf } from '../../model/sync/lines.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { overrules } from './field-clocks.ts';

/** Two arrivals of one record as one: each value as its later clock says, whole when either is. */
export function unitedRecord(a: SyncRecord, b: SyncRecord): SyncRecord {
  const whole = a.isWhole ? a : b.isWhole ? b : null;
  const newer = newest(b) >= newest(a) ? b : a;
  const clock = whole?.clock ?? newer.clock;
  const values: Record<string, Stored> = {};
  const clocks: Record<string, Clock> = {};
  for (const name of new Set([...Object.keys(a.values), ...Object.keys(b.values)])) {
    const from = later(a, b, name);
    values[name] = from.values[name] ?? null;
    const own = clockOf(from, name);
    if (own[0] !== clock[0] || own[1] !== clock[1]) clocks[name] = own;
  }
  return {
    ledger: a.ledger,
    revision: Math.max(a.revision, b.revision),
    id: a.id,
    isWhole: whole !== null,
    values,
    clock,
    clocks,
    removal: laterRemoval(a.removal, b.removal),
    author: newer.author,
  };
}

function later(a: SyncRecord, b: SyncRecord, name: string): SyncRecord {
  if (!(name in a.values)) return b;
  if (!(name in b.values)) return a;
  const [left, right] = [a, b].map((one) => ({ clock: clockOf(one, name), value: one.values[name] ?? null }));
  return left !== undefined && right !== undefined && overrules(right, left) ? b : a;
}

function laterRemoval(a: SyncRecord['removal'], b: SyncRecord['removal']): SyncRecord['removal'] {
  if (a === null || b === null) return a ?? b;
  const [left, right] = [a, b].map((one) => ({ clock: one.clock, value: one.reason }));
  return left !== undefined && right !== undefined && overrules(right, left) ? b : a;
}

/** Newest reading of any clock of a record. */
export const newest = (record: SyncRecord): number =>
  Math.max(
    record.clock[0],
    record.removal?.clock[0] ?? 0,
    ...Object.values(record.clocks).map(([reading]) => reading),
  );
