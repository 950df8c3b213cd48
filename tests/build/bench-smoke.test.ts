import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type BenchPlace, defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { type Figure, mustBeNone } from '../../db/cli/bench/measure.ts';
import { smoke } from '../bench/smoke.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-smoke-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const placeWith = (environment: BenchPlace['context']['environment']): BenchPlace => ({
  folder: path.join(folder, 'towns'),
  context: {
    language: 'en',
    environment,
    now: () => new Date('2026-11-23T08:00:00Z'),
    say: () => undefined,
    progress: () => undefined,
    readStdin: () => '',
  },
});

const time: Figure = { name: 'time', value: 3, unit: 's', n: 1 };

function benchmark(name: string, run: () => readonly Figure[], whyLeftOut: string | null = null) {
  return defineBenchmark({
    name,
    dependsOn: [],
    full: { isFull: true },
    small: { isFull: false },
    figures: () => ['time'],
    onceFigures: () => ['made'],
    whyLeftOut: () => whyLeftOut,
    run: ({ isFull }) => (isFull ? Promise.reject(new Error('at full size')) : Promise.resolve(run())),
  });
}

const good = benchmark('good', () => [time, { ...time, name: 'made' }]);

test('every benchmark is run small, counted, and nothing is left behind', async () => {
  const said: string[] = [];
  const second = benchmark('second', () => [time]);
  const place = placeWith({});

  const tally = await smoke([good, second], { place, say: (line) => said.push(line) });

  expect(tally).toEqual({ passed: 2, failed: 0, troubles: [] });
  expect(said.map((line) => line.replace(/[\d.]+ s$/, 'n s'))).toEqual([
    'ok     good: 2 figures, n s',
    'ok     second: 1 figures, n s',
  ]);
  expect(existsSync(place.folder)).toBe(false);
});

test('a benchmark that breaks or yields something else fails, and the others are still run', async () => {
  const broken = benchmark('broken', () => {
    throw new Error('no such button');
  });
  const poor = benchmark('poor', () => []);
  const wrong = benchmark('wrong', () => [time, mustBeNone('missed', 2, { n: 9, note: '' })]);

  const { passed, failed, troubles } = await smoke([broken, poor, wrong, good], {
    place: placeWith({}),
    say: () => undefined,
  });

  expect([passed, failed]).toEqual([1, 3]);
  expect(troubles.join('\n')).toMatch(/broken\n.*no such button[^]*poor\n.*time is missing[^]*missed is 2/);
});

test('what only a first run yields must come from somebody', async () => {
  const forgetful = benchmark('forgetful', () => [time]);

  const { failed, troubles } = await smoke([forgetful], { place: placeWith({}), say: () => undefined });

  expect([failed, troubles]).toEqual([1, ['of a first run nobody yields made']]);
});

test('what cannot run here is left out, but not on a build machine', async () => {
  const absent = benchmark('absent', () => [time], 'no PostgreSQL here');

  const here = await smoke([good, absent], { place: placeWith({}), say: () => undefined });
  const built = await smoke([good, absent], { place: placeWith({ CI: '1' }), say: () => undefined });

  expect(here).toEqual({ passed: 1, failed: 0, troubles: [] });
  expect([built.passed, built.failed]).toEqual([1, 1]);
});
