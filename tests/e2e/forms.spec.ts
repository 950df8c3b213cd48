import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from '@playwright/test';
import { openOfficeFile } from '../../db/exchange/forms/package/office-file.ts';
import { documentParts, noticeBody } from '../db/exchange/forms/superior-document.ts';
import { workbookParts, zipOf } from '../db/exchange/forms/superior-workbook.ts';
import { expectAccessible } from './accessible.ts';
import { cellAt, choose, openList, shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { fieldLabel, ledgerLabel, zh } from './texts.ts';

test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
const file = (name: string): string => path.join(workbench.folder, name);

test.beforeAll(async () => {
  // The list as the superior sends it: no marks in the rows.
  const strings = String(workbookParts['xl/sharedStrings.xml']).replace(/<t>\{[^}]+\}<\/t>/gu, '<t></t>');
  writeFileSync(file('人员花名册.xlsx'), await zipOf({ ...workbookParts, 'xl/sharedStrings.xml': strings }));
  writeFileSync(file('情况登记表.docx'), await zipOf(documentParts(noticeBody)));
});

const openForms = () =>
  workbench.page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('forms.title') })
    .click();

test('a form is marked by clicking cells and fields, and told what is wrong', async () => {
  const { page } = workbench;
  await openForms();
  await expect(shownPage(page).getByText(zh('forms.empty'), { exact: true })).toBeVisible();
  await workbench.picture('70-forms-empty');
  await workbench.answerDialogs(file('人员花名册.xlsx'));
  await shownPage(page)
    .getByRole('button', { name: zh('forms.add') })
    .click();
  await expect(shownPage(page).locator('.marking-grid').first()).toBeVisible();
  await choose(shownPage(page).getByRole('combobox', { name: zh('forms.ledger') }), ledgerLabel('person'));

  const marks: readonly (readonly [string, string])[] = [
    ['B4', fieldLabel('person', 'name')],
    ['C4', fieldLabel('person', 'sex')],
    ['D4', fieldLabel('person', 'doc_no')],
    ['E4', fieldLabel('person', 'birth_date')],
  ];
  for (const [cell, field] of marks) {
    await shownPage(page)
      .getByRole('button', { name: new RegExp(`^${cell}( |$)`) })
      .click();
    await shownPage(page)
      .locator('.marking-fields')
      .getByRole('button', { name: field, exact: true })
      .first()
      .click();
  }
  await expect(shownPage(page).getByText(zh('forms.check.good', { count: '8' }))).toBeVisible();
  await shownPage(page)
    .getByRole('button', { name: /^A4( |$)/ })
    .click();
  await shownPage(page)
    .getByRole('textbox', { name: zh('forms.text') })
    .fill('{序好}');
  await expect(shownPage(page).locator('.marking-problems')).toContainText('序号');
  await workbench.pictureOnBothScreens('71-forms-mark');
  await shownPage(page)
    .getByRole('textbox', { name: zh('forms.text') })
    .fill('{序号}');
  await expect(shownPage(page).getByText(zh('forms.check.good', { count: '9' }))).toBeVisible();
  await expectAccessible(page, 'forms', { within: '.marking' });
  await shownPage(page)
    .getByRole('button', { name: zh('forms.save') })
    .click();
  await expect(shownPage(page).getByRole('cell', { name: '人员花名册', exact: true })).toBeVisible();
  await workbench.picture('72-forms-kept');
});

test('chosen rows of a list go into the form, and everything else of it stays', async () => {
  const { page } = workbench;
  await openList(page, 'person');
  for (const row of [0, 1, 2, 3, 4]) {
    await cellAt(page, row, 'name').click();
    await page.keyboard.press('Space');
  }
  await shownPage(page)
    .getByRole('button', { name: zh('fill.action') })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('人员花名册')).toBeVisible();
  await workbench.picture('73-fill');
  await workbench.answerDialogs(file('填好的花名册.xlsx'));
  await dialog.getByRole('button', { name: zh('fill.start') }).click();
  await expect(dialog.getByRole('button', { name: zh('action.show-file') })).toBeVisible();
  await workbench.picture('74-filled');
  await dialog
    .getByRole('button', { name: zh('action.close') })
    .first()
    .click();

  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file('填好的花名册.xlsx'));
  const sheet = book.getWorksheet('人员花名册');
  expect([4, 5, 6, 7, 8].map((row) => sheet?.getCell(row, 1).value)).toEqual([1, 2, 3, 4, 5]);
  expect(sheet?.getCell('B8').text).toMatch(/\p{Script=Han}/u);
  expect(sheet?.getCell('E8').value).toBeInstanceOf(Date);
  expect(sheet?.getCell('D8').text).toMatch(/\*/u);
  expect(sheet?.pageSetup.orientation).toBe('landscape');
  const { parts } = await openOfficeFile(readFileSync(file('填好的花名册.xlsx')));
  expect(parts.get('xl/media/image1.png')).toEqual(workbookParts['xl/media/image1.png']);
});

test('a document with marks of its own is filled from the page of a record', async () => {
  const { page } = workbench;
  await openForms();
  await workbench.answerDialogs(file('情况登记表.docx'));
  await shownPage(page)
    .getByRole('button', { name: zh('forms.add') })
    .click();
  await choose(shownPage(page).getByRole('combobox', { name: zh('forms.ledger') }), ledgerLabel('person'));
  await shownPage(page)
    .getByRole('radio', { name: zh('forms.kind.record') })
    .check();
  await expect(shownPage(page).getByText(zh('forms.check.good', { count: '18' }))).toBeVisible();
  await shownPage(page).getByRole('button', { name: '情况登记表', exact: true }).click();
  await workbench.picture('75-forms-word');
  await shownPage(page)
    .getByRole('button', { name: zh('forms.save') })
    .click();
  await expect(shownPage(page).getByRole('cell', { name: '情况登记表', exact: true })).toBeVisible();

  await openList(page, 'person');
  const name = await cellAt(page, 0, 'name').textContent();
  await cellAt(page, 0, 'name').dblclick();
  await shownPage(page)
    .getByRole('button', { name: zh('fill.action') })
    .click();
  await workbench.answerDialogs(file('填好的登记表.docx'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: zh('fill.start') }).click();
  await expect(dialog.getByRole('button', { name: zh('action.show-file') })).toBeVisible();
  await dialog
    .getByRole('button', { name: zh('action.close') })
    .first()
    .click();
  await expect(dialog).toBeHidden();
  const { parts } = await openOfficeFile(readFileSync(file('填好的登记表.docx')));
  expect(String(parts.get('word/document.xml'))).toContain(name ?? 'nobody');
  expect(String(parts.get('word/document.xml'))).not.toContain('{姓名}');
  expect(parts.get('word/styles.xml')).toEqual(
    Buffer.from(documentParts(noticeBody)['word/styles.xml'] ?? ''),
  );
});

test('a dangerous file is refused with a sentence', async () => {
  const { page } = workbench;
  writeFileSync(file('带宏.xlsm'), await zipOf({ ...workbookParts, 'xl/vbaProject.bin': 'x' }));
  await openForms();
  await workbench.answerDialogs(file('带宏.xlsm'));
  await shownPage(page)
    .getByRole('button', { name: zh('forms.add') })
    .click();
  await expect(shownPage(page).getByRole('alert')).toContainText('宏');
});
