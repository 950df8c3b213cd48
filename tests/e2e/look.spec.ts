import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { areas } from '../../db/model/define-ledger.ts';
import { ledgers } from '../../db/model/registry.ts';
import {
  cellAt,
  fieldInput,
  fieldRow,
  openList,
  rowAt,
  save,
  shownField,
  shownPage,
  startEditing,
} from './clerk.ts';
import { cutTexts, listedLedgers, openFittingList, walkedAreas } from './list-columns.ts';
import { sharePractice } from './shared-window.ts';
import { en, fieldLabel, ledgerLabel, zh } from './texts.ts';
import { officeScreen, repeatIfSwept } from './workbench.ts';

// What a tired clerk would complain about: cut words, covered values, gaps, words of the other language.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();

test('the English window cuts no name of a ledger, names the user in English and one record in the singular', async () => {
  const { page } = workbench;
  await page.getByRole('button', { name: zh('settings.language.short.en'), exact: true }).click();
  const navigation = page.getByRole('navigation', { name: en('nav.label') });
  await expect(navigation).toBeVisible();
  expect(await cutTexts(navigation.locator('.side-nav-name'))).toEqual([]);
  await expect(page.locator('.header-user')).toHaveText('Operator');

  await page.getByRole('button', { name: 'New resident' }).click();
  await expect(page.getByRole('tab', { name: 'New resident' })).toBeVisible();
  await expect(shownPage(page).getByRole('form', { name: 'Residents' })).toBeVisible();
  await workbench.picture('80-english-form');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: en('settings.language.short.zh'), exact: true }).click();
  await expect(page.locator('.header-user')).toHaveText('操作员');
});

test('the folded navigation opens the ledgers of an area from its sign', async () => {
  const { page } = workbench;
  const navigation = page.getByRole('navigation', { name: zh('nav.label') });
  await navigation.getByRole('button', { name: zh('nav.fold') }).click();
  await expect(navigation.getByRole('button', { name: zh('nav.unfold') })).toBeVisible();
  const entries = navigation.locator('.side-nav-entry');
  const boxes = await entries.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(boxes.length).toBeGreaterThan(8);
  expect(new Set(boxes.map(({ width, height }) => `${width} × ${height}`)).size).toBe(1);
  await workbench.picture('86-folded');
  await navigation.getByRole('button', { name: areas.housing.zh, exact: true }).click();
  await page.getByRole('menuitem', { name: ledgerLabel('room'), exact: true }).click();
  await expect(rowAt(page, 0)).toBeVisible();
  await navigation.getByRole('button', { name: zh('nav.unfold') }).click();
});

test('the columns of every ledger reach the actions on both screens, and no head is cut', async () => {
  // A hundred lists on two screens; the others are looked at where their forms are.
  test.slow();
  const listed = listedLedgers.filter(({ area }) => !walkedAreas.includes(area));
  expect(listed.length).toBeGreaterThan(5);
  for (const { id } of listed) {
    await openFittingList(workbench, id);
    await workbench.page.keyboard.press('Control+w');
  }
});

test('on a small screen at 150 % nothing stands outside the window, and values are read in lines', async () => {
  const { page } = workbench;
  await openList(page, 'person');
  await workbench.resize({ width: 911, height: 512 });
  const outside = () =>
    shownPage(page).evaluate((panel) => [
      panel.scrollWidth - panel.clientWidth,
      document.body.scrollWidth - 911,
    ]);
  expect(await outside()).toEqual([0, 0]);
  await expect(page.locator('.header-user')).toContainText('操作员');
  expect(await cutTexts(page.locator('.header-user'))).toEqual([]);
  await workbench.picture('88-list');
  await rowAt(page, 3).locator('[col-id=name]').dblclick();
  const value = shownField(page, 'person', 'doc_no');
  expect((await boxOf(value)).height).toBeLessThan(32);
  await workbench.picture('89-record');
  await startEditing(page);
  expect(await outside()).toEqual([0, 0]);
  expect((await boxOf(fieldInput(page, 'name'))).width).toBeGreaterThan(300);
  await workbench.picture('89-form');
  await page.keyboard.press('Escape');
  await shownPage(page)
    .getByRole('button', { name: zh('record.print') })
    .click();
  const sheet = page.locator('.print-page canvas[data-drawn]').first();
  await expect(sheet).toBeVisible();
  const room = await boxOf(page.locator('.print-scroll'));
  await expect.poll(async () => (await boxOf(sheet)).width).toBeLessThan(room.width);
  await workbench.picture('89-print');
  await page.keyboard.press('Escape');
  await workbench.resize(officeScreen);
});

test('a dozen open pages leave their titles readable', async () => {
  for (const { id } of listedLedgers.slice(0, 12)) await openList(workbench.page, id);
  const strip = workbench.page.getByRole('tablist', { name: zh('tab.label') });
  const [around, tab] = [await strip.boundingBox(), await strip.getByRole('tab').first().boundingBox()];
  expect(tab?.height).toBeGreaterThan((around?.height ?? 0) - 2);
  await workbench.picture('81-many-tabs');
});

test('an address in a list begins behind the own town, and is whole when it is copied', async () => {
  const { page, app } = workbench;
  await openList(page, 'address');
  const cell = cellAt(page, 0, 'full_path');
  await expect(cell).toHaveText(/^(?!.*虎门镇).+社区/);
  const short = await cell.innerText();
  await workbench.picture('82-addresses');
  await cell.click();
  await page.keyboard.press('Control+c');
  expect(await repeatIfSwept(() => app.evaluate(({ clipboard }) => clipboard.readText()))).toBe(
    `广东省东莞市虎门镇${short}`,
  );

  await cell.dblclick();
  await expect(page.getByRole('tab', { name: short, exact: true })).toBeVisible();
  await expect(shownPage(page).getByRole('heading', { level: 1 })).toHaveText(`广东省东莞市虎门镇${short}`);
});

test('a head tells those who do not see the arrow how the list is sorted', async () => {
  const { page } = workbench;
  await openList(page, 'person');
  const head = (field: string) => shownPage(page).locator(`[role=columnheader][col-id=${field}]`);
  await expect(head('name')).toHaveAttribute('aria-sort', 'ascending');
  await head('birth_date')
    .getByRole('button', { name: fieldLabel('person', 'birth_date'), exact: true })
    .click();
  await expect(head('birth_date')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head('name')).toHaveAttribute('aria-sort', 'none');
  await head('name')
    .getByRole('button', { name: fieldLabel('person', 'name'), exact: true })
    .click();
});

test('a list is sorted and filtered without the mouse', async () => {
  const { page } = workbench;
  const head = shownPage(page).locator('[role=columnheader][col-id=sex]');
  await cellAt(page, 0, 'sex').click();
  await page.keyboard.press('ArrowUp');
  await expect(head).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');

  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('checkbox', { name: '未知的性别' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const chips = shownPage(page).getByRole('group', { name: zh('record.filters') });
  await expect(chips).toContainText('男性');
  await workbench.picture('85-filter-by-key');
  await page.keyboard.press('Escape');
  await expect(head).toBeFocused();
  // With the mouse the focus goes where one clicks.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('checkbox', { name: '男性', exact: true })).toBeVisible();
  await cellAt(page, 1, 'name').click();
  await expect(cellAt(page, 1, 'name')).toBeFocused();
  await chips.getByRole('button', { name: zh('record.clearFilters') }).press('Enter');
  await expect(chips).toBeHidden();
});

test('rows with a button are as tall as the others, and help covers nothing', async () => {
  const { page } = workbench;
  await openPersonWithPhone(page);
  const heights = await shownPage(page)
    .locator('.page-field')
    .evaluateAll((rows) => [...new Set(rows.map((row) => row.getBoundingClientRect().height))]);
  expect(heights).toHaveLength(1);

  await startEditing(page);
  await expect(shownPage(page).getByText(helpOf('name'))).toBeVisible();
  const help = await shownPage(page).locator('.form-help').boundingBox();
  const foot = await shownPage(page).locator('.form-bar').boundingBox();
  expect(help?.y).toBeGreaterThanOrEqual(foot?.y ?? Infinity);
  await expect(fieldInput(page, 'name')).toHaveAccessibleDescription(helpOf('name'));
  const label = fieldRow(page, 'unit').locator('.form-label');
  expect((await label.boundingBox())?.height).toBeLessThan(36);
  await workbench.picture('83-help-at-the-foot');
});

test('a masked value can be emptied once it was shown', async () => {
  const { page } = workbench;
  await fieldRow(page, 'phone')
    .getByRole('button', { name: zh('record.reveal') })
    .click();
  await expect(fieldInput(page, 'phone')).not.toHaveValue('');
  await fieldInput(page, 'phone').fill('');
  await save(page);
  await expect(shownField(page, 'person', 'doc_no')).toBeVisible();
  await expect(shownField(page, 'person', 'phone')).toBeHidden();
});

test('a record is ended with a reason at hand, and comes back', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('button', { name: zh('record.end.vacate') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const end = dialog.getByRole('button', { name: zh('record.end.vacate'), exact: true });
  await expect(end).toBeDisabled();
  await dialog.getByRole('button', { name: zh('record.reason.mistake') }).click();
  await workbench.picture('87-end');
  await end.click();
  await shownPage(page)
    .getByRole('button', { name: zh('record.restore') })
    .click();
  await expect(shownPage(page).getByRole('button', { name: zh('record.edit') })).toBeVisible();
});

test('a short record prints on one page, and the message after saving it covers no control', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('button', { name: zh('record.print') })
    .click();
  const dialog = page.getByRole('dialog', { name: `${ledgerLabel('person')}登记表` });
  await expect(dialog.getByText(zh('record.pageOf', { page: 1, pages: 1 }), { exact: true })).toBeVisible();
  await workbench.answerDialogs(path.join(workbench.folder, '很长的文件名'.repeat(8) + '.pdf'));
  await dialog.getByRole('button', { name: zh('record.savePdf') }).click();
  const message = page.locator('.ant-message-notice').first();
  await expect(message).toBeVisible();
  await workbench.picture('84-saved-pdf');
  const covered = await boxOf(message);
  const controls = dialog.locator('.print-bar button, .print-pages');
  expect(await controls.count()).toBeGreaterThan(4);
  for (const control of await controls.all()) expect(meets(covered, await boxOf(control))).toBe(false);
  await page.keyboard.press('Escape');
});

function helpOf(field: string): string {
  const help = ledgers.find(({ id }) => id === 'person')?.fields[field]?.help;
  if (help === undefined) throw new Error(`${field} has no help`);
  return zh('record.help', { field: fieldLabel('person', field), text: help.zh });
}

/** Opens the first person of the list whose phone is there to be emptied. */
async function openPersonWithPhone(page: Page): Promise<void> {
  await expect(cellAt(page, 0, 'phone')).toBeAttached();
  for (let index = 2; index < 12; index++) {
    if ((await cellAt(page, index, 'phone').innerText()) === '') continue;
    await rowAt(page, index).locator('[col-id=name]').dblclick();
    await expect(shownField(page, 'person', 'phone')).toBeVisible();
    return;
  }
  throw new Error('nobody has a phone');
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('not shown');
  return box;
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
