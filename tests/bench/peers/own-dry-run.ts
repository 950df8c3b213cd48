import { randomUUID } from 'node:crypto';
import { startImport } from '../../../db/exchange/sheet/import/import-sheet.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { openStore, practicePassphrase } from '../../../db/store/index.ts';
import { report } from './report.ts';

// Judges every row of a sheet of people against a practice town, as an import does, and writes nothing.
const [sheet = '', town = ''] = process.argv.slice(2);
const now = (): Date => new Date();
const opened = openStore({ file: town, passphrase: practicePassphrase, now });
if (!opened.ok) throw new Error(opened.kind);
const caller = { user: 'local', name: '', language: 'zh', seesMasked: true } as const;
const ledger = ledgerOf('person');
const answer = await startImport({
  store: opened.store,
  caller,
  ledger,
  batch: randomUUID(),
  file: sheet,
  dryRun: true,
  now,
});
opened.store.close();
if (!answer.ok) throw new Error(answer.refusal.code);
report({ rows: answer.value.result.read, characters: 0 });
