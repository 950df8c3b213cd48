import type { Stored } from '../../model/field-kind.ts';
import { type Clock, isLater } from '../../model/sync/clock.ts';
import { clockOf } from '../../model/sync/lines.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';

/** Clock before every other: of a value nobody has written. */
export const NEVER: Clock = [0, ''];

/** Two states of one record as one: every value, and the removal, by the later clock. */
export function mergedRecords(a: SyncRecord, b: SyncRecord): SyncRecord {
  const base = baseOf(a, b);
  const values: Record<string, Stored> = {};
  const clocks: Record<string, Clock> = {};
  const names = new Set([a, b].flatMap((one) => [...Object.keys(one.values), ...Object.keys(one.clocks)]));
  const isWhole = a.isWhole || b.isWhole;
  for (const name of names) {
    const [first, second] = [stateOf(a, name), stateOf(b, name)];
    const { value, clock } = overrules(second, first) ? second : first;
    if (value !== null || !isWhole) values[name] = value;
    // An emptied field of a whole row is named among the clocks only.
    if (!isSame(clock, base) || (isWhole && value === null)) clocks[name] = clock;
  }
  const later = isLater(newestOf(b), newestOf(a)) ? b : a;
  return {
    ledger: a.ledger,
    revision: Math.max(a.revision, b.revision),
    id: a.id,
    isWhole,
    values,
    clock: base,
    clocks,
    removal: laterRemoval(a.removal, b.removal),
    author: later.author,
  };
}

const isSame = (a: Clock, b: Clock): boolean => a[0] === b[0] && a[1] === b[1];

/** Clock of what is not named: that of the whole state, of the later one when both are. */
function baseOf(a: SyncRecord, b: SyncRecord): Clock {
  if (a.isWhole !== b.isWhole) return a.isWhole ? a.clock : b.clock;
  return isLater(b.clock, a.clock) ? b.clock : a.clock;
}

/** Value and clock of a field. One that is not named has no clock: whatever comes for it is later. */
export function stateOf(record: SyncRecord, name: string): State {
  const value = record.values[name];
  if (value === undefined && !(record.isWhole && name in record.clocks)) return { value: null, clock: NEVER };
  return { value: value ?? null, clock: clockOf(record, name) };
}

function laterRemoval(a: SyncRecord['removal'], b: SyncRecord['removal']): SyncRecord['removal'] {
  if (a === null || b === null) return a ?? b;
  return overrules({ value: b.reason, clock: b.clock }, { value: a.reason, clock: a.clock }) ? b : a;
}

interface State {
  readonly value: Stored;
  readonly clock: Clock;
}

/** Equal clocks with two values exist after a copied file ran twice: the greater value, as JSON, wins everywhere. */
export function overrules(arriving: State, standing: State): boolean {
  if (!isSame(arriving.clock, standing.clock)) return isLater(arriving.clock, standing.clock);
  return JSON.stringify(arriving.value) > JSON.stringify(standing.value);
}

/** Latest clock in a record. */
export function newestOf(record: SyncRecord): Clock {
  const own = Object.keys(record.values).map((name) => clockOf(record, name));
  const all = [
    ...own,
    ...(record.isWhole ? [record.clock, ...Object.values(record.clocks)] : []),
    ...(record.removal === null ? [] : [record.removal.clock]),
  ];
  return all.reduce((top, clock) => (isLater(clock, top) ? clock : top), NEVER);
}
