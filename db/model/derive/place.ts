import type { AnyField } from '../define-ledger.ts';

/** Divisions above a town, as addresses write them: 广东省, 东莞市, 内蒙古自治区, 凉山彝族自治州, 惠东县; 社区 is below. */
const aboveTown = /^(?:\p{Script=Han}{1,10}?(?:[省市州盟县旗]|(?<!社)区))+$/u;
/** Less than this behind the town's name does not say where. */
const SHORTEST_REST = 2;

/**
 * An address of the own town without what all of them begin with: 新联社区二巷12号 of 广东省东莞市虎门镇新联社区二巷12号.
 * Addresses elsewhere, and texts that only name the town, stay whole.
 */
export function withoutTown(address: string, town: string): string {
  const at = town === '' ? -1 : address.indexOf(town);
  if (at <= 0 || !aboveTown.test(address.slice(0, at))) return address;
  const rest = address.slice(at + town.length);
  return [...rest].length < SHORTEST_REST ? address : rest;
}

/** Texts shorter than this are names and remarks, not places. */
const SHORTEST_PLACE = 60;

/** True for fields that hold an address: standard addresses, and long texts that are no name of somebody. */
export const isPlace = (field: AnyField): boolean =>
  field.kind === 'address' ||
  (field.kind === 'text' && field.name !== true && field.code !== true && (field.max ?? 0) >= SHORTEST_PLACE);
