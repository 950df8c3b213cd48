// `npm test`: the check, then the journeys in the real window, then every benchmark at a small size.
import { runBenchSmoke } from './bench-smoke.ts';
import { close, runGates, runJourneys, runUnitTests } from './steps.ts';

close([runGates(), runUnitTests(), runJourneys(), runBenchSmoke()]);
