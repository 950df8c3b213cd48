import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { benchmarks } from '../bench/benchmarks.ts';
import { agesIn, FIGURES, PAGE } from '../bench/keep-page.ts';
import { type KeptFigure, readFigures, withRun } from '../bench/kept-figures.ts';
import { performancePage } from '../bench/performance-page.ts';
import { isShallow, packagesUnder } from '../bench/provenance.ts';

const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, PAGE);
const kept = readFigures(path.join(root, FIGURES));

test('a benchmark depends on the version of every package its files import, SQLite among them', () => {
  const packagesOf = (name: string): string =>
    packagesUnder(root, benchmarks.find((one) => one.name === name)?.dependsOn ?? []);

  for (const name of [
    'build',
    'search',
    'list',
    'day',
    'save',
    'import',
    'check',
    'figures',
    'packages',
    'cold-start',
  ])
    expect([name, packagesOf(name)]).toEqual([
      name,
      expect.stringMatching(/^node_modules\/better-sqlite3-multiple-ciphers \d/m),
    ]);
  expect(packagesOf('sheet-peers')).toMatch(/^node_modules\/exceljs \d/m);
  expect(packagesOf('import')).toMatch(/^node_modules\/yauzl \d/m);
  expect(packagesOf('city')).toMatch(/^node_modules\/pg \d/m);
  expect(packagesOf('roster')).toMatch(/^node_modules\/highs \d/m);
  expect(packagesOf('roster')).not.toContain('better-sqlite3');
});

describe.each(benchmarks)('the benchmark $name', (benchmark) => {
  const { name, dependsOn } = benchmark;

  test('declares files that are there, its own among them', () => {
    expect(dependsOn.filter((place) => !existsSync(path.join(root, place)))).toEqual([]);
    expect(dependsOn.filter((place) => /^(db\/cli|tests)\/bench\//.test(place))).not.toEqual([]);
    expect(dependsOn.length).toBeGreaterThan(2);
  });

  test.each(['full', 'small'] as const)('promises figures at its %s size, none of them twice', (scale) => {
    const { figures, onceFigures, optionalFigures } = benchmark.at(scale);
    const names = [...figures, ...onceFigures, ...optionalFigures];

    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  });

  test('still promises every figure that is kept of it', () => {
    const { figures, onceFigures, optionalFigures } = benchmark.at('full');
    const promised = new Set([...figures, ...onceFigures, ...optionalFigures]);
    const names = kept.filter((figure) => figure.benchmark === name).map((figure) => figure.name);

    expect(names.filter((one) => !promised.has(one))).toEqual([]);
  });

  test('has every figure kept that it promises', () => {
    const { figures, onceFigures } = benchmark.at('full');
    const names = new Set(kept.map((figure) => figure.name));

    expect([...figures, ...onceFigures].filter((one) => !names.has(one))).toEqual([]);
  });
});

test('what is said to be reached is what value and target say', () => {
  const judged = kept.filter(({ target }) => target !== undefined);

  expect(judged.length).toBeGreaterThan(50);
  expect(judged.filter((one) => !isJudgedRight(one)).map(({ name }) => name)).toEqual([]);
});

/** Reads the words of a target again, ≤ 650 MB. A value that its rounding makes equal to the limit may be either. */
function isJudgedRight({ name, target = '', value, ok }: KeptFigure): boolean {
  const [, sign, text] = /^([≤≥]) ([\d.]+)/u.exec(target) ?? [];
  if (sign === undefined) throw new Error(`${name}: a target of other words: ${target}`);
  const limit = Number(text);
  return value === limit || ok === (sign === '≤' ? value < limit : value > limit);
}

test('every kept figure is of a benchmark there is, and is kept once', () => {
  const names = benchmarks.map(({ name }) => name);

  expect(kept.length).toBeGreaterThan(100);
  expect(kept.filter(({ benchmark }) => !names.includes(benchmark))).toEqual([]);
  expect(new Set(kept.map(({ name }) => name)).size).toBe(kept.length);
});

// Where commits are missing nothing can be said of their figures.
test.skipIf(isShallow(root))(
  'the page says what is kept, and shows no older figure as one of today',
  async () => {
    const options = await resolveConfig(page);
    const expected = await format(performancePage(kept, agesIn(root)), { ...options, parser: 'markdown' });

    expect(readFileSync(page, 'utf8'), 'renew it: npm run bench -- page').toBe(expected);
  },
);

const figure = (benchmark: string, name: string, value: number): KeptFigure => ({
  benchmark,
  name,
  value,
  unit: 's',
  n: 1,
  machine: 'one',
  load: 0,
  date: '2026-12-01T00:00:00.000Z',
  commit: `c${String(value)}`,
});

describe('a run', () => {
  const importing = benchmarks.filter(({ name }) => name === 'import');
  const earlier = [
    figure('import', 'import.whole', 1),
    figure('import', 'import.of-old', 1),
    figure('import', 'export.xlsx.200000', 1),
    figure('check', 'check.whole', 1),
  ];

  test.each(importing)(
    'takes the place of everything its benchmark had, but for what only a first run yields',
    (benchmark) => {
      const after = withRun(earlier, [figure('import', 'import.whole', 2)], { benchmark, all: benchmarks });

      expect(after.map(({ name, commit }) => `${name} ${commit}`)).toEqual([
        'export.xlsx.200000 c1',
        'import.whole c2',
        'check.whole c1',
      ]);
    },
  );

  test('shows the commit of each figure, and which is older and why', () => {
    const text = performancePage(earlier, ({ name }) =>
      name === 'import.whole' ? 'current' : name === 'check.whole' ? 'unknown' : 'older',
    );

    expect(text).toMatch(/\| import\.whole .*\| c1 \|/);
    expect(text).toMatch(/\| import\.of-old .*\| c1 _older_ \|/);
    expect(text).toMatch(/\| check\.whole .*\| c1 _older_, not in this history \|/);
    expect(text).toContain('3 of 4 figures are older');
  });
});
