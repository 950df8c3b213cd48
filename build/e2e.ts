// `npm run test:e2e [-- playwright arguments]`: builds what changed, finds an Electron, gives it a screen and runs Playwright.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { allParts } from './freshness.mjs';
import { root } from './places.mjs';
import { findRuntime, type Runtime } from './runtime.ts';
import { onScreen } from './screen.ts';

const say = (line: string) => {
  process.stderr.write(`${line}\n`);
};

try {
  await bundle(allParts, say);
  const runtime = await findRuntime();
  say(runtime.description);
  process.exitCode = runPlaywright(runtime);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function runPlaywright(runtime: Runtime): number {
  const packageFolder = path.dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'));
  const cli = path.join(packageFolder, 'cli.js');
  const [program, ...args] = onScreen([process.execPath, cli, 'test', ...process.argv.slice(2)]);
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { LANG: 'zh_CN.UTF-8', ...process.env, ...runtime.env },
  });
  return result.status ?? 1;
}
