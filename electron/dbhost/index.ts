import { createPlanner } from '../../db/planner/index.ts';
import { divisionsOf, officeOf, officesOf, practiceTown } from '../../db/practice/index.ts';
import { createStore, openStore, practicePassphrase } from '../../db/store/index.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { createClock } from './clock.ts';
import { createDataProcess } from './data-process.ts';
import { openPort } from './port.ts';
import { practiceMakerFor } from './practice-maker.ts';

const town = divisionsOf(practiceTown)?.town;
if (town === undefined) throw new Error('the practice town is in no list of towns');

const port = openPort();
const receive = createDataProcess({
  send: port.send,
  log: (text) => {
    process.stderr.write(`${text}\n`);
  },
  now: createClock(process.env['ZW_NOW']),
  door: { open: openStore, create: createStore, practicePassphrase },
  offices: { list: officesOf, find: (code) => officeOf(code)?.office ?? null },
  program: `zhiwang-workbench ${packageFile.version}`,
  practice: practiceMakerFor(town),
  planner: createPlanner(),
  checksOutputs: process.env['ZW_CHECK_OUTPUTS'] === '1',
  exit: () => {
    // The last message is still on its way out.
    setImmediate(() => process.exit(0));
  },
});
port.onMessage((message) => {
  void receive(message);
});
port.onLost(() => {
  process.exit(0);
});
