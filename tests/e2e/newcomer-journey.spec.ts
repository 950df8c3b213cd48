import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import {
  chooseFile,
  dryRun,
  figure,
  fieldInput,
  fieldRow,
  hit,
  historyEntries,
  importRows,
  openHistory,
  openList,
  save,
  shownField,
  shownPage,
  startEditing,
  startImport,
  undoNewest,
  waitForHome,
} from './clerk.ts';
import { fixture } from './places.ts';
import { newFolder } from './prepared-folders.ts';
import { shareWindow } from './shared-window.ts';
import { sheetRows } from './sheet-file.ts';
import { fieldLabel, ledgerLabel, zh } from './texts.ts';
import { officeScreen, startWorkbench, wideScreen } from './workbench.ts';

// What the product promises a newcomer, in one go: each step stands on the one before.
test.describe.configure({ mode: 'serial' });

const workbench = shareWindow(() => startWorkbench({ folder: newFolder() }));
/** One of the 200 people of the clean workbook. */
const person = {
  name: '刘阿依古丽·买买提',
  initials: 'laygl',
  address: '银龙路10号102房',
  moved: '银龙路10号2栋1203房',
};

test('a newcomer opens the practice town from the first screen', async () => {
  const { page } = workbench;
  await expect(page.getByRole('heading', { name: zh('setup.title') })).toBeVisible();
  await workbench.picture('01-first-start');
  await page.getByRole('combobox', { name: zh('setup.practice.people') }).click();
  await page.getByTitle('2,000', { exact: true }).click();
  await page.getByRole('button', { name: zh('setup.practice.open') }).click();
  await waitForHome(page);

  await expect(page.getByText(zh('app.practice'), { exact: true })).toBeVisible();
  const people = shownPage(page).getByRole('button', { name: `${ledgerLabel('person')} 2,000` });
  await expect(people).toBeVisible();
  await workbench.picture('02-home');
});

test('the clean workbook goes in whole', async () => {
  const { page } = workbench;
  await startImport(page, 'person');
  await workbench.picture('03-import-file');
  await workbench.answerDialogs(fixture('人口登记-合格.xlsx'));
  await chooseFile(page);
  await workbench.picture('04-import-columns');
  await dryRun(page);
  await expect(figure(page, zh('import.count.created'))).toContainText('200');
  await expect(figure(page, zh('import.count.rejected'))).toContainText('0');
  await workbench.picture('05-import-trial-clean');
  await importRows(page, 200);

  await expect(figure(page, zh('import.count.created'))).toContainText('200');
  await expect(page.getByText(zh('import.errors.none'))).toBeVisible();
  await workbench.picture('06-import-done-clean');
});

test('the faulty workbook has every bad cell named and its good rows imported', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('button', { name: zh('import.again') })
    .click();
  await workbench.answerDialogs(fixture('人口登记-有误.xlsx'));
  await chooseFile(page);
  await dryRun(page);
  await expect(figure(page, zh('import.count.created'))).toContainText('13');
  await expect(figure(page, zh('import.count.rejected'))).toContainText('18');
  const errors = shownPage(page).getByRole('row');
  for (const [row, column, value] of [
    ['11', '公民身份号码', '999108199409014080'],
    ['13', '公民身份号码', '9.991E+17'],
    ['16', '人员类别', '外来户'],
    ['23', '手机号码', '12-34'],
    ['24', '所属社区', '月亮社区居民委员会'],
  ] as const) {
    const cells = errors.filter({ hasText: value }).filter({ hasText: column }).getByRole('cell');
    await expect(cells.nth(0)).toHaveText(row);
    await expect(cells.nth(3)).toHaveText(/[一-鿿]{4,}/);
  }
  await workbench.picture('07-import-trial-faulty');
  await importRows(page, 13);

  await expect(figure(page, zh('import.count.created'))).toContainText('13');
  await workbench.picture('08-import-done-faulty');
});

test('the refused rows are saved to a workbook that says what is wrong with each', async () => {
  const { page } = workbench;
  const file = path.join(workbench.folder, '错误清单.xlsx');
  await workbench.answerDialogs(file);
  await shownPage(page)
    .getByRole('button', { name: zh('import.errors.save') })
    .click();
  await expect(page.getByText(zh('import.errors.saved', { count: 18, name: '错误清单.xlsx' }))).toBeVisible();

  const [head, ...rows] = sheetRows(file);
  expect(head?.slice(0, 3)).toEqual(['序号', '姓名', '公民身份号码']);
  expect(rows).toHaveLength(18);
  expect(rows[0]?.at(-1)).toContain('原第 11 行：公民身份号码：公民身份号码校验位不对');
  expect(rows.find((row) => row.includes('外来户'))?.at(-1)).toContain('人员类别');
});

test('a person is found by the initials of the name', async () => {
  const { page } = workbench;
  await page.keyboard.press('Control+k');
  await page.keyboard.type(person.initials);
  await expect(hit(page, person.name)).toBeVisible();
  await workbench.picture('09-search');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
  await expect(shownField(page, 'person', 'residence_address')).toHaveText(person.address);
  await workbench.picture('10-person');
});

test('an address is corrected and saved with Ctrl+S', async () => {
  const { page } = workbench;
  await startEditing(page);
  await fieldInput(page, 'residence_address').fill(person.moved);
  await expect(fieldRow(page, 'residence_address')).toBeInViewport();
  await workbench.picture('11-form');
  await save(page);

  await workbench.picture('12-saved');
  await expect(shownField(page, 'person', 'residence_address')).toHaveText(person.moved);
});

test('the history shows what was and what is', async () => {
  const { page } = workbench;
  await openHistory(page);
  const newest = historyEntries(page).first();
  await workbench.picture('13-history');

  await expect(newest.getByText(fieldLabel('person', 'residence_address'))).toBeVisible();
  await expect(newest.locator('del')).toHaveText(person.address);
  await expect(newest.locator('ins')).toHaveText(person.moved);
});

test('the correction is taken back, and that is history too', async () => {
  const { page } = workbench;
  await undoNewest(page);

  await expect(shownField(page, 'person', 'residence_address')).toHaveText(person.address);
  await expect(historyEntries(page)).toHaveCount(3);
  await expect(historyEntries(page).first()).toContainText(zh('record.op.undo'));
  await expect(historyEntries(page).nth(1)).toContainText(zh('record.wasUndone'));
  await workbench.picture('14-undone');
});

test('the record is printed: the preview is the PDF that is saved', async () => {
  const { page } = workbench;
  const file = path.join(workbench.folder, '人员.pdf');
  await workbench.answerDialogs(file);
  await shownPage(page)
    .getByRole('button', { name: zh('record.print'), exact: true })
    .click();
  const preview = page.getByRole('region', { name: zh('record.printTitle') });
  await expect(preview.locator('canvas[data-drawn]').first()).toBeVisible();
  await expect(page.getByText(zh('record.pageOf', { page: 1, pages: 1 }))).toBeVisible();
  await workbench.picture('15-print');
  await page.getByRole('button', { name: zh('record.savePdf') }).click();
  await expect(page.getByText(zh('record.pdfSaved', { file: '人员.pdf' }))).toBeVisible();

  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  for (const words of [person.name, person.address, '基本信息', '住处', '管理'])
    expect(text).toContain(words);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
});

test('the same screens stand on a wide screen', async () => {
  const { page } = workbench;
  await workbench.resize(wideScreen);
  await workbench.picture('16-person');
  await startEditing(page);
  await workbench.picture('17-form');
  await page.keyboard.press('Escape');
  await openList(page, 'person');
  await workbench.picture('18-list');
  await page.getByRole('tab', { name: zh('home.title') }).click();
  await workbench.picture('19-home');
  await workbench.resize(officeScreen);

  await expect(shownPage(page).getByRole('heading', { level: 1 })).toBeVisible();
});
