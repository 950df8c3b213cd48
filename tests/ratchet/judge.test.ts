import { describe, expect, test } from 'vitest';
import type { Measured } from './figure.ts';
import { explained, judge, tightened } from './judge.ts';
import type { KeptFigure, Values } from './values.ts';

const counter = (value: number, name = 'search.statements'): Measured => ({
  name,
  kind: 'counter',
  value,
  unit: 'statements',
  of: '10 keystrokes',
  means: 'Searching asks more.',
});
const ratio = (value: number, tolerance?: number): Measured => ({
  ...counter(value, 'ratio.search'),
  kind: 'ratio',
  ...(tolerance === undefined ? {} : { tolerance }),
});
const kept = (value: number, rest: Partial<KeptFigure> = {}): KeptFigure => ({
  unit: 'statements',
  kept: value,
  best: value,
  ...rest,
});
const file = (figures: Values['figures'], retired: Values['retired'] = {}): Values => ({ figures, retired });

describe('a counter', () => {
  test.each([
    { is: 'equal', value: 100, verdict: 'kept', isRed: false },
    { is: 'one less', value: 99, verdict: 'better', isRed: true },
    { is: 'one more', value: 101, verdict: 'worse', isRed: true },
  ])('that is $is is $verdict', ({ value, verdict, isRed }) => {
    const [judged] = judge(file({ 'search.statements': kept(100) }), [counter(value)]);

    expect(judged).toMatchObject({ verdict, isRed });
  });

  test('that got worse is told with both values and what it means', () => {
    const [judged] = judge(file({ 'search.statements': kept(100) }), [counter(101)]);

    const told = judged === undefined ? '' : explained(judged);

    const entry = '"kept": 101, "loosened": {"from":100,"to":101,"why":"","date":""}';
    for (const part of ['search.statements', 'kept 100', 'measured 101', 'Searching asks more.', entry])
      expect(told).toContain(part);
  });

  test('that got better tells to write it down', () => {
    const [judged] = judge(file({ 'search.statements': kept(100) }), [counter(99)]);

    expect(judged === undefined ? '' : explained(judged)).toContain('npm run ratchet -- --tighten');
  });
});

describe('a ratio', () => {
  const values = file({ 'ratio.search': kept(2, { tolerance: 0.1 }) });

  test.each([
    { is: 'within its tolerance above', value: 2.19, verdict: 'kept', isRed: false },
    { is: 'beyond its tolerance', value: 2.21, verdict: 'worse', isRed: true },
    { is: 'within its tolerance below', value: 1.81, verdict: 'kept', isRed: false },
    { is: 'far below, as on a faster machine', value: 1.5, verdict: 'better', isRed: false },
    { is: 'slowed down by a quarter', value: 2.5, verdict: 'worse', isRed: true },
  ])('$is is $verdict', ({ value, verdict, isRed }) => {
    expect(judge(values, [ratio(value)])[0]).toMatchObject({ verdict, isRed });
  });
});

describe('a figure', () => {
  test('that is measured no more is red', () => {
    const judged = judge(file({ gone: kept(1) }), []);

    expect(judged).toMatchObject([{ name: 'gone', verdict: 'missing', isRed: true }]);
  });

  test('that the file does not know is red', () => {
    expect(judge(file({}), [counter(5)])).toMatchObject([{ verdict: 'new', isRed: true }]);
  });
});

describe('tightening', () => {
  test('writes gains and new figures, and leaves losses as they were', () => {
    const values = file({ gain: kept(10), loss: kept(10), same: kept(10) });
    const measured = [counter(8, 'gain'), counter(12, 'loss'), counter(10, 'same'), counter(3, 'fresh')];

    const { figures } = tightened(values, measured);

    expect(figures).toEqual({
      gain: kept(8),
      loss: kept(10),
      same: kept(10),
      fresh: kept(3),
    });
  });

  test('keeps the reason of a loss until the best is reached again', () => {
    const loosened = { from: 10, to: 14, why: 'one more key of the law of 2027', date: '2026-12-02' };
    const values = file({ 'search.statements': kept(14, { best: 10, loosened }) });

    const half = tightened(values, [counter(12)]).figures['search.statements'];
    const whole = tightened(values, [counter(10)]).figures['search.statements'];

    expect({ half, whole }).toEqual({ half: kept(12, { best: 10, loosened }), whole: kept(10) });
  });

  test('leaves a ratio that is better by chance only', () => {
    const values = file({ 'ratio.search': kept(2, { tolerance: 0.1 }) });

    expect(tightened(values, [ratio(1.9)])).toEqual(values);
  });

  test('takes the tolerance that came with a ratio, and none without', () => {
    const { figures } = tightened(file({}), [ratio(2, 0.08)]);

    expect(figures['ratio.search']).toEqual(kept(2, { tolerance: 0.08 }));
    expect(() => tightened(file({}), [ratio(2)])).toThrow('tolerance');
  });

  test('refuses the name of a retired figure', () => {
    const end = { unit: 'statements', kept: 1, successor: null, why: 'another index', date: '2026-12-02' };
    const values = file({}, { 'search.statements': end });

    expect(() => tightened(values, [counter(1)])).toThrow('another name');
  });
});
