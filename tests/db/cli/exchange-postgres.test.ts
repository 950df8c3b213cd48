import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startPostgres, whyNoPostgres, type TestServer } from '../city/start-postgres.ts';
import { done, TOWN, twoOffices, zw } from './two-offices.ts';
import { workFolder } from './zw.ts';

const { folder, remove } = workFolder();
let server: TestServer | null = null;
let offices = twoOffices(folder, '');

describe.skipIf(whyNoPostgres() !== null)('a town and a city on PostgreSQL', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    server = await startPostgres();
    offices = twoOffices(folder, server.newDatabase());
    await offices.begin();
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    remove();
  });

  it('enrols the town and takes its baseline in', async () => {
    const { at, town, city, person, send, ingest, peopleAt } = offices;
    await done('node', 'enrol', '--db', town, '--with', at('city.zwcard'), '--out', at('request'));
    await done('city', 'accept', at('request'), '--store', city, '--out', at('certificate'));
    await done('node', 'install', at('certificate'), '--db', town);
    await person('p-1', { doc_no: '441900199003071238' });
    expect(await ingest((await send()).file)).toMatchObject([{ status: 'applied', returned: 0 }]);
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
    expect(Object.keys(await peopleAt('city'))).toEqual(['p-1']);
  });

  it('changes nothing when the stick comes again', async () => {
    const { at, ingest, peopleAt } = offices;
    const before = await peopleAt('city');
    expect(await ingest(at('stick', readdirSync(at('stick'))[0] ?? ''))).toMatchObject([
      { status: 'repeated' },
    ]);
    expect(await peopleAt('city')).toEqual(before);
  });

  it('answers with a receipt that makes rows accepted', async () => {
    const { answer, town } = offices;
    expect(await answer()).toContainEqual(expect.objectContaining({ kind: 'receipt', returned: 0 }));
    expect(await done('package', 'status', '--db', town)).toMatchObject({ pending: 0, carried: 0 });
  });

  it('holds what comes early and says which round is missing', async () => {
    const { send, ingest, peopleAt, town, city } = offices;
    await done('save', 'person', JSON.stringify({ id: 'p-1', phone: '13800003333' }), '--db', town);
    const first = await send('--only-new');
    await done('save', 'person', JSON.stringify({ id: 'p-1', name: '陈大明' }), '--db', town);
    const second = await send('--only-new');
    expect(await ingest(second.file)).toMatchObject([{ status: 'held' }]);
    const lineage = z.object({ id: z.string(), missing: z.array(z.int()) });
    const status = z
      .object({ towns: z.array(z.object({ code: z.string(), lineages: z.array(lineage) })) })
      .parse(await done('city', 'status', '--store', city));
    expect(status.towns[0]?.code).toBe(TOWN);
    expect(status.towns[0]?.lineages.flatMap(({ missing }) => missing)).toEqual([first.to]);
    expect(await ingest(first.file)).toMatchObject([
      { status: 'applied' },
      { status: 'applied', file: null },
    ]);
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
  });

  it('gives a restored town back what it lacks', async () => {
    const { send, ingest, answer, person, peopleAt, town } = offices;
    const { file: backup } = z.object({ file: z.string() }).parse(await done('backup', '--db', town));
    await person('p-2', { name: '李建国', doc_no: '441900197711230034', birth_date: '1977-11-23' });
    await ingest((await send()).file);
    await done('restore-backup', backup, '--db', town);
    await done('save', 'person', JSON.stringify({ id: 'p-1', phone: '13800004444' }), '--db', town);
    expect(await ingest((await send()).file)).toMatchObject([{ status: 'applied', restored: true }]);
    expect((await answer()).map(({ kind }) => kind)).toContain('give-back');
    expect(Object.keys(await peopleAt('town'))).toEqual(expect.arrayContaining(['p-1', 'p-2']));
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
  });

  it('refuses another passphrase and a database without a city', async () => {
    const wrong = await zw(['city', 'status', '--store', 'postgres://nobody@127.0.0.1:1/none']);
    expect([wrong.code, wrong.json]).toMatchObject([1, { error: { code: 'open-failed' } }]);
  });
});
