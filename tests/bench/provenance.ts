import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IMPORT_PATTERN, packageVersions } from './package-versions.ts';

/** What a figure was measured on. */
export interface Provenance {
  /** Short hash; empty where there is no repository. */
  readonly commit: string;
  /** Files the benchmark declares differed from that commit: nobody can look up what was measured. */
  readonly hasChanges?: true;
}

/**
 * How a figure stands to the files its benchmark declares and the packages they import, as they are now: `current`, nothing
 * has changed since; `older`, something has; `unknown`, its commit is not in this history; `unrecorded`, it was measured with changes that
 * were in no commit. Only `current` may be taken for what the product does now.
 */
export type Age = 'current' | 'older' | 'unknown' | 'unrecorded';

const HASH_DIGITS = 9;

/** What a measurement with these files is taken on, now. */
export function provenanceOf(root: string, paths: readonly string[]): Provenance {
  const head = git(root, ['rev-parse', `--short=${String(HASH_DIGITS)}`, 'HEAD']);
  if (head.status !== 0) return { commit: '' };
  const commit = head.stdout.trim();
  return isChanged(root, commit, paths) ? { commit, hasChanges: true } : { commit };
}

/** How old a figure is that was measured with these files. */
export function ageOf(root: string, { commit, hasChanges }: Provenance, paths: readonly string[]): Age {
  if (hasChanges === true) return 'unrecorded';
  if (!isKnown(root, commit)) return 'unknown';
  return isChanged(root, commit, paths) ? 'older' : 'current';
}

/** Whether commits may be missing here that others have: then nothing can be said of the age of a figure. */
export const isShallow = (root: string): boolean =>
  git(root, ['rev-parse', '--is-shallow-repository']).stdout.trim() !== 'false';

/** In the history of what is checked out: a commit of another branch is no past of it. */
const isKnown = (root: string, commit: string): boolean =>
  commit !== '' && git(root, ['merge-base', '--is-ancestor', commit, 'HEAD']).status === 0;

/**
 * Whether files differ from a commit, in what was committed since, in what was not yet, or by being new; or the versions of
 * packages they import.
 */
function isChanged(root: string, commit: string, paths: readonly string[]): boolean {
  if (git(root, ['diff', '--quiet', commit, '--', ...paths]).status !== 0) return true;
  if (git(root, ['ls-files', '--others', '--exclude-standard', '--', ...paths]).stdout !== '') return true;
  if (git(root, ['diff', '--quiet', commit, '--', LOCK]).status === 0) return false;
  return packagesUnder(root, paths, commit) !== packagesUnder(root, paths);
}

const LOCK = 'package-lock.json';

/** Versions of the packages that files import, as they are locked in the work tree or were in a commit. */
export function packagesUnder(root: string, paths: readonly string[], commit?: string): string {
  const imports = git(root, ['grep', '-hoE', IMPORT_PATTERN, '--', ...paths]).stdout.split('\n');
  const file = path.join(root, LOCK);
  const now = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return packageVersions(
    imports,
    commit === undefined ? now : git(root, ['show', `${commit}:${LOCK}`]).stdout,
  );
}

function git(
  root: string,
  args: readonly string[],
): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { status, stdout: stdout ?? '' };
}
