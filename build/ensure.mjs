// First step of every command for newcomers. Runs on the Node that is on the machine (20 or later) and before
// anything is installed, so it may import only Node itself and its neighbours in build/*.mjs.
import { ensureDependencies } from './install.mjs';
import { newNode } from './places.mjs';
import { ensureFaultTools, ensureSystem } from './system.mjs';

const purpose = process.argv[2];

const noScreen = `There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.
The same work can be done without one; for example:

  export ZW_PASSPHRASE='a passphrase of your own'
  npm run -s zw -- practice --db practice.zwdb --people 1000 --seed 1
  npm run -s zw -- list person --db practice.zwdb --limit 5
  npm run -s zw -- search 王 --db practice.zwdb
  npm run -s zw -- --help

To see the window on a machine without a screen: xvfb-run -a npm start
`;

try {
  await ensureDependencies();
  if (newNode() === null) {
    throw new Error(
      `No packaged Node for ${process.platform}-${process.arch}: please install Node 24 or later.`,
    );
  }
  if (purpose === 'window' && !hasScreen()) {
    process.stderr.write(noScreen);
    process.exitCode = 1;
  } else if (purpose === 'window' || purpose === 'tests') {
    if (!ensureSystem(purpose)) process.exitCode = 1;
    else if (purpose === 'tests') ensureFaultTools();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
