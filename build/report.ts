import path from 'node:path';
import { root } from './places.mjs';

/** Numbers of one run of a tool, and what went wrong in it, so that the end of a long log says it again. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One text per failed or flaky test: its place and name, then the beginning of its message. */
  readonly troubles: readonly string[];
  /** What took longest, longest first: where to look when a lane is beyond its budget. */
  readonly longest?: readonly string[];
  /** What each lane took, for the end of a run. */
  readonly spent?: readonly string[];
  /** Lanes that were held to their budget. */
  readonly judged?: readonly string[];
}

/** What Vitest says, and which files hold the failures. */
export interface UnitTally extends Tally {
  readonly failedFiles: readonly string[];
  /** Tests of those files that passed. */
  readonly passedBeside: number;
}

/** Lines of a message that are told again; the whole of it stands further up in the log. */
const LINES = 12;

/** Reads the JSON report of Vitest. */
export function tallyOfUnits(report: unknown): UnitTally {
  const failedFiles = list(report, 'testResults').filter((file) => text(file, 'status') === 'failed');
  const troubles = failedFiles.flatMap((file) => {
    const failed = testsOf(file, 'failed');
    if (failed.length === 0) return [trouble(text(file, 'name'), [text(file, 'message')])];
    return failed.map((test) =>
      trouble(`${text(file, 'name')} › ${text(test, 'fullName')}`, list(test, 'failureMessages')),
    );
  });
  return {
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
    troubles,
    failedFiles: failedFiles.map((file) => text(file, 'name')),
    passedBeside: failedFiles.reduce<number>((sum, file) => sum + testsOf(file, 'passed').length, 0),
    longest: longestOf(
      list(report, 'testResults').map((file) => ({
        name: text(file, 'name'),
        ms: count(file, 'endTime') - count(file, 'startTime'),
      })),
    ),
  };
}

/** Seconds of each test file of a JSON report of Vitest, by its path relative to the root. */
export const secondsOfFiles = (report: unknown, base: string): readonly (readonly [string, number])[] =>
  list(report, 'testResults').map((file) => [
    path.relative(base, text(file, 'name')).replaceAll(path.sep, '/'),
    (count(file, 'endTime') - count(file, 'startTime')) / 1000,
  ]);

/** Entries of a list of the longest; the rest is of no use to whoever looks for seconds. */
const LONGEST = 8;

function longestOf(parts: readonly { readonly name: string; readonly ms: number }[]): readonly string[] {
  const msByName = new Map<string, number>();
  for (const { name, ms } of parts) msByName.set(name, (msByName.get(name) ?? 0) + ms);
  return [...msByName]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, LONGEST)
    .map(([name, ms]) => `${path.relative(root, name)} ${String(Math.round(ms / 1000))} s`);
}

/** The count after the files that failed were run a second time. What then passes counts as passed, and is named. */
export function afterSecondRun(first: UnitTally, second: Tally): Tally {
  const label = second.failed === 0 ? 'flaky: ' : 'first run: ';
  return {
    passed: first.passed - first.passedBeside + second.passed,
    failed: second.failed,
    ...(first.longest === undefined ? {} : { longest: first.longest }),
    troubles: [...first.troubles.map((told) => `${label}${told}`), ...second.troubles],
  };
}

function testsOf(file: unknown, status: string): readonly unknown[] {
  return list(file, 'assertionResults').filter((test) => text(test, 'status') === status);
}

/** Reads the JSON report of Playwright. A journey that passed at the second try counts as passed, and is named. */
export function tallyOfJourneys(report: unknown): Tally {
  const stats = property(report, 'stats');
  const journeys = list(report, 'suites').flatMap(specsOf);
  const wrong = journeys.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  return {
    passed: count(stats, 'expected') + count(stats, 'flaky'),
    failed: count(stats, 'unexpected'),
    troubles: [
      ...list(report, 'errors').map((error) => trouble('playwright', [text(error, 'message')])),
      ...wrong.map(({ name, status, messages }) => trouble(`${status}: ${name}`, messages)),
    ],
    longest: longestOf(journeys.map(({ file, ms }) => ({ name: path.join(root, 'tests/e2e', file), ms }))),
  };
}

interface Journey {
  readonly name: string;
  readonly file: string;
  readonly ms: number;
  readonly status: string;
  readonly messages: readonly string[];
}

function specsOf(suite: unknown): readonly Journey[] {
  const own = list(suite, 'specs').flatMap((spec) =>
    list(spec, 'tests').map((test) => ({
      file: text(spec, 'file'),
      ms: list(test, 'results').reduce<number>((sum, result) => sum + count(result, 'duration'), 0),
      name: `${text(spec, 'file')}:${String(property(spec, 'line'))} › ${text(spec, 'title')}`,
      status: text(test, 'status'),
      messages: list(test, 'results').flatMap((result) =>
        list(result, 'errors').map((error) => text(error, 'message')),
      ),
    })),
  );
  return [...own, ...list(suite, 'suites').flatMap(specsOf)];
}

function trouble(name: string, messages: readonly unknown[]): string {
  const lines = messages.flatMap((message) =>
    String(message)
      .trim()
      .split('\n')
      .filter((line) => !line.includes('node_modules'))
      .slice(0, LINES),
  );
  return [name, ...lines.map((line) => `  ${line}`)].join('\n');
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = property(value, key);
  return Array.isArray(found) ? found : [];
}

function text(value: unknown, key: string): string {
  const found = property(value, key);
  return typeof found === 'string' ? found : '';
}

function count(value: unknown, key: string): number {
  const found = property(value, key);
  return typeof found === 'number' ? found : 0;
}
