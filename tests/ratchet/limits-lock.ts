import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isShallow } from '../bench/provenance.ts';
import { budgetsFile, limitsOf, parseBudgets, unexplainedRaises } from '../build/budget-raises.ts';
import { lossesOfHistory } from './file-faults.ts';
import { versionsOf } from './file-history.ts';
import { parseValues, valuesFile } from './values.ts';

/**
 * The digest of each file of limits, relative to the root of the repository. Whether a limit was loosened without a reason is
 * read from the history of its file; the lock is written only where that was found to be in order, so that a clone without
 * the history can tell that nothing was changed behind it.
 */
export const lockFile = 'tests/ratchet/limits.lock.json';

/** Each file of limits, with what its history let get worse without a reason. */
const limitFiles: Readonly<Record<string, (versions: readonly string[]) => readonly string[]>> = {
  [valuesFile]: (versions) => lossesOfHistory(versions.map(parseValues)),
  [budgetsFile]: (versions) =>
    unexplainedRaises(versions.map(limitsOf), parseBudgets(versions.at(-1) ?? '').raised),
};

/** Files of limits that are not as they were locked, in words; needs no history. */
export function lockFaults(root: string): readonly string[] {
  const locked = z.record(z.string(), z.string()).parse(JSON.parse(readText(root, lockFile)));
  return Object.keys(limitFiles)
    .filter((file) => locked[file] !== digestOf(readText(root, file)))
    .map(
      (file) => `${file} was changed since it was locked: npm run limits:write checks it against its history`,
    );
}

/** What the history of all files of limits let get worse without a reason. */
export const historyFaults = (root: string): readonly string[] =>
  Object.entries(limitFiles).flatMap(([file, faultsOf]) =>
    faultsOf(versionsOf(root, file)).map((fault) => `${file}: ${fault}`),
  );

/** Locks the files as they lie there. @throws where a limit was loosened without a reason, or the history is not there */
export function writeLock(root: string): void {
  if (isShallow(root))
    throw new Error(
      'the limits are locked after a look at their history, which is not here: git fetch --unshallow',
    );
  const faults = historyFaults(root);
  if (faults.length > 0) throw new Error(['limits were loosened without a reason:', ...faults].join('\n'));
  const digests = Object.keys(limitFiles).map((file) => [file, digestOf(readText(root, file))]);
  writeFileSync(path.join(root, lockFile), `${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`);
}

/** Of what the text says, however it is laid out. */
const digestOf = (text: string): string =>
  createHash('sha256')
    .update(JSON.stringify(JSON.parse(text)))
    .digest('hex');

const readText = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');
