import { expect, test } from '@playwright/test';
import {
  cellAt,
  fieldInput,
  fieldRow,
  openList,
  save,
  shownField,
  shownPage,
  startEditing,
} from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';
import { officeScreen, wideScreen } from './workbench.ts';

test.describe.configure({ mode: 'serial' });

/** A private character: no font of any computer holds it, as none of an old one holds the newest of GB 18030. */
const lost = '\u{10FFFD}';
const workbench = sharePractice();

test.beforeAll(async () => {
  await openList(workbench.page, 'person');
});

test('a name that lost a character is warned of and saved', async () => {
  const { page } = workbench;
  await cellAt(page, 0, 'name').dblclick();
  await expect(shownField(page, 'person', 'doc_no')).toBeVisible();
  await startEditing(page);
  await fieldInput(page, 'name').fill(`张${lost}丽`);
  await page.keyboard.press('Tab');
  await expect(fieldRow(page, 'name')).toContainText('替代符号');
  await workbench.picture('95-lost-character');
  await save(page);
  await expect(shownPage(page)).toContainText(`张${lost}丽`);
});

test('the preview says which characters the paper shows as boxes', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('button', { name: zh('record.print') })
    .click();
  const notice = page.locator('.print-notice');
  await expect(notice).toContainText(`${lost}（U+10FFFD）`);
  await expect(notice).toContainText('宋体-ExtB');
  await expect(page.locator('.print-page canvas[data-drawn]').first()).toBeVisible();
  await workbench.picture('95-missing-character');
  await workbench.resize(wideScreen);
  await workbench.picture('95-missing-character-wide');
  await workbench.resize(officeScreen);
});
