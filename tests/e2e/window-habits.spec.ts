import { expect, test, type Page } from '@playwright/test';
import { cellAt, fieldInput, openList, rowAt, save, shownPage, startEditing, waitForHome } from './clerk.ts';
import { fieldLabel, zh } from './texts.ts';
import { forget, startPractice, type Workbench } from './workbench.ts';

// What hasty hands do: keys behind dialogs, Esc right after the last word, a list left open while its records change.
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

const tabs = (page: Page) => page.getByRole('tablist', { name: zh('tab.label') }).getByRole('tab');

test('a filter that is typed and left at once is applied', async () => {
  const { page } = workbench;
  await openList(page, 'person');
  await shownPage(page)
    .getByRole('button', { name: zh('record.filterBy', { field: fieldLabel('person', 'name') }) })
    .click();
  await page.getByRole('textbox', { name: zh('widget.filterText') }).fill('陈');
  await page.keyboard.press('Escape');
  await expect(shownPage(page).getByRole('group', { name: zh('record.filters') })).toContainText('陈');
  await expect(cellAt(page, 0, 'name')).toContainText('陈');
  await shownPage(page)
    .getByRole('button', { name: zh('record.clearFilters') })
    .click();
});

test('no tab goes behind an open dialog, and its keys are back once it is closed', async () => {
  const { page } = workbench;
  await openList(page, 'issue');
  await rowAt(page, 0).locator('[col-id=title]').dblclick();
  await expect(tabs(page)).toHaveCount(4);
  await expect(shownPage(page).getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: zh('keys.title') })).toBeVisible();
  await page.keyboard.press('Control+w');
  await page.keyboard.press('Control+Tab');
  await expect(tabs(page)).toHaveCount(4);
  await expect(tabs(page).nth(3)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(tabs(page)).toHaveCount(3);
});

test('Esc closes an open question before it closes the record', async () => {
  const { page } = workbench;
  await openList(page, 'person');
  await rowAt(page, 0).locator('[col-id=name]').dblclick();
  await expect(shownPage(page).locator('.page-title')).toBeVisible();
  await startEditing(page);
  await fieldInput(page, 'remark').fill('已核对');
  await save(page);
  await shownPage(page).getByRole('tab').last().click();
  await shownPage(page)
    .getByRole('button', { name: zh('record.undo'), exact: true })
    .first()
    .click();
  await expect(page.getByText(zh('record.undoAsk'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(zh('record.undoAsk'))).toBeHidden();
  await expect(tabs(page)).toHaveCount(4);
});

test('what was typed right before Esc is offered again', async () => {
  const { page } = workbench;
  await startEditing(page);
  await fieldInput(page, 'remark').pressSequentially('补充');
  await page.keyboard.press('Escape');
  await startEditing(page);
  await shownPage(page)
    .getByRole('button', { name: zh('record.draftTake') })
    .click();
  await expect(fieldInput(page, 'remark')).toHaveValue(/补充/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(tabs(page)).toHaveCount(3);
});
