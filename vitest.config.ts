import path from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { LongestFirst } from './build/longest-first.ts';
import { root } from './build/places.mjs';

/** Set by build/steps.ts, which counts the results. */
const report = process.env['TEST_REPORT'];

/** Files that put something else in the place of a module, or measure their own process: no other may run in it. */
const alone = ['tests/db/store/sync/planted-clocks.test.ts', 'tests/db/exchange/package/bounds.test.ts'];

const tests = ['tests/**/*.test.ts', 'tests/**/*.test.tsx'];
const notHere = ['tests/e2e/**', 'tests/bench/**'];

/** Threads run from the bundle, as in the product: read from the sources, each would start three times as slowly. */
const threads: Readonly<Record<string, readonly [string, string]>> = {
  'db/exchange/sheet/import/read-sheet.ts': ["'../reader-worker.ts'", 'sheet-worker.cjs'],
  'db/planner/thread/planning-thread.ts': ["'../planner-worker.ts'", 'planner-worker.cjs'],
};

const bundledThreads = (): Plugin => ({
  name: 'bundled-threads',
  enforce: 'pre',
  transform(code, id) {
    const thread = threads[path.relative(root, id).replaceAll(path.sep, '/')];
    if (thread === undefined) return null;
    const [source, bundled] = thread;
    if (!code.includes(source)) throw new Error(`${id} names its thread otherwise than vitest.config.ts`);
    return { code: code.replace(source, JSON.stringify(path.join(root, 'out/dbhost', bundled))), map: null };
  },
});

export default defineConfig({
  plugins: [bundledThreads()],
  test: {
    globalSetup: ['build/assert-node.ts', 'build/test-programs.ts'],
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    // The SQLite addon is loaded into the process. One that dies takes down the file that was running in it; the next file
    // gets a new process (tests/build/dying-process.test.ts).
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Programs and threads that tests start from the sources find them stripped and compiled.
    env: { NODE_COMPILE_CACHE: path.join(root, '.cache/compiled') },
    restoreMocks: true,
    // Only against hanging: on a busy machine a test that starts many processes takes a minute.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // Two processes run all files one after the other: loading the product anew for each took a quarter of the run.
      {
        extends: true,
        test: { name: 'shared', include: tests, exclude: [...notHere, ...alone], isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
    ],
  },
});
