import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  cellAt,
  fieldInput,
  historyEntries,
  inDialog,
  openBySearch,
  openHistory,
  openList,
  shownField,
  shownPage,
  undoNewest,
} from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { fieldLabel, ledgerLabel, zh } from './texts.ts';

// Somebody moves house: one action, said before it is done, taken back as one.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
let name: string;
let before: string;
/** Name of a room in another part of the town. */
let room: string;

test.beforeAll(async () => {
  const { page } = workbench;
  await openList(page, 'room');
  room = await cellAt(page, 9, 'name').innerText();
  await openList(page, 'person');
  name = await cellAt(page, 4, 'name').innerText();
  await openBySearch(page, name, name);
  before = await shownField(page, 'person', 'residence_address').innerText();
});

/** The group of intervals beside the record. */
const group = (page: Page): Locator =>
  shownPage(page).getByRole('region', { name: ledgerLabel('residence'), exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const result = (page: Page): Locator => dialog(page).getByRole('region', { name: zh('move.preview') });

test('the page of a person says where the person lives and what can be done about it', async () => {
  const { page } = workbench;
  await expect(group(page).locator('.move-now')).toContainText(/^现在：.+自 \d{4}-\d{2}-\d{2} 起$/);
  for (const verb of ['变更', '迁出', '注销'])
    await expect(group(page).getByRole('button', { name: verb, exact: true })).toBeVisible();
  await expect(group(page).getByRole('button', { name: '迁入', exact: true })).toBeHidden();
  await workbench.picture('70-person-lives');
});

test('a day in the future is refused at its field before anything is written', async () => {
  const { page } = workbench;
  await group(page).getByRole('button', { name: '变更', exact: true }).click();
  await expect(inDialog(page, 'from_day')).toBeFocused();
  await page.keyboard.type('2199-01-01');
  await page.keyboard.press('Enter');
  await expect(dialog(page).locator('[data-field=from_day]')).toContainText('不能晚于今天');
  await page.keyboard.press('Control+s');
  await expect(inDialog(page, 'from_day')).toBeFocused();
  await expect(dialog(page).locator('[data-field=room]')).toContainText('至少填一项');
  await workbench.picture('71-move-refused');
});

test('Esc asks before it throws away what was entered in a dialog', async () => {
  const { page } = workbench;
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByText(zh('app.leave.body'))).toBeVisible();
  await workbench.picture('71-move-leave');
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByText(zh('app.leave.body'))).toBeHidden();
  await expect(inDialog(page, 'from_day')).toHaveValue('2199-01-01');
  await page.keyboard.press('Escape');
  await dialog(page)
    .getByRole('button', { name: zh('leave.lose') })
    .click();
  await expect(dialog(page)).toHaveCount(0);
});

test('a dialog waits in its tab while what it links to is looked at', async () => {
  const { page } = workbench;
  await group(page).getByRole('button', { name: '变更', exact: true }).click();
  await expect(inDialog(page, 'from_day')).toBeFocused();
  await page.keyboard.type('今天');
  await page.keyboard.press('Enter');
  await page.keyboard.type(room);
  await expect(page.locator('.ant-select-item-option-active')).toContainText(room);
  await page.keyboard.press('Enter');
  await dialog(page)
    .locator('[data-field=room]')
    .getByRole('button', { name: zh('widget.openLinked') })
    .click();
  await expect(dialog(page)).toBeHidden();
  await expect(shownPage(page).getByRole('heading', { level: 1 })).toContainText(room);
  await page.keyboard.press('Control+w');
  await expect(dialog(page).locator('[data-field=room]')).toContainText(room);
  await page.keyboard.press('Escape');
  await dialog(page)
    .getByRole('button', { name: zh('leave.lose') })
    .click();
  await expect(dialog(page)).toHaveCount(0);
});

test('a move is filled in, read and carried out with the keyboard alone', async () => {
  const { page } = workbench;
  await group(page).getByRole('button', { name: '变更', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(inDialog(page, 'from_day')).toBeFocused();
  await page.keyboard.type('今天');
  await page.keyboard.press('Enter');
  await expect(inDialog(page, 'room')).toBeFocused();
  await page.keyboard.type(room);
  await expect(page.locator('.ant-select-item-option-active')).toContainText(room);
  await page.keyboard.press('Enter');
  await expect(result(page)).toContainText(new RegExp(`^.*从 .+ 迁往 ${room}`));
  await expect(dialog(page).locator('[data-field=village]')).toContainText(zh('record.suggested'));
  await expect(result(page)).toContainText(zh('move.also', { ledger: ledgerLabel('person') }));
  await workbench.pictureOnBothScreens('72-move-preview');
  await page.keyboard.press('Control+s');

  await expect(dialog(page)).toBeHidden();
  await expect(shownField(page, 'person', 'residence_address')).toHaveText(room);
  await expect(group(page).locator('.move-now')).toContainText(`现在：${room}`);
  await expect(group(page).locator('.page-row')).toHaveText([
    new RegExp(`至今${room}$`),
    /^\d{4}-\d{2}-\d{2} 至 \d{4}-\d{2}-\d{2}/,
  ]);
  await workbench.picture('73-moved');
});

test('one undo puts the person and both intervals back', async () => {
  const { page } = workbench;
  await openHistory(page);
  await expect(historyEntries(page).first()).toContainText(fieldLabel('person', 'residence_address'));
  await undoNewest(page);
  await expect(shownField(page, 'person', 'residence_address')).toHaveText(before);
  await shownPage(page)
    .getByRole('tab', { name: /^关联记录/ })
    .click();
  await expect(group(page).locator('.move-now')).not.toContainText(room);
  await expect(group(page).locator('.page-row').filter({ hasText: room })).toHaveCount(0);
  await workbench.picture('74-move-undone');
});

test('somebody who died is struck off with the interval, and comes back with it', async () => {
  const { page } = workbench;
  await group(page).getByRole('button', { name: '注销', exact: true }).click();
  await expect(inDialog(page, 'to_day')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(dialog(page).locator('[data-field=end_reason]')).toContainText('必填');
  await page.keyboard.type('死亡');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('checkbox').check();
  await expect(result(page)).toContainText('的居住（死亡）');
  await workbench.picture('75-cancel');
  await dialog(page).getByRole('button', { name: '注销', exact: true }).click();
  await expect(shownPage(page).getByRole('button', { name: zh('record.restore') })).toBeVisible();
  await workbench.picture('76-cancelled');
  await page
    .locator('.ant-notification')
    .getByRole('button', { name: zh('record.undo') })
    .click();
  await expect(group(page).getByRole('button', { name: '变更', exact: true })).toBeVisible();
  await expect(fieldInput(page, 'name')).toBeHidden();
});
