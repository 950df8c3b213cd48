/** A test that costs as much as one lets it: every run of all tests plays its short form. */
export interface Proof {
  readonly about: string;
  readonly files: readonly string[];
  /** Environment variable by which the files take their size; each names its short form beside it. */
  readonly variable: string;
  /** Value for the long form; minutes, some of them half an hour. */
  readonly long: string;
}

/** Long proofs by name. Years of rosters are no test but a benchmark: `npm run bench -- roster`. */
export const proofs: Readonly<Record<string, Proof>> = {
  simulation: {
    about: 'six offices exchange packages in random histories with faults',
    files: ['tests/db/cli/simulate.test.ts'],
    variable: 'SIMULATION_RUNS',
    long: '200',
  },
  kills: {
    about: 'a program killed while it saves loses nothing acknowledged',
    files: ['tests/db/store/crashes.test.ts'],
    variable: 'ZW_KILL_ROUNDS',
    long: '400',
  },
  'host-kills': {
    about: 'the data process of the window, killed while it saves',
    files: ['tests/electron/host-crash.test.ts'],
    variable: 'KILL_ROUNDS',
    long: '100',
  },
  'city-kills': {
    about: 'a PostgreSQL city killed while it takes packages in',
    files: ['tests/db/city/killing.test.ts'],
    variable: 'ZW_KILL_ROUNDS',
    long: '100',
  },
  city: {
    about: 'cities that get the same changes in any order end alike',
    files: ['tests/db/city/converging.test.ts'],
    variable: 'ZW_CITY_RUNS',
    long: '1000',
  },
  exchange: {
    about: 'random exchanges between stores in memory',
    files: ['tests/db/store/sync/random-exchange.test.ts'],
    variable: 'ZW_EXCHANGES',
    long: '500',
  },
  histories: {
    about: 'random histories of records and figures against plain models',
    files: ['tests/db/store/random-histories.test.ts', 'tests/db/store/random-figures.test.ts'],
    variable: 'ZW_HISTORIES',
    long: '1000',
  },
  cases: {
    about: 'random ways of cases through their workflow',
    files: ['tests/db/store/random-cases.test.ts'],
    variable: 'ZW_CASES',
    long: '500',
  },
  tampering: {
    about: 'every bit of a package turned over, every length cut',
    files: ['tests/db/exchange/package/tamper.test.ts'],
    variable: 'ZW_FLIPS',
    long: 'all',
  },
  fuzzing: {
    about: 'a million damaged inputs for every parser of packages',
    files: ['tests/db/exchange/package/fuzz.test.ts'],
    variable: 'ZW_FUZZ_INPUTS',
    long: '1000000',
  },
  'package-rows': {
    about: 'memory of a package of two million rows',
    files: ['tests/db/exchange/package/bounds.test.ts'],
    variable: 'ZW_PACKAGE_ROWS',
    long: '2000000',
  },
};
