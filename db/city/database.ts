import { Pool, type PoolClient, types } from 'pg';

/** Object identifier of PostgreSQL's `bigint`. Ours are clocks and counters below 2^53, so they are read as numbers. */
const BIGINT = 20;

/** A connection that is in use, or the pool itself for single statements. */
export type Session = Pick<PoolClient, 'query'>;
export type Connection = PoolClient;

/** The connections of one process to the city's database. */
export interface Database {
  /** For single statements that wait for nobody, so that who holds a connection can always make them. */
  readonly session: Session;
  /** A connection of its own; whoever takes it releases it. */
  connect(): Promise<Connection>;
  /** Runs the work in one transaction; rolled back when it throws. It may wait for a town's lock. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** The same for work that, like `session`, waits for nobody who holds a connection. */
  shortTransaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connections for what waits for nobody. */
const BRIEF_CONNECTIONS = 3;

/** Opens two pools; nothing is connected yet. `url` as PostgreSQL's own tools take it; `connections` that can be held. */
export function openDatabase(url: string, connections: number): Database {
  const brief = poolOf(url, BRIEF_CONNECTIONS);
  const held = poolOf(url, connections);
  return {
    session: brief,
    connect: () => held.connect(),
    transaction: (work) => inTransaction(held, work),
    shortTransaction: (work) => inTransaction(brief, work),
    async close() {
      await held.end();
      await brief.end();
    },
  };
}

async function inTransaction<T>(pool: Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let isBroken = true;
  try {
    await connection.query('BEGIN');
    const result = await work(connection);
    await connection.query('COMMIT');
    isBroken = false;
    return result;
  } catch (error) {
    isBroken = !(await rolledBack(connection));
    throw error;
  } finally {
    connection.release(isBroken);
  }
}

function poolOf(connectionString: string, max: number): Pool {
  const pool = new Pool({
    connectionString,
    max,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT ? Number : types.getTypeParser(oid, format),
    },
  });
  // A server that goes away breaks idle connections; the next query says so to whoever asks.
  pool.on('error', () => undefined);
  return pool;
}

/** Takes a transaction back; false when the connection cannot be used any more. */
export async function rolledBack(connection: Connection): Promise<boolean> {
  try {
    await connection.query('ROLLBACK');
    return true;
  } catch {
    // The connection is gone, and with it the transaction: the server rolls it back by itself.
    return false;
  }
}

/** Rows of a statement, as the caller declares them. */
export async function rowsOf<R extends object>(
  session: Session,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly R[]> {
  // pg types rows by declaration; the column list of the statement beside the call is what makes it true.
  const result = await session.query<R>(sql, [...values]);
  return result.rows;
}

/** First row of a statement, or `null`. */
export async function rowOf<R extends object>(
  session: Session,
  sql: string,
  values: readonly unknown[] = [],
): Promise<R | null> {
  return (await rowsOf<R>(session, sql, values))[0] ?? null;
}

/** Runs a statement and tells how many rows it wrote. Without values it may be several, separated by semicolons. */
export async function run(session: Session, sql: string, values: readonly unknown[] = []): Promise<number> {
  const result = values.length === 0 ? await session.query(sql) : await session.query(sql, [...values]);
  return result.rowCount ?? 0;
}

/** A text as an SQL literal, for statements that take no parameters. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
