// `npm run limits:write`: locks the files of limits after a look at their history; prints what speaks against it.
import path from 'node:path';
import { writeLock } from './limits-lock.ts';

try {
  writeLock(path.resolve(import.meta.dirname, '../..'));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
