import { flushCompileCache } from 'node:module';
import { openCity } from '../../../db/city/index.ts';
import { fixtureRegistry } from '../store/fixture-ledgers.ts';
import { at, cityPassphrase, factsOf, humen, ingest, part, whole } from './fixture.ts';

// Program of the kill test: takes one package in after the other, and says each number once its outcome is known.
// `ROWS` people, every package changes all of them to its own number.
const ROWS = 400;
// A process that is killed would leave nothing for the next one's start.
flushCompileCache();
const url = process.argv[2] ?? '';
const first = Number(process.argv[3] ?? 1);

const opened = await openCity(url, {
  passphrase: cityPassphrase,
  now: () => new Date('2026-11-23T02:00:00.000Z'),
  registry: fixtureRegistry,
});
if (!opened.ok) throw new Error(opened.problem.kind);
for (let number = first; ; number += 1) {
  const ids = Array.from({ length: ROWS }, (_, i) => `d${i}`);
  const values = { name: '张三', age: number % 150 };
  const records = ids.map((id) =>
    number === 1
      ? whole(id, { clock: at(1), values })
      : part(id, { clock: at(number), values: { age: values.age } }),
  );
  const digest = factsOf({ number, records }).digest;
  await ingest(opened.city, { number, records, sender: humen.node, digest });
  process.stdout.write(`${number}\n`);
}
