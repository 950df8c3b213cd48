// `npm run check`: everything but the window and the benchmarks.
import { close, runGates, runUnitTests } from './steps.ts';

close([runGates(), runUnitTests()]);
