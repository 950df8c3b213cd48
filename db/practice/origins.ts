import { chinaRegions } from '../model/divisions/regions.ts';
import { type Random, weighted } from './random.ts';

/** Where the floating population of a Dongguan town comes from: prefectures by weight. */
const places: readonly (readonly [string, number])[] = [
  ['湖南省邵阳市', 9],
  ['湖南省衡阳市', 7],
  ['湖南省永州市', 6],
  ['广西壮族自治区玉林市', 9],
  ['广西壮族自治区贵港市', 7],
  ['广西壮族自治区南宁市', 4],
  ['四川省达州市', 6],
  ['四川省南充市', 5],
  ['湖北省荆州市', 6],
  ['湖北省黄冈市', 4],
  ['江西省赣州市', 7],
  ['江西省吉安市', 4],
  ['河南省信阳市', 6],
  ['河南省驻马店市', 5],
  ['贵州省毕节市', 5],
  ['贵州省遵义市', 4],
  ['重庆市万州区', 4],
  ['云南省昭通市', 3],
  ['广东省茂名市', 8],
  ['广东省湛江市', 7],
  ['广东省梅州市', 4],
  ['广东省河源市', 4],
  ['福建省漳州市', 2],
  ['陕西省安康市', 2],
];
const drawOrigin = weighted(places);
const TOWNSHIPS = ['城关', '新华', '石桥', '大坪', '三江', '龙泉', '白马', '青山', '双河', '金竹'] as const;
const VILLAGES = ['前进', '团结', '红星', '新民', '东风', '胜利', '石门', '杨家', '李家', '上坪'] as const;

/** Registered place and address of somebody from elsewhere. */
export interface Origin {
  /** GB/T 2260. */
  readonly code: string;
  readonly place: string;
  readonly address: string;
}

/** Draws where a floating family is registered. */
export function origin(random: Random): Origin {
  const place = drawOrigin(random);
  const group = 1 + random.below(12);
  return {
    code: chinaRegions.codeOf(place) ?? place,
    place,
    address: `${place}${random.pick(TOWNSHIPS)}镇${random.pick(VILLAGES)}村${group}组${1 + random.below(90)}号`,
  };
}
