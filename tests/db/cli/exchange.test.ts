import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { done, TOWN, twoOffices, zw } from './two-offices.ts';
import { workFolder } from './zw.ts';

const { folder, remove } = workFolder();
const city = `sqlite:${path.join(folder, 'city.db')}`;
const offices = twoOffices(folder, city);
const { answer, at, ingest, peopleAt, person, send, town } = offices;
beforeAll(() => offices.begin(), 120_000);
afterAll(remove);

describe('a town and a city, driven through zw alone', { timeout: 180_000 }, () => {
  it('refuses to export before the town is enrolled', async () => {
    const call = await zw(['package', 'export', '--db', town, '--to', at('stick')]);
    expect(call.code).toBe(1);
    expect(z.object({ error: z.object({ code: z.literal('exchange') }) }).parse(call.json).error.code).toBe(
      'exchange',
    );
  });

  it('enrols the town by card, request and certificate', async () => {
    const request = await done(
      'node',
      'enrol',
      '--db',
      town,
      '--with',
      at('city.zwcard'),
      '--out',
      at('request'),
    );
    const accepted = await done('city', 'accept', at('request'), '--store', city, '--out', at('certificate'));
    expect(accepted['fingerprint']).toBe(request['fingerprint']);
    const installed = await done('node', 'install', at('certificate'), '--db', town);
    expect(installed['parent']).toMatchObject({ name: '东莞市' });
  });

  it('carries a baseline, reads it back, and the city holds the same rows', async () => {
    await person('p-1', { doc_no: '441900199003071238' });
    await person('p-2', { name: '曾小红', doc_no: '441900198805120025', sex: '2', birth_date: '1988-05-12' });
    const preview = await done('package', 'export', '--db', town, '--preview');
    expect(preview['changes']).toMatchObject({ person: 2 });
    const sent = await send();
    expect(sent.changes['person']).toBe(2);
    expect(existsSync(sent.file)).toBe(true);
    expect(await done('package', 'status', '--db', town)).toMatchObject({ pending: 0 });
    expect(await ingest(sent.file)).toMatchObject([{ status: 'applied', returned: 0 }]);
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
    expect(Object.keys(await peopleAt('city'))).toHaveLength(2);
  });

  it('changes nothing when the same stick comes again', async () => {
    const [file] = readdirSync(at('stick'));
    expect(await ingest(at('stick', file ?? ''))).toMatchObject([{ status: 'repeated' }]);
  });

  it('turns carried rows into accepted ones by the receipt', async () => {
    expect((await done('package', 'status', '--db', town))['carried']).not.toBe(0);
    expect((await answer()).find(({ kind }) => kind === 'receipt')).toMatchObject({
      returned: 0,
      alarm: null,
    });
    expect(await done('package', 'status', '--db', town)).toMatchObject({
      pending: 0,
      carried: 0,
      returned: 0,
    });
  });

  it('loses nothing with a lost stick: the next package carries its content again', async () => {
    await done('save', 'person', JSON.stringify({ id: 'p-1', phone: '13800001111' }), '--db', town);
    const lost = await send();
    rmSync(lost.file);
    await done('package', 'lost', path.basename(lost.file), '--db', town);
    await done('save', 'person', JSON.stringify({ id: 'p-2', phone: '13800002222' }), '--db', town);
    const next = await send();
    expect([next.from, next.to]).toEqual([lost.from, lost.to + 1]);
    expect(await ingest(next.file)).toMatchObject([{ status: 'applied' }]);
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
  });

  it('holds what comes early, names what is missing, and takes it in when that arrives', async () => {
    await answer();
    await done('save', 'person', JSON.stringify({ id: 'p-1', phone: '13800003333' }), '--db', town);
    const first = await send('--only-new');
    await done('save', 'person', JSON.stringify({ id: 'p-1', name: '陈大明' }), '--db', town);
    const second = await send('--only-new');
    expect(await ingest(second.file)).toMatchObject([{ status: 'held' }]);
    const status = z
      .object({
        towns: z.array(
          z.object({ lineages: z.array(z.object({ id: z.string(), missing: z.array(z.int()) })) }),
        ),
      })
      .parse(await done('city', 'status', '--store', city));
    expect(status.towns[0]?.lineages.find(({ id }) => id === second.lineage)?.missing).toEqual([first.to]);
    expect(await ingest(first.file)).toMatchObject([
      { status: 'applied' },
      { status: 'applied', file: null },
    ]);
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
  });

  it('merges edits of different fields and lists a field changed on both sides', async () => {
    await answer();
    await done(
      'save',
      'person',
      JSON.stringify({ id: 'p-2', phone: '13900000001', name: '曾红' }),
      '--db',
      town,
    );
    await done(
      'save',
      'person',
      JSON.stringify({ id: 'p-2', phone: '13900000002', former_name: '曾阿红' }),
      '--db',
      at('city.db'),
    );
    expect(await ingest((await send()).file)).toMatchObject([{ status: 'applied', conflicts: 1 }]);
    await answer();
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
    expect((await peopleAt('town'))['p-2']).toMatchObject({
      name: '曾红',
      former_name: '曾阿红',
      phone: '13900000002',
    });
    const inbox = z
      .object({ conflicts: z.array(z.looseObject({ no: z.int(), field: z.string() })) })
      .parse(await done('conflicts', 'list', '--db', at('city.db')));
    expect(inbox.conflicts.map(({ field }) => field)).toEqual(['phone']);
    await done(
      'conflicts',
      'resolve',
      String(inbox.conflicts[0]?.no),
      '--choose',
      'other',
      '--db',
      at('city.db'),
    );
    await answer();
    expect((await peopleAt('town'))['p-2']).toMatchObject({ phone: '13900000001' });
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
  });

  it('sends down what the city enters for the town: a dispatched issue, its number, a new code', async () => {
    const cityDb = at('city.db');
    const divisions = z
      .object({ rows: z.array(z.looseObject({ id: z.string(), level: z.string() })) })
      .parse(await done('list', 'division', '--db', town));
    const village = divisions.rows.find(({ level }) => level === '5')?.id;
    const table = z
      .object({ items: z.array(z.looseObject({ code: z.string() })) })
      .parse(await done('codes', 'issue_category', '--db', cityDb));
    const added = { code: '97', name: '低空飞行', name_en: 'Low flying' };
    await done('code-save', 'issue_category', JSON.stringify([...table.items, added]), '--db', cityDb);
    const issue = {
      id: 'i-1',
      serial_no: 'DG20261123001',
      title: '无人机扰民',
      category: '97',
      status: '10',
      issue_source: '01',
      reported_at: '2026-11-20T01:00:00.000Z',
      village,
      place_text: '港口路',
      description: '夜间飞行',
      dispatched_to: '虎门镇综治办',
    };
    await done('save', 'issue', JSON.stringify(issue), '--db', cityDb);
    await answer();
    expect(await done('get', 'issue', 'i-1', '--db', town)).toMatchObject({
      serial_no: 'DG20261123001',
      category: '97',
      dispatched_to: '虎门镇综治办',
    });
    expect(JSON.stringify(await done('codes', 'issue_category', '--db', town))).toContain('低空飞行');
    // What came from above is not the town's to report, until the town handles it.
    expect(await done('package', 'status', '--db', town)).toMatchObject({ pending: 0 });
    await done('save', 'issue', JSON.stringify({ id: 'i-1', handling: '已劝离' }), '--db', town);
    await done('save', 'issue', JSON.stringify({ id: 'i-1', serial_no: 'DG20261123009' }), '--db', cityDb);
    expect(await ingest((await send()).file)).toMatchObject([{ status: 'applied', conflicts: 0 }]);
    await answer();
    for (const db of [town, cityDb])
      expect(await done('get', 'issue', 'i-1', '--db', db)).toMatchObject({
        serial_no: 'DG20261123009',
        handling: '已劝离',
      });
  });

  it('brings down the numbers the city gives: of issues reported without one, and of an address', async () => {
    const divisions = z
      .object({ rows: z.array(z.looseObject({ id: z.string(), level: z.string() })) })
      .parse(await done('list', 'division', '--db', town));
    const village = divisions.rows.find(({ level }) => level === '5')?.id;
    const report = {
      category: '01',
      status: '10',
      issue_source: '01',
      reported_at: '2026-11-21T01:00:00.000Z',
      village,
      place_text: '港口路',
      description: '井盖破损',
    };
    for (const [id, title] of [
      ['i-2', '井盖破损'],
      ['i-3', '井盖丢失'],
    ])
      await done('save', 'issue', JSON.stringify({ ...report, id, title }), '--db', town);
    const address = { id: 'a-1', full_path: '广东省东莞市虎门镇港口路12号', division: village };
    await done('save', 'address', JSON.stringify(address), '--db', town);
    // Two reports that wait for their numbers are not one.
    expect(await ingest((await send()).file)).toMatchObject([
      { status: 'applied', returned: 0, quarantined: 0, conflicts: 0 },
    ]);
    const cityDb = at('city.db');
    for (const id of ['i-2', 'i-3'])
      expect(await done('get', 'issue', id, '--db', cityDb)).toMatchObject({ serial_no: null });

    await done('save', 'issue', JSON.stringify({ id: 'i-2', serial_no: 'DG20261124002' }), '--db', cityDb);
    const coded = { id: 'a-1', police_address_id: '441900121000012' };
    await done('save', 'address', JSON.stringify(coded), '--db', cityDb);
    expect((await answer()).find(({ kind }) => kind === 'receipt')).toMatchObject({
      returned: 0,
      duplicates: 0,
    });

    expect(await done('get', 'issue', 'i-2', '--db', town)).toMatchObject({ serial_no: 'DG20261124002' });
    expect(await done('get', 'address', 'a-1', '--db', town)).toMatchObject(coded);
    const { changes } = await done('history', 'issue', 'i-2', '--db', town);
    expect(changes).toMatchObject([
      {
        op: 'update',
        node: expect.stringMatching(/^441900-/),
        fields: { serial_no: [null, 'DG20261124002'] },
      },
      { op: 'create', node: null },
    ]);
    expect(await done('package', 'status', '--db', town)).toMatchObject({ pending: 0 });
  });

  it('goes on from a restored backup: the city gives back what it has beyond it', async () => {
    const { file: backup } = z.object({ file: z.string() }).parse(await done('backup', '--db', town));
    await person('p-3', { name: '李建国', doc_no: '441900197711230034', birth_date: '1977-11-23' });
    await ingest((await send()).file);
    await done('restore-backup', backup, '--db', town);
    expect(Object.keys(await peopleAt('town'))).not.toContain('p-3');
    await person('p-4', { name: '王芳', doc_no: '441900199501010040', sex: '2', birth_date: '1995-01-01' });
    const after = await send();
    expect(await ingest(after.file)).toMatchObject([{ status: 'applied', restored: true }]);
    const kinds = (await answer()).map(({ kind }) => kind);
    expect(kinds).toContain('give-back');
    expect(Object.keys(await peopleAt('town'))).toEqual(expect.arrayContaining(['p-3', 'p-4']));
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
  });

  it('gets back what it sent between two restores of one backup', async () => {
    await ingest((await send()).file);
    await answer();
    const { file: backup } = z.object({ file: z.string() }).parse(await done('backup', '--db', town));
    await done('restore-backup', backup, '--db', town);
    await person('p-31', { name: '何敏', doc_no: '441900198107070024', sex: '2', birth_date: '1981-07-07' });
    await ingest((await send()).file);
    // Its answer never comes: the file is damaged again, and the same backup put in its place.
    await done('restore-backup', backup, '--db', town);
    expect(Object.keys(await peopleAt('town'))).not.toContain('p-31');
    await person('p-32', { name: '何亮', doc_no: '441900198308080018', birth_date: '1983-08-08' });
    expect(await ingest((await send()).file)).toMatchObject([{ status: 'applied', restored: true }]);
    await answer();
    expect(Object.keys(await peopleAt('town'))).toEqual(expect.arrayContaining(['p-31', 'p-32']));
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
  });

  it('sends again what a restored city has lost', async () => {
    await ingest((await send()).file);
    await answer();
    const { file: backup } = z
      .object({ file: z.string() })
      .parse(await done('backup', '--db', at('city.db')));
    await person('p-5', { name: '黄丽', doc_no: '44190019921010002X', sex: '2', birth_date: '1992-10-10' });
    await ingest((await send()).file);
    await answer();
    await done('restore-backup', backup, '--db', at('city.db'));
    expect(Object.keys(await peopleAt('city'))).not.toContain('p-5');
    const receipt = (await answer()).find(({ kind }) => kind === 'receipt');
    expect(receipt).toMatchObject({ alarm: 'receiver-restored' });
    await ingest((await send()).file);
    expect(await peopleAt('city')).toEqual(await peopleAt('town'));
    expect(Object.keys(await peopleAt('city'))).toContain('p-5');
  });

  it('confirms a package by the code read over the telephone, and drops nothing for it', async () => {
    await answer();
    await done('save', 'person', JSON.stringify({ id: 'p-1', phone: '13800009999' }), '--db', town);
    const sent = await send();
    await ingest(sent.file);
    const { code } = z
      .object({ code: z.string() })
      .parse(await done('city', 'receipt', '--store', city, '--town', TOWN, '--to', at('unsent')));
    expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{2}$/);
    expect(await done('package', 'confirm', code, '--db', town)).toMatchObject({ status: 'applied' });
    expect(await done('package', 'status', '--db', town)).toMatchObject({ pending: 0, received: 1 });
    expect((await send()).from).toBe(sent.from);
    const wrong = await zw([
      'package',
      'confirm',
      code.replace(/^\d/, (d) => String((Number(d) + 1) % 10)),
      '--db',
      town,
    ]);
    expect(wrong.code).toBe(1);
  });

  it('gives a new computer without a backup everything the old one had sent', async () => {
    await ingest((await send()).file);
    const before = await peopleAt('city');
    const fresh = at('fresh.db');
    await done('init', '--db', fresh, '--town', TOWN);
    await done('node', 'enrol', '--db', fresh, '--with', at('city.zwcard'), '--out', at('request-2'));
    const { node } = await done(
      'city',
      'accept',
      at('request-2'),
      '--store',
      city,
      '--out',
      at('certificate-2'),
    );
    await done('node', 'install', at('certificate-2'), '--db', fresh);
    const unclear = await zw(['city', 'receipt', '--store', city, '--town', TOWN, '--to', at('fresh')]);
    expect(unclear.json).toMatchObject({ error: { details: { kind: 'several-computers' } } });
    await done('city', 'receipt', '--store', city, '--town', String(node), '--to', at('fresh'));
    for (const file of readdirSync(at('fresh')))
      await done('package', 'import', at('fresh', file), '--db', fresh);
    const rows = z
      .object({ rows: z.array(z.looseObject({ id: z.string() })) })
      .parse(await done('list', 'person', '--db', fresh)).rows;
    expect(rows.map(({ id }) => id).toSorted()).toEqual(Object.keys(before).toSorted());
    await done('node', 'revoke', String(node), '--reason', '测试结束', '--store', city);
  });

  it('refuses a package that was touched, and practice data altogether', async () => {
    const { file } = await send();
    cpSync(file, at('touched.zwp'));
    expect((await zw(['package', 'verify', file, '--store', city])).json).toMatchObject({ ok: true });
    expect(await ingest(at('certificate'))).toMatchObject([{ status: 'refused' }]);
    expect((await zw(['package', 'verify', file, '--db', town])).json).toMatchObject({
      ok: false,
      reason: 'wrong-receiver',
    });
    await done('practice', '--db', at('practice.db'), '--people', '1000', '--seed', '1');
    const practice = await zw([
      'node',
      'enrol',
      '--db',
      at('practice.db'),
      '--with',
      at('city.zwcard'),
      '--out',
      at('r'),
    ]);
    expect(practice.code).toBe(1);
    expect(practice.json).toMatchObject({ error: { details: { kind: 'practice' } } });
  });
});
