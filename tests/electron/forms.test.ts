import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOfficeFile } from '../../db/exchange/forms/package/office-file.ts';
import { documentParts, noticeBody } from '../db/exchange/forms/superior-document.ts';
import { workbookParts, zipOf } from '../db/exchange/forms/superior-workbook.ts';
import { endOfJob, newId, newPerson, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;
let person: string;
const at = (name: string): string => path.join(desk.folder, name);

beforeAll(async () => {
  desk = await openTown();
  person = newId();
  const values = await newPerson(desk, { name: '填表甲' });
  await desk.value('record.save', { writeId: newId(), ledger: 'person', id: person, base: 0, values });
  writeFileSync(at('花名册.xlsx'), await zipOf(workbookParts));
  writeFileSync(at('登记表.docx'), await zipOf(documentParts(noticeBody)));
});
afterAll(async () => {
  await desk.close();
});

async function keep(
  file: string,
  form: { readonly kind: string; readonly mapping?: string },
): Promise<string> {
  const { hash, name } = await desk.value('form.look', { file: at(file) });
  const id = newId();
  const values = { name, ledger: 'person', file: [hash], mapping: null, ...form };
  await desk.value('record.save', { writeId: newId(), ledger: 'form_template', id, base: 0, values });
  return id;
}

test('a form is looked at, kept, listed and filled with a list', async () => {
  const { hash, view } = await desk.value('form.look', { file: at('花名册.xlsx') });
  expect(view.kind).toBe('xlsx');
  const sheet = view.kind === 'xlsx' ? view.sheets[0] : undefined;
  expect(sheet?.rows[0]?.cells[0]).toMatchObject({
    at: '人员花名册!A1',
    text: '{填报单位}人员花名册',
    columns: 8,
  });
  expect(sheet?.rows[3]?.cells.find((cell) => cell.at === '人员花名册!F4')?.isFormula).toBe(true);
  expect(await desk.value('form.check', { ledger: 'person', kind: 'list', hash, places: [] })).toMatchObject({
    problems: [],
  });

  const id = await keep('花名册.xlsx', { kind: 'list' });
  expect(await desk.value('form.list', { ledger: 'person' })).toMatchObject([
    { id, name: '花名册.xlsx', kind: 'list', fileKind: 'xlsx' },
  ]);
  const { job } = await desk.value('form.fill', { form: id, selection: { where: {} }, file: at('out.xlsx') });
  expect(await endOfJob(desk, job)).toMatchObject({ state: 'done', result: { rows: 1, file: 'out.xlsx' } });
  const { parts } = await openOfficeFile(readFileSync(at('out.xlsx')));
  const filled = String(parts.get('xl/worksheets/sheet1.xml'));
  expect(filled).toContain('填表甲');
  // The operator of this machine may not see numbers in full.
  expect(filled).toMatch(/441900\*+/u);
});

test('a document is shown by its paragraphs and filled with one record', async () => {
  const { view } = await desk.value('form.look', { file: at('登记表.docx') });
  const body = view.kind === 'docx' ? view.parts.find(({ place }) => place === 'body') : undefined;
  expect(body?.blocks[0]).toEqual({
    kind: 'paragraph',
    paragraph: { at: 'word/document.xml#0', text: '情况登记表' },
  });
  expect(body?.blocks.at(-1)?.kind).toBe('table');
  const form = await keep('登记表.docx', { kind: 'record' });
  const { job } = await desk.value('form.fill', { form, selection: { ids: [person] }, file: at('out.docx') });
  expect(await endOfJob(desk, job)).toMatchObject({ state: 'done', result: { rows: 1 } });
  const { parts } = await openOfficeFile(readFileSync(at('out.docx')));
  expect(String(parts.get('word/document.xml'))).toContain('填表甲');
});

test('a wrong mark fails the job and says where, and no file is written', async () => {
  const mapping = JSON.stringify([{ at: '人员花名册!H4', text: '{备住}' }]);
  writeFileSync(at('错误.xlsx'), readFileSync(at('花名册.xlsx')));
  const form = await keep('错误.xlsx', { kind: 'list', mapping });
  const { job } = await desk.value('form.fill', { form, selection: { where: {} }, file: at('no.xlsx') });
  expect(await endOfJob(desk, job)).toMatchObject({
    state: 'failed',
    failure: {
      code: 'exchange',
      kind: 'form-bad-marks',
      details: { problems: [{ at: '人员花名册!H4', text: expect.stringContaining('备注') }] },
    },
  });
  expect(() => readFileSync(at('no.xlsx'))).toThrow();
});

test('a dangerous file is refused with its sentence, and marks that cannot be read are not kept', async () => {
  writeFileSync(at('宏.xlsm'), await zipOf({ ...workbookParts, 'xl/vbaProject.bin': 'x' }));
  expect(await desk.ask('form.look', { file: at('宏.xlsm') })).toMatchObject({
    ok: false,
    failure: { code: 'exchange', kind: 'form-has-macros', details: { text: expect.stringContaining('宏') } },
  });
  await expect(keep('花名册.xlsx', { kind: 'list', mapping: '{"a":1}' })).rejects.toThrow('invalid');
});
