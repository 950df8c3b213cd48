// Run as a child process: saves one record after another and acknowledges each on stdout after the commit.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openStore } from '../../../db/store/index.ts';
import { addDweller, change, clerk, fixtureRegistry, passphrase } from './fixture-ledgers.ts';

// A process that is killed would leave nothing for the next one's start.
flushCompileCache();
const [file = '', round = '0', kind = ''] = process.argv.slice(2);
const outcome = openStore({ file, passphrase, now: () => new Date(), registry: fixtureRegistry });
if (!outcome.ok) {
  writeSync(1, `REFUSED ${outcome.kind}\n`);
  process.exit(3);
}
const { store } = outcome;
for (let i = 1; ; i += 1) {
  const id = `r${round}-${i}`;
  try {
    store.write({
      writeId: `w-${id}`,
      caller: clerk,
      writes: [
        addDweller(id, { name: `张${i}`, number: `N${round}X${i}` }),
        ...(i > 1
          ? [change(`r${round}-${i - 1}`, { age: i % 100, note: 'x'.repeat(kind === 'fill' ? 200 : 3) })]
          : []),
      ],
    });
  } catch (error) {
    const storage =
      error instanceof Error && 'kind' in error ? `${error.name} ${String(error.kind)}` : String(error);
    writeSync(1, `FAILED ${storage}\n`);
    break;
  }
  writeSync(1, `ACK ${id}\n`);
}
try {
  store.close();
} catch (error) {
  writeSync(1, `CLOSE ${error instanceof Error && 'kind' in error ? String(error.kind) : String(error)}\n`);
}
