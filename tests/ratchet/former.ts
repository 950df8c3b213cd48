import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { committedVersionsOf, type Version } from './file-history.ts';
import { type Place, runApart } from './parts.ts';
import { median } from './ratios/pairs.ts';
import { type KeptFigure, parseValues, type Values, valuesFile } from './values.ts';

// Product and floor do not depend on a machine in the same way: caches, the compiler and calls into C weigh more on one than on
// another, and unchanged code can lie beyond a limit that was set elsewhere. So before a ratio counts as lost, the commits that
// set its value are measured beside it, and the least of them counts.

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
 * The commits that set the value the file keeps of a figure, and before it those it was tightened from, newest first, from the
 * versions of the file, oldest first. A looser value begins anew: what went before it was given up with a reason. So does another
 * unit. None when what lies there now was not committed yet: it has been measured nowhere. A tolerance sets no value: another one
 * does not make the product of a later commit the measure.
 */
export function commitsThatKept(
  name: string,
  values: Values,
  versions: readonly Version[],
): readonly string[] {
  const setters: string[] = [];
  let later = values.figures[name];
  for (const { commit, text } of versions.toReversed()) {
    const figure = parseValues(text).figures[name];
    if (later === undefined || figure?.unit !== later.unit || figure.kept < later.kept) break;
    if (figure.kept === later.kept) setters.pop();
    else if (setters.length === 0) break;
    setters.push(commit);
    later = figure;
  }
  return setters;
}

/**
 * The lowest ratio that the commits which set its value and those it was tightened from give on this machine, each the median of
 * three, until one says `isEnough`: somebody could keep a lower value in a commit that is slower, and only the earlier ones tell.
 * `null` where none is here (no history) or can be built any more, which is said.
 */
export async function formerRatio(
  name: string,
  values: Values,
  { say, isEnough }: { say: (line: string) => void; isEnough: (former: Former) => boolean },
): Promise<Former | null> {
  let least: Former | null = null;
  for (const commit of commitsThatKept(name, values, committedVersionsOf('.', valuesFile))) {
    const former = await ratioAt(commit, name, say);
    if (former !== null && (least === null || former.value < least.value)) least = former;
    if (least !== null && isEnough(least)) break;
  }
  return least;
}

async function ratioAt(commit: string, name: string, say: (line: string) => void): Promise<Former | null> {
  try {
    const place = await built(commit);
    const taken: number[] = [];
    for (let i = 0; i < RUNS; i += 1)
      for (const { value } of await runApart({ of: 'ratio', group: name, planted: null }, place))
        taken.push(value);
    const value = median(taken);
    say(`${name}: ${short(commit)}, which set it, gives ${value.toPrecision(4)} here`);
    return { commit, value };
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
