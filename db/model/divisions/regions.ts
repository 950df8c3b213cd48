import { toHalfWidth } from '../fields/clean-text.ts';
import data from './china-regions.json' with { type: 'json' };

/** A province, city or county (县级以上行政区划) of GB/T 2260. */
export interface Region {
  /** 6 digits. */
  readonly code: string;
  /** 广东省东莞市, 湖南省邵阳市大祥区. */
  readonly fullName: string;
  /** Last year the code was in the list; `null` while it is. Registers and old papers still name such places. */
  readonly lastYear: number | null;
}

/**
 * The divisions of the whole country, those that are no more since 1980 too: some 6,800 short texts, unpacked when the
 * first is asked for (3 ms), ways to write them when the first is read (20 ms).
 */
export class Regions {
  #regions: ReadonlyMap<string, Region> | null = null;
  #codeByName: ReadonlyMap<string, string | null> | null = null;

  /** Full name of a code; `null` for one that never was. */
  nameOf(code: string): string | null {
    return this.#byCode().get(code)?.fullName ?? null;
  }

  /**
   * Code a text means: a code of 6 digits or one with zeros behind it, a full name, or what of it is left out as
   * people do (东莞市, 湖南邵阳, 广西玉林) as long as only one place is called so. `null` otherwise.
   */
  codeOf(text: string): string | null {
    const key = keyOf(text);
    const digits = /^(\d{6})(?:0{3,6}|\.0)?$/.exec(key)?.[1];
    if (digits !== undefined) return this.#byCode().has(digits) ? digits : null;
    this.#codeByName ??= codesByName([...this.#byCode().values()]);
    return this.#codeByName.get(key) ?? null;
  }

  /** Every region, those of today first. */
  all(): Iterable<Region> {
    return this.#byCode().values();
  }

  #byCode(): ReadonlyMap<string, Region> {
    this.#regions ??= unpacked();
    return this.#regions;
  }
}

/** The one instance: constant, whatever of it is unpacked. */
export const chinaRegions = new Regions();

function unpacked(): ReadonlyMap<string, Region> {
  const current = entriesOf(data.current);
  const retired = entriesOf(data.retired);
  const nameOf = (code: string): string => current.get(code) ?? retired.get(code)?.slice(0, -5) ?? '';
  const region = (code: string, lastYear: number | null): readonly [string, Region] => [
    code,
    { code, fullName: levelsOf(code).map(nameOf).join(''), lastYear },
  ];
  return new Map([
    ...[...current.keys()].map((code) => region(code, null)),
    ...[...retired].map(([code, name]) => region(code, Number(name.slice(-4)))),
  ]);
}

const entriesOf = (packed: string): ReadonlyMap<string, string> =>
  new Map(packed.split('|').map((text) => [text.slice(0, 6), text.slice(6)]));

/** Codes of province, city and region itself, the larger first. */
const levelsOf = (code: string): readonly string[] => [
  ...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]),
];

/** One spelling for comparing: half-width, lower case, no blanks. */
export const keyOf = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s\u3000]/g, '')
    .toLowerCase();

/** Every way a place is written. A way that means two places of today means none; retired places never take one. */
function codesByName(regions: readonly Region[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string>(regions.map(({ code, fullName }) => [code, fullName]));
  const found = new Map<string, string | null>();
  const isFull = new Set<string>();
  for (const { code, fullName } of regions) {
    if (found.has(fullName)) continue;
    found.set(fullName, code);
    isFull.add(fullName);
  }
  for (const { code, lastYear } of regions) {
    for (const written of waysToWrite(code, names)) {
      if (isFull.has(written)) continue;
      const other = found.get(written);
      if (other === undefined) found.set(written, code);
      else if (other !== code && lastYear === null) found.set(written, null);
    }
  }
  return found;
}

/** Without its province or its city, with either in short; a county keeps its 县 or 区, else it were its city. */
function waysToWrite(code: string, names: ReadonlyMap<string, string>): ReadonlySet<string> {
  const levels = levelsOf(code);
  // A level that is only a heading (市辖区) has no name of its own and stands for the one above it.
  const whole = levels.map((level, i) => names.get(level) ?? names.get(levels[i - 1] ?? '') ?? '');
  const own = whole.map((name, i) => name.slice((whole[i - 1] ?? '').length));
  const [province = '', city = '', county = ''] = own;
  const provinces = ['', province, shortName(province)];
  const cities = county === '' ? [city, shortName(city)] : ['', city, shortName(city)];
  const ways = provinces.flatMap((first) => cities.map((second) => first + second + county));
  return new Set(ways.filter((way) => [...way].length > 1));
}

/** 广西 for 广西壮族自治区, 湖南 for 湖南省, 邵阳 for 邵阳市; names of two characters stay as they are. */
function shortName(name: string): string {
  const autonomous = /^(内蒙古|广西|西藏|宁夏|新疆)/.exec(name)?.[1];
  if (autonomous !== undefined && name.endsWith('自治区')) return autonomous;
  return name.replace(/^(..+?)(特别行政区|地区|省|市|盟)$/, '$1');
}
