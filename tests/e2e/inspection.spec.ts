import { expect, test, type Page } from '@playwright/test';
import { caseBar, expectDialogReady, openRelated, write } from './case-steps.ts';
import { fieldInput, openList, rowAt, save, shownField, shownPage } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';
import { wideScreen, officeScreen } from './workbench.ts';

// One chain: a rental house is checked, a hazard is found, a notice is issued, it is re-checked and cleared.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
let house: string;

test('a check is begun from the page of a rental house, and its list is chosen by itself', async () => {
  const { page } = workbench;
  await openList(page, 'rental_house');
  await rowAt(page, 0).dblclick();
  house = await page.getByRole('heading', { level: 1 }).last().innerText();
  await shownPage(page)
    .getByRole('button', { name: zh('record.addTo', { ledger: '检查记录' }) })
    .first()
    .click();
  await expect(fieldInput(page, 'object_name')).toHaveValue(house);
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

/** Takes an action of the notice with these entries. */
async function act(page: Page, verb: string, entries: Readonly<Record<string, string>>): Promise<void> {
  await caseBar(page).getByRole('button', { name: verb, exact: true }).click();
  await expectDialogReady(page);
  await write(page, entries);
}

async function finish(page: Page, state: string): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(caseBar(page)).toContainText(state);
}

test('the notice is put right, re-checked, and the hazard is cleared', async () => {
  const { page } = workbench;
  await expect(caseBar(page)).toContainText('整改中');
  await act(page, '整改完成，报请复查', {});
  await finish(page, '待复查');
  await act(page, '复查合格，隐患消除', {
    rechecked_on: '今天',
    rechecker: '李强',
    recheck_opinion: '灭火器已更换，电动车已移出楼外。',
  });
  await workbench.picture('inspection-7-recheck');
  await finish(page, '已消除');
  await expect(shownField(page, 'rectification', 'recheck_count')).toHaveText(/^1/);
  await openRelated(page);
  await expect(
    shownPage(page).getByRole('region', { name: '复查记录', exact: true }).locator('.page-row'),
  ).toHaveCount(1);
  await workbench.picture('inspection-8-cleared');
});

test('the rental house follows: grade and next check are those of the inspection', async () => {
  const { page } = workbench;
  await page.getByRole('tab', { name: house }).first().click();
  await expect(shownField(page, 'rental_house', 'grade')).toHaveText(/^橙/);
  await workbench.picture('inspection-9-house');
});
