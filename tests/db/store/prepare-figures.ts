// Run as a child process: prepares figures as far as a slice, says so, and waits to be killed.
import { writeSync } from 'node:fs';
import { openStore } from '../../../db/store/index.ts';
import { fixtureRegistry, passphrase } from './fixture-ledgers.ts';

const [file = '', slices = '1'] = process.argv.slice(2);
const outcome = openStore({
  file,
  passphrase,
  now: () => new Date(),
  registry: fixtureRegistry,
  columnsFrom: 2,
});
if (!outcome.ok) throw new Error(outcome.kind);
const steps = outcome.store.prepareFiguresSteps();
for (let i = 0; i < Number(slices); i += 1) if (steps.next().done === true) throw new Error('already done');
writeSync(1, 'READ\n');
setInterval(() => undefined, 1000);
