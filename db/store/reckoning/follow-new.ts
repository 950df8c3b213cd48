import type { Caller, OpeningProgress } from '../api.ts';
import type { Core } from '../repository/core.ts';
import { Followers } from '../repository/follow.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { write } from '../repository/write.ts';
import type { Steps } from '../steps.ts';
import { reckoned, writesOf } from './reckoned.ts';

/** Records written in one transaction. */
const CHUNK = 50;

const program: Caller = { user: '@program', name: '程序升级', language: 'zh', seesMasked: true };

/**
 * Works out, for the records that are there, fields a new revision of their ledger lets follow from parts: without it they
 * would say nothing until each is saved again. `earlier`: revisions the file had.
 */
export function* followNewSteps(
  core: Core,
  earlier: ReadonlyMap<string, number>,
): Steps<void, OpeningProgress> {
  for (const table of core.tables.values()) {
    const fields = newlyFollowed(table, earlier.get(table.ledger.id));
    if (fields.size > 0) yield* followIn(core, table, fields);
  }
}

function newlyFollowed({ ledger }: LedgerTable, revision = ledger.revision): ReadonlySet<string> {
  const followed = ledger.follows.flatMap(({ fields }) => fields);
  return new Set(followed.filter((name) => (ledger.fields[name]?.since ?? 1) > revision));
}

function* followIn(
  core: Core,
  table: LedgerTable,
  fields: ReadonlySet<string>,
): Steps<void, OpeningProgress> {
  const { id, revision } = table.ledger;
  const rids = core.connection.rows(`SELECT rid FROM ${id} WHERE removed_at IS NULL ORDER BY rid`);
  const followers = new Followers(core);
  const total = rids.length;
  for (let from = 0; from < total; from += CHUNK) {
    yield { phase: 'following', done: from, total };
    const writes = rids
      .slice(from, from + CHUNK)
      .flatMap((row) => writesOf(reckoned(followers, { table, rid: Number(row['rid']) })))
      .filter(({ values = {} }) => Object.keys(values).some((name) => fields.has(name)));
    if (writes.length === 0) continue;
    const writeId = `follow/${id}/${String(revision)}/${core.log.state.lineage}/${String(from)}`;
    // What follows is worked out, not edited: also in what a case keeps as it was handed in.
    const outcome = write(core, { writeId, caller: program, writes, checked: true, acts: true });
    if (!outcome.ok) throw new Error(`${id} could not be made to follow: ${outcome.problem.code}`);
  }
  if (total > 0) yield { phase: 'following', done: total, total };
}
