import { expect, test } from 'vitest';
import { afterSecondRun, tallyOfJourneys, tallyOfUnits } from '../../build/report.ts';

test('what failed below the window is named with its file and the beginning of its message', () => {
  const message = ['AssertionError: expected 1 to be 2', ...Array.from({ length: 40 }, (_, i) => `at ${i}`)];
  const tally = tallyOfUnits({
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'adds', failureMessages: [] },
          { status: 'failed', fullName: 'takes away', failureMessages: [message.join('\n')] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'Cannot find ./c.ts', assertionResults: [] },
    ],
  });
  expect(tally).toMatchObject({
    passed: 2,
    failed: 1,
    failedFiles: ['a.test.ts', 'b.test.ts'],
    passedBeside: 1,
  });
  expect(tally.troubles).toHaveLength(2);
  const [first, second] = tally.troubles;
  expect(first).toMatch(/^a\.test\.ts › takes away\n {2}AssertionError: expected 1 to be 2\n/u);
  expect(first?.split('\n')).toHaveLength(13);
  expect(second).toBe('b.test.ts\n  Cannot find ./c.ts');
});

test('a journey that failed, and one that passed at the second try, are both named', () => {
  const spec = (title: string, status: string, errors: readonly string[]) => ({
    title,
    file: 'day.spec.ts',
    line: 7,
    tests: [{ status, results: [{ errors: errors.map((message) => ({ message })) }, { errors: [] }] }],
  });
  const tally = tallyOfJourneys({
    stats: { expected: 1, flaky: 1, unexpected: 1 },
    errors: [],
    suites: [
      {
        specs: [spec('opens', 'expected', [])],
        suites: [
          { specs: [spec('prints', 'flaky', ['too late']), spec('closes', 'unexpected', ['not there'])] },
        ],
      },
    ],
  });
  expect(tally).toMatchObject({ passed: 2, failed: 1 });
  expect(tally.troubles).toEqual([
    'flaky: day.spec.ts:7 › prints\n  too late',
    'unexpected: day.spec.ts:7 › closes\n  not there',
  ]);
});

test('a file that passes the second time is flaky and said so, one that fails again is a failure', () => {
  const first = {
    passed: 90,
    failed: 1,
    troubles: ['a.test.ts › adds'],
    failedFiles: ['a.test.ts'],
    passedBeside: 4,
  };
  expect(afterSecondRun(first, { passed: 5, failed: 0, troubles: [] })).toEqual({
    passed: 91,
    failed: 0,
    troubles: ['flaky: a.test.ts › adds'],
  });
  expect(afterSecondRun(first, { passed: 4, failed: 1, troubles: ['a.test.ts › adds'] })).toEqual({
    passed: 90,
    failed: 1,
    troubles: ['first run: a.test.ts › adds', 'a.test.ts › adds'],
  });
});

test('a run without tests, or an answer that is no report, counts nothing', () => {
  expect(tallyOfUnits({})).toMatchObject({ passed: 0, failed: 0, troubles: [], failedFiles: [] });
  expect(tallyOfJourneys(null)).toMatchObject({ passed: 0, failed: 0, troubles: [], longest: [] });
});
