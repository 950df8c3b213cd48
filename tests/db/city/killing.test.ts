import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { humen, newCity, reopened, rowsIn } from './fixture.ts';
import { startPostgres, statement, type TestServer, whyNoPostgres } from './start-postgres.ts';

const ROUNDS = Number(process.env['ZW_KILL_ROUNDS'] ?? 6);
const program = fileURLToPath(new URL('./ingest-endlessly.ts', import.meta.url));

/** Runs the program until it has said one number more, and a moment longer; then kills it. Returns the last number. */
function killedAfter(url: string, first: number, more_ms: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, url, String(first)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let failed = '';
    child.stderr.on('data', (data: Buffer) => (failed += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), more_ms);
      said += data.toString();
    });
    child.once('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(Number(said.trim().split('\n').at(-1)));
      else reject(new Error(failed));
    });
  });
}

/** The server may still be finishing what the killed process had asked for. */
async function quiet(url: string): Promise<void> {
  const others =
    'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  while ((await statement(url, others)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.skipIf(whyNoPostgres() !== null)('an ingesting process that is killed', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);

  afterAll(() => server.stop(), 60_000);

  test(
    'leaves every package whole or not at all, and none that was answered is lost',
    async () => {
      const url = server.newDatabase();
      await (await newCity(url)).close();
      let next = 1;
      for (let round = 0; round < ROUNDS; round += 1) {
        const answered = await killedAfter(url, next, (round * 37) % 120);
        await quiet(url);
        const city = await reopened(url);
        const rows = await rowsIn(city);
        const applied = await city.incoming.list(humen.node);
        await city.close();

        const ages = new Set(rows.map(({ values }) => values['age']));
        const last = applied.at(-1)?.to ?? 0;
        expect(rows).toHaveLength(400);
        expect([...ages]).toEqual([last % 150]);
        expect(last).toBeGreaterThanOrEqual(answered);
        expect(applied.every(({ state }) => state === 'applied')).toBe(true);
        next = last + 1;
      }
      expect(next).toBeGreaterThan(ROUNDS);
    },
    10 * 60_000,
  );
});
