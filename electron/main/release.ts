import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const manifest = z.object({ testBuild: z.literal(true) });

/** True for a package made by `npm run pack:test`, which says so in its package.json. */
export function isTestBuild(appFolder: string): boolean {
  try {
    return manifest.safeParse(JSON.parse(readFileSync(path.join(appFolder, 'package.json'), 'utf8'))).success;
  } catch {
    return false;
  }
}
