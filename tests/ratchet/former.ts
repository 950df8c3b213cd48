import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { committedVersionsOf, type Version } from './file-history.ts';
import { type Place, runApart } from './parts.ts';
import { median } from './ratios/pairs.ts';
import { type KeptFigure, parseValues, type Values, valuesFile } from './values.ts';

// Product and floor do not depend on a machine in the same way: caches, the compiler and calls into C weigh more on one than on
// another, and unchanged code can lie beyond a limit that was set elsewhere. So before a ratio counts as lost, the commit that
// set its value is measured beside it.

/** Where former commits are built, relative to the root of the repository. */
const FOLDER = '.cache/ratchet/former';
const RUNS = 3;
const run = promisify(execFile);

/** A ratio of an earlier commit, measured here and now. */
export interface Former {
  readonly commit: string;
  readonly value: number;
}

/**
 * The first commit since which the file keeps the value it keeps now of a figure, from its versions, oldest first; `null` when
 * none does: what was not committed yet has been measured nowhere. Another tolerance does not make the product of a later
 * commit the measure.
 */
export function commitThatKept(name: string, values: Values, versions: readonly Version[]): string | null {
  let found: string | null = null;
  for (const { commit, text } of versions.toReversed()) {
    if (parseValues(text).figures[name]?.kept !== values.figures[name]?.kept) break;
    found = commit;
  }
  return found;
}

/**
 * The ratio of the commit that set its value, the median of three on this machine; `null` where that commit is not here (no
 * history) or cannot be built any more, which is said.
 */
export async function formerRatio(
  name: string,
  values: Values,
  say: (line: string) => void,
): Promise<Former | null> {
  const commit = commitThatKept(name, values, committedVersionsOf('.', valuesFile));
  if (commit === null) return null;
  try {
    const place = await built(commit);
    const taken: number[] = [];
    for (let i = 0; i < RUNS; i += 1)
      for (const { value } of await runApart({ of: 'ratio', group: name, planted: null }, place))
        taken.push(value);
    return { commit, value: median(taken) };
  } catch (error) {
    say(`${name}: ${short(commit)}, which set it, cannot be measured: ${String(error)}`);
    return null;
  }
}

/** What a run is held against here: where a former commit lies higher on this machine than in the file, its value. */
export function besideFormer(values: Values, formers: Readonly<Record<string, Former>>): Values {
  const figures = Object.entries(values.figures).map(([name, figure]): [string, KeptFigure] => {
    const former = formers[name];
    return [name, former === undefined ? figure : { ...figure, kept: Math.max(figure.kept, former.value) }];
  });
  return { ...values, figures: Object.fromEntries(figures) };
}

/** A commit as people name it. */
export const short = (commit: string): string => commit.slice(0, 7);

/** Builds a commit with the packages of this one, and makes its towns. */
async function built(commit: string): Promise<Place> {
  const folder = path.resolve(FOLDER, commit);
  const place = { folder, program: path.join(folder, 'out', 'ratchet', 'index.cjs') };
  if (existsSync(folder)) return place;
  rmSync(path.resolve(FOLDER), { recursive: true, force: true });
  const half = `${folder}.half`;
  await run('git', ['clone', '-q', '--shared', '--no-checkout', '.', half]);
  await run('git', ['-C', half, 'checkout', '-q', '--detach', commit]);
  symlinkSync(path.resolve('node_modules'), path.join(half, 'node_modules'), 'junction');
  const build = "import('./build/ratchet.ts').then(({ prepareRatchet }) => prepareRatchet())";
  await run(process.execPath, ['--input-type=module', '-e', build], { cwd: half });
  // It bears its name only when it is whole.
  renameSync(half, folder);
  for (const size of ['large', 'small'] as const) await runApart({ of: 'town', size }, place);
  return place;
}
