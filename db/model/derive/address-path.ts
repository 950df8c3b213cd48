import { toHalfWidth } from '../fields/clean-text.ts';
import type { Values } from '../field-kind.ts';

/**
 * Levels of a standard address (二标四实 标准地址), from the province down. County is empty in Dongguan, a city
 * without counties; the grid is a level of management, not of the written address, and is a link of its own.
 */
export const addressLevels = [
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
export type AddressLevel = (typeof addressLevels)[number];

/** What a level without a value is called in sheets that ask for all levels. */
export const absentLevel = '无';

/** One spelling of an address: half-width, no blanks, ASCII brackets and hyphens, upper-case letters. */
export function normalAddress(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u00a0\u200b\u3000\ufeff]/g, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[‐‑–—－~～]/g, '-')
    .toUpperCase();
}

/** Full path of the levels that are present; a level repeated by the next (东莞市东莞市) is written once. */
export function addressPath(levels: Values): string {
  let path = '';
  for (const name of addressLevels) {
    const value = levels[name];
    if (typeof value !== 'string' || value === absentLevel) continue;
    const part = normalAddress(value);
    if (!path.endsWith(part)) path += part;
  }
  return path;
}
