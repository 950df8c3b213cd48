import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentText } from '../../../../db/exchange/package/keys/signed-document.ts';
import { readPackage } from '../../../../db/exchange/package/read-package.ts';
import { folder, incrementInput, makeOffices, people, record, written, type Offices } from './office.ts';

// The recipes are taken out of the document, so that it cannot say anything that does not work.
const document = readFileSync(
  path.resolve(import.meta.dirname, '../../../../docs/package-format.md'),
  'utf8',
);
const recipe = (name: string) =>
  new RegExp(`\`\`\`sh ${name}\n([\\s\\S]*?)\`\`\``).exec(document)?.[1] ?? 'exit 99';

const tools = ['tar', 'zstd', 'age', 'openssl', 'jq', 'sha256sum'];
const missing = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
if (missing.length > 0)
  console.warn(`SKIPPED, not installed: ${missing.join(', ')} (apt-get install ${missing.join(' ')})`);

const place = folder();
let offices: Offices;
beforeAll(async () => {
  offices = await makeOffices();
});
afterAll(() => place.remove());

function run(name: string): { readonly status: number | null; readonly out: string; readonly error: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', recipe(name)], {
    cwd: place.path,
    encoding: 'utf8',
  });
  return { status, out: stdout, error: stderr };
}

test.skipIf(missing.length > 0)(
  'a package is opened with the standard tools as the document says',
  async () => {
    const sent = await written(incrementInput(offices, place.path));
    writeFileSync(path.join(place.path, 'package.zwp'), readFileSync(sent.file));
    writeFileSync(path.join(place.path, 'receiver.key'), `${offices.city.identity.keys.age.private}\n`);
    const { status, out, error } = run('open');
    expect(error).toBe('');
    expect(status).toBe(0);
    expect(out.match(/Signature Verified Successfully/g)).toHaveLength(2);
    expect(out).toContain(offices.city.card.fingerprint);
    expect(out).toContain('records.ndjson.zst.age: OK');
    expect(out).toContain('0199-9\t张三9');
  },
);

test.skipIf(missing.length > 0)(
  'a package made with the standard tools as the document says is taken',
  async () => {
    const { city, town, cityTrust } = offices;
    const key = `-----BEGIN PRIVATE KEY-----\n${town.identity.keys.sign.private}\n-----END PRIVATE KEY-----\n`;
    const inputs = {
      'sender.key.pem': key,
      'certificate.json': documentText(town.chain),
      'receiver-card.json': documentText(city.card),
      'people.ndjson': Buffer.concat(people(25)),
    };
    for (const [name, content] of Object.entries(inputs)) writeFileSync(path.join(place.path, name), content);
    expect(run('assemble')).toEqual({ status: 0, out: '', error: '' });
    const opened = await readPackage(path.join(place.path, 'package.zwp'), {
      trust: cityTrust,
      self: city.identity,
    });
    if (!opened.ok || opened.kind === 'receipt') throw new Error(JSON.stringify(opened));
    const ids: string[] = [];
    for await (const chunk of opened.records()) ids.push(...chunk.records.map(({ id }) => id));
    expect(ids).toEqual(Array.from({ length: 25 }, (_, n) => record(n).id));
    await opened.close();
  },
);

test.skipIf(missing.length > 0)('our own package has the bytes GNU tar would have written', async () => {
  const sent = await written(incrementInput(offices, place.path));
  const again = spawnSync(
    'bash',
    [
      '-euc',
      `mkdir again && tar -xf '${sent.file}' -C again && cd again && tar --format=ustar --owner=0 --group=0 --numeric-owner \
      --mode=0644 --mtime="$(jq -r .writtenAt header.json)" -b 8 -cf ../again.zwp $(tar -tf '${sent.file}')`,
    ],
    { cwd: place.path, encoding: 'utf8' },
  );
  expect(again.stderr).toBe('');
  expect(readFileSync(path.join(place.path, 'again.zwp')).equals(readFileSync(sent.file))).toBe(true);
});
