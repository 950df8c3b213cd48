import { expect, type Locator, type Page } from '@playwright/test';
import { areas } from '../../db/model/define-ledger.ts';
import { ledgerOf } from '../../db/model/registry.ts';
import { fieldLabel, ledgerLabel, zh } from './texts.ts';

// What a clerk does in the window, step by step. Works on any page that shows it: Electron's or a browser's.

/** The page of the tab that is shown; hidden tabs keep theirs. */
export const shownPage = (page: Page): Locator => page.locator('main > [role=tabpanel]:not([hidden])');

/** Waits until the file is open and the home page has its counts. */
export async function waitForHome(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: zh('nav.label') })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('tab', { name: zh('home.title') })).toBeVisible();
}

/** Opens a list from the navigation and waits for its first row, or for the words that there is none. */
export async function openList(page: Page, ledger: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: zh('nav.label') });
  const area = navigation.getByRole('button', {
    name: areas[ledgerOf(ledger).area].zh,
    exact: true,
    expanded: false,
  });
  if (await area.isVisible()) await area.click();
  const entry = navigation.locator('.side-nav-entry');
  await entry.filter({ hasText: new RegExp(`^${ledgerLabel(ledger)}[\\d,+]*$`) }).click();
  await expect(rowAt(page, 0).or(shownPage(page).locator('.list-empty'))).toBeVisible();
}

/** A loaded row of the list that is shown, counted from 0. */
export const rowAt = (page: Page, index: number): Locator =>
  shownPage(page)
    .locator(`[role=row][row-index="${String(index)}"]:not(.ag-row-loading)`)
    .first();

/** A cell of a row that is shown, in whichever part of the grid its column stands. */
export const cellAt = (page: Page, index: number, field: string): Locator =>
  shownPage(page).locator(`[role=row][row-index="${String(index)}"] [col-id="${field}"]`);

/** Types into the search box and opens the first hit called just so: what came before the last key may stand there still. */
export async function openBySearch(page: Page, typed: string, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: zh('search.label') });
  await expect(box).toBeFocused();
  await box.pressSequentially(typed);
  await hits(page)
    .filter({ has: page.locator(`.search-title[title=${JSON.stringify(title)}]`) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The first search result with this title. */
export const hit = (page: Page, title: string): Locator => hits(page).filter({ hasText: title }).first();

const hits = (page: Page): Locator =>
  page.getByRole('listbox', { name: zh('search.results') }).getByRole('option');

/** The row of a field in the form that is shown: label, input and the line under it. */
export const fieldRow = (page: Page, name: string): Locator =>
  shownPage(page).locator(`[data-field="${name}"]`);

/** What is typed into in a field. */
export const fieldInput = (page: Page, name: string): Locator =>
  fieldRow(page, name).locator('input:not([type=file]), textarea').first();

/** What is typed into in a field of the dialog. */
export const inDialog = (page: Page, field: string): Locator =>
  page
    .getByRole('dialog')
    .locator(`[data-field="${field}"]`)
    .locator('input:not([type=file]), textarea')
    .first();

/** A field of the page of a record that is read. */
export const shownField = (page: Page, ledger: string, name: string): Locator =>
  shownPage(page)
    .locator('.page-field')
    .filter({ has: page.getByText(fieldLabel(ledger, name), { exact: true }) })
    .locator('dd');

/** Opens the form of the record that is read. */
export async function startEditing(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await expect(shownPage(page).getByRole('form')).toBeVisible();
}

/** Chooses from the list of an input by typing what the entry is called and Enter; nothing typed takes the first. */
export async function pick(page: Page, input: Locator, typed: string): Promise<void> {
  await input.click();
  await page.keyboard.type(typed);
  const marked = page.locator('.ant-select-item-option-active');
  await expect(marked.last()).toContainText(typed);
  await page.keyboard.press('Enter');
}

/** Saves by keyboard and waits for the message. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.getByText(zh('record.saved'), { exact: true }).first()).toBeVisible();
  await expect(shownPage(page).getByRole('form')).toBeHidden();
}

/** The entries of the history, newest first. */
export const historyEntries = (page: Page): Locator => shownPage(page).locator('.page-change');

/** Opens the history of the record that is read. */
export async function openHistory(page: Page): Promise<void> {
  await shownPage(page)
    .getByRole('tab', { name: new RegExp(`^${zh('record.history', { count: '' }).trim()}`) })
    .click();
  await expect(historyEntries(page).first()).toBeVisible();
}

/** Takes the newest change back from the history. */
export async function undoNewest(page: Page): Promise<void> {
  await historyEntries(page)
    .first()
    .getByRole('button', { name: zh('record.undo') })
    .click();
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: zh('record.undo') })
    .click();
  await expect(page.getByText(zh('record.undone'), { exact: true }).first()).toBeVisible();
}

/** Chooses an entry of a select by typing it. */
export async function choose(select: Locator, typed: string): Promise<void> {
  await select.click();
  await select.pressSequentially(typed);
  await select.press('Enter');
}

/** Goes to the import screen and chooses the ledger. */
export async function startImport(page: Page, ledger: string): Promise<void> {
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('nav.import') })
    .click();
  await choose(shownPage(page).getByRole('combobox', { name: zh('import.ledger') }), ledgerLabel(ledger));
}

/** Chooses the file (the dialog is answered by the test) and waits for its columns. */
export async function chooseFile(page: Page): Promise<void> {
  await shownPage(page)
    .getByRole('button', { name: zh('import.choose') })
    .click();
  await expect(shownPage(page).getByRole('button', { name: zh('import.dry') })).toBeVisible();
}

/** Runs the trial and waits for its result. */
export async function dryRun(page: Page): Promise<void> {
  await shownPage(page)
    .getByRole('button', { name: zh('import.dry') })
    .click();
  await expect(page.getByRole('heading', { name: zh('import.dry.result') })).toBeVisible();
}

/** Imports the good rows after the trial and waits for the result. */
export async function importRows(page: Page, count: number): Promise<void> {
  await shownPage(page)
    .getByRole('button', { name: zh('import.start', { count }) })
    .click();
  await expect(page.getByRole('heading', { name: zh('import.result'), exact: true })).toBeVisible();
}

/** One of the four numbers of an import. */
export const figure = (page: Page, label: string): Locator =>
  shownPage(page).locator('.figure').filter({ hasText: label }).locator('.figure-value');
