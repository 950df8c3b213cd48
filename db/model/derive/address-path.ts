import { toHalfWidth } from '../fields/clean-text.ts';
import type { Values } from '../field-kind.ts';

/**
 * Levels of a standard address (二标四实 标准地址), from the province down. County is empty in Dongguan, a city
 * without counties; the grid is a level of management, not of the written address, and is a link of its own.
 */
const addressLevels = [
  'province',
  'city',
  'county',
  'town',
  'village',
  'street',
  'door_no',
  'estate',
  'building',
  'unit_no',
  'floor',
  'room_no',
] as const;
type AddressLevel = (typeof addressLevels)[number];

/** What a level without a value is called in sheets that ask for all levels. */
const absentLevel = '无';

/** One spelling of an address: half-width, no blanks, ASCII brackets and hyphens, upper-case letters. */
export function normalAddress(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u00a0\u200b\u3000\ufeff]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[‐‑–—－~～]/g, '-')
    .toUpperCase();
}

/** Measure word put behind a level given as a bare number, so that 3栋1单元 and 31单元 stay apart. */
const suffixes: Partial<Record<AddressLevel, string>> = {
  door_no: '号',
  building: '栋',
  unit_no: '单元',
  floor: '层',
  room_no: '房',
};

/** Full path of the levels that are present; a city named as its province (北京市北京市) is written once. */
export function addressPath(levels: Values): string {
  let path = '';
  for (const name of addressLevels) {
    const value = levels[name];
    if (typeof value !== 'string' || value === absentLevel) continue;
    const part = levelText(name, value);
    if (name === 'city' && part === path) continue;
    path += part;
  }
  return path;
}

/** Levels from the street down that are named otherwise in the full path, which was then written by hand. */
export function levelsNotInPath(
  row: Values,
): readonly { readonly level: AddressLevel; readonly text: string }[] {
  const path = row['full_path'];
  if (typeof path !== 'string') return [];
  return addressLevels.slice(addressLevels.indexOf('street')).flatMap((level) => {
    const value = row[level];
    if (typeof value !== 'string' || value === absentLevel) return [];
    return path.includes(normalAddress(value)) ? [] : [{ level, text: levelText(level, value) }];
  });
}

/** A level as it stands in a path. */
function levelText(level: AddressLevel, value: string): string {
  const part = normalAddress(value);
  return /^\d+$/.test(part) ? part + (suffixes[level] ?? '') : part;
}
