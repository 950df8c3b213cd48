import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Stored } from '../../../model/field-kind.ts';
import { ledgerOf } from '../../../model/registry.ts';
import type { SyncRecord } from '../../../model/sync/sync-record.ts';
import { psql } from './scratch-server.ts';

/** What the floor works with: psql, the same database, ready files. */
export interface Floor {
  readonly bin: string;
  readonly url: string;
  readonly folder: string;
}

const fieldNames = Object.entries(ledgerOf('person').fields)
  .filter(([, field]) => field.storage !== null)
  .map(([name]) => name);
const heads = [
  '_town',
  'id',
  'created_at',
  'updated_at',
  '_clock_at',
  '_clock_node',
  '_newest_at',
  '_author',
  '_arrival',
] as const;
const columns = [...heads, ...fieldNames.map((name) => `"${name}"`)];

/**
 * Milliseconds psql takes for the same edits with nothing around them: COPY of ready whole rows into a temporary table,
 * one upsert, removals, commit. Same table, same indexes, another town of the same size.
 */
export function upsertFloor(
  floor: Floor,
  {
    town,
    rows,
    edits,
  }: { readonly town: string; readonly rows: readonly SyncRecord[]; readonly edits: readonly SyncRecord[] },
): number {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const upserts = edits
    .filter(({ removal }) => removal === null)
    .map((one) => ({ ...one, values: { ...rowById.get(one.id)?.values, ...one.values } }));
  const removed = edits.filter(({ removal }) => removal !== null);
  const rowsFile = path.join(floor.folder, 'upserts.tsv');
  const removedFile = path.join(floor.folder, 'removed.tsv');
  writeFileSync(rowsFile, upserts.map((one) => lineOf(town, one)).join(''));
  writeFileSync(removedFile, removed.map(({ id }) => `${id}\n`).join(''));
  const sets = columns.slice(2).map((column) => `${column} = excluded.${column}`);
  const script = path.join(floor.folder, 'upsert.sql');
  writeFileSync(
    script,
    `BEGIN;
CREATE TEMP TABLE incoming (LIKE person) ON COMMIT DROP;
ALTER TABLE incoming ALTER version SET DEFAULT 1;
CREATE TEMP TABLE gone (id text) ON COMMIT DROP;
\\copy incoming (${columns.join(', ')}) FROM '${rowsFile}'
\\copy gone FROM '${removedFile}'
INSERT INTO person (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM incoming
  ON CONFLICT (_town, id) DO UPDATE SET ${sets.join(', ')};
UPDATE person SET removed_at = now(), removed_reason = 'x' WHERE _town = '${town}' AND id IN (SELECT id FROM gone);
COMMIT;
`,
  );
  const took_ms = timedScript(floor, script);
  for (const file of [rowsFile, removedFile, script]) rmSync(file);
  return took_ms;
}

/** Writes the file of a town for `loadFloor`. */
export function readyFile(
  floor: Floor,
  { town, rows }: { readonly town: string; readonly rows: readonly SyncRecord[] },
): string {
  const file = path.join(floor.folder, 'load.tsv');
  writeFileSync(file, rows.map((one) => lineOf(town, one)).join(''));
  return file;
}

/** Milliseconds psql takes to COPY a town's ready file into a bare table and to build the indexes of the real one. */
export function loadFloor(floor: Floor, file: string): number {
  const indexes = psql(floor, [
    '-At',
    '-c',
    `SELECT replace(regexp_replace(indexdef, 'INDEX \\S+ ON (ONLY )?\\S+', 'INDEX ON bare'), 'ON ONLY', 'ON') || ';'
     FROM pg_indexes WHERE tablename = 'person'`,
  ]);
  const script = path.join(floor.folder, 'load.sql');
  writeFileSync(
    script,
    `BEGIN;
CREATE TABLE bare (LIKE person INCLUDING DEFAULTS);
\\copy bare (${columns.join(', ')}) FROM '${file}'
SET LOCAL maintenance_work_mem = '256MB';
${indexes}
COMMIT;
`,
  );
  const took_ms = timedScript(floor, script);
  psql(floor, ['-c', 'DROP TABLE bare']);
  for (const one of [file, script]) rmSync(one);
  return took_ms;
}

function timedScript(floor: Floor, script: string): number {
  const start_ms = performance.now();
  psql(floor, ['-f', script]);
  return performance.now() - start_ms;
}

const special = /[\\\t\n\r]/;
const copied = (value: Stored | undefined): string => {
  if (value === null || value === undefined) return '\\N';
  const text = String(value);
  if (special.test(text)) throw new Error('the rows of the benchmark need no escapes');
  return text;
};

function lineOf(town: string, { id, clock, values, author }: SyncRecord): string {
  const at = new Date(Math.floor(clock[0] / 1024)).toISOString();
  const head = [town, id, at, at, clock[0], clock[1], clock[0], author, 0];
  return `${[...head.map(copied), ...fieldNames.map((name) => copied(values[name]))].join('\t')}\n`;
}
