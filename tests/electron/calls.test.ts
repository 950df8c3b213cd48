import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fc } from '../fixtures/fc.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls } from '../../electron/contract/calls.ts';
import { failureShape } from '../../electron/contract/failure.ts';
import { isCallAt } from '../../electron/contract/serve.ts';
import { endOfJob, newId, newPerson, openTown, residentId, type Desk } from './data-process-fixture.ts';

const hostCalls = Object.keys(calls).filter((name) => isCallAt(name, 'dbhost'));
const ZHANG = residentId(900);

let desk: Desk;
beforeAll(async () => {
  desk = await openTown();
});
afterAll(async () => {
  await desk.close();
});

async function addPerson(values: Record<string, string | string[]>): Promise<string> {
  const id = newId();
  await desk.value('record.save', {
    writeId: newId(),
    ledger: 'person',
    id,
    base: 0,
    values: await newPerson(desk, values),
  });
  return id;
}

describe('hostile input', () => {
  test('names that are no calls are refused, also those every object has', async () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'valueOf',
      'hasOwnProperty',
      '',
      'app.info',
      'record',
    ]) {
      const reply = await desk.askAnything(name, {});
      expect(reply, name).toMatchObject({ ok: false, failure: { code: 'refused', kind: 'unknown-call' } });
    }
  });

  test('garbage for every call is answered with a failure and never throws', async () => {
    expect(hostCalls.length).toBeGreaterThan(40);
    for (const name of hostCalls) {
      await fc.assert(
        fc.asyncProperty(
          fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true }),
          async (input) => {
            // An empty object is a right input for calls without one.
            fc.pre(!(typeof input === 'object' && input !== null && Object.keys(input).length === 0));
            const reply = await desk.askAnything(name, input);
            expect(reply.ok, name).toBe(false);
            if (!reply.ok) expect(failureShape.safeParse(reply.failure).success).toBe(true);
          },
        ),
        { numRuns: 25 },
      );
    }
  });

  test('well-formed input with hostile names and values is answered as data', async () => {
    const text = fc.oneof(
      fc.constantFrom(
        '__proto__',
        'constructor',
        "'; DROP TABLE person; --",
        '%',
        '_',
        '"',
        '\u0000',
        '𠮷',
        '*',
        'person',
      ),
      fc.string({ maxLength: 40 }),
    );
    const value = fc.oneof(
      text,
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(text, { maxLength: 3 }),
    );
    const bag = fc.dictionary(fc.oneof(fc.constantFrom('name', 'sex', 'doc_no', '$removed'), text), value, {
      maxKeys: 3,
    });
    await fc.assert(
      fc.asyncProperty(bag, text, async (values, name) => {
        const inputs: [string, unknown][] = [
          ['record.page', { ledger: 'person', where: values, limit: 5, sort: name }],
          ['record.total', { ledger: 'person', where: values }],
          ['record.check', { ledger: 'person', id: null, values }],
          ['record.save', { writeId: newId(), ledger: 'person', id: newId(), base: 0, values }],
          ['record.get', { ledger: name, id: name }],
          ['search.find', { text: name, limit: 5 }],
          ['record.suggest', { ledger: 'person', field: name, text: name }],
          ['change.undo', { writeId: newId(), change: name }],
        ];
        for (const [call, input] of inputs) {
          const reply = await desk.askAnything(call, input);
          if (!reply.ok)
            expect(reply.failure.code, `${call} ${JSON.stringify(input)} ${desk.logged.join('\n')}`).not.toBe(
              'bug',
            );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a ledger or field nobody defined goes no further than the edge', async () => {
    const ledger = await desk.ask('record.get', { ledger: 'sqlite_master', id: 'x' });
    const field = await desk.ask('record.page', { ledger: 'person', where: { rid: 1 }, limit: 5 });
    const sort = await desk.ask('record.page', { ledger: 'person', where: {}, sort: 'rid', limit: 5 });

    expect(ledger).toMatchObject({ failure: { code: 'invalid-input', kind: 'unknown-ledger' } });
    for (const reply of [field, sort]) {
      expect(reply).toMatchObject({ failure: { code: 'invalid-input', kind: 'unknown-field' } });
    }
  });
});

describe('a record', () => {
  test('is saved, found by initials, changed, and the change taken back', async () => {
    const id = await addPerson({ name: '欧阳建国' });
    const found = await desk.value('search.find', { text: 'oyjg', limit: 10 });
    expect(found.hits.map((hit) => hit.id)).toContain(id);

    const saved = await desk.value('record.save', {
      writeId: newId(),
      ledger: 'person',
      id,
      base: 1,
      values: { name: '欧阳建华' },
    });
    const history = await desk.value('record.history', { ledger: 'person', id });
    expect(history[0]?.texts['name']).toEqual(['欧阳建国', '欧阳建华']);

    await desk.value('change.undo', { writeId: newId(), change: saved.change ?? '' });
    const record = await desk.value('record.get', { ledger: 'person', id });
    expect(record?.values['name']).toBe('欧阳建国');
  });

  test('repeating a save with the same write id changes nothing', async () => {
    const input = {
      writeId: newId(),
      ledger: 'person',
      id: newId(),
      base: 0,
      values: await newPerson(desk, { name: '重复甲' }),
    };
    const [first, second] = [await desk.value('record.save', input), await desk.value('record.save', input)];

    expect(second).toEqual(first);
    expect(await desk.value('record.history', { ledger: 'person', id: input.id })).toHaveLength(1);
  });

  test('two edits of the same field are a conflict that names both values', async () => {
    const id = await addPerson({ name: '冲突甲' });
    const edit = (name: string) =>
      desk.ask('record.save', { writeId: newId(), ledger: 'person', id, base: 1, values: { name } });
    await edit('冲突乙');
    const reply = await edit('冲突丙');

    expect(reply).toMatchObject({ ok: false, failure: { code: 'conflict', kind: 'conflict' } });
    const fields = reply.ok ? [] : reply.failure.details['fields'];
    expect(fields).toMatchObject([{ field: 'name', mine: '冲突丙', theirs: '冲突乙' }]);
  });

  test('a broken rule is told in the words of the clerk, with the field', async () => {
    const values = await newPerson(desk, { name: '错号', doc_no: wrongDigit(residentId(901)) });
    const reply = await desk.ask('record.save', {
      writeId: newId(),
      ledger: 'person',
      id: newId(),
      base: 0,
      values,
    });

    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input', kind: 'invalid' } });
    const findings = reply.ok ? [] : reply.failure.details['findings'];
    expect(findings).toContainEqual(
      expect.objectContaining({ field: 'doc_no', text: expect.stringContaining('校验位') }),
    );
  });

  test('every write tells the window which record changed', async () => {
    const before = desk.events.length;
    const id = await addPerson({ name: '通知甲' });

    expect(desk.events.slice(before)).toContainEqual({
      type: 'event',
      topic: 'changed',
      payload: { ledger: 'person', ids: [id] },
    });
  });

  test('removed with a reason is gone from lists, and comes back when restored', async () => {
    const id = await addPerson({ name: '注销甲' });
    const where = { name: '注销甲' };
    await desk.value('record.remove', {
      writeId: newId(),
      ledger: 'person',
      id,
      base: 1,
      reason: '登记错误',
    });
    expect(await desk.value('record.total', { ledger: 'person', where })).toMatchObject({ total: 0 });

    await desk.value('record.restore', { writeId: newId(), ledger: 'person', id });
    expect(await desk.value('record.total', { ledger: 'person', where })).toMatchObject({ total: 1 });
  });
});

describe('a withheld value', () => {
  let id: string;
  beforeAll(async () => {
    id = await addPerson({ name: '保密甲', doc_no: ZHANG });
  });

  test('is not in the record, but named as withheld and shown masked', async () => {
    const record = await desk.value('record.get', { ledger: 'person', id });

    expect(record?.maskedFields).toContain('doc_no');
    expect(record?.values['doc_no']).toBeNull();
    expect(JSON.stringify(record)).not.toContain(ZHANG);
    expect(record?.texts['doc_no']).toContain('*');
  });

  test('is not in what a check of the record fills in, which the unchanged fields around it are', async () => {
    const values = { name: '保密甲', doc_no: null };
    const checked = await desk.value('record.check', { ledger: 'person', id, values });

    expect(checked.filled['birth_date']).toBe('1990-01-01');
    expect(checked.filled).not.toHaveProperty('doc_no');
    expect(JSON.stringify(checked)).not.toContain(ZHANG);
  });

  test('is given back by a check to who entered it', async () => {
    const values = { doc_no: residentId(903) };
    const checked = await desk.value('record.check', { ledger: 'person', id, values });

    expect(checked.filled['doc_no']).toBe(values.doc_no);
  });

  test('is emptied by a save that names it, and the history keeps what it was', async () => {
    const withPhone = await addPerson({ name: '保密丙', doc_no: residentId(951), phone: '13800138000' });
    const values = { name: '保密丙', phone: null };
    const save = { ledger: 'person', id: withPhone, values, emptied: ['phone'] };
    await desk.value('record.save', { ...save, writeId: newId(), base: 1 });

    expect((await desk.value('record.get', { ledger: 'person', id: withPhone }))?.texts['phone'] ?? '').toBe(
      '',
    );
    const [last] = await desk.value('record.history', { ledger: 'person', id: withPhone });
    expect(last?.texts['phone']?.[0]).toContain('*');
  });

  test('survives a save of the whole form that sends it back empty', async () => {
    const record = await desk.value('record.get', { ledger: 'person', id });
    await desk.value('record.save', {
      writeId: newId(),
      ledger: 'person',
      id,
      base: record?.version ?? 0,
      values: { ...record?.values, name: '保密乙' },
    });
    const shown = await desk.value('record.reveal', { ledger: 'person', id, field: 'doc_no' });

    expect(shown.value).toBe(ZHANG);
    expect((await desk.value('record.get', { ledger: 'person', id }))?.values['name']).toBe('保密乙');
  });

  test('can be replaced by a new value', async () => {
    const record = await desk.value('record.get', { ledger: 'person', id });
    const values = { doc_no: residentId(902) };
    await desk.value('record.save', {
      writeId: newId(),
      ledger: 'person',
      id,
      base: record?.version ?? 0,
      values,
    });

    expect(await desk.value('record.reveal', { ledger: 'person', id, field: 'doc_no' })).toMatchObject({
      value: values.doc_no,
    });
  });
});

describe('a batch change', () => {
  test('is previewed, written as a job, listed, and taken back as a whole', async () => {
    const ids = [];
    for (const name of ['批甲', '批乙', '批丙']) ids.push(await addPerson({ name, remark: '旧' }));
    const selection = { where: { remark: '旧' } };
    const preview = await desk.value('batch.preview', {
      ledger: 'person',
      selection,
      values: { remark: '新' },
    });
    expect(preview).toMatchObject({ count: 3, checked: 3, unchanged: 0, blocked: [] });
    expect(preview.sample[0]?.texts['remark']).toEqual(['旧', '新']);

    const batch = newId();
    const { job } = await desk.value('batch.apply', {
      batch,
      ledger: 'person',
      selection,
      values: { remark: '新' },
    });
    expect(await endOfJob(desk, job)).toMatchObject({ state: 'done', result: { updated: 3, rejected: 0 } });
    expect(await desk.value('record.total', { ledger: 'person', where: { remark: '新' } })).toMatchObject({
      total: 3,
    });
    expect((await desk.value('batch.list', {}))[0]).toMatchObject({
      id: batch,
      counts: { updated: 3 },
      resumable: false,
    });

    const undo = await desk.value('batch.undo', { batch });
    expect(await endOfJob(desk, undo.job)).toMatchObject({ state: 'done', result: { undone: 3 } });
    expect(await desk.value('record.total', { ledger: 'person', where: { remark: '旧' } })).toMatchObject({
      total: 3,
    });
    expect(await desk.ask('batch.undo', { batch })).toMatchObject({ failure: { kind: 'already-undone' } });
  });
});

describe('files', () => {
  test('a list is exported to a workbook that can be read back, with withheld values masked', async () => {
    await addPerson({ name: '往返甲', doc_no: residentId(903) });
    const file = path.join(desk.folder, 'out.xlsx');
    const fields = ['name', 'doc_no'];
    const started = await desk.value('export.start', {
      ledger: 'person',
      where: { name: '往返甲' },
      fields,
      format: 'xlsx',
      file,
    });
    expect(await endOfJob(desk, started.job)).toMatchObject({
      state: 'done',
      result: { rows: 1, file: 'out.xlsx' },
    });

    const inspected = await desk.value('import.inspect', { ledger: 'person', file });
    expect(inspected.columns.slice(0, 2)).toMatchObject([
      { field: 'name', samples: ['往返甲'] },
      { field: 'doc_no', samples: [expect.stringContaining('*')] },
    ]);
  });

  test('a text that is no sheet is refused by name of the trouble', async () => {
    const file = path.join(desk.folder, 'no.xlsx');
    writeFileSync(file, 'this is no workbook');
    const reply = await desk.ask('import.inspect', { ledger: 'person', file });

    expect(reply).toMatchObject({ ok: false, failure: { code: 'exchange', kind: 'not-a-sheet' } });
  });

  test('a sheet with one bad row imports the good one and keeps the bad one for correction', async () => {
    const file = path.join(desk.folder, 'two.csv');
    const villages = await desk.value('record.page', { ledger: 'division', where: { level: '5' }, limit: 1 });
    const village = villages.rows[0]?.texts['code'] ?? '';
    const row = (name: string, id: string): string => `${name},身份证,${id},户籍人口,${village}\n`;
    const rows = row('导入甲', residentId(904)) + row('导入乙', wrongDigit(residentId(905)));
    writeFileSync(file, `\ufeff姓名,证件种类,公民身份号码,人口类别,所属村（社区）\n${rows}`);
    const batch = newId();
    const { columns } = await desk.value('import.inspect', { ledger: 'person', file });
    const mapping = columns.map(({ index, field }) => ({ index, field }));
    const started = await desk.value('import.start', {
      batch,
      ledger: 'person',
      file,
      mapping,
      dryRun: false,
    });
    const job = await endOfJob(desk, started.job);
    expect(job).toMatchObject({ state: 'done', result: { created: 1, rejected: 1 } });

    const errors = path.join(desk.folder, 'errors.xlsx');
    expect(await desk.value('import.saveErrors', { batch, file: errors })).toEqual({ rows: 1 });
  });

  test('a picture is kept by its content; a program is refused whatever its name', async () => {
    const picture = path.join(desk.folder, 'a.png');
    const bytes = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from('x'),
    ]);
    writeFileSync(picture, bytes);
    const kept = await desk.value('attachment.add', { file: picture });
    expect(kept).toMatchObject({ name: 'a.png', mediaType: 'image/png' });
    expect(Buffer.from((await desk.value('attachment.read', { hash: kept.hash })).bytes)).toEqual(bytes);

    const program = path.join(desk.folder, 'b.png');
    writeFileSync(program, 'MZ...');
    expect(await desk.ask('attachment.add', { file: program })).toMatchObject({
      failure: { kind: 'attachment-kind' },
    });
  });

  test('a record and a list become documents with their values escaped', async () => {
    const id = await addPerson({ name: '<b>注入</b>' });
    const record = await desk.value('document.record', { ledger: 'person', id });
    const list = await desk.value('document.list', {
      ledger: 'person',
      where: { name: '<b>注入</b>' },
      fields: ['name'],
    });

    for (const { html } of [record, list]) {
      expect(html).toContain('&lt;b&gt;注入');
      expect(html).not.toContain('<b>注入');
    }
  });
});

describe('care of the file', () => {
  test('a check of everything finds nothing wrong after all of the above', async () => {
    const { job } = await desk.value('store.check', {});
    expect(await endOfJob(desk, job)).toMatchObject({ state: 'done', result: { ok: true, findings: [] } });
  });

  test('code tables that follow a standard are not editable', async () => {
    const tables = await desk.value('code.list', {});
    const fixed = tables.find((table) => !table.editable);
    expect(fixed).toBeDefined();
    const reply = await desk.ask('code.save', { writeId: newId(), table: fixed?.id ?? '', items: [] });

    expect(reply).toMatchObject({ failure: { code: 'refused', kind: 'not-editable' } });
  });

  test('preferences come back as they were set, and can be forgotten', async () => {
    await desk.value('preference.set', { key: 'view.person', value: { columns: ['name'] } });
    expect(await desk.value('preference.get', { key: 'view.person' })).toEqual({
      value: { columns: ['name'] },
    });
    await desk.value('preference.set', { key: 'view.person' });

    expect(await desk.value('preference.get', { key: 'view.person' })).toEqual({ value: null });
  });

  test('nothing of a person stands in the log', () => {
    expect(desk.logged.join('\n')).not.toContain(ZHANG);
  });
});

/** The same number with another last digit. */
function wrongDigit(id: string): string {
  return `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`;
}
