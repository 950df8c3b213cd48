import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { fieldInput, openList, shownPage, waitForHome } from './clerk.ts';
import { startDataProcess, valueOf } from './data-process.ts';
import { newFolder, passphrase } from './prepared-folders.ts';
import { sharePractice } from './shared-window.ts';
import { en, zh } from './texts.ts';
import { forget, officeScreen, startPractice, startWorkbench, wideScreen } from './workbench.ts';

// The first page of the day and the calendar, on a Thursday when some work of the practice town is due.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice({ zone: 'America/New_York' });

test('the first page tells what is late, due today and due this week, in the office’s own time', async () => {
  const { page } = workbench;
  const home = shownPage(page);
  await expect(home.getByRole('heading', { level: 1 })).toHaveText('2026年11月26日 星期四');
  const work = home.getByRole('region', { name: zh('day.work') });
  await expect(work.getByRole('button', { name: /^超期/ })).toBeVisible();
  await expect(home.getByText('下一班 2026-11-26 17:30')).toBeVisible();
  await expectAccessible(page, 'home');
  await workbench.pictureOnBothScreens('home');
});

test('a word of the morning comes once a day and goes when somebody says so', async () => {
  const { page } = workbench;
  const notice = page.getByRole('status').filter({ hasText: '今日到期' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: zh('day.notice.dismiss') }).click();
  await expect(notice).toBeHidden();
  await expect(page.locator('.status-overdue')).toBeVisible();
});

test('a number opens the list with the very rows, one by one the record', async () => {
  const { page } = workbench;
  const work = shownPage(page).getByRole('region', { name: zh('day.work') });
  const number = work.getByRole('button', { name: /^出租屋 · 检查，本周到期/ });
  const count = Number((await number.innerText()).trim());
  expect(count).toBeGreaterThan(0);
  await number.click();
  await expect(shownPage(page).getByText(`共 ${String(count)} `)).toBeVisible();
  await workbench.picture('home-list');
  await page.keyboard.press('Control+w');

  await work.getByText(zh('day.view.rows'), { exact: true }).click();
  await expect(work.locator('.day-rows li').first()).toBeVisible();
  await workbench.picture('home-rows');
  await work.getByText(zh('day.view.people'), { exact: true }).click();
  await workbench.picture('home-people');
  await work.getByText(zh('day.view.rows'), { exact: true }).click();
  const row = work.locator('.day-rows button').first();
  const title = await row.locator('.day-row-title').innerText();
  await row.click();
  await expect(shownPage(page).getByRole('heading', { level: 1 })).toContainText(title);
  await page.keyboard.press('Control+w');
});

test('late steps stand with who is to be told of them, each opens its case', async () => {
  const { page } = workbench;
  const work = shownPage(page).getByRole('region', { name: zh('day.work') });
  const line = work.locator('.day-told-line');
  await expect(line).toBeVisible();
  await line.click();
  const leader = work.locator('.day-told-group').first();
  const told = (await leader.getAttribute('aria-label')) ?? '';
  const rows = leader.locator('.day-told-rows li');
  await expect(rows.first()).toContainText(/第\d级/);
  await expect(rows.first()).toContainText(/\d日起|\d{4}-\d\d-\d\d起/);
  await expectAccessible(page, 'home-told');
  await workbench.pictureOnBothScreens('home-told');
  await expect(page.locator('.status-overdue')).toContainText('应报告');

  const number = leader.getByRole('button', { name: new RegExp(`^应报告${told}：`) }).first();
  const count = (await number.innerText()).replace(/\D/g, '');
  await number.click();
  await expect(shownPage(page).getByText(`共 ${count} `)).toBeVisible();
  await page.keyboard.press('Control+w');

  const title = await rows.first().locator('.day-row-title').innerText();
  await rows.first().getByRole('button').click();
  await expect(shownPage(page).getByRole('heading', { level: 1 })).toContainText(title);
  await expect(shownPage(page).getByText(new RegExp(`应报告：.*${told}`))).toBeVisible();
  await workbench.picture('home-told-case');
  await page.keyboard.press('Control+w');
});

test('the calendar names holidays, is walked by keys, and shows what a day holds', async () => {
  const { page } = workbench;
  const navigation = page.getByRole('navigation', { name: zh('nav.label') });
  await navigation.getByRole('button', { name: zh('calendar.title') }).click();
  const calendar = shownPage(page);
  const today = calendar.locator('[data-day="2026-11-26"]');
  await expect(today).toHaveAttribute('aria-selected', 'true');
  await expect(today.locator('.calendar-dues li').first()).toBeVisible();
  await workbench.picture('calendar');
  await expectAccessible(page, 'calendar');
  await today.focus();
  await page.keyboard.press('ArrowRight');
  await expect(calendar.locator('[data-day="2026-11-27"]')).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(calendar.getByRole('heading', { level: 1 })).toHaveText('2026年10月');
  await expect(calendar.locator('[data-day="2026-10-01"]')).toContainText('国庆节');
  await expect(calendar.locator('[data-day="2026-10-10"]')).toContainText('班');
  await workbench.picture('calendar-october');
  await page.keyboard.press('Home');
  await expect(today).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(calendar.getByRole('complementary')).toBeFocused();
  await calendar.getByText(zh('calendar.week'), { exact: true }).click();
  await workbench.picture('calendar-week');
  await workbench.resize(wideScreen);
  await workbench.picture('calendar-week');
  await calendar.getByText(zh('calendar.month'), { exact: true }).click();
  await workbench.picture('calendar');
  await workbench.resize(officeScreen);
  await calendar.getByRole('button', { name: zh('calendar.print') }).click();
  await expect(page.locator('.print-page canvas[data-drawn]').first()).toBeVisible();
  await workbench.picture('calendar-print');
  await page.keyboard.press('Escape');
});

test('today is the day of the program’s clock in forms too', async () => {
  const { page } = workbench;
  await openList(page, 'consult_topic');
  await shownPage(page)
    .getByRole('button', { name: zh('record.add'), exact: true })
    .first()
    .click();
  const day = fieldInput(page, 'raised_on');
  await day.fill('今天');
  await day.press('Tab');
  await expect(day).toHaveValue('2026-11-26');
  await page.keyboard.press('Control+w');
  await page.getByRole('button', { name: zh('leave.not-saved') }).click();
  await page.keyboard.press('Control+w');
});

test('English has the same page', async () => {
  const { page } = workbench;
  await page.getByRole('button', { name: zh('settings.language.short.en'), exact: true }).click();
  await expect(
    shownPage(page).getByText('National Day').or(shownPage(page).getByText('Month')).first(),
  ).toBeVisible();
  await workbench.picture('calendar-english');
  await page.getByRole('tab', { name: 'Today' }).click();
  await workbench.picture('home-english');
  await page.getByRole('button', { name: en('settings.language.short.zh'), exact: true }).click();
});

test('a new town without records is told how to begin, and that nothing is due', async () => {
  const folder = newFolder();
  const desk = await startDataProcess(folder, null);
  await valueOf(desk, 'session.create', { town: '441900121000', passphrase });
  await desk.close();
  const empty = await startWorkbench({ folder, env: { ZW_NOW: '2026-11-26T01:00:00Z' } });
  try {
    await empty.page.getByRole('textbox', { name: zh('unlock.passphrase') }).fill(passphrase);
    await empty.page.keyboard.press('Enter');
    await waitForHome(empty.page);
    const home = shownPage(empty.page);
    await expect(home.getByText(zh('home.empty.title'))).toBeVisible();
    await expect(home.getByText(zh('day.none.title'))).toBeVisible();
    await expect(empty.page.locator('.day-notice')).toBeHidden();
    await expectAccessible(empty.page, 'empty home');
    await empty.picture('home-empty');
    await empty.resize(wideScreen);
    await empty.picture('home-empty');
    empty.expectNoErrors();
  } finally {
    await empty.close();
    forget(empty);
  }
});

test('a practice town drawn long ago says so, and is made anew for today when that is wanted', async () => {
  const aged = await startPractice({ now: '2027-01-14T01:00:00Z' });
  const { page } = aged;
  try {
    await waitForHome(page);
    await expect(page.getByText('按2026年11月26日 星期四的情形生成', { exact: false })).toBeVisible();
    await expectAccessible(page, 'aged practice');
    await aged.picture('practice-aged');
    await page.getByRole('button', { name: zh('practice.remake') }).click();
    await expect(page.getByText(zh('practice.loss.none'))).toBeVisible();
    await aged.picture('practice-remake');
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: zh('practice.remake') })
      .click();
    await expect(page.getByText(zh('prepare.practice'))).toBeVisible();
    await waitForHome(page);
    await expect(page.getByText(zh('practice.remake'))).toBeHidden();
    await expect(shownPage(page).getByRole('heading', { level: 1 })).toHaveText('2027年1月14日 星期四');
    await aged.picture('practice-remade');
    aged.expectNoErrors();
  } finally {
    await aged.close();
    forget(aged);
  }
});
