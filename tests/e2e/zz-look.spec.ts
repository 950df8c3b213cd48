import { test } from '@playwright/test';
import { openList, rowAt, shownPage, startEditing, waitForHome } from './clerk.ts';
import { zh } from './texts.ts';
import { startPractice, type Workbench } from './workbench.ts';

test.describe.configure({ mode: 'serial' });
test.setTimeout(600_000);
let workbench: Workbench;
test.beforeAll(async () => {
  workbench = await startPractice();
  await waitForHome(workbench.page);
});
test.afterAll(async () => {
  await workbench.close();
});
const some = (process.env['LOOK'] ?? '').split(',');
test('look', async () => {
  const { page } = workbench;
  await workbench.picture('q-home');
  for (const id of some) {
    await openList(page, id);
    await workbench.picture(`q-${id}-1list`);
    await rowAt(page, 1).locator('[role=gridcell]').nth(1).dblclick();
    await page.waitForTimeout(800);
    await workbench.picture(`q-${id}-2page`);
    await startEditing(page);
    await workbench.picture(`q-${id}-3form`);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
    await shownPage(page)
      .getByRole('button', { name: zh('record.print') })
      .click();
    await page.locator('.print-page canvas').first().waitFor();
    await page.waitForTimeout(600);
    await workbench.picture(`q-${id}-4print`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+w');
    await page.waitForTimeout(200);
  }
});
