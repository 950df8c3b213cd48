import { expect, test, type Locator, type Page } from '@playwright/test';
import { caseBar, expectDialogReady, openRelated } from './case-steps.ts';
import { cellAt, openList, rowAt, shownField, shownPage, startEditing } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { ledgerLabel, zh } from './texts.ts';

// What the grid earns in a month, from its reports to the money; and what endangers wages in a firm.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();

const dialog = (page: Page): Locator => page.getByRole('dialog');

test('the sheet of a month is made from the list and opens', async () => {
  const { page } = workbench;
  await openList(page, 'reward_sheet');
  const village = await cellAt(page, 0, 'village').innerText();
  await workbench.picture('90-reward-sheets');
  await shownPage(page)
    .getByRole('button', { name: zh('reward.make') })
    .click();
  await dialog(page).getByRole('combobox').first().click();
  await page.keyboard.type(village);
  await expect(page.locator('.ant-select-item-option-active')).toContainText(village);
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('textbox').last().fill('2026-09');
  await workbench.picture('91-reward-make');
  await dialog(page)
    .getByRole('button', { name: zh('reward.start') })
    .click();
  await expect(shownField(page, 'reward_sheet', 'month')).toHaveText('2026-09');
  await expect(shownField(page, 'reward_sheet', 'amount')).not.toHaveText(/^0\.00/);
  await workbench.picture('92-reward-sheet');
});

/** Takes a step of the sheet in its dialog. */
async function act(page: Page, verb: string, of: { readonly by?: string; readonly paid_on?: string } = {}) {
  await caseBar(page).getByRole('button', { name: verb, exact: true }).click();
  const { by, paid_on } = of;
  const field = (name: string): Locator => dialog(page).locator(`[data-field="${name}"] input`).first();
  await expectDialogReady(page);
  if (paid_on !== undefined) {
    await field('paid_on').fill(paid_on);
    await field('paid_on').press('Tab');
  }
  if (by !== undefined) await field('actor').fill(by);
  await workbench.picture(`92-reward-${verb}`);
  await page.keyboard.press('Control+s');
}

test('a sheet is handed in, checked by another, published, approved by a third and paid', async () => {
  const { page } = workbench;
  await expect(caseBar(page)).toContainText('编制中');
  await act(page, '提交核对', { by: '网格中心' });
  await expect(caseBar(page)).toContainText('待核对');
  await act(page, '核对通过', { by: '网格中心' });
  await expect(dialog(page)).toContainText('网格中心');
  await dialog(page).locator('[data-field="actor"] input').first().fill('陈志明');
  await page.keyboard.press('Control+s');
  await expect(caseBar(page)).toContainText('已核对');
  await workbench.picture('92-reward-checked');
  await act(page, '公示', { by: '网格中心' });
  await expect(caseBar(page)).toContainText('公示中');
  await act(page, '审批同意', { by: '李桂芳' });
  await expect(caseBar(page)).toContainText('已审批');
  await act(page, '发放', { by: '网格中心', paid_on: '今天' });
  await expect(caseBar(page)).toContainText('已发放');
  await workbench.pictureOnBothScreens('92-reward-paid');
});

test('every figure opens the rows it is made of', async () => {
  const { page } = workbench;
  await openRelated(page);
  const lines = shownPage(page).getByRole('region', { name: ledgerLabel('reward_line'), exact: true });
  await lines.locator('.page-row').first().click();
  await expect(shownField(page, 'reward_line', 'reports')).toBeVisible();
  const items = shownPage(page).getByRole('region', { name: ledgerLabel('reward_item'), exact: true });
  await expect(items.locator('.page-row').first()).toBeVisible();
  await workbench.picture('93-reward-line');
});

test('the assessment of a firm shows what follows from its indicators while they are entered', async () => {
  const { page } = workbench;
  await openList(page, 'labour_assessment');
  await workbench.picture('94-labour-list');
  await rowAt(page, 0).dblclick();
  await expect(shownField(page, 'labour_assessment', 'grade')).toBeVisible();
  await workbench.picture('95-labour-page');
  await startEditing(page);
  await workbench.pictureOnBothScreens('96-labour-form');
});
