// First step of every command for newcomers. Runs on the Node that is on the machine (20 or later) and before
// anything is installed, so it may import only Node itself and its neighbours in build/*.mjs.
import { ensureDependencies } from './install.mjs';
import { newNode } from './places.mjs';
import { ensureSystem } from './system.mjs';

const purpose = process.argv[2];

try {
  await ensureDependencies();
  if (newNode() === null) {
    throw new Error(
      `No packaged Node for ${process.platform}-${process.arch}: please install Node 24 or later.`,
    );
  }
  if (purpose === 'window' || purpose === 'tests') {
    if (!ensureSystem(purpose)) process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
