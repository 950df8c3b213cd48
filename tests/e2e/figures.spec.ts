import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openList, shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { en, zh } from './texts.ts';

// Statistics: a number is clicked and the list holds just as many rows.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();

test('the navigation opens the figures of issues, with rates and their definitions', async () => {
  const { page } = workbench;
  const navigation = page.getByRole('navigation', { name: zh('nav.label') });
  await navigation.getByRole('button', { name: zh('nav.figures') }).click();
  const shown = shownPage(page);
  await expect(shown.getByText('办结率＝已结案宗数÷已受理宗数', { exact: false })).toBeVisible();
  await shown.getByRole('button', { name: zh('figures.previous') }).click();
  await expect(shown.locator('.figures-canvas canvas')).toBeVisible();
  await workbench.pictureOnBothScreens('figures-issue');
  await expectAccessible(page, 'figures', { within: '.figures' });
});

test('a number opens as many rows as it says', async () => {
  const { page } = workbench;
  const shown = shownPage(page);
  const count = shown.locator('.figures-indicators tbody tr').first().locator('.figure-link').first();
  const said = (await count.textContent()) ?? '';
  expect(Number(said.replaceAll(',', ''))).toBeGreaterThan(0);
  await count.click();
  await expect(shownPage(page).locator('.list-total')).toContainText(`${said} 宗`);
  await workbench.picture('figures-opened');
});

test('a figure of two ledgers has lines by what both know, and opens the rows of each', async () => {
  const { page } = workbench;
  await page.getByRole('tab', { name: zh('figures.title'), exact: true }).click();
  const shown = shownPage(page);
  await shown.getByRole('button', { name: '人均上报', exact: true }).click();
  await expect(shown.getByText('人均上报，按所属村（社区）')).toBeVisible();
  await workbench.pictureOnBothScreens('figures-per-worker');
  await choose('figures.by', '按事项大类');
  await expect(shown.getByText('只能按所属村（社区）、所属网格分组')).toBeVisible();
  await workbench.picture('figures-no-lines');
  const ratio = shown.locator('.figures-indicators tr', { hasText: '人均上报' });
  const workers = ratio.locator('td').first().locator('small .figure-link').last();
  const said = (await workers.textContent()) ?? '';
  await workers.click();
  await expect(shownPage(page).locator('.list-total')).toContainText(`${said} 人`);
});

test('a list opened by what other ledgers say of its records tells so in its chip', async () => {
  const { page } = workbench;
  await openList(page, 'grid');
  await shownPage(page)
    .getByRole('button', { name: zh('figures.open') })
    .click();
  const shown = shownPage(page);
  const covered = shown.locator('.figures-indicators tr', { hasText: '网格覆盖率' });
  const counted = covered.locator('small .figure-link').first();
  const said = (await counted.textContent()) ?? '';
  await workbench.picture('figures-grid');
  await counted.click();
  await expect(shownPage(page).locator('.list-total')).toContainText(`${said} 个`);
  await expect(shownPage(page).locator('.list-chips')).toContainText('网格员：有（岗位：专职网格员');
  await workbench.picture('figures-grid-opened');
});

test('households visited are told of visits, by year, and open as households', async () => {
  const { page } = workbench;
  await openList(page, 'liaison_visit');
  await shownPage(page)
    .getByRole('button', { name: zh('figures.open') })
    .click();
  const shown = shownPage(page);
  await shown.getByText(zh('figures.kind.year'), { exact: true }).click();
  await shown.getByRole('button', { name: '入户率', exact: true }).click();
  await workbench.picture('figures-visited');
  const visited = shown.locator('.figures-indicators tr', { hasText: '入户率' });
  const counted = visited.locator('small .figure-link').first();
  const said = (await counted.textContent()) ?? '';
  expect(Number(said)).toBeGreaterThan(0);
  await counted.click();
  await expect(shownPage(page).locator('.list-total')).toContainText(`${said} 户`);
  await workbench.picture('figures-visited-opened');
});

/** Chooses in a box of the bar. */
async function choose(box: 'figures.by', label: string): Promise<void> {
  const { page } = workbench;
  const chooser = shownPage(page).getByRole('combobox', { name: zh(box) });
  await chooser.click();
  await chooser.fill(label);
  await chooser.press('Enter');
}

test('the monthly report stands under seven headings and goes onto paper', async () => {
  const { page } = workbench;
  await page.getByRole('tab', { name: zh('figures.title'), exact: true }).click();
  const shown = shownPage(page);
  await shown.getByRole('tab', { name: zh('figures.part.report') }).click();
  await expect(shown.locator('.figures-group')).toHaveCount(8);
  await workbench.pictureOnBothScreens('figures-report');
  await shown.getByRole('button', { name: zh('figures.report.print') }).click();
  await expect(page.locator('.print-scroll canvas').first()).toBeVisible();
  await workbench.picture('figures-report-paper');
  await page.keyboard.press('Escape');
});

test('a rate opens a card with both of its counts, by mouse', async () => {
  const { page } = workbench;
  await rateOf('问题隐患办结率').click();
  const card = page.getByRole('dialog', { name: '问题隐患办结率' });
  await expect(card.getByText('办结率＝已结案宗数÷已受理宗数', { exact: false })).toBeVisible();
  await workbench.picture('figures-rate');
  const accepted = card.locator('.figure-link').last();
  const said = ((await accepted.textContent()) ?? '').replace('已受理 ', '');
  await accepted.click();
  await expect(shownPage(page).locator('.list-total')).toContainText(said);
  await page.getByRole('tab', { name: zh('figures.title'), exact: true }).click();
});

test('and by keyboard, which comes back to the rate on Escape', async () => {
  const { page } = workbench;
  const rate = rateOf('问题隐患办结率');
  await rate.press('Enter');
  const closed = page.getByRole('dialog', { name: '问题隐患办结率' }).locator('.figure-link').first();
  await expect(closed).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(closed).toBeHidden();
  await expect(rate).toBeFocused();
  await rate.press('Enter');
  await expect(closed).toBeFocused();
  const said = ((await closed.textContent()) ?? '').replace('已结案 ', '');
  await page.keyboard.press('Enter');
  await expect(shownPage(page).locator('.list-total')).toContainText(said);
  await page.getByRole('tab', { name: zh('figures.title'), exact: true }).click();
});

test('a figure of the cover names the counts of all its ledgers', async () => {
  const { page } = workbench;
  await rateOf('治安防控到位率').click();
  const card = page.getByRole('dialog', { name: '治安防控到位率' });
  await expect(card.locator('.figure-link')).toHaveCount(4);
  await workbench.picture('figures-cover-rate');
  await page.keyboard.press('Escape');
});

test('what counts under a heading of the cover is set in a list of its own', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('button', { name: zh('figures.report.cover.rules') })
    .click();
  await expect(shownPage(page).locator('.list-total')).toContainText('3 条');
  await workbench.picture('figures-cover-rules');
  await page.getByRole('tab', { name: zh('figures.title'), exact: true }).click();
  await rateOf('便民服务到位率').click();
  const card = page.getByRole('dialog', { name: '便民服务到位率' });
  await expect(card.getByText('本单位设定的口径', { exact: false })).toBeVisible();
  await expect(card.locator('.figure-link')).toHaveCount(6);
  await workbench.picture('figures-cover-rate-set');
  await page.keyboard.press('Escape');
});

/** The rate of the month in a line of the report. */
const rateOf = (line: string) =>
  shownPage(workbench.page)
    .locator('.figures-report tbody tr')
    .filter({ has: workbench.page.getByRole('rowheader', { name: line, exact: true }) })
    .locator('.figure-link')
    .first();

test('the list of residents leads to its figures, counted as they stand', async () => {
  const { page } = workbench;
  await openList(page, 'person');
  await shownPage(page)
    .getByRole('button', { name: zh('figures.open') })
    .click();
  const shown = shownPage(page);
  await expect(shown.getByText(zh('figures.register'))).toBeVisible();
  await expect(shown.locator('.figures-canvas canvas')).toBeVisible();
  await workbench.picture('figures-person');
  const first = shown.locator('.figures-table tbody').last().locator('.figure-link').first();
  const said = (await first.textContent()) ?? '';
  await first.click();
  await expect(shownPage(page).locator('.list-total')).toContainText(`${said} 人`);
});

test('the English window shows figures without a Chinese word of its own', async () => {
  const { page } = workbench;
  await page.getByRole('tab', { name: zh('figures.title'), exact: true }).click();
  await page.getByRole('button', { name: zh('settings.language.short.en'), exact: true }).click();
  const shown = shownPage(page);
  await shown.getByRole('tab', { name: en('figures.part.report') }).click();
  await expect(shown.locator('.figures-group')).toHaveCount(8);
  await expect(shown.locator('.figures-body')).not.toContainText(/\p{Script=Han}/u);
  await workbench.picture('figures-report-english');
  await page.getByRole('button', { name: en('settings.language.short.zh'), exact: true }).click();
});
