import { defineConfig } from '@playwright/test';

/** Set by build/steps.ts, which counts the results. */
const report = process.env['TEST_REPORT'];

/** Set by build/e2e.ts: a screen for each worker. */
const screens = (process.env['E2E_SCREENS'] ?? '').split(' ').filter((name) => name !== '');

// Playwright loads this file in each worker too.
const own = screens[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (own !== undefined) process.env['DISPLAY'] = own;

/** Journeys in the real window; `npm run test:e2e` prepares the build, the Electron runtime and the display. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: Math.max(1, screens.length),
  timeout: 90_000,
  forbidOnly: true,
  // On a busy build machine a window may miss a moment; a second failure is a failure, a success is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: { screenshot: 'only-on-failure', trace: 'on-first-retry' },
});
