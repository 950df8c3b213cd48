import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, zstdCompressSync } from 'node:zlib';
import { columnsOf, peopleIn } from './package-table.ts';

// PouchDB, installed elsewhere: POUCHDB names a folder with `pouchdb-node` in it. The changes since a position with their
// documents, packed, as its own replication would read them. Prints its cost and the size.
interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  get(id: string): Promise<object>;
  info(): Promise<{ readonly update_seq: number | string }>;
  changes(options: object): Promise<{ readonly results: readonly object[] }>;
  close(): Promise<void>;
}

const [first = '', increment = '', folder = ''] = process.argv.slice(2);
const installed = process.env['POUCHDB'];
if (installed === undefined) throw new Error('POUCHDB names no folder');
mkdirSync(folder, { recursive: true });
// The package's own documentation names this constructor.
const PouchDB = createRequire(`${installed}/`)('pouchdb-node') as new (name: string) => Pouch;
const db = new PouchDB(`${folder}/db`);
const BATCH = 2000;
let docs: object[] = [];
for await (const { i, w } of peopleIn(first)) {
  docs.push({ _id: i, ...w });
  if (docs.length < BATCH) continue;
  await db.bulkDocs(docs);
  docs = [];
}
await db.bulkDocs(docs);
const { update_seq } = await db.info();
docs = [];
for await (const line of peopleIn(increment)) {
  const kept = line.w === undefined ? await db.get(line.i) : {};
  docs.push({ ...kept, _id: line.i, ...columnsOf(line, true) });
}
await db.bulkDocs(docs);
const before = process.cpuUsage();
const { results } = await db.changes({ since: update_seq, include_docs: true });
const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
const bytes = zstdCompressSync(Buffer.from(text), {
  params: { [constants.ZSTD_c_compressionLevel]: 3 },
}).length;
const { user, system } = process.cpuUsage(before);
await db.close();
const note = `${String(results.length)} documents whole; both sides live in practice`;
process.stdout.write(`${JSON.stringify({ cpu_s: (user + system) / 1e6, bytes, note })}\n`);
