import { defineConfig } from '@playwright/test';

/** Set by build/steps.ts, which counts the results. */
const report = process.env['TEST_REPORT'];

/** Journeys in the real window; `npm run test:e2e` prepares the build, the Electron runtime and the display. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  timeout: 90_000,
  forbidOnly: true,
  // On a busy build machine a window may miss a moment; a second failure is a failure, a success is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
});
