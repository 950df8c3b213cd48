import { existsSync } from 'node:fs';
import path from 'node:path';

/** Prints why tests are left out, so that a run without them cannot be taken for a run with them. */
export function sayWhySkipped(what: string, reason: string | null): boolean {
  if (reason !== null) process.stderr.write(`SKIPPED ${what}: ${reason}\n`);
  return reason !== null;
}

/** Names the programs that are missing, `null` when all are there. */
export function missingPrograms(programs: readonly string[]): string | null {
  const missing = programs.filter((program) => programPath(program) === null);
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}

/** Where a program is; administrators' programs are often not in the PATH of others. */
export function programPath(program: string): string | null {
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter),
    '/usr/bin',
    '/bin',
    '/usr/sbin',
    '/sbin',
  ];
  const found = folders.find((folder) => existsSync(path.join(folder, program)));
  return found === undefined ? null : path.join(found, program);
}
