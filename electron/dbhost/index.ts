import { createClock } from '../../db/model/clock.ts';
import { createPlanner } from '../../db/planner/index.ts';
import { divisionsOf, officeOf, officesOf, practiceTown } from '../../db/practice/index.ts';
import { createStore, openSteps, practicePassphrase } from '../../db/store/index.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { localUser } from './asking.ts';
import { createDataProcess } from './data-process.ts';
import { openPort } from './port.ts';
import { practiceMakerFor } from './practice-maker.ts';
import { growSparingly, Rest } from './rest.ts';

const town = divisionsOf(practiceTown)?.town;
if (town === undefined) throw new Error('the practice town is in no list of towns');

const now = createClock(process.env['ZW_NOW']);
if (now === null) throw new Error('ZW_NOW is not an instant such as 2026-11-23T08:00:00Z');

growSparingly();
const port = openPort();
const rest = new Rest();
const receive = createDataProcess({
  send: port.send,
  log: (text) => {
    process.stderr.write(`${text}\n`);
  },
  now,
  door: { open: openSteps, create: createStore, practicePassphrase },
  offices: { list: officesOf, find: (code) => officeOf(code)?.office ?? null },
  program: `zhiwang-workbench ${packageFile.version}`,
  practice: practiceMakerFor(town),
  userOf: localUser,
  planner: createPlanner(),
  disturbed: () => rest.disturb(),
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
