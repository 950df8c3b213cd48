import data from './dongguan.json' with { type: 'json' };

/** A town (镇街、园区) or village (村、社区) with its 12-digit statistical division code. */
export interface Division {
  readonly code: string;
  /** Official name: 虎门镇, 岗贝社区居民委员会. */
  readonly name: string;
  /** Name as said: 虎门, 岗贝社区. */
  readonly shortName: string;
}

/** The city itself, by GB/T 2260 with the zeros of its lower levels. */
export const city = { code: '441900000000', name: '东莞市' } as const;

/** Functional areas the statistics list beside the 33 towns; they are no town offices. */
const functionalAreas: readonly string[] = ['441900402000', '441900403000', '441900404000'];

/** The 33 towns of Dongguan: 4 streets, 28 towns and the Songshan Lake park, by code. */
export function townsOf(): readonly Division[] {
  return data.towns.filter((town) => !functionalAreas.includes(town.code)).map(withShortName);
}

/** Villages of a town, given its code of 9 or 12 digits, by code; empty for an unknown town. */
export function villagesOf(town: string): readonly Division[] {
  const code = town.length === 9 ? `${town}000` : town;
  return (data.towns.find((t) => t.code === code)?.villages ?? []).map(withShortName);
}

const withShortName = ({ code, name }: { code: string; name: string }): Division => ({
  code,
  name,
  shortName: shortDivisionName(name),
});

/** 岗贝社区居民委员会 to 岗贝社区, 涡岭村民委员会 to 涡岭村, 虎门镇 to 虎门, 东城街道 to 东城. */
export function shortDivisionName(name: string): string {
  const village = /^(.+?)(?:社区)?(居民委员会|居委会)$/.exec(name);
  if (village) return `${village[1]}社区`;
  const rural = /^(.+?)村?(村民委员会|村委会)$/.exec(name);
  if (rural) return `${rural[1]}村`;
  return name.replace(/(?<=..)(镇|街道)$/, '');
}
