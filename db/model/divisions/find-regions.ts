import { readingsOf } from '../derive/pinyin.ts';
import { chinaRegions, keyOf, type Region } from './regions.ts';

/**
 * Regions whose name holds the text, whose code begins with it, or whose pinyin or initials hold it; those of today
 * first, among them the larger ones. Apart from `regions.ts`, which the window loads without a dictionary of readings.
 */
export function findRegions(text: string, most = Infinity): readonly Region[] {
  const key = keyOf(text);
  if (key === '') return [];
  const found = [...chinaRegions.all()].filter((region) => isLike(region, key));
  return found.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, most);
}

function isLike({ code, fullName }: Region, key: string): boolean {
  if (/^\d+$/.test(key)) return code.startsWith(key);
  if (!/^[a-z]{2,}$/.test(key)) return fullName.includes(key);
  return readingsOf(fullName).some(({ initials, pinyin }) => initials.includes(key) || pinyin.includes(key));
}

/** 0 province, 1 city, 2 county; retired ones behind. */
function rankOf({ code, lastYear }: Region): number {
  const level = code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2;
  return (lastYear === null ? 0 : 3) + level;
}
