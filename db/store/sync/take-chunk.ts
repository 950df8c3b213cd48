import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { words } from '../../model/localized.ts';
import { fault } from '../../model/sync/arriving-row.ts';
import { codesLedger } from '../../model/sync/codes-ledger.ts';
import { ChangeSet } from '../repository/change-set.ts';
import { write } from '../repository/write.ts';
import { takeRecord, type Taken, type Taking } from './apply.ts';
import { takeCode } from './code-records.ts';
import { noteConflict } from './conflict-notes.ts';
import { keepForeign } from './foreign-records.ts';
import { EarlierRows, keepBack, letGo, type Came, type Waiting } from './quarantine.ts';
import { mergesAround, mergesSettled } from './settle-merges.ts';
import { ownNode, type SyncParts } from './sync-parts.ts';
import { newTally, type Tally } from './tally.ts';
import { newest, unitedRecord } from './unite-records.ts';

/** Who our log says wrote what a package brought; the people are named with each change. */
const exchange = { user: '@exchange', name: '数据交换' } as const;
/** Who unites sets that were changed on both sides. */
const uniter = words('合并两处修改', 'Edits of two places united');
/** Clocks at or after this (1 January 2200, UTC) are wrong; followed, they would use up the range of ours. */
const LAST_CLOCK = Date.UTC(2200, 0, 1) * 1024;

interface Chunk {
  readonly came: Came;
  readonly records: readonly SyncRecord[];
  readonly tally: Tally;
  /** The rows in quarantine these records are, in the same order, where they are tried again. */
  readonly waited?: readonly Waiting[];
  /** See `Taking`. */
  readonly hasLinksChecked?: boolean;
}

/** Applies records in one transaction. Rows that cannot be taken are put into quarantine, the others stay. */
export function takeChunk(parts: SyncParts, chunk: Chunk): void {
  const { core } = parts;
  const { came, records, waited, tally } = chunk;
  for (const record of records) {
    const reading = newest(record);
    if (reading < LAST_CLOCK) core.log.clock.observe(reading);
  }
  const done = core.connection.transaction(() => {
    const set = new ChangeSet(core, {
      writeId: core.randomId(),
      caller: exchange,
      batch: null,
      source: came.peer,
    });
    const taking: Taking = {
      parts,
      set,
      peer: came.peer,
      seen: came.seen,
      node: ownNode(parts),
      unions: [],
      linked: new Set(),
      merges: [],
      hasLinksChecked: chunk.hasLinksChecked === true,
    };
    const counted = newTally();
    if (waited === undefined) takeEach(taking, chunk, counted);
    else takeWaited(taking, waited, counted);
    const finished = set.size === 0 ? null : set.finish([]);
    return { finished, counted, unions: taking.unions, merges: taking.merges };
  });
  done.finished?.afterCommit();
  tally.accepted += done.counted.accepted;
  tally.changed += done.counted.changed;
  tally.conflicts += done.counted.conflicts;
  if (records.some((record) => record.ledger === codesLedger)) refreshCodes(parts);
  unite(parts, done.unions);
  settleMerges(parts, done.merges);
  core.committed();
}

/** Takes one record after the other, each together with what of it waits already. */
function takeEach(taking: Taking, { came, records }: Chunk, tally: Tally): void {
  const { core } = taking.parts;
  const earlierRows = new EarlierRows(core, came.peer);
  for (const arriving of records) {
    const earlier = earlierRows.of(arriving);
    const record = earlier === null ? arriving : unitedRecord(earlier.record, arriving);
    const seen = Math.min(came.seen, earlier?.seen ?? came.seen);
    if (!take(taking, { came: { ...came, seen }, record, earlier, tally })) earlierRows.note(record.ledger);
    else if (earlier !== null) letGo(core, earlier.no);
  }
}

/** Tries rows in quarantine again. */
function takeWaited(taking: Taking, waited: readonly Waiting[], tally: Tally): void {
  for (const earlier of waited) {
    const isTaken = take(taking, { came: earlier, record: earlier.record, earlier, tally });
    if (isTaken) letGo(taking.parts.core, earlier.no);
  }
}

/** Takes a record, or keeps it in quarantine; returns whether it was taken. */
function take(
  taking: Taking,
  of: {
    readonly came: Came;
    readonly record: SyncRecord;
    readonly earlier: Waiting | null;
    readonly tally: Tally;
  },
): boolean {
  const { came, record, earlier, tally } = of;
  const taken = takeAny({ ...taking, seen: came.seen }, record, came.isSensitive);
  if (!taken.isTaken) {
    keepBack(taking.parts.core, came, { record, fault: taken.fault, earlier });
    return false;
  }
  tally.accepted += 1;
  if (taken.isChanged) tally.changed += 1;
  tally.conflicts += taken.conflicts;
  return true;
}

function takeAny(taking: Taking, record: SyncRecord, isSensitive: boolean): Taken {
  if (newest(record) >= LAST_CLOCK) return { isTaken: false, fault: fault('clock-ahead') };
  if (record.ledger === codesLedger) return takeCode(taking, record);
  const table = taking.parts.core.tables.get(record.ledger);
  if (table !== undefined) return takeRecord(taking, table, record);
  return { isTaken: true, isChanged: keepForeign(taking, record, isSensitive), conflicts: 0 };
}

function refreshCodes({ core, codes }: SyncParts): void {
  codes.reload();
  core.lists.forgetAll();
  core.titles.forgetAll();
}

/** What merges on both sides come to is taken like what arrives, as our own: it is told to everybody. */
function settleMerges(parts: SyncParts, merges: Taking['merges']): void {
  const found = merges.flatMap(({ ledger, id }) => {
    const table = parts.core.tables.get(ledger);
    return table === undefined ? [] : mergesAround(parts, table, id);
  });
  const seen = new Set<string>();
  for (const merged of found) {
    const key = `${merged.ledger} ${merged.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const records = mergesSettled(parts, merged);
    if (records.length === 0) continue;
    const came = { peer: ownNode(parts), seen: Number.MAX_SAFE_INTEGER, isSensitive: false, arrival: 0 };
    takeChunk(parts, { came, records, tally: newTally() });
  }
}

/** Sets changed on both sides become one by an ordinary change of ours, which travels like any other. */
function unite(parts: SyncParts, unions: Taking['unions']): void {
  const { core } = parts;
  const caller = { user: '@union', name: uniter.zh, language: 'zh', seesMasked: true } as const;
  for (const { ledger, id, field, values, otherwise } of unions) {
    const writes = [{ ledger, id, op: 'update', values: { [field]: values } }] as const;
    const outcome = write(core, { writeId: core.randomId(), caller, checked: true, writes });
    if (!outcome.ok) noteConflict(core, otherwise);
  }
}
