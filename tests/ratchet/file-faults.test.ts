import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { fileFaults, LARGEST_TOLERANCE, lossesOfHistory, unexplainedLosses } from './file-faults.ts';
import { versionsOf } from './file-history.ts';
import { day, reason } from './reason.ts';
import { type KeptFigure, limitOf, parseValues, readValues, type Values, valuesFile } from './values.ts';

const root = path.resolve(import.meta.dirname, '../..');
const kept = (value: number, rest: Partial<KeptFigure> = {}): KeptFigure => ({
  unit: 'statements',
  kept: value,
  best: value,
  ...rest,
});
const file = (figure: KeptFigure | null, retired: Values['retired'] = {}): Values => ({
  figures: figure === null ? {} : { search: figure },
  retired,
});
const why = 'the law of 2027 asks for one more key';
const date = '2026-12-02';
/** A figure taken out that had this value; `successor`: what is measured in its place. */
const end = (value: number, successor: string | null = null): Values['retired'][string] => ({
  unit: 'statements',
  kept: value,
  successor,
  why,
  date,
});

describe('the file of values', () => {
  test('has no faults and no loss without a reason since its first version', () => {
    const versions = versionsOf(root, valuesFile).map(parseValues);

    const losses = lossesOfHistory(versions);

    expect(versions.length).toBeGreaterThan(0);
    expect({ losses, faults: fileFaults(readValues()) }).toEqual({ losses: [], faults: [] });
  });

  test('keeps figures, and no ratio so loosely that a slow-down of a quarter would pass', () => {
    const figures = Object.values(readValues().figures);

    const ratios = figures.filter(({ tolerance }) => tolerance !== undefined);

    expect(figures.length).toBeGreaterThan(ratios.length);
    expect(ratios.length).toBeGreaterThan(0);
    for (const figure of ratios) expect(limitOf(figure)).toBeLessThan(figure.kept * 1.25 * 0.95);
  });

  test.each([
    ['a reason of blanks', { kept: 2, best: 1, loosened: { from: 1, to: 2, why: ' ', date } }],
    ['a reason of a word', { kept: 2, best: 1, loosened: { from: 1, to: 2, why: 'needed', date } }],
    ['a reason of one letter', { kept: 2, best: 1, loosened: { from: 1, to: 2, why: 'x'.repeat(22), date } }],
    ['a reason without a day', { kept: 2, best: 1, loosened: { from: 1, to: 2, why } }],
    ['a key nobody knows', { kept: 1, best: 1, worst: 3 }],
  ])('is refused with %s', (_, figure) => {
    const text = JSON.stringify({ figures: { search: { unit: 'rows', ...figure } }, retired: {} });

    expect(() => parseValues(text)).toThrow();
  });

  test.each([
    ['of one letter', 'x'.repeat(22)],
    ['of one word', 'because because because because because'],
    ['of letters that are no words', 'a b c d e f g h i j k l m n'],
    ['of one letter in words', 'xx xxx xxxx xxxxx xxxxxx'],
    ['of numbers', '10 11 12 13 14 15 16 17'],
    ['of one Han character', '慢'.repeat(16)],
    ['too short', 'the law asks'],
  ])('refuses a reason %s', (_, text) => {
    expect(reason.safeParse(text).success).toBe(false);
  });

  test.each([why, '新法规定每户多存一个键值', 'Node 24 仍需要多读一次目录页'])(
    'takes the reason %s',
    (text) => {
      expect(reason.parse(text)).toBe(text);
    },
  );

  test.each([
    '9999-99-99',
    '2026-02-30',
    '2025-02-29',
    '2026-12-2',
    '2026-13-01',
    '9999-12-31',
    ' 2026-12-02',
  ])('refuses the day %s', (text) => {
    expect(day.safeParse(text).success).toBe(false);
  });

  test('takes the day of today wherever it is today already, and none behind it', () => {
    const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 10);

    expect([date, '2024-02-29', at(0), at(13)].map((text) => day.safeParse(text).success)).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    expect(day.safeParse(at(48)).success).toBe(false);
  });

  test.each([
    ['worse than the best without a reason', kept(2, { best: 1 }), 'no reason'],
    [
      'worse than it was loosened to',
      kept(3, { best: 1, loosened: { from: 1, to: 2, why, date } }),
      'loosened to',
    ],
    ['better than the best', kept(1, { best: 2 }), 'better than the best'],
    ['so loose that a quarter passes', kept(1, { tolerance: LARGEST_TOLERANCE + 0.01 }), 'too much'],
  ])('is at fault when a figure is %s', (_, figure, told) => {
    expect(fileFaults(file(figure)).join('\n')).toContain(told);
  });

  test('is at fault when a figure is retired and kept at once', () => {
    expect(fileFaults(file(kept(1), { search: end(1) }))).toHaveLength(1);
  });
});

describe('a figure that is measured no more', () => {
  const asked = (value: number, rest: Partial<KeptFigure> = {}): Values['figures'] => ({
    'search.asked': kept(value, rest),
  });
  const after = (retired: Values['retired'][string], figures: Values['figures'] = {}): Values => ({
    figures,
    retired: { 'search.statements': retired },
  });

  test.each([
    ['with nothing in its place', after(end(10))],
    ['with one as good in its place', after(end(10, 'search.asked'), asked(10))],
    [
      'with one in its place that was loosened later',
      after(end(10, 'search.asked'), asked(12, { best: 9, loosened: { from: 9, to: 12, why, date } })),
    ],
    ['with one of another unit in its place', after(end(10, 'search.asked'), asked(900, { unit: 'rows' }))],
    [
      'with one within its tolerance in its place',
      after({ ...end(10, 'search.asked'), tolerance: 0.1 }, asked(10.9)),
    ],
  ])('may be retired %s', (_, values) => {
    expect(fileFaults(values)).toEqual([]);
  });

  test.each([
    ['nobody keeps', after(end(10, 'search.asked')), 'is kept nowhere'],
    ['it is itself', after(end(10, 'search.statements')), 'is kept nowhere'],
    ['is worse', after(end(10, 'search.asked'), asked(11)), 'is worse'],
    [
      'was worse when it was retired in its turn',
      { figures: {}, retired: { a: end(10, 'b'), b: end(11) } },
      'is worse',
    ],
  ])('names no successor that %s', (_, values, told) => {
    expect(fileFaults(values).join('\n')).toContain(told);
  });

  test.each([
    ['without its successor', { why, date, unit: 'statements', kept: 10 }],
    ['without its last value', { why, date, unit: 'statements', successor: null }],
    ['with a reason of one letter', { ...end(10), why: 'x'.repeat(22) }],
  ])('is refused %s', (_, retired) => {
    expect(() => parseValues(JSON.stringify({ figures: {}, retired: { search: retired } }))).toThrow();
  });

  const before: Values = { figures: { 'search.statements': kept(10) }, retired: {} };

  test('names its successor where a new figure of its group and unit came with it', () => {
    expect(unexplainedLosses(before, after(end(10), asked(14)))).toEqual([
      'search.statements: retired without a successor, while search.asked came',
    ]);
    expect(unexplainedLosses(before, after(end(10, 'search.asked'), asked(10)))).toEqual([]);
    expect(unexplainedLosses(before, after(end(10), asked(14, { unit: 'rows' })))).toEqual([]);
    expect(unexplainedLosses(before, after(end(10), { 'save.statements': kept(14) }))).toEqual([]);
  });

  test('is retired with the value and the unit it had', () => {
    for (const wrong of [end(14), { ...end(10), unit: 'rows' }, { ...end(10), tolerance: 0.1 }])
      expect(unexplainedLosses(before, after(wrong))).toEqual([
        expect.stringMatching(/^search\.statements: retired as .*, it was kept as 10 statements$/),
      ]);
  });
});

describe('between two versions', () => {
  const loosened = { from: 10, to: 12, why, date };

  test.each([
    ['nothing changed', kept(10), file(kept(10))],
    ['a gain', kept(10), file(kept(9))],
    ['a loss with a reason', kept(10), file(kept(12, { best: 10, loosened }))],
    ['a figure retired with a reason', kept(10), file(null, { search: end(10) })],
  ])('%s needs no more', (_, was, later) => {
    expect(unexplainedLosses(file(was), later)).toEqual([]);
  });

  test.each([
    ['a loss', kept(10), file(kept(12, { best: 10 }))],
    ['a loss whose best went with it', kept(10), file(kept(12))],
    ['a loss beyond its reason', kept(10), file(kept(13, { best: 10, loosened }))],
    [
      'a loss with the reason of an earlier one',
      kept(12, { best: 10, loosened }),
      file(kept(13, { best: 10, loosened })),
    ],
    ['a wider tolerance', kept(10, { tolerance: 0.1 }), file(kept(10, { tolerance: 0.11 }))],
    ['a figure taken out', kept(10), file(null)],
  ])('%s is found', (_, was, later) => {
    expect(unexplainedLosses(file(was), later)).toHaveLength(1);
  });
});

test('a name that was retired does not come back', () => {
  const retired = file(null, { search: end(1) });

  expect(unexplainedLosses(retired, retired)).toEqual([]);
  expect(unexplainedLosses(retired, file(kept(1)))).toHaveLength(1);
});

describe('the history of a repository', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const git = (cwd: string, ...args: readonly string[]): void => {
    const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
    execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
  };
  const written = (folder: string, values: Values): void => {
    writeFileSync(path.join(folder, valuesFile), JSON.stringify(values, null, 2));
  };

  test('shows a loss that was committed between two versions, though the last one says nothing of it', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'ratchet-'));
    folders.push(folder);
    mkdirSync(path.join(folder, path.dirname(valuesFile)), { recursive: true });
    git(folder, 'init', '-q');
    for (const value of [10, 12]) {
      written(folder, file(kept(value)));
      git(folder, 'add', '-A');
      git(folder, 'commit', '-q', '-m', String(value));
    }
    written(folder, file(kept(11)));

    const versions = versionsOf(folder, valuesFile).map(parseValues);

    expect(versions.map(({ figures }) => figures['search']?.kept)).toEqual([10, 12, 11]);
    expect(lossesOfHistory(versions)).toHaveLength(1);
  });

  const begun = (first: Values): string => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'ratchet-'));
    folders.push(folder);
    mkdirSync(path.join(folder, path.dirname(valuesFile)), { recursive: true });
    git(folder, 'init', '-q', '-b', 'main');
    committed(folder, first);
    return folder;
  };
  const committed = (folder: string, values: Values): void => {
    written(folder, values);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'values');
  };

  test('is not broken by two branches that gained apart and were merged', () => {
    const both = (one: number, other: number): Values => ({
      figures: { one: kept(one), other: kept(other) },
      retired: {},
    });
    const folder = begun(both(10, 20));
    git(folder, 'checkout', '-q', '-b', 'side');
    committed(folder, both(10, 19));
    git(folder, 'checkout', '-q', 'main');
    committed(folder, both(9, 20));
    git(folder, 'merge', '-q', '-s', 'ours', '--no-commit', 'side');
    committed(folder, both(9, 19));

    expect(lossesOfHistory(versionsOf(folder, valuesFile).map(parseValues))).toEqual([]);

    git(folder, 'checkout', '-q', '-b', 'worse');
    committed(folder, both(9, 22));
    git(folder, 'checkout', '-q', 'main');
    git(folder, 'merge', '-q', '--no-ff', 'worse', '-m', 'merged');
    expect(lossesOfHistory(versionsOf(folder, valuesFile).map(parseValues))).toHaveLength(1);
  });

  test('goes on where the file was moved', () => {
    const figures = (value: number): Values => ({
      figures: Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, kept(value)])),
      retired: {},
    });
    const folder = begun(figures(10));
    const moved = 'tests/ratchet/kept.json';
    git(folder, 'mv', valuesFile, moved);
    writeFileSync(path.join(folder, moved), JSON.stringify(figures(20), null, 2));
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'moved');

    const versions = versionsOf(folder, moved).map(parseValues);
    expect(versions.map(({ figures: of }) => of['a']?.kept)).toEqual([10, 20, 20]);
    expect(lossesOfHistory(versions)).not.toEqual([]);
  });

  test('is the file as it lies there where there is no repository', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'ratchet-'));
    folders.push(folder);
    mkdirSync(path.join(folder, path.dirname(valuesFile)), { recursive: true });
    written(folder, file(kept(7)));

    expect(versionsOf(folder, valuesFile)).toHaveLength(1);
  });
});
