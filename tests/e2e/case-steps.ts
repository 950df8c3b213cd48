import { expect, type Locator, type Page } from '@playwright/test';
import { inDialog, shownPage } from './clerk.ts';
import { zh } from './texts.ts';

// What a clerk does with a case, on the page of its record and in the dialog of an action.

/** The state of the case and what may be done with it. */
export const caseBar = (page: Page): Locator => shownPage(page).locator('.case-bar');

/** Starts an action from its button, or from the menu of the others. */
export async function begin(page: Page, verb: string): Promise<void> {
  const button = caseBar(page).getByRole('button', { name: verb, exact: true });
  if (await button.isVisible()) await button.click();
  else {
    await caseBar(page)
      .getByRole('button', { name: zh('case.more') })
      .click();
    await page.getByRole('menuitem', { name: verb, exact: true }).click();
  }
  await expectDialogReady(page);
}

/** The keys of the dialog work once the focus is inside. */
export const expectDialogReady = (page: Page): Promise<void> =>
  expect(page.getByRole('dialog').locator('[data-field] :focus')).toBeVisible();

/** Types into fields of the dialog, in their order. */
export async function write(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(fields)) {
    await inDialog(page, field).fill(text);
    await inDialog(page, field).press('Tab');
  }
}

/** Behind the steps of a case stand the records that point to it. */
export const openRelated = (page: Page): Promise<void> =>
  shownPage(page)
    .getByRole('tab', { name: new RegExp(`^${zh('record.related', { count: '' }).trim()}`) })
    .click();
