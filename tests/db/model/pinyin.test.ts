import { describe, expect, it } from 'vitest';
import { readingsOf, sortKey } from '../../../db/model/derive/pinyin.ts';

const pinyins = (name: string): readonly string[] => readingsOf(name).map((r) => r.pinyin);
const initials = (name: string): readonly string[] => [...new Set(readingsOf(name).map((r) => r.initials))];

describe('readings of names', () => {
  it.each([
    ['曾小红', ['zengxiaohong', 'cengxiaohong']],
    ['单志强', ['shanzhiqiang', 'danzhiqiang']],
    ['解明', ['xieming', 'jieming']],
    ['仇云', ['qiuyun', 'chouyun']],
    ['区伟', ['ouwei', 'quwei']],
    ['欧阳锋', ['ouyangfeng']],
    ['尉迟恭', ['yuchigong', 'weichigong']],
    ['吕丽', ['lvli', 'luli']],
    ['王乐', ['wangle', 'wangyue']],
    ['李〇明', ['lilingming']],
    ['𪚥丽', ['zheli']],
    ['张𬘭', ['zhangchen']],
    ['Smith John', ['smithjohn']],
  ])('%s reads as %j', (name, expected) => {
    expect(pinyins(name)).toEqual(expected);
  });

  it('gives the initials of every reading', () => {
    expect(initials('曾小红')).toEqual(['zxh', 'cxh']);
    expect(initials('阿不都·买买提')).toEqual(['abdmmt']);
    expect(initials('Smith John')).toEqual(['sj']);
  });

  it('keeps rare characters searchable by themselves, never half of one', () => {
    expect(pinyins('\u{31350}野')).toEqual(['\u{31350}ye']);
    expect(initials('\u{31350}野')).toEqual(['\u{31350}y']);
  });

  it('gives nothing for a text without letters, and at most eight readings', () => {
    expect(readingsOf(' ·-')).toEqual([]);
    expect(readingsOf('').length).toBe(0);
    expect(readingsOf('长乐行重朝盛').length).toBe(8);
  });
});

describe('sort key', () => {
  it('orders as a Chinese directory does: reading, then character, then the rest of the name', () => {
    const names = ['张伟', '连伟', '李明', '曾小红', '黎明', '李安', '阿强', '单志强', '李'];
    const sorted = names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['阿强', '李', '李安', '李明', '黎明', '连伟', '单志强', '曾小红', '张伟']);
  });
});

it('东莞 is found as it is read and as the dictionary reads its second character', () => {
  const initials = readingsOf('东莞市虎门制衣厂').map((reading) => reading.initials);
  expect(initials).toEqual(['dgshmzyc', 'dwshmzyc']);
});
