import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';
import { officeScreen, wideScreen } from './workbench.ts';

// The office's roster on paper, in files of other programs, and back out of one.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
let page: Page;
let files: string;

test.beforeAll(async () => {
  files = mkdtempSync(path.join(os.tmpdir(), 'roster-files-'));
  ({ page } = workbench);
  await page.getByRole('button', { name: zh('nav.duty') }).click();
  await expect(shownPage(page).locator('.ag-row').first()).toBeVisible();
});
test.afterAll(() => {
  rmSync(files, { recursive: true, force: true });
});

const button = (key: Parameters<typeof zh>[0]): Locator =>
  shownPage(page).getByRole('button', { name: zh(key), exact: true });
const preview = (): Locator => page.locator('.print-modal');

test('a published month is printed on one upright A4 sheet; another layout shows at once', async () => {
  await button('duty.print').click();
  await expect(preview().locator('canvas')).toHaveCount(1);
  await expect(preview()).toContainText(zh('record.pageOf', { page: 1, pages: 1 }));
  await drawn();
  await workbench.picture('r30-print-list');
  await preview().getByText(zh('duty.paper.layout.calendar'), { exact: true }).click();
  await expect.poll(() => isAcross(preview().locator('canvas').first())).toBe(true);
  await drawn();
  await workbench.picture('r31-print-calendar');
  await workbench.resize(wideScreen);
  await drawn();
  await workbench.picture('r31-print-calendar');
  await workbench.resize(officeScreen);
});

/** Waits until the first page is drawn as it now is. */
async function drawn(): Promise<void> {
  await expect(preview().locator('canvas[data-drawn]').first()).toBeVisible();
}

/** Whether a page on the screen is wider than high. */
const isAcross = (canvas: Locator): Promise<boolean> =>
  canvas.evaluate((element) => element.clientWidth > element.clientHeight);

test('the list is saved as the PDF that was seen, with every day, names, telephones and notes', async () => {
  await preview().getByText(zh('duty.paper.layout.list'), { exact: true }).click();
  await expect.poll(() => isAcross(preview().locator('canvas').first())).toBe(false);
  const pdf = path.join(files, 'list.pdf');
  await workbench.answerDialogs(pdf);
  await preview()
    .getByRole('button', { name: zh('record.savePdf') })
    .click();
  await expect.poll(() => statSync(pdf, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(1000);
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const words of ['11月1日', '11月30日', '带班领导', '制表人', '（盖章）', '第1页共1页'])
    expect(text.replaceAll(' ', '')).toContain(words);
  await page.keyboard.press('Escape');
  await expect(preview()).toBeHidden();
});

test('what was chosen is remembered for the next time', async () => {
  await button('duty.print').click();
  await preview().getByText(zh('duty.paper.phones.none'), { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(preview()).toBeHidden();
  await button('duty.print').click();
  await expect(preview().getByLabel(zh('duty.paper.phones.none'), { exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(preview()).toBeHidden();
});

test('the month is exported to Excel, and read in again it changes nothing', async () => {
  const sheet = path.join(files, '值班表.xlsx');
  await workbench.answerDialogs(sheet);
  await button('duty.file').click();
  await page.getByRole('menuitem', { name: zh('duty.file.xlsx') }).click();
  await expect(page.getByText(/已保存：值班表\.xlsx/)).toBeVisible();

  await button('duty.file').click();
  await page.getByRole('menuitem', { name: zh('duty.sheet.choose') }).click();
  const dialog = page.getByRole('dialog', { name: zh('duty.sheet.title', { file: '值班表.xlsx' }) });
  await expect(dialog).toContainText(zh('duty.sheet.same'));
  await expect(dialog.getByRole('button', { name: zh('duty.sheet.take'), exact: true })).toBeDisabled();
  await workbench.picture('r32-read-same');
  await dialog.getByRole('button', { name: zh('duty.sheet.leave') }).click();
  await expect(dialog).toBeHidden();
});

test('a file that is no roster is refused in words, and nothing is changed', async () => {
  await workbench.answerDialogs(path.join(files, 'list.pdf'));
  await button('duty.file').click();
  await page.getByRole('menuitem', { name: zh('duty.sheet.choose') }).click();
  await expect(page.getByText(zh('failure.exchange.not-a-sheet'))).toBeVisible();
});
