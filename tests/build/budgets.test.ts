import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  allJudged,
  allSeconds,
  budgetOf,
  judged,
  overBudget,
  ownSeconds,
  slownessOf,
  spentBetween,
  spentLine,
  timed,
} from '../../build/budgets.ts';
import budgets from '../../build/budgets.json' with { type: 'json' };
import { oneRound, roundsPerSecond } from '../../build/yardstick.ts';
import { versionsOf } from '../ratchet/file-history.ts';
import { budgetsFile, limitsOf, parseBudgets, type Raise, unexplainedRaises } from './budget-raises.ts';

const budget = { wall_s: 100, processor_s: 150 };
const alone = { wall_s: 90, processor_s: 140, others: 0.05 };

describe('a lane', () => {
  test('within its budget is not named', () => {
    expect(overBudget('unit', alone, budget)).toBeNull();
  });

  test('that used more of the processors than its budget is named with both numbers, however busy the machine is', () => {
    for (const others of [0, 3])
      expect(overBudget('unit', { ...alone, processor_s: 171, others }, budget)).toBe(
        'unit took 171 s of the processors, its budget is 150 s (build/budgets.json)',
      );
  });

  test('that took longer on the wall is named only where other programs did next to nothing', () => {
    expect(overBudget('unit', { ...alone, wall_s: 130 }, budget)).toBe(
      'unit took 130 s on the wall, its budget is 100 s (build/budgets.json)',
    );
    expect(overBudget('unit', { ...alone, wall_s: 130, others: 1.2 }, budget)).toBeNull();
  });

  test('with processes that nobody waits for is judged although they look like other programs', () => {
    const withWindows = { ...budget, uncounted: 1.2 };
    const long = { ...alone, wall_s: 130, others: 1.24 };
    expect(overBudget('e2e', long, withWindows)).toMatch(/130 s on the wall/);
    expect(spentLine('e2e', long, withWindows)).toBe('e2e: 130 s, 140 s of the processors');
    expect(overBudget('e2e', { ...long, others: 1.5 }, withWindows)).toBeNull();
  });

  test('that a run did not hold to its budget fails the run', () => {
    const tally = { passed: 1, failed: 0, troubles: [] };
    const spent = { wall_s: 1, processor_s: 1, others: 0 };
    const run = Object.keys(budgets.lanes).map((lane) =>
      judged(tally, spent, { lane: lane as keyof typeof budgets.lanes, slowness: 1, counts: true }),
    );
    expect(allJudged(run).at(-1)).toEqual({ passed: 0, failed: 0, troubles: [] });
    expect(allJudged([tally, ...run.slice(1)]).at(-1)).toMatchObject({
      failed: 1,
      troubles: [`${Object.keys(budgets.lanes)[0] ?? ''} was not held to its budget (build/budgets.json)`],
    });
  });

  test('whose system says nothing of processors is not judged', () => {
    expect(overBudget('unit', { wall_s: 900, processor_s: null, others: null }, budget)).toBeNull();
  });

  test('beyond its budget is one failure on a build machine and says what took longest; elsewhere it is only said', () => {
    const tally = { passed: 5, failed: 0, troubles: [], longest: ['a.test.ts 80 s', 'b.test.ts 9 s'] };
    const spent = { wall_s: 1, processor_s: 1e6, others: 0 };
    const counted = judged(tally, spent, { lane: 'unit', slowness: 1, counts: true });
    expect(counted).toMatchObject({ passed: 5, failed: 1 });
    expect(counted.troubles).toEqual([
      expect.stringMatching(
        /^over budget: unit took 1000000 s .*; longest were\n {2}a\.test\.ts 80 s\n {2}b\.test\.ts 9 s$/,
      ),
    ]);
    expect(judged(tally, spent, { lane: 'unit', slowness: 1, counts: false })).toMatchObject({
      failed: 0,
      troubles: counted.troubles,
    });
    expect(judged(tally, { ...spent, processor_s: 1 }, { lane: 'unit', slowness: 1, counts: true })).toEqual({
      ...tally,
      spent: ['unit: 1 s, 1 s of the processors'],
      judged: ['unit'],
    });
  });

  test('says at the end of a run what it took, and who else was busy', () => {
    expect(spentLine('unit', { wall_s: 61.4, processor_s: 80, others: 1.24 })).toBe(
      'unit: 61 s, 80 s of the processors, beside others on 1.2 processors',
    );
  });

  test('may take longer on a slower machine by as much as that needs for the same work, and says so', () => {
    const tally = { passed: 5, failed: 0, troubles: [] };
    const { wall_s, processor_s } = budgetOf('unit', 1);
    const slower = { wall_s: wall_s * 1.4, processor_s: processor_s * 1.4, others: 0 };
    expect(judged(tally, slower, { lane: 'unit', slowness: 1.5, counts: true })).toMatchObject({
      failed: 0,
      spent: [expect.stringMatching(/, on a machine that takes 1\.50 times as long$/)],
    });
    for (const lost of [{ wall_s: wall_s * 1.6 }, { processor_s: processor_s * 1.6 }])
      expect(
        judged(tally, { ...slower, ...lost }, { lane: 'unit', slowness: 1.5, counts: true }),
      ).toMatchObject({ failed: 1 });
    expect(judged(tally, slower, { lane: 'unit', slowness: 1, counts: true })).toMatchObject({ failed: 1 });
  });

  test('gets nothing for a faster machine, and the mean of a machine that changed its pace', () => {
    const { rounds_per_s } = budgets.yardstick;
    expect(slownessOf([rounds_per_s * 2, rounds_per_s * 3])).toBe(1);
    expect(slownessOf([rounds_per_s / 2, rounds_per_s / 2])).toBe(2);
    expect(slownessOf([rounds_per_s * 0.75, rounds_per_s * 0.25])).toBe(2);
  });

  test('has a budget for every part of a run', () => {
    expect(Object.keys(budgets.lanes)).toEqual(['gates', 'unit', 'e2e', 'ratchet', 'bench']);
    for (const { wall_s, processor_s } of Object.values(budgets.lanes))
      expect(Math.min(wall_s, processor_s)).toBeGreaterThan(0);
  });
});

describe('the file of budgets', () => {
  const lanes = { unit: { wall_s: 100, processor_s: 200 } };
  const higher = { unit: { wall_s: 120, processor_s: 200 } };
  const reason: Raise = {
    lane: 'unit',
    part: 'wall_s',
    from: 100,
    to: 120,
    why: 'the torture of power cuts runs here now',
    date: '2026-12-02',
  };

  test('raised none since its first version without saying why', () => {
    const versions = versionsOf(path.resolve(import.meta.dirname, '../..'), budgetsFile);

    expect(versions.length).toBeGreaterThan(0);
    expect(unexplainedRaises(versions.map(limitsOf), parseBudgets(versions.at(-1) ?? '').raised)).toEqual([]);
  });

  test('needs a reason for every number that rises, and for nothing that falls', () => {
    expect(unexplainedRaises([lanes, higher], [])).toEqual(['unit: wall_s raised from 100 to 120']);
    expect(unexplainedRaises([lanes, higher], [reason])).toEqual([]);
    expect(unexplainedRaises([higher, lanes], [])).toEqual([]);
    expect(unexplainedRaises([lanes, higher], [{ ...reason, to: 119 }])).toHaveLength(1);
    expect(unexplainedRaises([lanes, { unit: { ...lanes.unit, uncounted: 1 } }], [])).toHaveLength(1);
    expect(unexplainedRaises([lanes, {}], [])).toEqual(['unit: taken out']);
  });

  test('needs a reason for a yardstick that takes every other machine for slower, and reads versions without one', () => {
    const versions = [
      JSON.stringify(lanes),
      JSON.stringify({ lanes, raised: [] }),
      JSON.stringify({ yardstick: { rounds_per_s: 16 }, lanes, raised: [] }),
      JSON.stringify({ yardstick: { rounds_per_s: 20 }, lanes, raised: [] }),
      JSON.stringify({ yardstick: { rounds_per_s: 10 }, lanes, raised: [] }),
    ].map(limitsOf);
    expect(unexplainedRaises(versions, [])).toEqual([
      'yardstick: rounds_per_s raised from 0 to 16',
      'yardstick: rounds_per_s raised from 16 to 20',
    ]);
    expect(
      unexplainedRaises([...versions, limitsOf(JSON.stringify({ lanes, raised: [] }))], []),
    ).toHaveLength(2);
  });

  test('lets a reason count once', () => {
    expect(unexplainedRaises([lanes, higher, lanes, higher], [reason])).toHaveLength(1);
    expect(unexplainedRaises([lanes, higher, lanes, higher], [reason, reason])).toEqual([]);
  });

  test('is refused with a reason that says nothing', () => {
    const text = (why: string): string => JSON.stringify({ lanes, raised: [{ ...reason, why }] });

    for (const why of ['slow', 'x'.repeat(22)]) expect(() => parseBudgets(text(why))).toThrow(/reason/);
    expect(parseBudgets(text(reason.why)).raised).toHaveLength(1);
  });
});

describe('the yardstick', () => {
  test('does the same work as when the budgets were set', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'round-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    // Other work has another pace: then `rounds_per_s` must be measured again where the budgets were.
    expect(oneRound(folder)).toBe('2344c7bf78077089f901ecb30a1e1e44b1804a5abee3a2699823fc92c7ad869c');
  });

  test('measures', () => {
    expect(roundsPerSecond()).toBeGreaterThan(0);
  });
});

describe('the clocks', () => {
  test('count a process and those it has waited for, whatever its name is', () => {
    const rest = ['S', ...Array.from({ length: 10 }, () => '1'), '150', '50', '1000', '300', '20'];
    expect(ownSeconds(`42 (node (a) b) ${rest.join(' ')}`)).toBe(15);
  });

  test('count the work of all programs, without idling and waiting for the disk', () => {
    expect(allSeconds('cpu  100 20 300 99999 88888 4 6 70 11 12\ncpu0 1 2 3\n')).toBe(5);
  });

  test('give others what the lane did not use itself', () => {
    const spent = spentBetween({ wall_s: 10, own_s: 5, all_s: 100 }, { wall_s: 20, own_s: 20, all_s: 130 });
    expect(spent).toEqual({ wall_s: 10, processor_s: 15, others: 1.5 });
    expect(
      spentBetween({ wall_s: 1, own_s: null, all_s: null }, { wall_s: 3, own_s: null, all_s: null }),
    ).toEqual({ wall_s: 2, processor_s: null, others: null });
  });

  test.skipIf(process.platform !== 'linux')('see the work of a program that was waited for', () => {
    const work = 'while (process.cpuUsage().user < 300_000) Math.random();';
    const { value, spent } = timed(() => spawnSync(process.execPath, ['-e', work]).status);
    expect(value).toBe(0);
    expect(spent.processor_s).toBeGreaterThanOrEqual(0.28);
    expect(spent.others).toBeGreaterThanOrEqual(0);
  });
});
