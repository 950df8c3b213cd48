import { expect, test } from 'vitest';
import { findRegions } from '../../../db/model/divisions/find-regions.ts';
import { chinaRegions } from '../../../db/model/divisions/regions.ts';

test('codes have the full names of their levels, counties directly below a province too', () => {
  const names: readonly (readonly [string, string])[] = [
    ['440000', '广东省'],
    ['441900', '广东省东莞市'],
    ['430502', '湖南省邵阳市双清区'],
    ['110101', '北京市东城区'],
    ['429004', '湖北省仙桃市'],
    ['500101', '重庆市万州区'],
    ['710000', '台湾省'],
  ];
  for (const [code, name] of names) expect([code, chinaRegions.nameOf(code)]).toEqual([code, name]);
  expect(chinaRegions.nameOf('999999')).toBeNull();
});

test('a code that is no more still has the name it had', () => {
  expect(chinaRegions.nameOf('442502')).toBe('广东省惠阳地区东莞市');
  expect(chinaRegions.nameOf('110103')).toBe('北京市崇文区');
});

test('a place is understood however it is written, as long as only one is meant', () => {
  const texts: readonly (readonly [string, string | null])[] = [
    ['广东省东莞市', '441900'],
    ['湖南省邵阳市双清区', '430502'],
    ['湖南省双清区', '430502'],
    ['湖南邵阳', '430500'],
    ['广西壮族自治区玉林市', '450900'],
    ['广西玉林', '450900'],
    ['重庆万州区', '500101'],
    ['广东东莞市', '441900'],
    ['湖南省邵阳县', '430523'],
    ['湖北仙桃市', '429004'],
    ['朝阳区', null],
    ['北京市朝阳区', '110105'],
    ['吉林', null],
    ['月球', null],
  ];
  for (const [text, code] of texts) expect([text, chinaRegions.codeOf(text)]).toEqual([text, code]);
});

test('every full name of today reads back as its own code', () => {
  const current = [...chinaRegions.all()].filter((region) => region.lastYear === null);
  expect(current.length).toBeGreaterThan(3000);
  expect(current.filter(({ code, fullName }) => chinaRegions.codeOf(fullName) !== code)).toEqual([]);
});

test('looking finds by part of a name, by initials and by code, larger and present places first', () => {
  expect(findRegions('东莞').map(({ code }) => code)).toEqual(expect.arrayContaining(['441900', '442502']));
  expect(findRegions('东莞')[0]?.code).toBe('441900');
  expect(findRegions('gdsdgs', 5).map(({ fullName }) => fullName)).toContain('广东省东莞市');
  expect(findRegions('4305', 1)[0]?.code).toBe('430500');
  expect(findRegions('湖南省')[0]?.fullName).toBe('湖南省');
});
