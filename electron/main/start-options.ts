import path from 'node:path';

/** Practice town to open; `keep` = whatever practice town is there, else one of this size. */
export interface PracticeTown {
  readonly people: number;
  readonly seed: number;
  readonly keep: boolean;
}

/** What the command line and the environment ask for. */
export interface StartOptions {
  /** Database file given by `--db F`, else the town's own. */
  readonly file: string | null;
  /** `--practice[=people]`: open the practice town at once. */
  readonly practice: PracticeTown | null;
  /** Another data folder; only outside a release. */
  readonly dataFolder: string | null;
  /** A Node to run the data process on; only outside a release, since it runs any program. */
  readonly node: string | null;
  /** `--print=REQUEST`: lay out the documents of that file without a window, for `zw`; only outside a release. */
  readonly print: string | null;
}

/** Enough people that lists scroll and searches find several; made in a few seconds. */
const PEOPLE = { least: 1000, usual: 3000, most: 1_200_000 };
/** Practice town opened when nothing else is asked for; the same seed makes the same town. */
export const firstPractice: PracticeTown = { people: PEOPLE.usual, seed: 1, keep: true };

/** Reads the start options. `isRelease` closes every door meant for tests. */
export function readStartOptions(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  isRelease: boolean,
): StartOptions {
  const practice = argv.find((argument) => argument === '--practice' || argument.startsWith('--practice='));
  const file = valueOf(argv, '--db');
  return {
    file: file === null ? null : path.resolve(file),
    practice: practice === undefined ? null : practiceOf(practice),
    dataFolder: isRelease ? null : (env['ZW_DATA_DIR'] ?? null),
    node: isRelease ? null : (env['APP_DBHOST_NODE'] ?? null),
    print: isRelease ? null : valueOf(argv, '--print'),
  };
}

/** A number asks for a town of that size; without one the town made before is opened again. */
function practiceOf(argument: string): PracticeTown {
  const people = Number(argument.split('=')[1] ?? Number.NaN);
  if (!Number.isInteger(people)) return firstPractice;
  return { ...firstPractice, people: Math.min(PEOPLE.most, Math.max(PEOPLE.least, people)), keep: false };
}

/** Both `--name value` and `--name=value`. */
function valueOf(argv: readonly string[], name: string): string | null {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  return at === -1 ? null : (argv[at + 1] ?? null);
}
