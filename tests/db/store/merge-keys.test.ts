import { expect, test } from 'vitest';
import { EntriesFinder, sortedKeys } from '../../../db/model/derive/search-entries.ts';
import { keyKinds } from '../../../db/model/derive/search-keys.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { mergedKeys, runOf, type KeyRun } from '../../../db/store/search/merge-keys.ts';

/** Pinyin of these names as one run; the first has row number `first`. */
function pinyinRun(names: readonly string[], first: number): KeyRun {
  const finder = new EntriesFinder(ledgerOf('person'));
  for (const name of names) finder.add({ name });
  const keys = finder.take().keys.find(({ kind }) => kind === keyKinds.pinyin);
  if (keys === undefined) throw new Error('no pinyin');
  return runOf(
    sortedKeys(keys),
    names.map((_, i) => first + i),
  );
}

test('runs are merged in the order of keys, equal keys by row number, and no key is lost', () => {
  const runs = [
    pinyinRun(['王芳', '安娜', '王芳'], 1),
    pinyinRun(['李强', 'Ángel', '王芳', '𱁬'], 10),
    pinyinRun(['曾伟'], 20),
  ];
  expect([...mergedKeys(runs)]).toEqual([
    ['anna', 2],
    ['annuo', 2],
    ['cengwei', 20],
    ['liqiang', 10],
    ['wangfang', 1],
    ['wangfang', 3],
    ['wangfang', 12],
    ['zengwei', 20],
    ['ángel', 11],
    ['𱁬', 13],
  ]);
  expect([...mergedKeys([])]).toEqual([]);
});
