import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { choicesOfSelects, expectAccessible } from './accessible.ts';
import {
  cellAt,
  choose,
  openBySearch,
  openList,
  rowAt,
  shownPage,
  startEditing,
  startImport,
  waitForHome,
} from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { sheetRows } from './sheet-file.ts';
import { en, fieldLabel, ledgerLabel, zh } from './texts.ts';
import { repeatIfSwept } from './workbench.ts';

test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();

test.beforeAll(async () => {
  await openList(workbench.page, 'person');
});

test('the last of two thousand rows is two keys away, and so is the first', async () => {
  const { page } = workbench;
  await cellAt(page, 0, 'name').click();
  await page.keyboard.press('Control+End');
  await expect(rowAt(page, 1999)).toBeVisible();
  await expect(cellAt(page, 1999, 'name')).toHaveText(/[一-鿿]/);
  await workbench.picture('30-list-end');

  await page.keyboard.press('Control+Home');
  await expect(rowAt(page, 0)).toBeVisible();
});

test('a click on a head sorts, a second one turns the order', async () => {
  const { page } = workbench;
  const head = shownPage(page).getByRole('button', { name: fieldLabel('person', 'birth_date'), exact: true });
  await head.click();
  await expect(cellAt(page, 0, 'birth_date')).toHaveText(/^19[0-4]/);
  await expectOrder(page, (before, after) => before <= after);
  await head.click();
  await expect(cellAt(page, 0, 'birth_date')).toHaveText(/^202/);
  await expectOrder(page, (before, after) => before >= after);
});

test('a filter becomes a chip that can be taken away', async () => {
  const { page } = workbench;
  await filterButton(page, 'sex').click();
  await page.getByRole('checkbox', { name: '女性' }).click();
  const chip = shownPage(page).getByRole('group', { name: zh('record.filters') });
  await expect(chip).toContainText('女性');
  await page.keyboard.press('Escape');
  await filterButton(page, 'name').click();
  await page.getByRole('textbox', { name: zh('widget.filterText') }).fill('陈');
  await expect(chip).toContainText('陈');
  await expect(cellAt(page, 0, 'name')).toContainText('陈');
  await expect(cellAt(page, 0, 'sex')).toHaveText('女性');
  await page.keyboard.press('Escape');
  await workbench.picture('31-list-filtered');
  const total = shownPage(page).getByText(/^共 \d+ 人$/);
  await expect(total).toBeVisible();

  await shownPage(page)
    .getByRole('button', { name: zh('record.clearFilters') })
    .click();
  await expect(chip).toBeHidden();
  await expect(shownPage(page).getByText('共 2,000 人')).toBeVisible();
});

test('columns are chosen and kept as a view that survives a restart', async () => {
  const { page } = workbench;
  const column = shownPage(page).getByRole('columnheader', {
    name: new RegExp(fieldLabel('person', 'ethnic')),
  });
  await shownPage(page)
    .getByRole('button', { name: zh('record.columns') })
    .click();
  // Columns beyond the edge are not drawn; these make room.
  for (const field of ['doc_no', 'phone', 'grid', 'residence_address'])
    await page.getByRole('checkbox', { name: fieldLabel('person', field), exact: true }).uncheck();
  await page.getByRole('checkbox', { name: fieldLabel('person', 'ethnic'), exact: true }).check();
  await expect(column).toBeVisible();
  await workbench.picture('32-columns');
  await page.keyboard.press('Escape');
  await shownPage(page)
    .getByRole('button', { name: zh('record.view'), exact: true })
    .click();
  await page.getByRole('textbox', { name: zh('record.viewName') }).fill('民族核对');
  await page.getByRole('button', { name: zh('record.saveView') }).click();
  await shownPage(page).getByRole('button', { name: '民族核对' }).click();
  await page.getByRole('button', { name: zh('record.systemView') }).click();
  await expect(column).toBeHidden();
  await workbench.restart({ args: ['--practice'] });

  await openList(workbench.page, 'person');
  await shownPage(workbench.page)
    .getByRole('button', { name: zh('record.view'), exact: true })
    .click();
  await workbench.page.getByRole('button', { name: '民族核对', exact: true }).click();
  const head = shownPage(workbench.page).getByRole('columnheader', {
    name: new RegExp(fieldLabel('person', 'ethnic')),
  });
  await expect(head).toBeVisible();

  // The views of all lists are asked for together; another list (its name as long) offers its own alone.
  await openList(workbench.page, 'school');
  await shownPage(workbench.page)
    .getByRole('button', { name: zh('record.view'), exact: true })
    .click();
  await expect(workbench.page.getByRole('button', { name: zh('record.systemView') })).toBeVisible();
  await expect(workbench.page.getByRole('button', { name: '民族核对' })).toHaveCount(0);
  await workbench.page.keyboard.press('Escape');
  await openList(workbench.page, 'person');
});

test('several records are changed at once after a look at what would happen, and put back', async () => {
  const { page } = workbench;
  for (const index of [0, 1, 2]) await rowAt(page, index).getByRole('checkbox').check();
  const bar = page.getByRole('region', { name: zh('record.selected', { count: 3, counter: '人' }) });
  await workbench.picture('33-selected');
  await bar.getByRole('button', { name: zh('record.batch') }).click();
  const dialog = page.getByRole('dialog');
  await choose(
    dialog.getByRole('combobox', { name: zh('record.batchChoose') }),
    fieldLabel('person', 'remark'),
  );
  await dialog.locator('[data-field=remark] textarea').fill('本月已电话核实');
  await dialog.getByRole('button', { name: zh('record.batchLook') }).click();
  await expect(dialog.getByRole('cell', { name: '本月已电话核实' })).toHaveCount(3);
  await workbench.picture('34-batch-preview');
  await dialog.getByRole('button', { name: zh('record.batchApply', { count: 3 }) }).click();
  await expect(dialog.getByText(zh('record.batchEnd.done', { count: 3, counter: '人' }))).toBeVisible();
  await workbench.picture('35-batch-done');

  await dialog.getByRole('button', { name: zh('record.batchUndo') }).click();
  await expect(dialog.getByText(zh('record.batchUndone'))).toBeVisible();
  await dialog
    .getByRole('button', { name: zh('action.close') })
    .last()
    .click();
  await expect(bar).toBeHidden();
});

test('selected rows are copied as tab-separated text with the columns as shown', async () => {
  const { page, app } = workbench;
  const names = [await cellAt(page, 0, 'name').innerText(), await cellAt(page, 1, 'name').innerText()];
  for (const index of [0, 1]) await rowAt(page, index).getByRole('checkbox').check();
  await cellAt(page, 0, 'name').focus();
  await page.keyboard.press('Control+c');

  const text = await repeatIfSwept(() => app.evaluate(({ clipboard }) => clipboard.readText()));
  const [head, ...rows] = text.split(/\r?\n/).map((line) => line.split('\t'));
  expect(head?.slice(0, 2)).toEqual([fieldLabel('person', 'name'), fieldLabel('person', 'sex')]);
  expect(rows.map((row) => row[0])).toEqual(names);
  expect(new Set([head, ...rows].map((row) => row?.length)).size).toBe(1);
  await shownPage(page)
    .getByRole('button', { name: zh('record.clearSelection') })
    .click();
});

test('an export is read back row by row, with numbers of documents as text', async () => {
  const { page, folder } = workbench;
  await shownPage(page).getByRole('button', { name: '民族核对' }).click();
  await page.getByRole('button', { name: zh('record.systemView') }).click();
  const file = path.join(folder, '实有人口.xlsx');
  await workbench.answerDialogs(file);
  await shownPage(page)
    .getByRole('button', { name: zh('record.export'), exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  await workbench.picture('36-export');
  await dialog.getByRole('button', { name: zh('record.exportStart') }).click();
  await expect(
    dialog.getByText(zh('record.exportEnd.done', { count: '2,000', counter: '人', file: '实有人口.xlsx' })),
  ).toBeVisible();
  await dialog
    .getByRole('button', { name: zh('action.close') })
    .last()
    .click();

  const [head, ...rows] = sheetRows(file);
  expect(rows).toHaveLength(2000);
  const at = head?.indexOf(fieldLabel('person', 'doc_no')) ?? -1;
  expect(at).toBeGreaterThanOrEqual(0);
  const numbers = rows.map((row) => row[at] ?? '');
  expect(numbers.filter((number) => !/^[\dA-Z]+\*+[\dA-Z]+$/.test(number))).toEqual([]);
});

test('the window speaks English at a switch, and still does the next day', async () => {
  await workbench.page.getByRole('button', { name: zh('settings.language.short.en'), exact: true }).click();
  await expect(workbench.page.getByRole('navigation', { name: en('nav.label') })).toBeVisible();
  await workbench.picture('37-list-english');
  await workbench.restart({ args: ['--practice'] });
  const { page } = workbench;
  await expect(page.getByRole('navigation', { name: en('nav.label') })).toBeVisible();
  await workbench.picture('38-home-english');
  await page.getByRole('button', { name: en('settings.language.short.zh'), exact: true }).click();
  await expect(page.getByRole('navigation', { name: zh('nav.label') })).toBeVisible();
});

test('axe finds nothing serious on home, list, page, form and import', async () => {
  const { page } = workbench;
  await waitForHome(page);
  await expectAccessible(page, 'home', { except: choicesOfSelects });
  await openList(page, 'person');
  await expectAccessible(page, 'list', { except: choicesOfSelects });
  const name = await cellAt(page, 0, 'name').innerText();
  await openBySearch(page, name, name);
  await expectAccessible(page, 'page', { except: choicesOfSelects });
  await startEditing(page);
  await expectAccessible(page, 'form', { except: choicesOfSelects });
  await page.keyboard.press('Escape');
  await startImport(page, 'person');
  await expectAccessible(page, 'import', { except: choicesOfSelects });
  await expect(page.getByText(ledgerLabel('person')).first()).toBeVisible();
});

const filterButton = (page: Page, field: string) =>
  shownPage(page).getByRole('button', {
    name: zh('record.filterBy', { field: fieldLabel('person', field) }),
  });

async function expectOrder(page: Page, isInOrder: (before: string, after: string) => boolean) {
  const days: string[] = [];
  for (let row = 0; row < 10; row += 1) days.push(await cellAt(page, row, 'birth_date').innerText());
  expect(
    days.every((day, at) => at === 0 || isInOrder(days[at - 1] ?? '', day)),
    days.join(' '),
  ).toBe(true);
}
