import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startPostgres, whyNoPostgres, type TestServer } from '../city/start-postgres.ts';
import { done, TOWN, twoOffices, zw } from './two-offices.ts';
import { workFolder } from './zw.ts';

const side = z.strictObject({
  value: z.unknown(),
  author: z.string(),
  at: z.iso.datetime(),
  node: z.string(),
});
/** The contract of `zw city inbox`, the same whatever keeps the city. */
const inboxShape = z.strictObject({
  quarantine: z.array(
    z.strictObject({
      town: z.literal(TOWN),
      ledger: z.string(),
      id: z.string(),
      field: z.string().nullable(),
      reason: z.string(),
      args: z.record(z.string(), z.unknown()),
      at: z.iso.datetime(),
    }),
  ),
  duplicates: z.array(z.unknown()),
  conflicts: z.array(
    z.strictObject({
      no: z.int(),
      town: z.literal(TOWN),
      ledger: z.string(),
      id: z.string(),
      field: z.string(),
      kept: side,
      other: side,
      foundAt: z.iso.datetime(),
    }),
  ),
});

describe.skipIf(whyNoPostgres() !== null).each(['sqlite', 'postgres'] as const)(
  'decisions between a town and a city on %s',
  { timeout: 240_000 },
  (kind) => {
    const { folder, remove } = workFolder();
    let server: TestServer | null = null;
    let offices = twoOffices(folder, '');
    beforeAll(async () => {
      if (kind === 'postgres') server = await startPostgres();
      offices = twoOffices(folder, server?.newDatabase() ?? `sqlite:${folder}/city.db`);
      const { at, town, city, person } = offices;
      await offices.begin();
      await done('node', 'enrol', '--db', town, '--with', at('city.zwcard'), '--out', at('request'));
      await done('city', 'accept', at('request'), '--store', city, '--out', at('certificate'));
      await done('node', 'install', at('certificate'), '--db', town);
      await person('p-1', { doc_no: '441900199003071238' });
      await person('p-2', {
        name: '曾小红',
        doc_no: '441900198805120025',
        sex: '2',
        birth_date: '1988-05-12',
      });
      await exchange();
    }, 240_000);
    afterAll(async () => {
      await server?.stop();
      remove();
    });

    const inbox = async () => inboxShape.parse(await done('city', 'inbox', '--store', offices.city));
    const save = (values: object) => done('save', 'person', JSON.stringify(values), '--db', offices.town);
    const correct = (id: string, ...rest: string[]) =>
      done('city', 'correct', 'person', id, ...rest, '--town', TOWN, '--store', offices.city);
    /** Up and down once; what the city made of it. */
    const exchange = async () => {
      const [taken] = await offices.ingest((await offices.send()).file);
      await offices.answer();
      return taken;
    };
    const expectEqual = async () =>
      expect(await offices.peopleAt('city')).toEqual(await offices.peopleAt('town'));

    it('a code of no table is returned; one the town has added is taken', async () => {
      const { town } = offices;
      const codes = z
        .object({ items: z.array(z.looseObject({ code: z.string() })) })
        .parse(await done('codes', 'person_kind', '--db', town)).items;
      const more = JSON.stringify([...codes, { code: '09', name: '镇里加的类别' }]);
      await done('code-save', 'person_kind', more, '--db', town);
      await save({ id: 'p-2', person_kinds: ['01', '09'] });

      expect(await exchange()).toMatchObject({ status: 'applied', returned: 0 });
      await expectEqual();
      const unknown = await zw([
        'city',
        'correct',
        'person',
        'p-2',
        '{"person_kinds":["77"]}',
        '--town',
        TOWN,
        '--store',
        offices.city,
      ]);
      expect([unknown.code, unknown.json]).toMatchObject([1, { error: { code: 'invalid' } }]);
    });

    it('a field changed on both sides is listed and settled by the other value', async () => {
      await save({ id: 'p-2', phone: '13900000001', name: '曾红' });
      await correct('p-2', JSON.stringify({ phone: '13900000002', former_name: '曾阿红' }));
      expect(await exchange()).toMatchObject({ status: 'applied', conflicts: 1 });
      await expectEqual();

      const [conflict] = (await inbox()).conflicts;
      expect(conflict).toMatchObject({
        id: 'p-2',
        field: 'phone',
        kept: { value: '13900000002' },
        other: { value: '13900000001' },
      });
      const settle = ['city', 'resolve', String(conflict?.no), '--choose', 'other'];
      await done(...settle, '--store', offices.city);
      await offices.answer();

      expect((await offices.peopleAt('town'))['p-2']).toMatchObject({
        name: '曾红',
        former_name: '曾阿红',
        phone: '13900000001',
      });
      await expectEqual();
      expect((await inbox()).conflicts).toEqual([]);
      expect((await zw(['city', 'resolve', '9999', '--choose', 'kept', '--store', offices.city])).code).toBe(
        1,
      );
    });

    it('a removal that met an edit is listed, and the record can be brought back', async () => {
      const { town } = offices;
      await done('remove', 'person', 'p-2', '--reason', '搬离', '--db', town);
      await correct('p-2', JSON.stringify({ workplace: '市里填的单位' }));
      expect(await exchange()).toMatchObject({ status: 'applied', conflicts: 1 });
      expect(Object.keys(await offices.peopleAt('city'))).toEqual(['p-1']);
      await expectEqual();

      const [conflict] = (await inbox()).conflicts;
      expect(conflict).toMatchObject({
        field: '$removed',
        kept: { value: '搬离' },
        other: { value: 'workplace' },
      });
      const settle = ['city', 'resolve', String(conflict?.no), '--choose', 'other'];
      await done(...settle, '--store', offices.city);
      await offices.answer();

      expect(Object.keys(await offices.peopleAt('town'))).toEqual(['p-1', 'p-2']);
      await expectEqual();
    });

    it('a record the city removes is removed at the town, with its reason', async () => {
      await correct('p-2', '--remove', '重复登记');
      await offices.answer();

      expect(Object.keys(await offices.peopleAt('town'))).toEqual(['p-1']);
      await expectEqual();
      await correct('p-2', '--restore');
      await offices.answer();
      expect(Object.keys(await offices.peopleAt('town'))).toEqual(['p-1', 'p-2']);
    });

    it('an attachment goes up with its record, and comes back to a town that was restored', async () => {
      const { at, town } = offices;
      const { file: backup } = z.object({ file: z.string() }).parse(await done('backup', '--db', town));
      const png = Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        randomBytes(50_000),
      ]);
      writeFileSync(at('photo.png'), png);
      const { hash } = z
        .object({ hash: z.string() })
        .parse(await done('attach', at('photo.png'), '--db', town));
      await save({ id: 'p-1', photo: [hash] });
      const sent = await offices.send();
      expect(sent.changes['$files']).toBe(1);
      expect(await offices.ingest(sent.file)).toMatchObject([{ status: 'applied', returned: 0 }]);

      await done('restore-backup', backup, '--db', town);
      const kept = `${town}-files/${hash.slice(0, 2)}`;
      writeFileSync(`${kept}/${readdirSync(kept)[0] ?? ''}`, 'damaged');
      await save({ id: 'p-1', phone: '13800005555' });
      await offices.ingest((await offices.send()).file);
      const came = await offices.answer();
      await done('attachment', hash, at('back.png'), '--db', town);

      expect(came.map(({ kind: what }) => what)).toContain('give-back');
      expect(Buffer.compare(readFileSync(at('back.png')), png)).toBe(0);
      await expectEqual();
    });

    it('an issue handed up is listed, answered, and comes back as a step; what does not fit is refused', async () => {
      const { town, city } = offices;
      const place = await done('get', 'person', 'p-1', '--db', town);
      const values = {
        id: 'i-1',
        title: '跨镇河涌堆放垃圾',
        category: '01',
        level: '01',
        issue_source: '01',
      };
      const more = { reported_at: '2026-11-20T02:00:00.000Z', place_text: '河涌', description: '需市级协调' };
      const whole = JSON.stringify({ ...values, ...more, village: place['village'] });
      await done('save', 'issue', whole, '--db', town);
      await done('act', 'issue', 'i-1', 'accept', '{"category":"01","level":"01"}', '--db', town);
      await done('act', 'issue', 'i-1', 'to_city', '{}', '--opinion', '需市级协调', '--db', town);
      await exchange();
      const answer = ['city', 'answer', 'issue', 'i-1', 'accepted', '--town', TOWN, '--store', city];

      expect(await done('city', 'cases', '--town', TOWN, '--store', city)).toMatchObject({
        cases: [{ town: TOWN, ledger: 'issue', id: 'i-1', title: '跨镇河涌堆放垃圾', replies: [] }],
      });
      expect(await zw(answer)).toMatchObject({ code: 1, json: { error: { code: 'invalid' } } });
      const [letter, program] = [offices.at('复函.pdf'), offices.at('program.pdf')];
      writeFileSync(letter, '%PDF-1.7 受理通知');
      writeFileSync(program, 'MZ');
      const withFile = (file: string) => [...answer.slice(0, 5), file, ...answer.slice(5), '--number', 'DG1'];
      for (const file of [program, offices.at('nowhere.pdf')])
        expect(await zw(withFile(file))).toMatchObject({ code: 1, json: { error: { code: 'bad-file' } } });
      const given = z
        .object({ documents: z.array(z.object({ hash: z.string(), name: z.string() })) })
        .parse(await done(...withFile(letter), '--by', '王工'));
      expect(given.documents).toMatchObject([{ name: '复函.pdf' }]);
      const hash = given.documents[0]?.hash ?? '';
      expect(await done('city', 'cases', '--town', TOWN, '--store', city)).toMatchObject({
        cases: [{ id: 'i-1', replies: [{ kind: 'accepted', documents: [hash] }] }],
      });
      const came = await offices.answer();
      expect(came.find(({ kind: what }) => what === 'down')).toMatchObject({
        replies: { entered: 1, unfit: 0 },
      });
      expect(await done('get', 'issue', 'i-1', '--db', town)).toMatchObject({
        serial_no: 'DG1',
        status: '35',
      });
      const standing = z
        .object({ steps: z.array(z.object({ action: z.string(), documents: z.array(z.string()) })) })
        .parse(await done('case', 'issue', 'i-1', '--db', town));
      expect(standing.steps.at(-1)).toEqual({ action: 'city_accept', documents: [hash] });
      await done('attachment', hash, offices.at('came.pdf'), '--db', town);
      expect(readFileSync(offices.at('came.pdf'), 'utf8')).toBe('%PDF-1.7 受理通知');
      expect(
        (await zw(['city', 'answer', 'person', 'p-1', 'accepted', '--town', TOWN, '--store', city])).code,
      ).toBe(2);
    });

    it('a row the city cannot take comes back with its field, and goes up again when it is mended', async () => {
      const { town } = offices;
      // The town's clock is far ahead: a day that has come there has not come at the city.
      const ahead = { ZW_NOW: '2100-01-01T08:00:00Z' };
      const early = JSON.stringify({ id: 'p-1', checked_on: '2099-12-31' });
      expect((await zw(['save', 'person', early, '--db', town], ahead)).code).toBe(0);

      expect(await exchange()).toMatchObject({ status: 'applied', returned: 1 });
      const told = await done('package', 'status', '--db', town);
      expect((await inbox()).quarantine).toMatchObject([{ id: 'p-1', field: 'checked_on' }]);
      await save({ id: 'p-1', checked_on: '2026-11-20' });
      const mended = await exchange();

      expect(told).toMatchObject({ returned: 1, rows: [{ id: 'p-1', field: 'checked_on' }] });
      expect(mended).toMatchObject({ status: 'applied', returned: 0 });
      expect(await done('package', 'status', '--db', town)).toMatchObject({ returned: 0, pending: 0 });
      expect((await inbox()).quarantine).toEqual([]);
    });
  },
);
