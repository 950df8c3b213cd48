import type { Random } from './random.ts';

/** Road names of a Pearl River Delta town; a village takes some of them and puts its own name before the rest. */
const ROADS = [
  '人民路',
  '太沙路',
  '连升路',
  '镇口大道',
  '体育路',
  '金龙路',
  '银龙路',
  '仁义路',
  '兴业路',
  '富民路',
  '工业大道',
  '创业路',
  '振兴路',
  '文明路',
  '育才路',
  '新村路',
  '祠堂路',
  '解放路',
  '建设路',
  '环村路',
  '沿河路',
  '市场路',
  '学校路',
  '朝阳路',
] as const;
const LANES = [
  '一巷',
  '二巷',
  '三巷',
  '四巷',
  '五巷',
  '六巷',
  '七巷',
  '八巷',
  '东一巷',
  '西二巷',
  '横一巷',
  '横二巷',
] as const;
const ESTATES = [
  '地标广场',
  '丰泰花园',
  '万科城',
  '碧桂园',
  '金月湾',
  '海悦花园',
  '汇源海韵',
  '龙泉豪苑',
  '康乐花园',
  '东方华府',
] as const;

/** A village (社区) as the generator lays it out: a cell of a raster over the town, split into strips of grids. */
export interface Village {
  readonly code: string;
  /** Name as said: 虎门寨社区. */
  readonly name: string;
  readonly roads: readonly string[];
  readonly west: number;
  readonly south: number;
}

/** A point of degrees, `[longitude, latitude]`. */
type Position = readonly [number, number];

/** Somewhere in the town; CGCS2000. Every practice town lies here, whatever its name: the outlines are sketches. */
const ORIGIN: Position = [113.62, 22.76];
const VILLAGE_DEGREES = 0.02;
const VILLAGES_A_ROW = 6;

/** Lays villages out in rows from west to east. */
export function layVillages(
  divisions: readonly { readonly code: string; readonly name: string }[],
  random: Random,
): readonly Village[] {
  return divisions.map(({ code, name }, i) => {
    const own = name.replace(/(社区|村)$/, '');
    const first = random.below(ROADS.length);
    const shared = Array.from({ length: 6 }, (_, k) => ROADS[(first + k * 5) % ROADS.length] ?? ROADS[0]);
    return {
      code,
      name,
      roads: [...shared, `${own}大道`, `${own}一路`, `${own}二路`, `${own}新区路`],
      west: ORIGIN[0] + (i % VILLAGES_A_ROW) * VILLAGE_DEGREES,
      south: ORIGIN[1] + Math.floor(i / VILLAGES_A_ROW) * VILLAGE_DEGREES,
    };
  });
}

/** Outline of grid `index` of `count` in a village: a strip, its south and north edges slightly bent. GeoJSON text. */
export function gridOutline(
  village: Village,
  { index, count }: { readonly index: number; readonly count: number },
  random: Random,
): string {
  const width = VILLAGE_DEGREES / count;
  const west = village.west + index * width;
  const east = west + width;
  const bend = (): number => (random.fraction() - 0.5) * 0.001;
  const ring: Position[] = [
    [west, village.south],
    [(west + east) / 2, village.south + bend()],
    [east, village.south],
    [east, village.south + VILLAGE_DEGREES],
    [(west + east) / 2, village.south + VILLAGE_DEGREES + bend()],
    [west, village.south + VILLAGE_DEGREES],
    [west, village.south],
  ];
  return JSON.stringify({
    type: 'Polygon',
    coordinates: [ring.map(([lng, lat]) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))])],
  });
}

/** A place inside a grid, `lng,lat` with six decimals. */
export function pointInGrid(
  village: Village,
  { index, count }: { readonly index: number; readonly count: number },
  random: Random,
): string {
  const width = VILLAGE_DEGREES / count;
  const lng = village.west + (index + 0.05 + random.fraction() * 0.9) * width;
  const lat = village.south + (0.05 + random.fraction() * 0.9) * VILLAGE_DEGREES;
  return `${lng.toFixed(6)},${lat.toFixed(6)}`;
}

/** Street part of one building: road, lane where it has one, estate where it has one. */
export interface Street {
  readonly road: string;
  /** Lane inside the road; empty for most buildings. */
  readonly lane: string;
  readonly estate: string;
}

/** Draws the street of a building. */
export function street(village: Village, random: Random): Street {
  const road = village.roads[random.below(village.roads.length)] ?? '新村路';
  if (random.chance(0.06)) return { road, lane: '', estate: random.pick(ESTATES) };
  return { road, lane: random.chance(0.6) ? random.pick(LANES) : '', estate: '' };
}
