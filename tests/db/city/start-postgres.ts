import { Client } from 'pg';
import { hasPostgres } from '../../../db/cli/bench/city/scratch-server.ts';

export {
  type ScratchServer as TestServer,
  startScratchServer as startPostgres,
} from '../../../db/cli/bench/city/scratch-server.ts';

/** Why there is no server to test with, `null` when there is. In CI a server is required, so nothing is skipped there. */
export function whyNoPostgres(): string | null {
  if (hasPostgres()) return null;
  const reason = 'no PostgreSQL here: apt-get install postgresql';
  if (process.env['CI'] !== undefined && process.platform !== 'win32') throw new Error(reason);
  process.stderr.write(`SKIPPED tests of the city: ${reason}\n`);
  return reason;
}

/** Runs one statement on a connection of its own. */
export async function statement<R extends object>(url: string, sql: string): Promise<readonly R[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}
