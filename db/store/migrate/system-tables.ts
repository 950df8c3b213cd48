import { syncIndexes, syncTables } from './sync-tables.ts';

/** Tables of the store itself; the ledgers' tables come from their definitions. */
export const systemTables: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'meta',
    sql: `CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  },
  {
    // Short numbers for ledgers, how many current records and records at all each has, what its search index holds.
    name: 'ledger',
    sql: `CREATE TABLE ledger (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  current INTEGER NOT NULL DEFAULT 0,
  everything INTEGER NOT NULL DEFAULT 0,
  searched TEXT NOT NULL DEFAULT ''
) STRICT`,
  },
  {
    name: 'author',
    sql: `CREATE TABLE author (
  no INTEGER PRIMARY KEY,
  user TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT`,
  },
  {
    // One random id per launch; numbers of a restored copy can then never be taken for others.
    name: 'lineage',
    sql: `CREATE TABLE lineage (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  started_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  previous INTEGER REFERENCES lineage (no),
  previous_count INTEGER NOT NULL,
  previous_tip BLOB,
  missed_mark TEXT
) STRICT`,
  },
  {
    // One row per write request: what its changes share, the chain tip after it, and its outcome. `source`: the node it
    // came from, empty for what was entered here.
    name: 'write_log',
    sql: `CREATE TABLE write_log (
  no INTEGER PRIMARY KEY,
  write_id TEXT NOT NULL UNIQUE,
  lineage INTEGER NOT NULL REFERENCES lineage (no),
  first_counter INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  at INTEGER NOT NULL,
  author INTEGER NOT NULL REFERENCES author (no),
  batch TEXT,
  unchanged TEXT,
  tip BLOB NOT NULL,
  source TEXT
) STRICT`,
  },
  {
    // `clocks` and `author` are those of the node where a change was made, empty for what was entered here.
    name: 'change_log',
    sql: `CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  write INTEGER NOT NULL REFERENCES write_log (no),
  ledger INTEGER NOT NULL REFERENCES ledger (no),
  rid INTEGER NOT NULL,
  record TEXT NOT NULL,
  version INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('create', 'update', 'remove', 'restore')),
  fields TEXT,
  digest BLOB,
  reason TEXT,
  undoes TEXT,
  clocks TEXT,
  author INTEGER
) STRICT`,
  },
  {
    // kind: 1 pinyin, 2 initials, 3 head of a code, 4 reversed tail of a code, 5 a code of a multi-choice field.
    name: 'search_key',
    sql: `CREATE TABLE search_key (
  kind INTEGER NOT NULL,
  ledger INTEGER NOT NULL,
  key TEXT NOT NULL,
  rid INTEGER NOT NULL,
  PRIMARY KEY (kind, ledger, key, rid)
) STRICT, WITHOUT ROWID`,
  },
  {
    // kind: 0 a word of the full text, else as in search_key; ledgers: a character each, its code point the number.
    name: 'search_directory',
    sql: `CREATE TABLE search_directory (
  kind INTEGER NOT NULL,
  begins TEXT NOT NULL,
  ledgers TEXT NOT NULL,
  has_longer INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, begins)
) STRICT, WITHOUT ROWID`,
  },
  {
    name: 'code_item',
    sql: `CREATE TABLE code_item (
  rid INTEGER PRIMARY KEY,
  code_table TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  valid_from TEXT,
  valid_to TEXT,
  place INTEGER NOT NULL,
  version INTEGER NOT NULL,
  edited INTEGER NOT NULL,
  UNIQUE (code_table, code)
) STRICT`,
  },
  {
    name: 'preference',
    sql: `CREATE TABLE preference (
  user TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user, key)
) STRICT, WITHOUT ROWID`,
  },
  {
    name: 'attachment',
    sql: `CREATE TABLE attachment (
  hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  },
  {
    // Looks at sensitive records and withheld values; never edited, never shortened in use. `name` of the person is empty
    // in lines kept before it was noted.
    name: 'view_log',
    sql: `CREATE TABLE view_log (
  no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  name TEXT
) STRICT`,
  },
  {
    name: 'batch',
    sql: `CREATE TABLE batch (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'batch-change')),
  ledger TEXT NOT NULL,
  label TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  undone_at TEXT,
  state TEXT NOT NULL
) STRICT`,
  },
  {
    // Rows of the last imports that were refused, packed: personal data, so here and in no file of their own.
    // `ledger` is empty in those kept before it was noted; a dry run has no batch that would know it.
    name: 'refused_rows',
    sql: `CREATE TABLE refused_rows (
  no INTEGER PRIMARY KEY,
  batch TEXT NOT NULL,
  content BLOB NOT NULL,
  ledger TEXT
) STRICT`,
  },
  {
    // What the figures of large ledgers are counted from, written apart from the records and made anew from them at any
    // time. `upto`: last change they hold; `layout`: digest of what the columns are.
    name: 'figure_state',
    sql: `CREATE TABLE figure_state (
  ledger INTEGER PRIMARY KEY REFERENCES ledger (no),
  layout TEXT NOT NULL,
  upto INTEGER NOT NULL,
  rows INTEGER NOT NULL
) STRICT`,
  },
  {
    // Numbers of the values of one column of 65,536 rows, `width` bytes each.
    name: 'figure_block',
    sql: `CREATE TABLE figure_block (
  ledger INTEGER NOT NULL,
  field TEXT NOT NULL,
  block INTEGER NOT NULL,
  width INTEGER NOT NULL,
  codes BLOB NOT NULL,
  PRIMARY KEY (ledger, field, block)
) STRICT`,
  },
  {
    name: 'figure_value',
    sql: `CREATE TABLE figure_value (
  ledger INTEGER NOT NULL,
  field TEXT NOT NULL,
  code INTEGER NOT NULL,
  value ANY NOT NULL,
  PRIMARY KEY (ledger, field, code)
) STRICT, WITHOUT ROWID`,
  },
  ...syncTables,
];

/** Columns the store's own tables got after their first release, added where they are missing. */
export const systemColumns: readonly {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}[] = [
  { table: 'write_log', name: 'source', type: 'TEXT' },
  { table: 'change_log', name: 'clocks', type: 'TEXT' },
  { table: 'change_log', name: 'author', type: 'INTEGER' },
  { table: 'refused_rows', name: 'ledger', type: 'TEXT' },
  { table: 'view_log', name: 'name', type: 'TEXT' },
];

/** Indexes of the system tables. */
export const systemIndexes: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'write_log_lineage',
    sql: 'CREATE INDEX write_log_lineage ON write_log (lineage, first_counter)',
  },
  {
    name: 'write_log_batch',
    sql: 'CREATE INDEX write_log_batch ON write_log (batch) WHERE batch IS NOT NULL',
  },
  { name: 'change_log_record', sql: 'CREATE INDEX change_log_record ON change_log (ledger, rid)' },
  {
    name: 'write_log_source',
    sql: 'CREATE INDEX write_log_source ON write_log (source) WHERE source IS NOT NULL',
  },
  {
    name: 'figure_value_code',
    sql: 'CREATE UNIQUE INDEX figure_value_code ON figure_value (ledger, field, value)',
  },
  // The log of looks is read newest first, all of it or by one of these.
  { name: 'view_log_at', sql: 'CREATE INDEX view_log_at ON view_log (at)' },
  { name: 'view_log_user', sql: 'CREATE INDEX view_log_user ON view_log (user, at)' },
  { name: 'view_log_ledger', sql: 'CREATE INDEX view_log_ledger ON view_log (ledger, at)' },
  { name: 'view_log_record', sql: 'CREATE INDEX view_log_record ON view_log (ledger, record, at)' },
  ...syncIndexes,
];
