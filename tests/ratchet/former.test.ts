import { describe, expect, test } from 'vitest';
import { besideFormer, commitsThatKept } from './former.ts';
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

describe('the commits that set a limit', () => {
  const now = file({ record: kept(13), list: kept(3) });

  test('begin with the first since which the figure stands as it does, whatever changed beside it', () => {
    const versions = [
      version('a', { record: kept(14), list: kept(2) }),
      version('b', { record: kept(13), list: kept(2) }),
      version('c', { record: kept(13), list: kept(3) }),
      version('d', { record: kept(13), list: kept(3) }),
    ];
    expect(commitsThatKept('record', now, versions)).toEqual(['b', 'a']);
    expect(commitsThatKept('list', now, versions)).toEqual(['c']);
  });

  test('go back through all it was tightened from, so that a slower commit cannot make itself the measure', () => {
    const versions = [
      version('a', { record: kept(15) }),
      version('b', { record: kept(14) }),
      version('c', { record: kept(14) }),
      version('slower', { record: kept(13) }),
    ];
    expect(commitsThatKept('record', now, versions)).toEqual(['slower', 'b', 'a']);
  });

  test('end where it was loosened, where it came back and where it was another figure', () => {
    const loosened = [version('a', { record: kept(12) }), version('b', { record: kept(13) })];
    expect(commitsThatKept('record', now, loosened)).toEqual(['b']);
    const back = [
      version('a', { record: kept(13) }),
      ...['b', 'c'].map((c, i) => version(c, { record: kept(14 - i) })),
    ];
    expect(commitsThatKept('record', now, back)).toEqual(['c', 'b']);
    const other = [
      version('a', { record: { ...kept(14), unit: 'pages' } }),
      version('b', { record: kept(13) }),
    ];
    expect(commitsThatKept('record', now, other)).toEqual(['b']);
    expect(commitsThatKept('record', now, [version('a', {}), ...other.slice(1)])).toEqual(['b']);
  });

  test('stay where only the tolerance changed: the product of a later commit is no measure', () => {
    const versions = [version('a', { record: kept(13, 0.1) }), version('b', { record: kept(13) })];
    expect(commitsThatKept('record', now, versions)).toEqual(['a']);
  });

  test('are none for what was not committed or has no history', () => {
    expect(commitsThatKept('record', now, [version('a', { record: kept(12) })])).toEqual([]);
    expect(commitsThatKept('record', now, [version('a', {})])).toEqual([]);
    expect(commitsThatKept('record', now, [])).toEqual([]);
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
