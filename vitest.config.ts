import { defineConfig } from 'vitest/config';

/** Set by build/steps.ts, which counts the results. */
const report = process.env['TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**'],
    globalSetup: ['build/assert-node.ts'],
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    // The SQLite addon is loaded into the process: a crash must take down one file, not the run.
    pool: 'forks',
    maxWorkers: 2,
    // Only against hanging: on a busy machine a test that starts many processes takes a minute.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
