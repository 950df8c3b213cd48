import { z } from 'zod';
import type { Values } from '../../model/field-kind.ts';
import { mergeReason } from '../../model/sync/merge-reason.ts';
import { guardedFields } from '../../model/workflow/workflow-spec.ts';
import type { Caller, WriteOutcome } from '../api.ts';
import type { SyncStore, Twins } from '../api/sync.ts';
import type { Row } from '../open/connection.ts';
import type { DraftWrite } from '../repository/draft.ts';
import { isSameKey } from '../repository/twin-keys.ts';
import { firstOutcome, write } from '../repository/write.ts';
import { linksTo } from './links-to.ts';
import { partTwins } from './part-twins.ts';
import { renumber, writtenNumber } from './renumber-twin.ts';
import { titleIn } from './row-states.ts';
import type { SyncParts } from './sync-parts.ts';

const states = z.enum(['open', 'merged', 'apart']);

type Merger = Parameters<SyncStore['twins']['merge']>[0];
type Request = Parameters<SyncStore['twins']['merge']>[1];

/** Records of the same real thing (重复记录), to be merged or kept apart. */
export function twinStore(parts: SyncParts): SyncStore['twins'] {
  const { connection } = parts.core;
  return {
    list: ({ all, limit }, caller) =>
      connection
        .rows(`SELECT * FROM twin ${all ? '' : "WHERE state = 'open'"} ORDER BY no DESC`)
        .map((row) => twinsOf(parts, row, caller))
        .filter((one) => all || one.state === 'open')
        .slice(0, limit),
    find: (no, caller) => {
      const row = connection.row('SELECT * FROM twin WHERE no = ?', no);
      return row === undefined ? null : twinsOf(parts, row, caller);
    },
    counts: () => {
      const open = connection
        .rows("SELECT * FROM twin WHERE state = 'open'")
        .map(pairOf)
        .filter((pair) => stateNow(parts, pair) === 'open');
      return [...Map.groupBy(open, ({ ledger }) => ledger)].map(([ledger, { length }]) => ({
        ledger,
        count: length,
      }));
    },
    merge: (of, request) => merge(parts, of, request),
    part: (no, request) => partTwins(parts, no, request),
    renumber: (no, request) => {
      const row = connection.row('SELECT * FROM twin WHERE no = ?', no);
      const pair = row === undefined ? null : pairOf(row);
      const table = pair === null ? undefined : parts.core.tables.get(pair.ledger);
      const repeated = firstOutcome(connection, request.writeId);
      if (repeated !== null) return { ok: true, records: repeated, repeated: true };
      if (pair === null || table === undefined || numberOf(parts, pair) === null)
        return { ok: false, problem: { code: 'not-found', index: 0 } };
      return renumber(parts, { table, id: pair.younger }, request);
    },
    keepApart: (no) => {
      connection.run("UPDATE twin SET state = 'apart' WHERE no = ?", no);
    },
  };
}

/** A pair as it is noted. */
interface Pair {
  readonly ledger: string;
  readonly older: string;
  readonly younger: string;
  readonly noted: Twins['state'];
}

const pairOf = (row: Row): Pair => ({
  ledger: String(row['ledger']),
  older: String(row['other']),
  younger: String(row['record']),
  noted: states.parse(row['state']),
});

function twinsOf(parts: SyncParts, row: Row, caller: Caller): Twins {
  const pair = pairOf(row);
  const { ledger, older, younger } = pair;
  return {
    no: Number(row['no']),
    ledger,
    older: titleIn(parts, { ledger, id: older }, caller),
    younger: titleIn(parts, { ledger, id: younger }, caller),
    foundAt: String(row['found_at']),
    state: stateNow(parts, pair),
    number: numberOf(parts, pair),
    batch: typeof row['batch'] === 'string' ? row['batch'] : null,
  };
}

/** A pair may have been merged on another node, or stopped being one when a key was corrected. */
function stateNow({ core }: SyncParts, of: Pair): Twins['state'] {
  const table = core.tables.get(of.ledger);
  const [a, b] = [table?.byId(of.older), table?.byId(of.younger)];
  if (table === undefined || a === undefined || a === null || b === undefined || b === null) return of.noted;
  if (a.removedAt !== null || b.removedAt !== null) return 'merged';
  return of.noted === 'open' && !isSameKey(table, a.values, b.values) ? 'apart' : of.noted;
}

/** Field with the number both of an open pair bear; `null` where they share something else. */
function numberOf(parts: SyncParts, pair: Pair): string | null {
  const table = parts.core.tables.get(pair.ledger);
  const younger = table?.byId(pair.younger) ?? null;
  if (table === undefined || younger === null || stateNow(parts, pair) !== 'open') return null;
  return writtenNumber(table, younger.values)?.[0] ?? null;
}

function merge(parts: SyncParts, of: Merger, request: Request): ReturnType<SyncStore['twins']['merge']> {
  const { core } = parts;
  const { caller, writeId } = request;
  const kept = core.tables.get(of.ledger)?.byId(of.keep);
  // Another node may have removed it, or merged it the other way round, since the pair was shown.
  if (kept === null || kept?.removedAt !== null) return { ok: false, problem: { code: 'removed', index: 0 } };
  const { title } = titleIn(parts, { ledger: of.ledger, id: of.keep }, caller);
  const writes: DraftWrite[] = [
    ...turnedLinks(parts, of),
    {
      ledger: of.ledger,
      id: of.drop,
      op: 'remove',
      reason: mergeReason({ title, id: of.keep }, caller.language),
    },
  ];
  // Values for the survivor last: the key is then held by it alone.
  if (of.values !== undefined)
    writes.push({ ledger: of.ledger, id: of.keep, op: 'update', values: takenOver(parts, of) });
  const batch = beginBatch(parts, { ledger: of.ledger, label: title, writeId });
  const outcome: WriteOutcome = write(core, {
    writeId,
    caller,
    checked: true,
    batch,
    allowsTwins: true,
    writes,
  });
  if (!outcome.ok) {
    core.connection.run('DELETE FROM batch WHERE id = ?', batch);
    return outcome;
  }
  core.connection.run(
    "UPDATE twin SET state = 'merged', batch = ? WHERE ledger = ? AND record IN (?, ?) AND other IN (?, ?)",
    batch,
    of.ledger,
    of.keep,
    of.drop,
    of.keep,
    of.drop,
  );
  return { ...outcome, batch };
}

/** Of two cases the one that is kept stands where its own steps left it: what only actions change is not taken over. */
function takenOver({ core }: SyncParts, { ledger, values = {} }: Merger): Values {
  const workflow = core.tables.get(ledger)?.ledger.workflow;
  if (workflow === undefined) return values;
  const guarded = guardedFields(workflow);
  return Object.fromEntries(Object.entries(values).filter(([field]) => !guarded.has(field)));
}

/** The batch is named after the request, so that a repeated request finds its own. */
function beginBatch(
  { core }: SyncParts,
  of: { readonly ledger: string; readonly label: string; readonly writeId: string },
): string {
  const now = core.now().toISOString();
  core.connection.run(
    `INSERT OR IGNORE INTO batch (id, kind, ledger, label, started_at, finished_at, state)
     VALUES (?, 'batch-change', ?, ?, ?, ?, '{}')`,
    `merge-${of.writeId}`,
    of.ledger,
    of.label,
    now,
    now,
  );
  return `merge-${of.writeId}`;
}

/** Every current record that points to the one that goes, pointing to the one that stays. */
function turnedLinks({ core }: SyncParts, of: Merger): readonly DraftWrite[] {
  const turned = new Map<string, DraftWrite>();
  for (const { table, id, field } of linksTo(core, of.ledger, of.drop)) {
    const ledger = table.ledger.id;
    if (ledger === of.ledger && id === of.drop) continue;
    const key = `${ledger} ${id}`;
    const values = { ...turned.get(key)?.values, [field]: of.keep };
    turned.set(key, { ledger, id, op: 'update', values });
  }
  return [...turned.values()];
}
