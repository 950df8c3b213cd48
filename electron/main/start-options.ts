import path from 'node:path';

/** What the command line and the environment ask for. */
export interface StartOptions {
  /** Database file given by `--db F`, else the town's own. */
  readonly file: string | null;
  /** `--practice[=people]`: open the practice town at once. */
  readonly practice: { readonly people: number; readonly seed: number } | null;
  /** Another data folder; only outside a release. */
  readonly dataFolder: string | null;
  /** A Node to run the data process on; only outside a release, since it runs any program. */
  readonly node: string | null;
}

/** Enough people that lists scroll and searches find several; made in a few seconds. */
const PEOPLE = { least: 1000, usual: 3000, most: 1_200_000 };
/** Practice town opened when nothing else is asked for; the same seed makes the same town. */
export const firstPractice = { people: PEOPLE.usual, seed: 1 };

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
    practice: practice === undefined ? null : { ...firstPractice, people: peopleOf(practice) },
    dataFolder: isRelease ? null : (env['ZW_DATA_DIR'] ?? null),
    node: isRelease ? null : (env['APP_DBHOST_NODE'] ?? null),
  };
}

function peopleOf(argument: string): number {
  const { least, usual, most } = PEOPLE;
  const people = Number(argument.split('=')[1] ?? usual);
  return Number.isInteger(people) ? Math.min(most, Math.max(least, people)) : usual;
}

/** Both `--name value` and `--name=value`. */
function valueOf(argv: readonly string[], name: string): string | null {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = argv.indexOf(name);
  return at === -1 ? null : (argv[at + 1] ?? null);
}
