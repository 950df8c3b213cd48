import { expect, test, type Locator, type Page } from '@playwright/test';
import { choicesOfSelects, expectAccessible } from './accessible.ts';
import { shownPage, waitForHome } from './clerk.ts';
import { sharePractice } from './shared-window.ts';
import { en, zh } from './texts.ts';
import { askToClose, officeScreen } from './workbench.ts';

// A planner sets up a village's patrol, plans December, asks why, meets leave, swaps two nights, and goes on to January.
test.describe.configure({ mode: 'serial' });

const newYearsEve = '2026-12-31';
/** Planning of a village is over in seconds; the machine of a test has other things to do. */
const PLANNING_MS = 120_000;

// A morning late in November: December is planned, New Year's Eve lies ahead.
const workbench = sharePractice();
let page: Page;

test.beforeAll(() => {
  ({ page } = workbench);
});

test('a village team is set up in one step from its grid staff', async () => {
  await openDuty();
  await button('duty.set-up').click();
  const dialog = page.getByRole('dialog', { name: zh('duty.set-up') });
  await dialog.getByText(zh('duty.template.patrol'), { exact: true }).click();
  const village = dialog.getByRole('combobox');
  await village.click();
  await page.locator('.ant-select-item-option').first().click();
  await expect(dialog.getByLabel(zh('duty.set-up.name'))).toHaveValue(/.+网格巡查$/);
  await workbench.picture('r02-set-up');
  await dialog.getByRole('button', { name: zh('duty.set-up.make') }).click();
  await expect(dialog).toBeHidden();
  await expect(shownPage(page).locator('.duty-team')).toContainText(zh('duty.template.patrol.name'));
  await expect(shownPage(page).getByText(zh('duty.month.empty', { month: '2026年12月' }))).toBeVisible();
  await workbench.picture('r03-empty-month');
});

test('the rules stand as sentences whose numbers are changed where they stand, and taken back by Ctrl+Z', async () => {
  await tab('duty.rules').click();
  const rest = shownPage(page).locator('.duty-rule').filter({ hasText: '两次值班之间至少休息' });
  const hours = rest.getByRole('spinbutton').first();
  await expect(hours).toHaveValue('11');
  await hours.fill('12');
  await hours.press('Enter');
  await expect(rest).toContainText(/第 2 版/);
  await workbench.picture('r04-rules');
  await shownPage(page)
    .getByRole('heading', { name: zh('duty.rules') })
    .click();
  await page.keyboard.press('Control+z');
  await expect(rest.getByRole('spinbutton').first()).toHaveValue('11');
  await tab('duty.team-parts').click();
  await expect(shownPage(page).locator('.duty-team-count').first()).not.toHaveText('0');
  await workbench.picture('r05-team');
  await tab('duty.board').click();
});

test('December is planned by one press, shown before it is taken, and kept as a draft', async () => {
  await button('duty.plan').click();
  const keep = button('duty.plan.keep');
  await expect(keep).toBeVisible({ timeout: PLANNING_MS });
  await expect(side()).toContainText(zh('duty.status.optimal'));
  await expect(shownPage(page).getByText(zh('duty.preview'))).toBeVisible();
  await workbench.picture('r06-proposal');
  // What was found waits for its answer, also when the tab was closed meanwhile.
  await page.keyboard.press('Control+w');
  await openDuty();
  await keep.click();
  await expect(shownPage(page).getByText(zh('duty.state.draft'), { exact: true })).toBeVisible();
  await expect(shownPage(page).locator('.duty-verdict-wrong')).toHaveCount(0);
  await workbench.picture('r07-december');
});

test('New Year’s Eve is reached by keyboard and says whose turn it was and who was excluded by which rule', async () => {
  await cellOf('2026-12-01')
    .first()
    .click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(side()).toBeFocused();
  const who = await namesOn(newYearsEve).first().locator('.duty-name-text').innerText();
  await expect(side().getByRole('heading', { name: zh('duty.why.person', { name: who }) })).toBeVisible();
  await expect(side().locator('.duty-reasons li').first()).toBeVisible();
  const excluded = side().locator('.duty-excluded');
  if ((await excluded.getAttribute('open')) === null) await excluded.locator('summary').click();
  await expect(excluded.locator('li').first()).toBeVisible();
  await workbench.pictureOnBothScreens('r08-why');
  await page.keyboard.press('Escape');
  await expect(side()).toBeHidden();
  await expect(page.locator(':focus')).toHaveClass(/ag-cell/);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog').getByText(zh('keys.duty.look'))).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a name dragged onto another changes places with it, and Ctrl+Z brings both back', async () => {
  const [one, other] = [namesOn('2026-12-30').first(), namesOn('2026-12-31').first()];
  const before = [await one.innerText(), await other.innerText()];
  expect(before[0]).not.toBe(before[1]);
  // A page that looks at what is dragged over it needs moves on the way.
  await one.dragTo(other, { steps: 12 });
  await expect(namesOn('2026-12-31').first()).toContainText(before[0] ?? '');
  await expect(namesOn('2026-12-30').first()).toContainText(before[1] ?? '');
  await workbench.picture('r09-dragged');
  await page.keyboard.press('Control+z');
  await expect(namesOn('2026-12-30').first()).toHaveText(before[0] ?? '');
  await expect(namesOn('2026-12-31').first()).toHaveText(before[1] ?? '');
});

test('leave inside the published month changes two cells, which are shown before they are taken', async () => {
  await button('duty.publish').click();
  await expect(shownPage(page).getByText(zh('duty.state.published'), { exact: true })).toBeVisible();
  const before = await monthText();
  const away = twoDutiesOfOne(before);
  await button('duty.leave').click();
  const dialog = page.getByRole('dialog', { name: zh('duty.leave') });
  await dialog.getByLabel(zh('duty.person')).fill(away.name);
  await page.keyboard.press('Enter');
  await dialog.getByLabel(/^开始日期/).fill(away.from);
  await dialog.getByLabel(/^结束日期/).fill(away.to);
  await workbench.picture('r10-leave');
  await dialog.getByRole('button', { name: zh('duty.leave.save-repair') }).click();
  await expect(button('duty.repair.keep')).toBeVisible({ timeout: PLANNING_MS });
  await expect(side().getByText(zh('duty.repair.moved', { count: 2 }))).toBeVisible();
  await workbench.picture('r11-repair');
  // Nobody took it yet, and it would go with the window.
  await askToClose(workbench.app);
  const question = page.getByRole('dialog').filter({ hasText: zh('leave.unsaved') });
  await expect(question).toContainText(zh('duty.plan.found'));
  await question.getByRole('button', { name: zh('leave.stay') }).click();
  await expect(question).toBeHidden();
  await button('duty.repair.keep').click();
  await expect(button('duty.repair.keep')).toBeHidden();
  await expect.poll(async () => changedCells(before, await monthText())).toBe(2);
  await workbench.picture('r12-repaired');
});

test('a swap of two nights says what it would break, is marked where it was made, and can be cancelled', async () => {
  const before = await monthText();
  const nights = nightsOf(before);
  const [one] = nights;
  if (one === undefined) throw new Error('there are no nights');
  await cellOf(one.day).last().locator('.duty-name').click();
  await side()
    .getByRole('button', { name: zh('duty.swap'), exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: zh('duty.swap') });
  await dialog.getByText(zh('duty.change.swap.long'), { exact: true }).click();
  const save = dialog.getByRole('button', { name: zh('duty.change.save.swap') });
  const other = await firstPossible(dialog, nights.slice(1));
  await workbench.picture('r13-swap');
  await dialog.getByLabel(zh('duty.change.reason')).fill('外出开会');
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(cellOf(one.day).last()).toHaveText(new RegExp(`^${other.name}.*${zh('duty.changed')}$`));
  await expect.poll(async () => changedCells(before, await monthText())).toBe(2);

  await tab('duty.changes').click();
  const line = shownPage(page).getByRole('row').filter({ hasText: '外出开会' });
  await expect(line).toContainText(one.name);
  await workbench.picture('r14-changes');
  await line.getByRole('button', { name: zh('duty.changes.cancel') }).click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: zh('duty.changes.cancel') })
    .click();
  await tab('duty.board').click();
  await expect.poll(async () => changedCells(before, await monthText())).toBe(0);
});

test('fairness stands in a table and a chart, and a name opens the duties behind its numbers', async () => {
  await tab('duty.fairness').click();
  const table = shownPage(page).locator('.duty-fairness');
  await expect(table.locator('tbody tr.ant-table-row').first()).toBeVisible();
  const spread = table.locator('tfoot .ant-table-cell').nth(6);
  await expect.poll(async () => Number(await spread.innerText())).toBeGreaterThan(1);
  await workbench.picture('r15-fairness');
  await shownPage(page).getByText(zh('duty.fairness.chart'), { exact: true }).click();
  const chart = shownPage(page).getByRole('img', { name: zh('duty.fairness.chart.label') });
  await expect(chart.locator('canvas')).toBeVisible();
  await workbench.picture('r16-chart');
  await chart.click({ position: { x: 300, y: 74 } });
  await expect(page.getByRole('tab', { name: '值班安排', exact: true })).toBeVisible();
  await page.keyboard.press('Control+w');
  await shownPage(page).getByText(zh('duty.fairness.table'), { exact: true }).click();
});

test('January continues the fairness of December, in a year whose holidays are not announced', async () => {
  await tab('duty.board').click();
  await button('duty.month.next').click();
  await expect(shownPage(page).getByText(zh('duty.calendar.unknown', { year: '2027' }))).toBeVisible();
  await workbench.picture('r17-january');
  await button('duty.plan').click();
  await expect(button('duty.plan.keep')).toBeVisible({ timeout: PLANNING_MS });
  await button('duty.plan.keep').click();
  await expect(shownPage(page).getByText(zh('duty.state.draft'), { exact: true })).toBeVisible();
  await button('duty.publish').click();
  await expect(shownPage(page).getByText(zh('duty.state.published'), { exact: true })).toBeVisible();
  await tab('duty.fairness').click();
  // Somebody was away in December and owed two duties; January makes up for it.
  const spread = shownPage(page).locator('.duty-fairness tfoot .ant-table-cell').nth(6);
  await expect.poll(async () => Number(await spread.innerText())).toBeLessThanOrEqual(1);
  await workbench.picture('r18-january-fairness');
});

test('the log of today begins with who is on duty, and every part of the screen passes axe', async () => {
  for (const part of [
    'duty.board',
    'duty.fairness',
    'duty.changes',
    'duty.rules',
    'duty.team-parts',
  ] as const) {
    await tab(part).click();
    await expectAccessible(page, part, { except: choicesOfSelects });
  }
  await tab('duty.log').click();
  await expect(button('duty.log.write')).toBeVisible();
  await expectAccessible(page, 'duty.log', { except: choicesOfSelects });
  await button('duty.log.write').click();
  await expect(shownPage(page).getByRole('form', { name: '值班日志' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('on a day of December the home page says who is on duty, with telephone, and who comes next', async () => {
  await workbench.restart({ args: ['--practice'], env: { ZW_NOW: '2026-12-10T02:00:00Z' } });
  ({ page } = workbench);
  await waitForHome(page);
  const panel = shownPage(page).getByRole('region', { name: zh('duty.now') });
  await expect(panel.locator('li')).toHaveCount(1);
  await expect(panel.locator('li')).toContainText(/1\d{10}/);
  await expect(panel).toContainText('2026-12-10 18:00');
  await workbench.picture('r19-home');
});

test('the English window says the same', async () => {
  await page.getByRole('button', { name: zh('settings.language.short.en'), exact: true }).click();
  await page
    .getByRole('navigation', { name: en('nav.label') })
    .getByRole('button', { name: en('nav.duty'), exact: true })
    .click();
  await expect(cellOf('2026-12-01').first()).toBeVisible();
  await namesOn('2026-12-11').first().click();
  await expect(side().locator('.duty-reasons li').first()).toBeVisible();
  await workbench.picture('r20-english');
  await page.getByRole('button', { name: en('settings.language.short.zh'), exact: true }).click();
});

/** Opens the screen from the navigation. */
async function openDuty(): Promise<void> {
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('nav.duty'), exact: true })
    .click();
  await expect(shownPage(page).locator('.duty-team')).toBeVisible();
}

const button = (key: Parameters<typeof zh>[0]): Locator =>
  shownPage(page)
    .getByRole('button', { name: zh(key), exact: true })
    .first();
const tab = (key: Parameters<typeof zh>[0]): Locator =>
  shownPage(page).getByRole('tab', { name: zh(key), exact: true });
/** The panel beside the month. */
const side = (): Locator => shownPage(page).locator('.duty-panel');
/** Cells of posts in the row of a day. */
const cellOf = (day: string): Locator => shownPage(page).locator(`[row-id="${day}"] .duty-wide`);
const namesOn = (day: string): Locator => cellOf(day).locator('.duty-name');

/** Names by `day post` of the whole month; the window is made high enough to hold it. */
async function monthText(): Promise<ReadonlyMap<string, string>> {
  await workbench.resize({ width: officeScreen.width, height: 1400 });
  await expect(cellOf('2026-12-01').first()).toBeVisible();
  await expect(cellOf(newYearsEve).first()).toBeVisible();
  const cells = await shownPage(page)
    .locator('.duty-wide')
    .evaluateAll((all) =>
      all.map((cell) => {
        const names = [...cell.querySelectorAll('.duty-name-text')].map((name) => name.textContent);
        const row = cell.closest('[row-id]')?.getAttribute('row-id') ?? '';
        return [`${row} ${cell.getAttribute('col-id') ?? ''}`, names.join('、')] as const;
      }),
    );
  await workbench.resize(officeScreen);
  return new Map(cells);
}

const changedCells = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number =>
  [...before].filter(([cell, names]) => after.get(cell) !== names).length;

/** Somebody with two duties in a row of their own in the middle of the month, and the days from one to the other. */
function twoDutiesOfOne(month: ReadonlyMap<string, string>): { name: string; from: string; to: string } {
  const duties = [...month]
    .map(([cell, name]) => ({ day: cell.slice(0, 10), name }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const first = duties.find(({ day }) => day >= '2026-12-14');
  const [from, to] = duties.filter(({ day, name }) => day >= (first?.day ?? '') && name === first?.name);
  if (first === undefined || from === undefined || to === undefined) throw new Error('nobody has two duties');
  return { name: first.name, from: from.day, to: to.day };
}

interface Night {
  readonly day: string;
  readonly name: string;
}

/** Duties of the last post, of different people than the first one, in the order of their days from the 20th on. */
function nightsOf(month: ReadonlyMap<string, string>): readonly Night[] {
  const posts = [...new Set([...month.keys()].map((cell) => cell.slice(11)))];
  const night = posts.at(-1) ?? '';
  const nights = [...month]
    .filter(([cell]) => cell.endsWith(night) && cell >= '2026-12-20')
    .map(([cell, name]) => ({ day: cell.slice(0, 10), name }))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  return nights.filter(({ name }, index) => index === 0 || name !== nights[0]?.name);
}

/** Chooses one night after the other until the dialog says that the swap breaks nothing. */
async function firstPossible(dialog: Locator, nights: readonly Night[]): Promise<Night> {
  for (const night of nights) {
    const [, month, number] = night.day.split('-').map(Number);
    const select = dialog.getByLabel(zh('duty.change.other'));
    await select.fill(`${String(month)}月${String(number)}日`);
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option')
      .filter({ hasText: night.name })
      .last()
      .click();
    const effect = dialog.getByRole('status');
    await expect(effect).toBeVisible();
    if ((await effect.getByText(zh('duty.change.fits')).count()) > 0) return night;
  }
  throw new Error('no two nights can be swapped');
}
