import { expect, test, type Locator, type Page } from '@playwright/test';
import {
  cellAt,
  fieldInput,
  inDialog,
  openBySearch,
  rowAt,
  openList,
  save,
  shownField,
  shownPage,
} from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { fieldLabel, ledgerLabel } from './texts.ts';

// Somebody is put on a list, visited, and taken off it again; each step moves the next visit by itself.
test.describe.configure({ mode: 'serial' });

const workbench = sharePractice();
let name: string;

test.beforeAll(async () => {
  const { page } = workbench;
  await openList(page, 'person');
  name = await cellAt(page, 5, 'name').innerText();
  await openBySearch(page, name, name);
});

/** The group of labels beside the person. */
const labels = (page: Page): Locator =>
  shownPage(page).getByRole('region', { name: ledgerLabel('care_label'), exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function type(page: Page, field: string, text: string): Promise<void> {
  await inDialog(page, field).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('a person is listed from their own page', async () => {
  const { page } = workbench;
  await labels(page).getByRole('button', { name: '列管', exact: true }).click();
  await expect(inDialog(page, 'from_day')).toBeFocused();
  await type(page, 'from_day', '2026-11-01');
  await type(page, 'kind', '社区矫正');
  await type(page, 'level', '中');
  await type(page, 'document_no', '列管〔2026〕8号');
  await type(page, 'owner', '李主任');
  await workbench.picture('80-care-list');
  await page.keyboard.press('Control+s');
  await expect(dialog(page)).toBeHidden();
  await expect(labels(page).locator('.move-now')).toContainText('现在：社区矫正人员 中');
  await workbench.pictureOnBothScreens('81-care-person');
});

test('the label says when the next visit is due', async () => {
  const { page } = workbench;
  await labels(page).locator('.page-row').first().click();
  await expect(shownField(page, 'care_label', 'next_visit_on')).toHaveText('2026-12-01');
  await workbench.picture('82-care-label');
});

test('a visit is recorded with what the label knows, and the next one moves', async () => {
  const { page } = workbench;
  await shownPage(page)
    .getByRole('region', { name: ledgerLabel('care_visit'), exact: true })
    .getByRole('button')
    .first()
    .click();
  await expect(shownPage(page).getByRole('form')).toBeVisible();
  await fieldInput(page, 'visited_on').click();
  await page.keyboard.type('2026-11-15');
  await page.keyboard.press('Enter');
  await expect(fieldInput(page, 'visitor')).toHaveValue('李主任');
  await fieldInput(page, 'finding').click();
  await page.keyboard.type('正常');
  await page.keyboard.press('Enter');
  await workbench.picture('83-care-visit');
  await save(page);
  await expect(shownField(page, 'care_visit', 'planned_on')).toHaveText('2026-12-01');
  await shownField(page, 'care_visit', 'label')
    .getByRole('button')
    .or(shownField(page, 'care_visit', 'label').getByRole('link'))
    .first()
    .click();
  await expect(shownField(page, 'care_label', 'next_visit_on')).toHaveText('2026-12-15');
  await expect(shownField(page, 'care_label', 'last_visit_on')).toHaveText('2026-11-15');
  await workbench.picture('84-care-visited');
});

test('the person is taken off the list with reason and document, and no visit is due any more', async () => {
  const { page } = workbench;
  await openBySearch(page, name, name);
  await labels(page).getByRole('button', { name: '撤管', exact: true }).click();
  await type(page, 'to_day', '今天');
  await type(page, 'kind', '社区矫正');
  await type(page, 'end_reason', '期满');
  await type(page, 'end_document_no', '撤管〔2026〕3号');
  await workbench.picture('85-care-off');
  await page.keyboard.press('Control+s');
  await expect(dialog(page)).toBeHidden();
  await expect(labels(page).getByRole('button', { name: '撤管', exact: true })).toBeHidden();
  await labels(page).locator('.page-row').first().click();
  await expect(shownField(page, 'care_label', 'state')).toHaveText('已撤管');
  await expect(
    shownPage(page).getByText(fieldLabel('care_label', 'next_visit_on'), { exact: true }),
  ).toBeHidden();
  await workbench.picture('86-care-taken-off');
});

test('the list of listed people shows who is due', async () => {
  const { page } = workbench;
  await openList(page, 'care_label');
  await expect(shownPage(page).getByText('敏感台账，不能导出')).toBeVisible();
  await expect(shownPage(page).getByRole('button', { name: '导出' })).toHaveCount(0);
  await expect(shownPage(page).getByRole('button', { name: '打印' })).toBeVisible();
  await workbench.pictureOnBothScreens('87-care-labels');
  await openList(page, 'care_mental');
  await rowAt(page, 0).dblclick();
  await expect(shownField(page, 'care_mental', 'diagnosis')).toBeVisible();
  await shownField(page, 'care_mental', 'person')
    .getByRole('button')
    .or(shownField(page, 'care_mental', 'person').getByRole('link'))
    .first()
    .click();
  await expect(labels(page).locator('.page-row').first()).toBeVisible();
  await workbench.picture('88-care-patient');
});

test('a changed visit rule says whom it concerns, and they are reckoned anew at once', async () => {
  const { page } = workbench;
  await openList(page, 'care_visit_rule');
  await rowAt(page, 1).dblclick();
  await expect(shownField(page, 'care_visit_rule', 'grade')).toHaveText('关注程度中');
  await page.keyboard.press('F2');
  await fieldInput(page, 'every').fill('2');
  await save(page);
  await openList(page, 'care_visit_rule');
  const note = shownPage(page).getByText(/条记录仍是按原来的规则推算的/);
  await expect(note).toBeVisible();
  await workbench.pictureOnBothScreens('89-care-rule-changed');
  await shownPage(page).getByRole('button', { name: '查看并重新计算' }).click();
  await expect(dialog(page).getByText('下次走访日期').first()).toBeVisible();
  await workbench.picture('89-care-reckon');
  await dialog(page)
    .getByRole('button', { name: /^重新计算这/ })
    .click();
  await expect(dialog(page).getByRole('button', { name: '撤销整批修改' })).toBeVisible();
  await workbench.picture('89-care-reckoned');
  await dialog(page).getByRole('button', { name: '关闭' }).last().click();
  await expect(note).toBeHidden();
});
