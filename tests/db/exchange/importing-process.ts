/** A process of its own that imports a file and says after each chunk how many are done; import.test.ts kills it. */
import path from 'node:path';
import { startImport } from '../../../db/exchange/sheet/import/import-sheet.ts';
import { openStore, practicePassphrase } from '../../../db/store/index.ts';
import { clerk, ledgerNamed, now } from './town-store.ts';

const [folder = '', file = '', batch = ''] = process.argv.slice(2);
const opened = openStore({ file: path.join(folder, 'town.db'), passphrase: practicePassphrase, now });
if (!opened.ok) throw new Error(opened.kind);
let chunks = 0;
await startImport(
  {
    store: opened.store,
    ledger: ledgerNamed('person'),
    caller: clerk,
    batch,
    file,
    dryRun: false,
    now,
    chunkRows: 100,
  },
  () => {
    chunks += 1;
    process.send?.(chunks);
    return true;
  },
);
opened.store.close();
