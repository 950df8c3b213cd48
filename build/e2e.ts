// `npm run test:e2e [-- playwright arguments]`: builds what changed, finds an Electron, gives it a screen and runs Playwright.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { allParts } from './freshness.mjs';
import { root } from './places.mjs';
import { findRuntime, type Runtime } from './runtime.ts';
import { openScreens, type Screens } from './screen.ts';

/** Windows that are open at the same time: one for each processor of the machine that builds. */
const SIDE_BY_SIDE = 2;

const say = (line: string) => {
  process.stderr.write(`${line}\n`);
};

try {
  await bundle(allParts, say);
  const runtime = await findRuntime();
  say(runtime.description);
  const screens = await openScreens(SIDE_BY_SIDE);
  try {
    process.exitCode = await runPlaywright(runtime, screens);
  } finally {
    screens.close();
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** `E2E_SCREENS`: one screen for each worker of Playwright; where there are none, one window after the other is opened. */
async function runPlaywright(runtime: Runtime, { names }: Screens): Promise<number> {
  const packageFolder = path.dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'));
  const cli = path.join(packageFolder, 'cli.js');
  const playwright = spawn(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { LANG: 'zh_CN.UTF-8', ...process.env, ...runtime.env, E2E_SCREENS: names.join(' ') },
  });
  const [status] = (await once(playwright, 'exit')) as [number | null];
  return status ?? 1;
}
