import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The SQLite addon lying beside a bundled script (`native/<platform>-<arch>.node`); `undefined` outside a bundle,
 * where the package's own loader finds it in node_modules.
 */
export function nativeBinding(): object | undefined {
  if (typeof __dirname === 'undefined') return undefined;
  const file = path.join(__dirname, 'native', `${process.platform}-${process.arch}.node`);
  if (!existsSync(file)) return undefined;
  const loaded: unknown = createRequire(__filename)(file);
  return typeof loaded === 'object' && loaded !== null ? loaded : undefined;
}
