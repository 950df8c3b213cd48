/** Numbers of one run of a tool, and what went wrong in it, so that the end of a long log says it again. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One text per failed or flaky test: its place and name, then the beginning of its message. */
  readonly troubles: readonly string[];
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
  };
}

/** The count after the files that failed were run a second time. What then passes counts as passed, and is named. */
export function afterSecondRun(first: UnitTally, second: Tally): Tally {
  const label = second.failed === 0 ? 'flaky: ' : 'first run: ';
  return {
    passed: first.passed - first.passedBeside + second.passed,
    failed: second.failed,
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
  };
}

function specsOf(suite: unknown): readonly { name: string; status: string; messages: readonly string[] }[] {
  const own = list(suite, 'specs').flatMap((spec) =>
    list(spec, 'tests').map((test) => ({
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
