import { literal, rowOf, rowsOf, run, type Session } from '../database.ts';
import { cityColumns, type CityIndex, type CityTable } from './city-table.ts';

/** How the tables are spread: by partitions on one server, or by Citus over several. */
export type Layout = 'partitions' | 'citus';

/** Citus is used where an administrator has installed its extension in this database. */
export async function layoutOf(session: Session): Promise<Layout> {
  const citus = await rowOf(session, "SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  return citus === null ? 'partitions' : 'citus';
}

/** Table that holds a town's rows of a ledger. Citus finds the shard by the town in the statement. */
export const townTable = (table: CityTable, serial: number, layout: Layout): string =>
  layout === 'citus' ? table.relation : `${table.base}_t${serial}`;

/**
 * Makes the tables of the definitions, and adds what definitions have gained since: tables, columns, indexes. Nothing is
 * ever dropped or altered. A field that came before this version knew it lies in `extra` and moves into its column.
 */
export async function makeLedgerTables(
  session: Session,
  tables: readonly CityTable[],
  layout: Layout,
): Promise<void> {
  const columns = await columnsByTable(session);
  for (const table of tables) {
    const present = columns.get(table.base);
    if (present === undefined) await createTable(session, table, layout);
    else await addColumns(session, table, present);
    for (const index of table.indexes) await run(session, indexSql(table.relation, index, index.name));
  }
}

/** `CREATE INDEX` of a ledger's index on its table or on one town's part of it. */
const indexSql = (on: string, { columns, where }: CityIndex, name: string): string =>
  `CREATE INDEX IF NOT EXISTS ${name} ON ${on} (${columns.join(', ')}) WHERE ${where}`;

/*
 * The parts of a town are made in three steps, each one message for all tables: a new town makes fourteen of them with
 * some hundred indexes, most of them on empty tables.
 */

/** Empty parts for one town, without keys and indexes so that they load fast; see `attachParts`. */
export const createParts = (session: Session, tables: readonly CityTable[], serial: number): Promise<void> =>
  inOneMessage(
    session,
    tables.map(
      ({ base, relation }) => `CREATE TABLE ${base}_t${serial} (LIKE ${relation} INCLUDING DEFAULTS)`,
    ),
  );

/** Primary keys and indexes of parts, as the whole tables have them. */
export const indexParts = (session: Session, tables: readonly CityTable[], serial: number): Promise<void> =>
  inOneMessage(
    session,
    tables.flatMap(({ base, indexes }) => [
      `ALTER TABLE ${base}_t${serial} ADD PRIMARY KEY (_town, id)`,
      ...indexes.map((index) => indexSql(`${base}_t${serial}`, index, `t${serial}_${index.name}`)),
    ]),
  );

/**
 * Makes parts belong to their tables. Empty ones (`hasRows` false) get the keys and indexes of those from PostgreSQL itself;
 * for the others the check spares it reading all rows once more. Always in the order of the tables: two towns that attach in
 * different orders would wait for each other.
 */
export const attachParts = (
  session: Session,
  tables: readonly CityTable[],
  of: {
    readonly town: { readonly serial: number; readonly code: string };
    readonly hasRows: (table: CityTable) => boolean;
  },
): Promise<void> =>
  inOneMessage(
    session,
    tables.flatMap((table) => {
      const code = literal(of.town.code);
      const part = `${table.base}_t${of.town.serial}`;
      const attach = `ALTER TABLE ${table.relation} ATTACH PARTITION ${part} FOR VALUES IN (${code})`;
      if (!of.hasRows(table)) return [attach];
      return [
        `ALTER TABLE ${part} ADD CONSTRAINT ${part}_town CHECK (_town = ${code})`,
        attach,
        `ALTER TABLE ${part} DROP CONSTRAINT ${part}_town`,
      ];
    }),
  );

async function inOneMessage(session: Session, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await run(session, statements.join(';\n'));
}

async function createTable(session: Session, table: CityTable, layout: Layout): Promise<void> {
  const lines = [
    ...cityColumns,
    ...table.fields.map(({ column, type }) => `${column} ${type}`),
    'PRIMARY KEY (_town, id)',
  ];
  const spread = layout === 'citus' ? '' : ' PARTITION BY LIST (_town)';
  await run(session, `CREATE TABLE ${table.relation} (\n  ${lines.join(',\n  ')}\n)${spread}`);
  if (layout === 'citus') {
    await run(session, "SELECT create_distributed_table($1, '_town')", [table.relation]);
    return;
  }
  await run(session, `CREATE TABLE ${table.base}_elsewhere PARTITION OF ${table.relation} DEFAULT`);
  const towns = await rowsOf<{ code: string; serial: number }>(
    session,
    'SELECT code, serial FROM city_town WHERE is_loaded',
  );
  for (const town of towns) {
    await createParts(session, [table], town.serial);
    await attachParts(session, [table], { town, hasRows: () => false });
  }
}

async function addColumns(session: Session, table: CityTable, present: ReadonlySet<string>): Promise<void> {
  for (const { name, column, type } of table.fields) {
    if (present.has(name)) continue;
    const plain = type.replace(' COLLATE "C"', '');
    await run(session, `ALTER TABLE ${table.relation} ADD COLUMN ${column} ${type}`);
    await run(
      session,
      `UPDATE ${table.relation} SET ${column} = (extra->>'${name}')::${plain}, extra = NULLIF(extra - '${name}', '{}')
       WHERE extra ? '${name}'`,
    );
  }
}

async function columnsByTable(session: Session): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await rowsOf<{ table_name: string; column_name: string }>(
    session,
    'SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()',
  );
  const columns = new Map<string, Set<string>>();
  for (const { table_name, column_name } of rows) {
    const names = columns.get(table_name) ?? new Set();
    columns.set(table_name, names.add(column_name));
  }
  return columns;
}
