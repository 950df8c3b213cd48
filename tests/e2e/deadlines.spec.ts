import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { fieldInput, pick, save, shownPage } from './clerk.ts';
import { folderWithPracticeTown } from './prepared-folders.ts';
import { sharePractice } from './shared-window.ts';
import { en, zh } from './texts.ts';

// A typhoon day is declared on Monday for Tuesday, when deadlines over it have been given out.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice({
  folder: folderWithPracticeTown,
  now: '2026-11-02T01:00:00Z',
  zone: 'America/New_York',
});
let title = '';

const openSettings = async (page: Page): Promise<void> => {
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('settings.title') })
    .click();
};
const panel = (page: Page) => shownPage(page).getByRole('region', { name: zh('settings.calendar') });

test('nothing is to be moved while the calendar is as it was', async () => {
  const { page } = workbench;
  await openSettings(page);
  await panel(page)
    .getByRole('button', { name: zh('deadlines.check') })
    .click();
  await expect(shownPage(page).getByText(zh('deadlines.none'))).toBeVisible();
  await workbench.picture('deadlines-none');
  await page.keyboard.press('Control+w');
});

test('a day set off in the calendar tells how many deadlines it concerns', async () => {
  const { page } = workbench;
  await openSettings(page);
  await panel(page)
    .getByRole('button', { name: zh('settings.calendar.days') })
    .click();
  await expect(shownPage(page).getByRole('button', { name: zh('deadlines.check') })).toBeVisible();
  await shownPage(page)
    .getByRole('button', { name: zh('record.add'), exact: true })
    .first()
    .click();
  await fieldInput(page, 'day').fill('2026-11-03');
  await pick(page, fieldInput(page, 'kind'), '放假');
  await fieldInput(page, 'name').fill('台风停工');
  await save(page);
  const notice = page.getByRole('status').filter({ hasText: /涉及已给出的办理期限 \d+ 项/ });
  await expect(notice).toBeVisible();
  await workbench.picture('deadlines-notice');
  await openSettings(page);
  await expect(panel(page).getByText(/涉及已给出的办理期限 \d+ 项/)).toBeVisible();
  await workbench.picture('deadlines-settings');
  await notice.getByRole('button', { name: zh('deadlines.notice.look') }).click();
});

test('the deadlines are shown old and new with the reason, and open their cases', async () => {
  const { page } = workbench;
  const screen = shownPage(page);
  await expect(screen.getByText('2026-11-03 改为放假（台风停工）')).toBeVisible();
  const row = screen.locator('.ant-table-row').first();
  await expect(row).toContainText('延后');
  await expect(screen.locator('.deadlines-why').first()).toContainText('2026年11月3日改为放假（台风停工）');
  await workbench.pictureOnBothScreens('deadlines');
  await expectAccessible(page, 'deadlines');
  title = await row.locator('.deadlines-case').innerText();
  await row.locator('.deadlines-case').click();
  await expect(shownPage(page).getByRole('heading', { level: 1 })).toContainText(title);
  await page.keyboard.press('Control+w');
});

test('they are moved when somebody says so, and the page of the case explains', async () => {
  const { page } = workbench;
  const screen = shownPage(page);
  await screen.getByRole('button', { name: /^调整 \d+ 项期限/ }).click();
  await expect(screen.getByText(/已调整期限 \d+ 项/)).toBeVisible();
  await expect(screen.getByText(zh('deadlines.none'))).toBeVisible();
  await workbench.picture('deadlines-moved');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: zh('search.label') }).pressSequentially(title);
  await page
    .getByRole('listbox', { name: zh('search.results') })
    .getByRole('option')
    .filter({ hasText: title })
    .first()
    .click();
  await shownPage(page)
    .getByRole('tab', { name: /^办理记录/ })
    .click();
  const step = shownPage(page).locator('.case-steps li').first();
  await expect(step).toContainText('日历调整');
  await expect(step).toContainText('2026年11月3日改为放假（台风停工）');
  await expect(step).toContainText('台风停工放假');
  await workbench.pictureOnBothScreens('deadlines-case');
});

test('all of it can be taken back, and is then undecided again', async () => {
  const { page } = workbench;
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('nav.batches') })
    .click();
  const row = shownPage(page).locator('.ant-table-row').filter({ hasText: '日历调整' });
  await expect(row).toContainText('调整期限');
  await row.getByRole('button', { name: zh('batch.undo') }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: zh('batch.undo') });
  // By the key: the dialog is still coming in when it is first there.
  await confirm.press('Enter');
  await expect(confirm).toBeHidden();
  const notice = page.getByRole('status').filter({ hasText: /涉及已给出的办理期限 \d+ 项/ });
  await notice.getByRole('button', { name: zh('deadlines.notice.look') }).click();
  await expect(shownPage(page).getByRole('button', { name: /^调整 \d+ 项期限/ })).toBeVisible();
});

test('English has the same screen', async () => {
  const { page } = workbench;
  await page.getByRole('button', { name: zh('settings.language.short.en'), exact: true }).click();
  await expect(shownPage(page).getByRole('heading', { level: 1 })).toHaveText(en('deadlines.title'));
  await workbench.picture('deadlines-english');
});
