import { describe, expect, it } from 'vitest';
import { shortDivisionName, townsOf, villagesOf } from '../../../db/model/divisions/dongguan.ts';

describe("Dongguan's divisions", () => {
  it('are 33 towns with some 600 villages, every code under its town', () => {
    const towns = townsOf();
    expect(towns).toHaveLength(33);
    const villages = towns.flatMap((town) => villagesOf(town.code).map((village) => ({ town, village })));
    expect(villages.length).toBeGreaterThan(590);
    for (const { town, village } of villages) {
      expect(village.code).toMatch(/^4419\d{8}$/);
      expect(village.code.slice(0, 9)).toBe(town.code.slice(0, 9));
    }
    expect(new Set(villages.map(({ village }) => village.code)).size).toBe(villages.length);
  });

  it('are found by the nine or twelve digits of the town', () => {
    expect(townsOf().find((t) => t.code === '441900121000')?.shortName).toBe('虎门');
    expect(villagesOf('441900121')).toEqual(villagesOf('441900121000'));
    expect(villagesOf('441900121')).toHaveLength(32);
    expect(villagesOf('440000000')).toEqual([]);
  });

  it.each([
    ['岗贝社区居民委员会', '岗贝社区'],
    ['花园新村社区居民委员会', '花园新村社区'],
    ['涡岭村民委员会', '涡岭村'],
    ['南城街道', '南城'],
    ['石龙镇', '石龙'],
    ['松山湖', '松山湖'],
    ['黄旗生活区', '黄旗生活区'],
  ])('%s is called %s', (name, short) => {
    expect(shortDivisionName(name)).toBe(short);
  });
});
