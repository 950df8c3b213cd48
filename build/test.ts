// `npm test`: the check, and then the journeys in the real window.
import { close, runGates, runJourneys, runUnitTests } from './steps.ts';

close([runGates(), runUnitTests(), runJourneys()]);
