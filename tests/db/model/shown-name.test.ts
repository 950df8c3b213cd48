import { expect, test } from 'vitest';
import { shownName } from '../../../db/model/rules/shown-name.ts';

const levels = (name: string | null) =>
  shownName('name')({ name }, { today: '2026-11-26' }).map(({ field, level }) => `${String(field)} ${level}`);

test('a name that lost a character on its way is warned of, and can be saved', () => {
  for (const name of ['张?丽', '张？丽', '张□丽', '张\uE81E丽', '张\u{F0000}丽'])
    expect(levels(name), name).toEqual(['name warning']);
});

test('rare characters, points and foreign names are nothing to warn of', () => {
  for (const name of ['张\u{2A6A5}丽', '李〇明', '阿依·古丽', "O'Neil", null])
    expect(levels(name)).toEqual([]);
});
