import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { shownPage, waitForHome } from './clerk.ts';
import { startDataProcess, valueOf, whenReady } from './data-process.ts';
import { folderWithPracticeTown, townSize } from './prepared-folders.ts';
import { practiceDay } from '../fixtures/practice-day.ts';
import { zh } from './texts.ts';
import { forget, startWorkbench, type Workbench } from './workbench.ts';

// The office of the practice town: thirty people, whose leaders all want the same day off.
test.describe.configure({ mode: 'serial' });

const now = '2026-11-26T01:00:00Z';
/** The day no leader is there. */
const day = '2026-12-16';
const PLANNING_MS = 120_000;

let workbench: Workbench;
let page: Page;

test.beforeAll(async () => {
  const folder = await folderWithPracticeTown(practiceDay);
  // Both programs live at the same time, or the second would say that its clock is behind.
  await sendLeadersAway(folder);
  workbench = await startWorkbench({ folder, args: ['--practice'], env: { ZW_NOW: now } });
  page = workbench.page;
  await waitForHome(page);
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('nav.duty'), exact: true })
    .click();
});
test.afterEach(() => {
  workbench.expectNoErrors();
});
test.afterAll(async () => {
  await workbench.close();
  forget(workbench);
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
  await expect(side().locator('.duty-facts dd').first()).not.toHaveText('…');
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
  await expectAccessible();
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

/** Writes a day of leave for every leader, as the clerks' own programs do. */
async function sendLeadersAway(folder: string): Promise<void> {
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
}

async function expectAccessible(): Promise<void> {
  // Electron's page cannot open the blank page that axe otherwise works in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // antd keeps a copy of a select's choices without a size for screen readers; its roles are antd's to mend.
  const { violations } = await axe.exclude('[role=listbox][id$=_list]').analyze();
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  expect(found).toEqual([]);
}
