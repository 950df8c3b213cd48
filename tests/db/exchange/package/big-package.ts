// Run as a process of its own, so that the memory measured is that of the package alone:
//   node big-package.ts write|read FOLDER ROWS   → {"rss_MB": n, "rows": n}
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPackage } from '../../../../db/exchange/package/read-package.ts';
import { recordLine, sectionLine } from '../../../../db/model/sync/lines.ts';
import { incrementInput, makeOffices, record, written, type Offices } from './office.ts';

const [task, folder = '', count = '0'] = process.argv.slice(2);
const rows = Number(count);
const state = path.join(folder, 'state.json');

/** Lines in blocks of a thousand, made from one, so that the making costs little memory of its own. */
function* lines(): Generator<Uint8Array> {
  yield Buffer.from(`${sectionLine({ ledger: 'person', revision: 3 })}\n`);
  const one = {
    ...record(1),
    id: 'x'.repeat(24),
    values: { name: '张三', address: '虎门镇威远社区900号', phone: '13800138000' },
  };
  const line = Buffer.from(`${recordLine(one)}\n`);
  const at = line.indexOf('x');
  for (let n = 0; n < rows; n += 1000) {
    const block = Buffer.alloc(line.length * Math.min(1000, rows - n), line);
    for (let i = 0; i * line.length < block.length; i += 1) {
      const id =
        (n + i).toString(16).padStart(12, '0') +
        Math.random().toString(16).slice(2).padEnd(12, '0').slice(0, 12);
      block.write(id, i * line.length + at, 'latin1');
    }
    yield block;
  }
}

async function write(): Promise<number> {
  const offices = await makeOffices();
  const sent = await written(
    incrementInput(offices, folder, { content: { kind: 'increment', records: lines() } }),
  );
  await sent.discard();
  writeFileSync(state, JSON.stringify({ offices, file: sent.file }));
  return sent.header.counts['person'] ?? 0;
}

async function read(): Promise<number> {
  const { offices, file }: { offices: Offices; file: string } = JSON.parse(readFileSync(state, 'utf8'));
  const opened = await readPackage(file, { trust: offices.cityTrust, self: offices.city.identity });
  if (!opened.ok || opened.kind === 'receipt') throw new Error(JSON.stringify(opened));
  let found = 0;
  for await (const chunk of opened.records()) found += chunk.records.length;
  await opened.close();
  return found;
}

const done = task === 'write' ? await write() : await read();
process.stdout.write(
  JSON.stringify({ rows: done, rss_MB: Math.round(process.resourceUsage().maxRSS / 1024) }),
);
