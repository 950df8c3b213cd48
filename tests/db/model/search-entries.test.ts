import { expect, test } from 'vitest';
import { EntriesFinder, sortedKeys, type SearchEntries } from '../../../db/model/derive/search-entries.ts';
import { entryOf } from '../../../db/model/derive/search-entry.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import { ledgerOf } from '../../../db/model/registry.ts';

/** Names and texts of every kind the ways to words and keys part at: several readings, ü, Latin, outside the base plane. */
const people: readonly Values[] = [
  { name: '王芳', doc_no: '441900199003071238', phone: '13800138000', person_kinds: ['01', '03'] },
  { name: '曾国强', doc_no: 'E12345678', phone: '0769-22830000-801、13900139000', person_kinds: ['02'] },
  {
    name: '单于慧',
    former_name: '欧阳娜娜',
    residence_address: '广东省东莞市虎门镇大宁社区二巷１２号３０１室',
  },
  { name: '吕绿', hukou_address: '湖南省邵阳市ABC大厦B座 7-2' },
  { name: '𠮷野樱', residence_address: '𠮷祥路8号' },
  { name: '阿卜杜拉·阿依古丽', workplace: '虎门·太平（集团）有限公司' },
  { name: 'John SMITH', doc_no: 'g-1234 5678' },
  { name: '长孙长' },
  { name: '李', phone: null, person_kinds: [] },
  { name: '·', remark: '不在索引里' },
  { name: '东东东东', residence_address: '东东东东' },
];

/** Words and keys of the record at a place, each once, in one order. */
function entryAt(entries: SearchEntries, place: number) {
  const from = place === 0 ? 0 : (entries.wordEnds[place - 1] ?? 0);
  const units = entries.words.subarray(from, entries.wordEnds[place]);
  const words = String.fromCharCode(...units).split(' ');
  const keys = entries.keys.flatMap(({ kind, text, ends, records }) =>
    [...records].flatMap((record, i) =>
      record === place ? [`${kind} ${text.slice(i === 0 ? 0 : ends[i - 1], ends[i])}`] : [],
    ),
  );
  return {
    words: [...new Set(words.filter((word) => word !== ''))].toSorted(),
    keys: [...new Set(keys)].toSorted(),
  };
}

test('very many records are found by the same words and keys as single ones', () => {
  const person = ledgerOf('person');
  const finder = new EntriesFinder(person);
  for (const values of people) finder.add(values);
  const entries = finder.take();
  const found = people.map((_, place) => entryAt(entries, place));
  const single = people.map((values) => {
    const { words, keys } = entryOf(person, values);
    return {
      words: words
        .split(' ')
        .filter((word) => word !== '')
        .toSorted(),
      keys: keys.map(([kind, key]) => `${kind} ${key}`).toSorted(),
    };
  });
  expect(found).toEqual(single);
  expect(found[1]?.keys).toContain('1 cengguoqiang');
  expect(found[3]?.keys).toEqual(['1 lulu', '1 lvlv', '2 ll']);
  expect(found[10]?.words).toEqual(['=东东东东', '^东', '东东']);
});

test('keys are sorted in the order of their tree, equal ones by record, and a record without any keeps its place', () => {
  const finder = new EntriesFinder(ledgerOf('person'));
  finder.add({ name: '王芳', phone: '13800138000' });
  finder.addNothing();
  finder.add({ name: '安娜', phone: '02087654321' });
  finder.add({ name: '王芳', phone: '13800138000' });
  const { wordEnds, keys } = finder.take();
  expect(wordEnds).toHaveLength(4);
  expect(wordEnds[1]).toBe(wordEnds[0]);
  const heads = keys.find(({ kind }) => kind === 3);
  expect(heads).toMatchObject({
    text: '138001380000208765432113800138000',
    records: Uint32Array.of(0, 2, 3),
  });
  expect(heads === undefined ? null : sortedKeys(heads)).toEqual({
    keys: ['02087654321', '13800138000', '13800138000'],
    records: Uint32Array.of(2, 0, 3),
  });
  expect(finder.take()).toEqual({ words: new Uint16Array(0), wordEnds: new Uint32Array(0), keys: [] });
});
