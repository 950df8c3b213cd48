import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file as a commit has it. */
export interface Version {
  readonly commit: string;
  readonly text: string;
}

/**
 * Every version of a file that the line of its branch has had, oldest first, under whatever name. What was merged counts as
 * one step: two branches that gained apart are no loss. None without a history (no repository, no git).
 */
export function committedVersionsOf(root: string, file: string): readonly Version[] {
  // `--reverse` forgets earlier names. A move may change as much as it likes and is still one.
  const log = ['log', '--first-parent', '--follow', '-M20%', '--format=%x00%H', '--name-only', '--', file];
  const past = (git(root, log) ?? '').split('\0').slice(1).toReversed();
  return past.flatMap((entry) => {
    const [commit = '', name = ''] = entry.split('\n').filter((line) => line !== '');
    // Nothing where it was taken out.
    const text = git(root, ['show', `${commit}:${name}`]);
    return text === null ? [] : [{ commit, text }];
  });
}

/** The same, and last the one that lies there now. Without a history only the latter. */
export function versionsOf(root: string, file: string): readonly string[] {
  const now = path.join(root, file);
  return [
    ...committedVersionsOf(root, file).map(({ text }) => text),
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
