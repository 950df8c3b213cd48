import type { Stored, Value } from '../../model/field-kind.ts';
import type { Clock } from '../../model/sync/clock.ts';
import { clockOf } from '../../model/sync/lines.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';
import type { Taking } from './apply.ts';
import { noteConflict, settleElsewhere, type NotedConflict } from './conflict-notes.ts';
import {
  extraValues,
  isEqual,
  isUnseen,
  overrules,
  unknownField,
  type RecordTouches,
  type Touch,
} from './field-clocks.ts';
import type { ArrivingValues } from './read-values.ts';

/** A field of sets (multi-choice, attachments) changed on both sides: nothing of either is dropped. */
export interface UnionWish {
  readonly ledger: string;
  readonly id: string;
  readonly field: string;
  readonly values: readonly string[];
  /** What to list where they cannot be united: the record is removed. */
  readonly otherwise: NotedConflict;
}

/** What arriving values do to a row. Nothing is written yet; `list` notes the conflicts. */
export interface Settled {
  /** Fields of the ledger that take the arriving value. */
  readonly values: Readonly<Record<string, Value>>;
  /** The same for fields this program does not know. */
  readonly unknown: Readonly<Record<string, Stored>>;
  /** Clock of each of both. */
  readonly clocks: ReadonlyMap<string, Clock>;
  /** Those of `values` and `unknown` that are not what stood there. */
  readonly differing: readonly string[];
  readonly conflicts: number;
  readonly list: () => void;
}

interface Row {
  readonly table: LedgerTable;
  readonly record: SyncRecord;
  readonly values: ArrivingValues;
  readonly kept: Kept;
  readonly touches: RecordTouches;
}

interface Meeting {
  /** Name in the log. */
  readonly field: string;
  readonly arriving: { readonly clock: Clock; readonly value: Stored };
  readonly standing: Stored;
  readonly touch: Touch | null;
}

/** Decides value by value: the later clock stands. What is overruled unseen goes to the conflict list. */
export function settleValues(taking: Taking, row: Row): Settled {
  const { table, record, kept, touches } = row;
  const values: Record<string, Value> = {};
  const unknown: Record<string, Stored> = {};
  const clocks = new Map<string, Clock>();
  const differing: string[] = [];
  const notes: (() => boolean)[] = [];
  const meet = (name: string, field: string, standing: Stored): boolean => {
    const arriving = { clock: clockOf(record, name), value: record.values[name] ?? null };
    // Fields a row was created without say nothing: they have no clock anywhere.
    if (record.isWhole && arriving.value === null && !(name in record.clocks)) return false;
    const touch = touches.of(field, standing);
    const note = conflictIn(taking, row, { field, arriving, standing, touch });
    if (note !== null) notes.push(note);
    if (!overrules(arriving, touch === null ? null : { clock: touch.clock, value: standing })) return false;
    clocks.set(field, arriving.clock);
    if (arriving.value !== standing) differing.push(name);
    return true;
  };
  for (const [name, value] of Object.entries(row.values.known))
    if (meet(name, name, table.encode(name, kept.values[name]))) values[name] = value;
  const extra = extraValues(kept.extra);
  for (const [name, value] of Object.entries(row.values.unknown))
    if (meet(name, unknownField(name), extra[name] ?? null)) unknown[name] = value;
  let conflicts = 0;
  const settled = {
    values,
    unknown,
    clocks,
    differing,
    get conflicts() {
      return conflicts;
    },
    list: () => {
      conflicts = notes.filter((note) => note()).length;
    },
  };
  return settled;
}

/** The note to make when one side of a field overrules the other without having known it; `null` when it had. */
function conflictIn(taking: Taking, row: Row, met: Meeting): (() => boolean) | null {
  const { touch, field } = met;
  // What is worked out was decided by nobody: it follows anew when the package is done.
  if (touch === null || isWorkedOut(row.table, field)) return null;
  const isArrivingLater = overrules(met.arriving, { clock: touch.clock, value: met.standing });
  const kind = kindOf(taking, row, { ...met, touch, isArrivingLater });
  if (kind === 'known') return null;
  if (kind === 'decided') return () => noteDecided(taking, row, field);
  const theirs = { ...met.arriving, author: row.record.author };
  const ours = { value: met.standing, clock: touch.clock, author: touch.author };
  const { ledger, id } = row.record;
  const conflict: NotedConflict = {
    ledger,
    record: id,
    field,
    peer: taking.peer,
    kept: isArrivingLater ? theirs : ours,
    other: isArrivingLater ? ours : theirs,
  };
  const united = unionOf(row, met);
  if (united === null) return () => noteConflict(taking.parts.core, conflict);
  return () => {
    taking.unions.push({ ledger, id, field, values: united, otherwise: conflict });
    return false;
  };
}

const isWorkedOut = ({ ledger }: LedgerTable, field: string): boolean =>
  ledger.fields[field]?.automatic === true && ledger.follows.some(({ fields }) => fields.includes(field));

/** `decided`: whoever sent the later value knew the other. `known`: nothing is overruled, or it is in our history. */
function kindOf(
  taking: Taking,
  row: Row,
  met: Meeting & { readonly touch: Touch; readonly isArrivingLater: boolean },
): 'known' | 'decided' | 'conflict' {
  const { arriving, standing, touch, field } = met;
  const isSame = arriving.value === standing;
  // The same clock is the same change, unless a copied file ran beside its original.
  if (isEqual(arriving.clock, touch.clock)) return isSame ? 'known' : 'conflict';
  if (met.isArrivingLater && !isUnseen(touch, taking.peer, taking.seen)) return 'decided';
  if (isSame || (!met.isArrivingLater && row.touches.knows(field, arriving.clock))) return 'known';
  return 'conflict';
}

/** The sender knew what stands here and changed it: whatever was open about the field is decided. */
function noteDecided(taking: Taking, { record }: Row, field: string): boolean {
  const { ledger, id, author } = record;
  settleElsewhere(taking.parts.core, { ledger, record: id, field, author });
  return false;
}

function unionOf({ table, values, kept }: Row, { field }: Meeting): readonly string[] | null {
  const [ours, theirs] = [kept.values[field], values.known[field]];
  if (table.ledger.fields[field]?.merge !== 'union') return null;
  if (!Array.isArray(ours) || !Array.isArray(theirs)) return null;
  return [...new Set([...ours, ...theirs].map(String))];
}
