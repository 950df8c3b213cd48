/** Tables of the exchange between nodes; their use is in `sync/`. Clocks are `(…_at, …_node)`, values JSON texts. */
export const syncTables: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'sync_document',
    sql: `CREATE TABLE sync_document (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID`,
  },
  {
    // Numbers sent to a peer run within a series; the newest is in use. `lineage`: the launch that began it.
    name: 'sync_series',
    sql: `CREATE TABLE sync_series (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  lineage INTEGER NOT NULL REFERENCES lineage (no)
) STRICT`,
  },
  {
    name: 'sync_sent',
    sql: `CREATE TABLE sync_sent (
  no INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  peer TEXT NOT NULL,
  kind TEXT NOT NULL,
  series TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  tip TEXT NOT NULL,
  up_to INTEGER NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  counts TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  stick TEXT NOT NULL,
  verified TEXT NOT NULL,
  state TEXT NOT NULL,
  state_at TEXT NOT NULL
) STRICT`,
  },
  {
    // What a peer has acknowledged, by its newest receipt; `series` is empty while it holds nothing of ours.
    name: 'sync_basis',
    sql: `CREATE TABLE sync_basis (
  peer TEXT PRIMARY KEY,
  series TEXT,
  number INTEGER,
  tip TEXT,
  position INTEGER
) STRICT, WITHOUT ROWID`,
  },
  {
    // Receipts by the peer's own series: an older one that comes late must not take the basis back.
    name: 'sync_receipt',
    sql: `CREATE TABLE sync_receipt (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  written_at TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  UNIQUE (peer, series)
) STRICT`,
  },
  {
    // Packages taken in or held. Their changes are those of this source in the log after `after`.
    name: 'sync_arrival',
    sql: `CREATE TABLE sync_arrival (
  no INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  peer TEXT NOT NULL,
  kind TEXT NOT NULL,
  series TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  tip TEXT NOT NULL,
  facts TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  after INTEGER NOT NULL,
  up_to INTEGER,
  outcome TEXT,
  file TEXT
) STRICT`,
  },
  {
    // The same field changed on two nodes, or a change against a removal. `kept` stands, `other` was overruled.
    name: 'conflict',
    sql: `CREATE TABLE conflict (
  no INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  peer TEXT NOT NULL,
  kept TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  kept_node TEXT NOT NULL,
  kept_author TEXT NOT NULL,
  other TEXT NOT NULL,
  other_at INTEGER NOT NULL,
  other_node TEXT NOT NULL,
  other_author TEXT NOT NULL,
  found_at TEXT NOT NULL,
  state TEXT NOT NULL,
  state_at TEXT NOT NULL,
  state_by TEXT NOT NULL
) STRICT`,
  },
  {
    // Rows that could not be taken; `content` is the whole record, several arrivals of it united.
    name: 'quarantine',
    sql: `CREATE TABLE quarantine (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  content TEXT NOT NULL,
  seen INTEGER NOT NULL,
  sensitive INTEGER NOT NULL,
  arrival INTEGER NOT NULL,
  field TEXT,
  reason TEXT NOT NULL,
  args TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT`,
  },
  {
    // Records a waiting row points to that were not here.
    name: 'quarantine_link',
    sql: `CREATE TABLE quarantine_link (
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  quarantine INTEGER NOT NULL,
  PRIMARY KEY (ledger, record, quarantine)
) STRICT, WITHOUT ROWID`,
  },
  {
    // Records with the same natural key, `record` the younger one.
    name: 'twin',
    sql: `CREATE TABLE twin (
  no INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  other TEXT NOT NULL,
  found_at TEXT NOT NULL,
  state TEXT NOT NULL,
  batch TEXT,
  UNIQUE (ledger, record, other)
) STRICT`,
  },
  {
    // Our rows a receipt sent back; `position`: how far the log went that the receipt answers.
    name: 'returned_row',
    sql: `CREATE TABLE returned_row (
  no INTEGER PRIMARY KEY,
  peer TEXT NOT NULL,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT,
  reason TEXT NOT NULL,
  args TEXT NOT NULL,
  position INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT`,
  },
  {
    // Our rows the receiver also has from another unit.
    name: 'duplicate_elsewhere',
    sql: `CREATE TABLE duplicate_elsewhere (
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  other TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (ledger, record, other)
) STRICT, WITHOUT ROWID`,
  },
  {
    // Records of ledgers this program does not know, kept as they came and passed on.
    name: 'foreign_record',
    sql: `CREATE TABLE foreign_record (
  rid INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  record TEXT NOT NULL,
  revision INTEGER NOT NULL,
  version INTEGER NOT NULL,
  sensitive INTEGER NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (ledger, record)
) STRICT`,
  },
  {
    // Fields of a newer definition that rows carry in `extra`.
    name: 'unknown_field',
    sql: `CREATE TABLE unknown_field (
  ledger TEXT NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (ledger, field)
) STRICT, WITHOUT ROWID`,
  },
  {
    name: 'stick',
    sql: `CREATE TABLE stick (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  bytes INTEGER,
  registered_at TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  used_at TEXT,
  state TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  },
];

/** Indexes of the exchange's tables. */
export const syncIndexes: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'sync_series_peer', sql: 'CREATE INDEX sync_series_peer ON sync_series (peer, no)' },
  { name: 'sync_sent_peer', sql: 'CREATE INDEX sync_sent_peer ON sync_sent (peer, series, last)' },
  { name: 'sync_arrival_peer', sql: 'CREATE INDEX sync_arrival_peer ON sync_arrival (peer, series, last)' },
  {
    name: 'conflict_once',
    sql: 'CREATE UNIQUE INDEX conflict_once ON conflict (ledger, record, field, other_at, other_node)',
  },
  {
    name: 'conflict_open',
    sql: "CREATE INDEX conflict_open ON conflict (no) WHERE state = 'open'",
  },
  { name: 'quarantine_record', sql: 'CREATE INDEX quarantine_record ON quarantine (ledger, record)' },
  {
    name: 'quarantine_link_row',
    sql: 'CREATE INDEX quarantine_link_row ON quarantine_link (quarantine)',
  },
  { name: 'twin_other', sql: 'CREATE INDEX twin_other ON twin (ledger, other)' },
  { name: 'returned_row_record', sql: 'CREATE INDEX returned_row_record ON returned_row (ledger, record)' },
];
