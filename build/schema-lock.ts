// `npm run schema:check` compares the committed schema lock with the one the ledgers give; `schema:write` writes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { root } from './places.mjs';

interface SchemaModule {
  /** The whole schema as SQL text, in a fixed order. */
  readonly schemaSql: () => string;
}

const lockFile = path.join(root, 'db/migrations/schema.lock.sql');
const source = path.join(root, 'db/store/migrate/schema-sql.ts');

const { module } = await runnerImport<SchemaModule>(source, { configFile: false, logLevel: 'error', root });
const wanted = module.schemaSql();
if (process.argv.includes('--write')) {
  writeFileSync(lockFile, wanted);
} else if (!existsSync(lockFile) || readFileSync(lockFile, 'utf8') !== wanted) {
  process.stderr.write(
    'db/migrations/schema.lock.sql is not what the ledgers give: npm run schema:write, and review it.\n',
  );
  process.exitCode = 1;
}
