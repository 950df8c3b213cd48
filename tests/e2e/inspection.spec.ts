import { expect, test } from '@playwright/test';
import {
  choose,
  fieldInput,
  fieldRow,
  openList,
  rowAt,
  save,
  shownField,
  shownPage,
  waitForHome,
} from './clerk.ts';
import { zh } from './texts.ts';
import { forget, startPractice, wideScreen, officeScreen, type Workbench } from './workbench.ts';

// One chain: a rental house is checked, a hazard is found, a notice is issued, it is re-checked and cleared.
test.describe.configure({ mode: 'serial' });

let workbench: Workbench;

test.beforeAll(async () => {
  workbench = await startPractice();
  await waitForHome(workbench.page);
});
test.afterEach(() => {
  workbench.expectNoErrors();
});
test.afterAll(async () => {
  await workbench.close();
  forget(workbench);
});

test('a check is begun from the page of a rental house, and its list is chosen by itself', async () => {
  const { page } = workbench;
  await openList(page, 'rental_house');
  await rowAt(page, 0).dblclick();
  const name = await page.getByRole('heading', { level: 1 }).last().innerText();
  await shownPage(page)
    .getByRole('button', { name: zh('record.addTo', { ledger: '检查记录' }) })
    .first()
    .click();
  await expect(fieldInput(page, 'object_name')).toHaveValue(name);
  const check = shownPage(page).getByRole('group', { name: /出租屋治安消防检查表/ });
  await expect(check.locator('.check-row')).toHaveCount(23);
  await fieldInput(page, 'checkers').fill('李强、王芳');
  await workbench.picture('inspection-1-new');
});

test('the items are ticked by keyboard', async () => {
  const { page } = workbench;
  const row = (no: number) => shownPage(page).locator(`[data-item="${String(no)}"]`);
  await row(1)
    .getByRole('radio', { name: zh('inspection.mark.passed'), exact: true })
    .focus();
  for (let no = 1; no <= 12; no += 1) await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.type('二楼灭火器没有压力');
  await page.keyboard.press('Enter');
  await page.keyboard.press('3');
  await expect(row(15).getByRole('radio', { name: zh('inspection.mark.passed'), exact: true })).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await page.keyboard.type('三楼楼道有电动车充电');
  await page.keyboard.press('Enter');
  await workbench.picture('inspection-2-ticking');
  await shownPage(page)
    .getByRole('button', { name: zh('inspection.rest-passed') })
    .click();
  await expect(
    shownPage(page).getByText(zh('inspection.graded', { points: 6, grade: zh('inspection.grade.3') })),
  ).toBeVisible();
  await workbench.resize(wideScreen);
  await workbench.picture('inspection-3-ticked');
  await workbench.resize(officeScreen);
  await save(page);
});

test('its hazards are kept and a notice is issued in one step', async () => {
  const { page } = workbench;
  await expect(shownField(page, 'inspection', 'inspection_no')).toHaveText(/检查〔\d{4}〕\d{4}号/);
  await workbench.picture('inspection-4-page');
  await shownPage(page)
    .getByRole('button', { name: zh('inspection.order') })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.check-hazard')).toHaveCount(2);
  await workbench.picture('inspection-5-order');
  await dialog.getByRole('button', { name: zh('inspection.issue') }).click();
  await expect(shownField(page, 'rectification', 'notice_no')).toHaveText(/检改〔\d{4}〕\d{4}号/);
  await workbench.picture('inspection-6-notice');
});
