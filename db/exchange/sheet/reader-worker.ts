import { parentPort, workerData } from 'node:worker_threads';
import { serveReader } from './import/serve-reader.ts';

/**
 * Entry of the thread that reads a sheet while the data process writes. Bundled as `sheet-worker.cjs` beside each
 * program that imports; in tests Node runs this file as it is.
 */
if (parentPort) void serveReader(parentPort, workerData);
