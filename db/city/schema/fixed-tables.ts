/** Tables of the city itself; those of the ledgers come from their definitions. All names begin with `city_`. */
const firstTables: readonly string[] = [
  `CREATE TABLE city_self (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    schema_version integer NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    is_practice boolean NOT NULL,
    node text NOT NULL,
    vault jsonb NOT NULL,
    incarnation text NOT NULL,
    last_clock bigint NOT NULL DEFAULT 0,
    position bigint NOT NULL DEFAULT 0,
    tip text NOT NULL
  )`,
  `CREATE TABLE city_document (
    kind text NOT NULL, key text NOT NULL, content text, sealed bytea, PRIMARY KEY (kind, key)
  )`,
  `CREATE TABLE city_town (
    code text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    serial integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    is_loaded boolean NOT NULL DEFAULT false,
    first_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE city_child (node text PRIMARY KEY, town text COLLATE "C" NOT NULL, name text NOT NULL)`,
  `CREATE SEQUENCE city_arrival_number`,
  `CREATE TABLE city_arrival (
    number bigint PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    sender text NOT NULL,
    town text COLLATE "C" NOT NULL,
    series text NOT NULL,
    from_round bigint NOT NULL,
    to_round bigint NOT NULL,
    tip text NOT NULL,
    facts jsonb NOT NULL,
    state text NOT NULL,
    outcome jsonb,
    file text,
    at timestamptz NOT NULL
  )`,
  `CREATE INDEX city_arrival_sender ON city_arrival (sender, series, to_round)`,
  `CREATE TABLE city_quarantine (
    town text COLLATE "C" NOT NULL, ledger text NOT NULL, id text NOT NULL,
    sender text NOT NULL,
    arrival bigint NOT NULL,
    field text, reason text NOT NULL, args jsonb NOT NULL,
    record text,
    at timestamptz NOT NULL,
    PRIMARY KEY (town, ledger, id)
  )`,
  `CREATE TABLE city_conflict (
    no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    town text COLLATE "C" NOT NULL, ledger text NOT NULL, id text NOT NULL, field text NOT NULL,
    kept jsonb NOT NULL, lost jsonb NOT NULL,
    arrival bigint NOT NULL, at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'open'
  )`,
  `CREATE TABLE city_duplicate (
    ledger text NOT NULL,
    town text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
    other_town text COLLATE "C" NOT NULL, other_id text COLLATE "C" NOT NULL,
    arrival bigint NOT NULL,
    PRIMARY KEY (ledger, town, id, other_town, other_id)
  )`,
  `CREATE INDEX city_duplicate_other ON city_duplicate (other_town)`,
  // Candidates only: which towns ever had a natural key of this hash. One look here replaces one in every town.
  `CREATE TABLE city_key (hash bigint NOT NULL, town integer NOT NULL, PRIMARY KEY (hash, town))`,
  `CREATE TABLE city_count (
    town text COLLATE "C" NOT NULL, ledger text NOT NULL, rows bigint NOT NULL, PRIMARY KEY (town, ledger)
  )`,
  `CREATE TABLE city_change (
    position bigint PRIMARY KEY,
    town text COLLATE "C" NOT NULL, ledger text NOT NULL, id text NOT NULL,
    is_creation boolean NOT NULL, fields text[] NOT NULL, overruled jsonb NOT NULL,
    author text NOT NULL, at timestamptz NOT NULL, tip text NOT NULL
  )`,
  `CREATE INDEX city_change_town ON city_change (town, position)`,
  `CREATE TABLE city_sent (
    no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest text NOT NULL UNIQUE,
    peer text NOT NULL,
    state text NOT NULL, state_at timestamptz NOT NULL,
    sent jsonb NOT NULL
  )`,
  `CREATE TABLE city_peer (
    peer text PRIMARY KEY, series text, incarnation text, acknowledged jsonb, receipt jsonb
  )`,
];

/** What came after the first version: a step is never changed, another is added behind it. */
const steps: readonly (readonly string[])[] = [
  [
    // Attachments in pieces: a value of PostgreSQL is read and written whole. Photos do not pack any tighter.
    `CREATE TABLE city_file (
      hash text PRIMARY KEY, name text NOT NULL, media_type text NOT NULL, bytes bigint NOT NULL, at timestamptz NOT NULL
    )`,
    `CREATE TABLE city_file_piece (
      hash text NOT NULL, no integer NOT NULL, content bytea NOT NULL, PRIMARY KEY (hash, no)
    )`,
    'ALTER TABLE city_file_piece ALTER COLUMN content SET STORAGE EXTERNAL',
    `DELETE FROM city_conflict c USING city_conflict d
     WHERE (d.town, d.ledger, d.id, d.field, d.lost->'clock') = (c.town, c.ledger, c.id, c.field, c.lost->'clock')
       AND d.no < c.no`,
    // The same overruled change is listed once, however often it comes.
    `CREATE UNIQUE INDEX city_conflict_once ON city_conflict (town, ledger, id, field, (lost->'clock'))`,
    'ALTER TABLE city_conflict ADD COLUMN state_at timestamptz, ADD COLUMN state_by text',
  ],
  [
    // Looks at sensitive records; never edited. An empty id stands for all of a ledger, and then for all towns.
    `CREATE TABLE city_look (
      no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL,
      person text COLLATE "C" NOT NULL, name text NOT NULL,
      town text COLLATE "C" NOT NULL, ledger text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
      way text NOT NULL
    )`,
    'CREATE INDEX city_look_at ON city_look (at, no)',
    'CREATE INDEX city_look_person ON city_look (person, at, no)',
    'CREATE INDEX city_look_ledger ON city_look (ledger, at, no)',
    'CREATE INDEX city_look_record ON city_look (ledger, id, at, no)',
  ],
];

/** Version of the tables with all steps. */
export const CITY_SCHEMA = 1 + steps.length;

/** Statements that bring the tables from a version (0: nothing there) up to `CITY_SCHEMA`. */
export function statementsFrom(version: number): readonly string[] {
  const missing = steps.slice(Math.max(version - 1, 0)).flat();
  return version === 0 ? [...firstTables, ...missing] : missing;
}
