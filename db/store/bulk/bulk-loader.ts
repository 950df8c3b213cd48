import type { BulkLoader } from '../api.ts';
import { createDigest } from '../changelog/chain.ts';
import type { NewChange } from '../changelog/change-log.ts';
import { planAdditions } from '../migrate/plan.ts';
import { systemIndexes } from '../migrate/system-tables.ts';
import type { Connection } from '../open/connection.ts';
import type { Session } from '../open/session.ts';
import { tableOf, type Core } from '../repository/core.ts';
import { drained, guardedSteps, type Steps } from '../steps.ts';
import { buildSearchSteps } from '../search/build-search.ts';

/** Rows in one transaction. */
const CHUNK = 50_000;
/** Who entered the generated rows. */
const generator = { user: 'practice', name: '练习数据生成' } as const;

type Rows = Parameters<BulkLoader['add']>[1];

/**
 * Loads generated towns. While loading, the file has no journal, no secondary indexes and no search index, and is
 * marked `loading`: a crash leaves a file that `openStore` refuses, to be made anew. Therefore practice files only.
 */
export function bulkLoader(session: Session): BulkLoader {
  const { core } = session;
  let isLoading = false;
  let inTransaction = 0;
  const commit = (): void => {
    if (inTransaction > 0) core.connection.raw.exec('COMMIT');
    inTransaction = 0;
  };
  function* finishSteps(): Steps<void> {
    if (!isLoading) return;
    commit();
    yield* finishLoading(session);
    isLoading = false;
  }
  return {
    add: (ledger, rows) => {
      if (!session.info.practice) throw new Error('bulk loading is for practice files only');
      if (!isLoading) startLoading(core.connection);
      isLoading = true;
      for (let from = 0; from < rows.length; from += CHUNK) {
        const chunk = rows.slice(from, from + CHUNK);
        if (inTransaction === 0) core.connection.raw.exec('BEGIN');
        addChunk(core, ledger, chunk);
        inTransaction += chunk.length;
        if (inTransaction >= CHUNK) commit();
      }
    },
    finish: (onProgress) => {
      drained(finishSteps(), ({ done, total }) => {
        onProgress?.(done, total);
        return true;
      });
    },
    finishSteps: () => guardedSteps(finishSteps()),
  };
}

function addChunk(core: Core, ledger: string, rows: Rows): void {
  const table = tableOf(core, ledger);
  const last = rows.at(-1);
  if (last === undefined) return;
  const changes = rows.map((row): NewChange => {
    const rid = table.insert({ id: row.id, at: row.at, batch: null, extra: null }, row.values);
    return {
      ledger: { no: table.no, id: ledger },
      rid,
      record: row.id,
      version: 1,
      op: 'create',
      fields: null,
      digest: createDigest(ledger, row.id, table.digestColumns(row.values, null)),
      reason: null,
      undoes: null,
    };
  });
  const at = core.log.clock.nextAfter(Date.parse(last.at));
  const { confirm } = core.log.append({
    writeId: core.randomId(),
    caller: generator,
    batch: null,
    at,
    changes,
    unchanged: [],
  });
  confirm();
  core.connection.run(
    'UPDATE ledger SET current = current + ?, everything = everything + ? WHERE no = ?',
    rows.length,
    rows.length,
    table.no,
  );
}

function startLoading(connection: Connection): void {
  connection.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('loading', '1')");
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.pragma('journal_mode=OFF');
  connection.pragma('synchronous=OFF');
  connection.pragma('secure_delete=OFF');
  // Generated people are no secret, and sorting millions of keys in memory would need a gigabyte.
  connection.pragma('temp_store=FILE');
  const own = new Set(
    systemIndexes.filter((index) => index.name !== 'change_log_record').map((index) => index.name),
  );
  const indexes = connection.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
  for (const { name } of indexes)
    if (!own.has(String(name))) connection.raw.exec(`DROP INDEX ${String(name)}`);
}

function* finishLoading({ core }: Session): Steps<void> {
  const { connection } = core;
  const tables = [...core.tables.values()];
  const ledgers = tables.map((table) => table.ledger);
  const rows = connection.number('SELECT sum(current) FROM ledger') ?? 0;
  const missing = planAdditions(connection, ledgers).statements;
  // An index over a million rows costs about as much as a fifth of the search index; the share only moves a bar.
  const share = Math.ceil(rows / 4 / Math.max(missing.length, 1));
  const total = rows + share * missing.length;
  for (const [i, sql] of missing.entries()) {
    yield { done: share * i, total };
    connection.raw.exec(sql);
  }
  for (const done of buildSearchSteps(connection, tables))
    yield { done: share * missing.length + done, total };
  analyse(connection);
  connection.pragma('temp_store=MEMORY');
  connection.pragma('secure_delete=ON');
  connection.pragma('journal_mode=WAL');
  connection.pragma('synchronous=FULL');
  connection.run("DELETE FROM meta WHERE key = 'loading'");
  connection.pragma('wal_checkpoint(TRUNCATE)');
  for (const _block of core.columns.settleSteps(tables)) yield { done: total, total };
  core.lists.forgetAll();
  core.titles.forgetAll();
  core.committed();
  yield { done: total, total };
}

/**
 * Lets the planner know how many rows there are. One `ANALYZE` of the whole file, because `PRAGMA optimize` reads all
 * statistics anew after every table: four seconds with 200 tables, whatever the size of the town. What it says of indexes
 * without rows is taken out again, as `optimize` says nothing of them: a later row would be planned for as if there were none.
 */
function analyse(connection: Connection): void {
  connection.raw.exec('ANALYZE');
  connection.run("DELETE FROM sqlite_stat1 WHERE stat GLOB '0 *'");
  connection.raw.exec('ANALYZE sqlite_schema');
}
