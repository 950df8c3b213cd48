// `npm test`: the check, then what must not get worse, then the journeys in the real window, then every benchmark at a small size.
import { runBenchSmoke } from './bench-smoke.ts';
import { allJudged, withinBudget } from './budgets.ts';
import { prepareRatchet, runRatchet } from './ratchet.ts';
import { close, runGates, runJourneys, runUnitTests } from './steps.ts';

await prepareRatchet();
close(
  allJudged([
    runGates(),
    // Alone on the machine, as every lane here is.
    withinBudget('ratchet', () => runRatchet()),
    runUnitTests(),
    runJourneys(),
    withinBudget('bench', runBenchSmoke),
  ]),
);
