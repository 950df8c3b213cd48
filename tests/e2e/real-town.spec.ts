import { expect, test, type Page } from '@playwright/test';
import { choose, fieldInput, fieldRow, openBySearch, shownField, shownPage, waitForHome } from './clerk.ts';
import { idNumber } from './invented-people.ts';
import { newFolder } from './prepared-folders.ts';
import { shareWindow } from './shared-window.ts';
import { ledgerLabel, zh } from './texts.ts';
import { startWorkbench } from './workbench.ts';

// The first two days of an office: each step stands on the one before.
test.describe.configure({ mode: 'serial' });

const workbench = shareWindow(() => startWorkbench({ folder: newFolder() }));
const passphrase = '虎门 大桥 木棉 一九九七';
const person = { name: '曾单解', doc_no: idNumber(7), birth: '1990-01-01' };

test('the first screen refuses a short passphrase and two that differ, in words', async () => {
  const { page } = workbench;
  const create = page.getByRole('button', { name: zh('setup.submit') });
  await create.click();
  await expect(
    page.locator('.ant-form-item-explain-error', { hasText: zh('setup.required.town') }),
  ).toBeVisible();
  await choose(page.getByRole('combobox', { name: zh('setup.town') }), '虎门');
  await passphraseField(page, 'setup.passphrase').fill('短');
  await passphraseField(page, 'setup.again').fill('不一样');
  await create.click();

  await expect(page.getByText(zh('setup.short', { count: 9 }))).toBeVisible();
  await expect(page.getByText(zh('setup.again.wrong'))).toBeVisible();
  await workbench.picture('20-setup-refused');
});

test('a town is created and stands empty, with the next step on every page', async () => {
  const { page } = workbench;
  await passphraseField(page, 'setup.passphrase').fill(passphrase);
  await passphraseField(page, 'setup.again').fill(passphrase);
  await page.getByRole('button', { name: zh('setup.submit') }).click();
  await waitForHome(page);

  await expect(page.getByText(zh('home.empty.title'))).toBeVisible();
  await expect(page.getByText(zh('status.real'))).toBeVisible();
  await workbench.picture('21-home-empty');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText(zh('record.noRows', { ledger: ledgerLabel('person') }))).toBeVisible();
  await workbench.picture('22-list-empty');
});

test('a resident is registered without the mouse, and mistakes are named when a field is left', async () => {
  const { page } = workbench;
  await tabTo(page, zh('record.add'));
  await page.keyboard.press('Enter');
  await expect(fieldInput(page, 'name')).toBeFocused();
  await page.keyboard.type(person.name);
  await page.keyboard.press('Enter');
  await page.keyboard.type('居民身份证');
  await page.keyboard.press('Enter');
  await expect(fieldInput(page, 'doc_no')).toBeFocused();
  await page.keyboard.type(wrongCheckDigit(person.doc_no));
  await page.keyboard.press('Enter');
  const message = fieldRow(page, 'doc_no').getByRole('alert');
  await expect(message).toHaveText(/校验位/);
  await workbench.picture('23-form-message');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(person.doc_no);
  await page.keyboard.press('Enter');
  await expect(message).toBeHidden();
  await page.keyboard.type('户籍');
  await page.keyboard.press('Enter');
  await expect(fieldRow(page, 'person_kinds')).toContainText('户籍人口');
  await page.keyboard.press('Enter');
  await expect(fieldInput(page, 'sex')).toBeFocused();
  await expect(fieldInput(page, 'birth_date')).toHaveValue(person.birth);
  await enterTo(page, 'village');
  await page.keyboard.type('虎门寨');
  await expect(page.locator('.ant-select-item-option-active:visible')).toContainText('虎门寨社区居民委员会');
  await page.keyboard.press('Enter');
  await workbench.picture('24-form-filled');
  await page.keyboard.press('Control+s');

  await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
  await expect(
    page.getByRole('tab', { name: zh('record.addTo', { ledger: ledgerLabel('person') }) }),
  ).toBeHidden();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(shownField(page, 'person', 'village')).toHaveText('虎门寨社区居民委员会');
  await expect(shownField(page, 'person', 'birth_date')).toHaveText(person.birth);
  await workbench.picture('25-registered');
});

test('a record that misses what is required is not saved, and the keyboard is put where it is missing', async () => {
  const { page } = workbench;
  await page.keyboard.press('Alt+1');
  await shownPage(page)
    .getByRole('button', { name: zh('record.add'), exact: true })
    .click();
  await page.keyboard.press('Control+s');

  await expect(fieldRow(page, 'name').getByRole('alert')).toHaveText(/[一-鿿]/);
  await expect(fieldInput(page, 'name')).toBeFocused();
  await expect(page.getByText(/个栏目需要改好后才能保存/)).toBeVisible();
});

test('somebody with the same name and birth day is announced while typing', async () => {
  const { page } = workbench;
  await fieldInput(page, 'name').fill(person.name);
  await fieldInput(page, 'birth_date').fill('19900101');
  await page.keyboard.press('Enter');

  const open = page.getByRole('button', { name: zh('record.openIt', { title: person.name }) });
  await expect(open).toBeVisible();
  await workbench.picture('26-duplicate');
  await fieldInput(page, 'name').focus();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: zh('leave.not-saved') }).click();
  await expect(shownPage(page).getByRole('form')).toBeHidden();
});

test('the next day a wrong passphrase is refused in words and the right one opens the records', async () => {
  await workbench.restart();
  const { page } = workbench;
  await passphraseField(page, 'unlock.passphrase').fill('不是这个口令');
  await page.keyboard.press('Enter');
  await expect(page.getByText(zh('failure.refused.wrong-passphrase'))).toBeVisible();
  await workbench.picture('27-unlock-wrong');
  // What was typed is marked: typing replaces it.
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await waitForHome(page);

  await openBySearch(page, 'zengshanxie', person.name);
  await expect(shownField(page, 'person', 'village')).toHaveText('虎门寨社区居民委员会');
});

const passphraseField = (page: Page, label: 'setup.passphrase' | 'setup.again' | 'unlock.passphrase') =>
  page.getByRole('textbox', { name: zh(label), exact: true });

/** The same number with another last character. */
const wrongCheckDigit = (id: string): string => id.slice(0, 17) + (id.endsWith('0') ? '1' : '0');

/** Walks with Tab until the button of this name has the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = shownPage(page).getByRole('button', { name, exact: true });
  for (let step = 0; step < 40; step += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached with Tab`);
}

/** Walks with Enter until a field has the keyboard. */
async function enterTo(page: Page, field: string): Promise<void> {
  const input = fieldInput(page, field);
  for (let step = 0; step < 60; step += 1) {
    if (await input.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Enter');
    await page.waitForTimeout(20);
  }
  throw new Error(`${field} cannot be reached with Enter`);
}
