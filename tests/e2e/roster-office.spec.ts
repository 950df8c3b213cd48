import { expect, test, type Locator, type Page } from '@playwright/test';
import { practiceDay } from '../fixtures/practice-day.ts';
import { choicesOfSelects, expectAccessible } from './accessible.ts';
import { shownPage } from './clerk.ts';
import { startDataProcess, valueOf, whenReady } from './data-process.ts';
import { folderWithPracticeTown, townSize } from './prepared-folders.ts';
import { sharePractice } from './shared-window.ts';
import { zh } from './texts.ts';

// The office of the practice town: thirty people, whose leaders all want the same day off.
test.describe.configure({ mode: 'serial' });

const now = '2026-11-26T01:00:00Z';
/** The day no leader is there. */
const day = '2026-12-16';
const PLANNING_MS = 120_000;

const workbench = sharePractice({ folder: townWithoutLeaders, now });
let page: Page;

test.beforeAll(async () => {
  ({ page } = workbench);
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('nav.duty'), exact: true })
    .click();
});

test('the running month opens at today, and what is over cannot be dragged', async () => {
  const today = shownPage(page).locator('[row-id="2026-11-26"]').first();
  await expect(today).toBeInViewport();
  await expect(shownPage(page).locator('[row-id="2026-11-25"] .duty-name').first()).toHaveAttribute(
    'draggable',
    'false',
  );
  await expect(today.locator('.duty-name').first()).toHaveAttribute('draggable', 'true');
  await shownPage(page).locator('[row-id="2026-11-25"] .duty-name').first().click();
  await expect(side().getByText(zh('duty.why.closed'))).toBeVisible();
  await expect(side().getByRole('button', { name: zh('duty.swap'), exact: true })).toBeHidden();
  await page.keyboard.press('Escape');
  await workbench.picture('r30-today');
});

test('a month that cannot be filled says which conditions cannot hold together, and a way out is one press', async () => {
  await button('duty.month.next').click();
  await button('duty.plan').click();
  // It may be over before its figures were seen.
  const figure = side().locator('.duty-facts dd').first().filter({ hasNotText: '…' });
  await expect(figure.or(button('duty.plan.keep')).first()).toBeVisible({ timeout: PLANNING_MS });
  await workbench.picture('r31-running');
  await expect(button('duty.plan.keep')).toBeVisible({ timeout: PLANNING_MS });
  await expect(side()).toContainText(zh('duty.status.infeasible'));
  await expect(side().locator('.duty-core li').first()).toBeVisible();
  await expect(side().locator('.duty-core')).toContainText('12月16日');
  const ways = side().locator('.duty-relaxations button');
  await expect(ways.first()).toBeVisible();
  await workbench.picture('r32-core');
  await ways.first().click();
  await expect(button('duty.plan.keep')).toBeHidden();
  await expect(button('duty.plan.keep')).toBeVisible({ timeout: PLANNING_MS });
  await expect(side()).not.toContainText(zh('duty.status.infeasible'));
  await workbench.picture('r33-relaxed');
});

test('publishing is a step, and going back from it asks for the reason', async () => {
  await button('duty.plan.keep').click();
  await expect(state('draft')).toBeVisible();
  await button('duty.publish').click();
  await expect(state('published')).toBeVisible();
  await button('duty.more').click();
  await page.getByRole('menuitem', { name: zh('duty.unpublish') }).click();
  const dialog = page.getByRole('dialog', { name: zh('duty.unpublish') });
  const back = dialog.getByRole('button', { name: zh('duty.unpublish') });
  await expect(back).toBeDisabled();
  await dialog.getByLabel(zh('duty.step-back.reason')).fill('领导出差安排有变');
  await back.click();
  await expect(state('draft')).toBeVisible();
});

test('a substitute who would have no rest is refused with the rule, and the dialog passes axe', async () => {
  const name = shownPage(page).locator('[row-id="2026-12-02"] .duty-name').first();
  await name.click();
  await side()
    .getByRole('button', { name: zh('duty.swap'), exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: zh('duty.swap') });
  const next = await shownPage(page).locator('[row-id="2026-12-03"] .duty-name-text').first().innerText();
  await dialog.getByLabel(zh('duty.change.by')).fill(next);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(zh('duty.change.refused'))).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toContainText('休息');
  await expect(dialog.getByRole('button', { name: zh('duty.change.save.substitute') })).toBeDisabled();
  await expectAccessible(page, 'duty.swap', { except: choicesOfSelects });
  await workbench.picture('r34-refused');
  await page.keyboard.press('Escape');
});

const button = (key: Parameters<typeof zh>[0]): Locator =>
  shownPage(page)
    .getByRole('button', { name: zh(key), exact: true })
    .first();
const side = (): Locator => shownPage(page).locator('.duty-panel');
const state = (name: 'draft' | 'published' | 'locked'): Locator =>
  shownPage(page).getByText(zh(`duty.state.${name}`), { exact: true });

/** A practice town in which every leader has a day of leave, written as the clerks' own programs do. */
async function townWithoutLeaders(): Promise<string> {
  const folder = await folderWithPracticeTown(practiceDay);
  // Both programs live at the same time, or the second would say that its clock is behind.
  const desk = await startDataProcess(folder, { ...townSize, keep: true }, now);
  await whenReady(desk);
  const { teams } = await valueOf(desk, 'duty.teams', {});
  const team = teams[0]?.id ?? '';
  const board = await valueOf(desk, 'duty.board', { team, month: '2026-12' });
  const leaders = board.people.filter(({ role }) => role === '带班领导');
  expect(leaders.length).toBeGreaterThan(2);
  for (const { id } of leaders) {
    await valueOf(desk, 'record.save', {
      writeId: `leave-write-${id}`,
      ledger: 'duty_leave',
      id: `leave-${id}`,
      base: 0,
      values: { member: id, kind: '08', from_day: day, to_day: day },
    });
  }
  await desk.close();
  return folder;
}
