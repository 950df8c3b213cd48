import { expect, test } from '@playwright/test';
import { ledgers } from '../../db/model/registry.ts';
import { cellAt, choose, fieldInput, openList, rowAt, save, shownPage, startImport } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { ledgerLabel, zh } from './texts.ts';

// How a clerk gets to one of a hundred ledgers: by its name in the search box, on the import screen, from a record's page.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();

test('typing a part of its name offers the list of a ledger, and Enter opens it', async () => {
  const { page } = workbench;
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: zh('search.label') });
  await box.pressSequentially('执勤点');
  const lists = page.getByRole('group', { name: zh('search.lists') });
  await expect(lists.getByRole('option')).toHaveText([
    /^警民联防执勤点/,
    /^执勤点成员警民联防执勤点的明细/,
    /^执勤点装备/,
  ]);
  await workbench.picture('light-search');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: ledgerLabel('watch_post') })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(rowAt(page, 0)).toBeVisible();
});

test('a member of a watch post is entered from the page of the post', async () => {
  const { page } = workbench;
  await openList(page, 'watch_post');
  await cellAt(page, 0, 'name').dblclick();
  const members = shownPage(page)
    .getByRole('button', { name: /执勤点成员/ })
    .first();
  await members.click();
  await expect(shownPage(page).getByRole('form', { name: ledgerLabel('watch_member') })).toBeVisible();
  await fieldInput(page, 'name').fill('何小练');
  await choose(fieldInput(page, 'role'), '志愿者');
  await save(page);
  await expect(shownPage(page).getByRole('heading', { level: 1, name: '何小练' })).toBeVisible();
});

test('the import screen finds a ledger by a piece of its name, among a hundred', async () => {
  const { page } = workbench;
  expect(ledgers.length).toBeGreaterThan(60);
  await startImport(page, 'watch_kit');
  await expect(shownPage(page).locator('.ant-select')).toContainText(ledgerLabel('watch_kit'));
  await shownPage(page)
    .getByRole('combobox', { name: zh('import.ledger') })
    .click();
  await workbench.picture('light-import-chooser');
  await page.keyboard.press('Escape');
});
