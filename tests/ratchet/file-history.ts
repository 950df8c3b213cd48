import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Every version of a file in the history of its repository, oldest first, and last the one that lies there now. Without a
 * history (no repository, no git) only the latter.
 */
export function versionsOf(root: string, file: string): readonly string[] {
  const now = path.join(root, file);
  const commits = git(root, ['log', '--reverse', '--format=%H', '--diff-filter=AM', '--', file]);
  const past = (commits ?? '').split('\n').filter((line) => line !== '');
  return [
    ...past.map((commit) => git(root, ['show', `${commit}:${file}`]) ?? ''),
    ...(existsSync(now) ? [readFileSync(now, 'utf8')] : []),
  ];
}

function git(cwd: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    });
  } catch {
    return null;
  }
}
