import { expect, test } from '@playwright/test';
import { ledgers } from '../../db/model/registry.ts';
import { cellAt, openList, rowAt, shownPage } from './clerk.ts';
import { listedLedgers, openFittingList, walkedAreas } from './list-columns.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';

// Every ledger that has no screen of its own: list, new form, record and paper come from its definition alone.
test.describe.configure({ mode: 'serial' });

/** Ledgers whose record is read and printed, each of another shape: short, long, with parts, with a chain of days. */
const read = [
  'committee_member',
  'major_decision',
  'venue',
  'party_org',
  'legal_adviser',
  'publicity',
  'social_org',
  'service_project',
  'chamber',
  'document',
  'responsibility_measure',
  'stability_assessment',
  'domestic_violence',
  'courage_deed',
  'watch_post',
  'clue',
  'key_area',
  'case_record',
  'school',
  'courier',
  'outside_indicator',
] as const;

const workbench = sharePractice();

const own = listedLedgers.filter(({ area }) => walkedAreas.includes(area));

test('the areas have ledgers to walk through', () => {
  expect(new Set(own.map(({ area }) => area)).size).toBe(walkedAreas.length);
});

for (const { id } of own) {
  test(`the list and the new form of ${id} show, its columns fit, and no head is cut`, async () => {
    const { page } = workbench;
    await openFittingList(workbench, id);
    await workbench.picture(`light-${id}-list`);

    await shownPage(page)
      .getByRole('button', { name: zh('record.add'), exact: true })
      .first()
      .click();
    await expect(shownPage(page).getByRole('form')).toBeVisible();
    expect(await shownPage(page).locator('[data-field]').count()).toBeGreaterThan(4);
    await workbench.picture(`light-${id}-form`);
    await page.keyboard.press('Escape');
    await expect(shownPage(page).getByRole('form')).toBeHidden();
    await page.keyboard.press('Control+w');
  });
}

for (const id of read) {
  test(`a record of ${id} is read and printed`, async () => {
    const { page } = workbench;
    await openList(page, id);
    await cellAt(page, 0, ledgers.find((one) => one.id === id)?.list[0] ?? '').dblclick();
    // A list has a heading too; only a record is edited.
    await expect(shownPage(page).getByRole('button', { name: zh('record.edit'), exact: true })).toBeVisible();
    await workbench.picture(`light-${id}-record`);
    await shownPage(page)
      .getByRole('button', { name: zh('record.print') })
      .click();
    await expect(page.locator('.print-page canvas[data-drawn]').first()).toBeVisible();
    await workbench.picture(`light-${id}-print`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(rowAt(page, 0)).toBeVisible();
    await page.keyboard.press('Control+w');
  });
}
