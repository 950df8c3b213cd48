import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import exceljs from 'exceljs';
import { ledgers } from '../../db/model/registry.ts';
import { lookWays } from '../../db/model/looks.ts';
import { expectAccessible } from './accessible.ts';
import { cellAt, openList, rowAt, shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { ledgerLabel, zh } from './texts.ts';

// A leader wants to know who looked at people on the lists of special care.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
let person = '';

const lines = (page: Page) => shownPage(page).locator('tbody tr.ant-table-row');

test('whoever opened a record of a sensitive ledger stands in the log, found from the settings', async () => {
  const { page } = workbench;
  await openList(page, 'care_label');
  const name = cellAt(page, 0, 'person');
  // A row is there before its cells are filled.
  await expect(name).toHaveText(/\p{Script=Han}{2}/u);
  person = await name.innerText();
  await rowAt(page, 0).dblclick();
  await expect(shownPage(page).getByRole('tab', { name: /变更记录/ })).toBeVisible();
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('settings.title') })
    .click();
  await shownPage(page)
    .getByRole('button', { name: zh('looks.open') })
    .click();
  const opened = lines(page).filter({ hasText: lookWays.record.zh });
  await expect(opened.first()).toContainText(person);
  await expect(opened.first()).toContainText(ledgerLabel('care_label'));
  await expect(lines(page).filter({ hasText: lookWays.list.zh }).first()).toBeVisible();
  await workbench.pictureOnBothScreens('looks');
  await expectAccessible(page, 'looks');
});

test('the log is narrowed by day, ledger and person, and older lines are a page away', async () => {
  const { page } = workbench;
  for (const { id } of ledgers.filter(({ sensitive, partOf }) => sensitive && partOf === undefined))
    await openList(page, id);
  await page.getByRole('tab', { name: zh('looks.title') }).click();
  await shownPage(page).getByText(zh('looks.span.today'), { exact: true }).click();
  await expect(lines(page)).toHaveCount(50);
  await shownPage(page)
    .getByRole('button', { name: zh('looks.older') })
    .click();
  await expect(shownPage(page).getByText(zh('looks.page', { page: 2 }))).toBeVisible();
  await expect(lines(page).first()).toBeVisible();
  await shownPage(page)
    .getByRole('textbox', { name: zh('looks.to') })
    .fill('2020-01-01');
  await page.keyboard.press('Enter');
  await expect(shownPage(page).getByText(zh('looks.none'))).toBeVisible();
  await workbench.picture('looks-none');
  await shownPage(page).getByText(zh('looks.span.all'), { exact: true }).click();
  await expect(lines(page).first()).toBeVisible();
});

test('the page of a record opens the looks at it alone', async () => {
  const { page } = workbench;
  await page.getByRole('tab', { name: person }).first().click();
  await shownPage(page)
    .getByRole('tab', { name: /变更记录/ })
    .click();
  await workbench.picture('looks-of-record');
  await shownPage(page)
    .getByRole('button', { name: zh('looks.of-record') })
    .click();
  await expect(shownPage(page).getByText(zh('looks.of', { title: person }))).toBeVisible();
  await expect(lines(page).filter({ hasText: lookWays.record.zh })).toHaveCount(1);
  await expect(
    lines(page)
      .filter({ hasText: zh('looks.all-of-ledger') })
      .first(),
  ).toBeVisible();
});

test('the log goes into a workbook without the names of sensitive records, and that is written down too', async () => {
  const { page } = workbench;
  const file = path.join(workbench.folder, 'looks.xlsx');
  await workbench.answerDialogs(file);
  await shownPage(page)
    .getByRole('button', { name: zh('looks.export') })
    .click();
  await expect(page.getByText('looks.xlsx')).toBeVisible();
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  const text = JSON.stringify(book.worksheets[0]?.getSheetValues());
  expect(text).toContain(ledgerLabel('care_label'));
  expect(text).not.toContain(person);
  await shownPage(page)
    .getByRole('button', { name: zh('looks.refresh') })
    .click();
  await expect(lines(page).filter({ hasText: lookWays['log-sheet'].zh })).toHaveCount(1);
});
