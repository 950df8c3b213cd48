import { parentPort, workerData } from 'node:worker_threads';
import { servePlanner } from './thread/serve-planner.ts';

/**
 * Entry of the thread that plans one roster and ends. Bundled as `planner-worker.cjs` beside each program that plans; in tests
 * Node runs this file as it is.
 */
if (parentPort) servePlanner(parentPort, workerData);
