import { describe, expect, test } from 'vitest';
import { besideFormer, commitThatKept } from './former.ts';
import type { KeptFigure, Values } from './values.ts';

const kept = (value: number, tolerance = 0.06): KeptFigure => ({
  unit: 'rows',
  kept: value,
  best: value,
  tolerance,
});
const file = (figures: Values['figures']): Values => ({ figures, retired: {} });
const version = (commit: string, figures: Values['figures']) => ({
  commit,
  text: JSON.stringify(file(figures)),
});

describe('the commit that set a limit', () => {
  const now = file({ record: kept(13), list: kept(3) });

  test('is the first since which the figure stands as it does, whatever changed beside it', () => {
    const versions = [
      version('a', { record: kept(14), list: kept(2) }),
      version('b', { record: kept(13), list: kept(2) }),
      version('c', { record: kept(13), list: kept(3) }),
    ];
    expect(commitThatKept('record', now, versions)).toBe('b');
    expect(commitThatKept('list', now, versions)).toBe('c');
  });

  test('is the later one where a value came back', () => {
    const versions = [
      version('a', { record: kept(13) }),
      version('b', { record: kept(14) }),
      version('c', { record: kept(13) }),
    ];
    expect(commitThatKept('record', now, versions)).toBe('c');
  });

  test('stays where only the tolerance changed: the product of a later commit is no measure', () => {
    const versions = [version('a', { record: kept(13, 0.1) }), version('b', { record: kept(13) })];
    expect(commitThatKept('record', now, versions)).toBe('a');
  });

  test('is none for what was not committed or has no history', () => {
    expect(commitThatKept('record', now, [version('a', { record: kept(12) })])).toBeNull();
    expect(commitThatKept('record', now, [version('a', {})])).toBeNull();
    expect(commitThatKept('record', now, [])).toBeNull();
  });
});

describe('a limit beside a former commit', () => {
  const values = file({ record: kept(13), list: kept(3) });

  test('is that of this machine where it is the higher one, with the same tolerance', () => {
    const beside = besideFormer(values, { record: { commit: 'a', value: 15 } });
    expect(beside.figures).toEqual({ record: { ...kept(13), kept: 15 }, list: kept(3) });
  });

  test('never falls', () => {
    expect(besideFormer(values, { record: { commit: 'a', value: 11 } })).toEqual(values);
    expect(besideFormer(values, {})).toEqual(values);
  });
});
