import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { shownPage, waitForHome } from './clerk.ts';
import { startDataProcess, valueOf } from './data-process.ts';
import { fixture } from './places.ts';
import { folderWithTown, newFolder, passphrase } from './prepared-folders.ts';
import { zh } from './texts.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

// A town and a city with a stick between them, as two people at two computers.

/** A folder both offices see as a stick. */
export interface SharedStick {
  readonly folder: string;
  readonly name: string;
  readonly files: () => readonly string[];
  readonly clear: () => void;
}

/** Makes the stick; both windows are told of it by the variable that names further drives. */
export function makeStick(name: string): SharedStick {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'zw-e2e-stick-')), name);
  mkdirSync(folder);
  return {
    folder,
    name,
    files: () => readdirSync(folder).toSorted(),
    clear: () => {
      for (const file of readdirSync(folder)) rmSync(path.join(folder, file), { recursive: true });
    },
  };
}

/** The town's window: a file with one resident, on a computer whose clock is a day ahead. */
export async function startTown(stick: SharedStick): Promise<Workbench> {
  const folder = await folderWithTown();
  return opened(
    await startWorkbench({
      folder,
      env: { APP_EXTRA_DRIVES: stick.folder, APP_DBHOST_NODE: nodeWithClockAhead(folder) },
    }),
  );
}

/** The city's window, with empty ledgers. */
export async function startCity(stick: SharedStick): Promise<Workbench> {
  const folder = newFolder();
  const desk = await startDataProcess(folder, null);
  await valueOf(desk, 'session.create', { town: '441900000000', passphrase });
  await desk.close();
  return opened(await startWorkbench({ folder, env: { APP_EXTRA_DRIVES: stick.folder } }));
}

async function opened(workbench: Workbench): Promise<Workbench> {
  const { page } = workbench;
  await page.getByLabel(zh('unlock.passphrase'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: zh('unlock.submit') }).click();
  await waitForHome(page);
  return workbench;
}

/** A Node whose clock is a day ahead: what is today there is still the future here, and comes back. */
function nodeWithClockAhead(folder: string): string {
  const file = path.join(folder, 'node-ahead');
  const clock = fixture('clock-ahead.mjs');
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" --import "${clock}" "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Enters a person as the form would, without its forty keystrokes. */
export async function enterPerson(
  { page }: Workbench,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const failure = await page.evaluate(async (given) => {
    type Answer = { readonly ok: boolean; readonly value?: readonly { readonly id: string }[] };
    // What the preload script gives every page.
    const { app } = window as unknown as { app: { ask(name: string, input: unknown): Promise<Answer> } };
    const places = await app.ask('record.options', { ledger: 'division', text: '虎门寨', limit: 1 });
    const answer = await app.ask('record.save', {
      writeId: crypto.randomUUID(),
      ledger: 'person',
      id: crypto.randomUUID(),
      base: 0,
      values: { doc_type: '111', person_kinds: ['01'], village: places.value?.[0]?.id, ...given },
    });
    return answer.ok ? null : JSON.stringify(answer);
  }, values);
  expect(failure).toBeNull();
}

/** Enters a hazard issue with this id and reports it to the city, as its page would with four dialogs. */
export async function handUpIssue(workbench: Workbench, id: string, title: string): Promise<void> {
  await enterRecord(workbench, 'issue', {
    id,
    title,
    category: '01',
    level: '01',
    issue_source: '01',
    reported_at: '2026-11-20T02:00:00.000Z',
    place_text: '东引运河交界处',
    description: '两镇交界河段漂浮垃圾，需市级协调',
  });
  await actOn(workbench, { id, action: 'accept', values: { category: '01', level: '01' } });
  await actOn(workbench, { id, action: 'to_city' });
}

/** Enters a record of 虎门寨. */
export async function enterRecord(
  { page }: Workbench,
  ledger: string,
  { id, ...values }: Readonly<Record<string, string>>,
): Promise<void> {
  const failure = await page.evaluate(
    async ([into, record, given]) => {
      type Answer = { readonly ok: boolean; readonly value?: readonly { readonly id: string }[] };
      // As above.
      const { app } = window as unknown as { app: { ask(name: string, input: unknown): Promise<Answer> } };
      const places = await app.ask('record.options', { ledger: 'division', text: '虎门寨', limit: 1 });
      const saved = await app.ask('record.save', {
        writeId: crypto.randomUUID(),
        ledger: into,
        id: record,
        base: 0,
        values: { ...given, village: places.value?.[0]?.id },
      });
      return saved.ok ? null : JSON.stringify(saved);
    },
    [ledger, id, values] as const,
  );
  expect(failure).toBeNull();
}

/** Takes an action with an issue. */
export async function actOn(
  { page }: Workbench,
  {
    id,
    action,
    values = {},
  }: {
    readonly id: string;
    readonly action: string;
    readonly values?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const failure = await page.evaluate(
    async ([issue, named, given]) => {
      type Answer = { readonly ok: boolean };
      // As above.
      const { app } = window as unknown as { app: { ask(name: string, input: unknown): Promise<Answer> } };
      const ids = { writeId: crypto.randomUUID(), stepId: crypto.randomUUID(), newId: crypto.randomUUID() };
      const asked = { ledger: 'issue', id: issue, action: named, values: given, opinion: '需市级协调' };
      const acted = await app.ask('workflow.act', { ...asked, ...ids });
      return acted.ok ? null : JSON.stringify(acted);
    },
    [id, action, values] as const,
  );
  expect(failure).toBeNull();
}

/** A part of the exchange, by its tab. */
export async function openPart(
  page: Page,
  part: 'send' | 'receive' | 'register' | 'inbox' | 'offices',
): Promise<void> {
  await page
    .getByRole('navigation', { name: zh('nav.label') })
    .getByRole('button', { name: zh('nav.exchange') })
    .click();
  await shownPage(page)
    .getByRole('tab', { name: new RegExp(`^${zh(`exchange.${part}`)}( \\d+)?$`) })
    .click();
}

/** What of the exchange is in sight; parts visited before are kept behind it. */
export const shownPart = (page: Page): Locator => shownPage(page).locator('.exchange-part:visible');

/** Chooses the stick, which is listed a moment after it was put in. */
export async function chooseStick(within: Locator, stick: SharedStick): Promise<void> {
  await within.getByRole('radio', { name: new RegExp(stick.name) }).check();
}

/** Sends everything unanswered to the parent, up to the sentence that lets go of the stick. */
export async function sendUp({ page }: Workbench, stick: SharedStick): Promise<void> {
  await openPart(page, 'send');
  const part = shownPart(page);
  const finish = part.getByRole('button', { name: zh('exchange.finish') });
  await expect(finish.or(part.getByLabel(zh('exchange.send.approver')))).toBeVisible();
  if (await finish.isVisible()) await finish.click();
  await part.getByLabel(zh('exchange.send.approver')).fill('陈主任');
  await part.getByRole('button', { name: zh('exchange.send.next') }).click();
  await chooseStick(part, stick);
  await part.getByRole('button', { name: zh('exchange.send.start') }).click();
  await expect(safeSentence(part)).toBeVisible({ timeout: 30_000 });
}

/** "Safe to remove", in either of its two forms: temporary folders cannot be read past the cache. */
export const safeSentence = (within: Locator): Locator =>
  within.getByRole('heading', {
    name: new RegExp(`^(${zh('exchange.done.safe')}|${zh('exchange.done.cached')})$`),
  });

/** Takes in everything that is new on the stick; cards and requests count as compared. */
export async function takeIn({ page }: Workbench, stick: SharedStick): Promise<Locator> {
  await openPart(page, 'receive');
  const part = shownPart(page);
  const again = part.getByRole('button', { name: zh('exchange.receive.more') });
  if (await again.isVisible()) await again.click();
  await chooseStick(part, stick);
  await expect(part.getByRole('table')).toBeVisible();
  await part.getByRole('button', { name: zh('exchange.receive.again') }).click();
  await expect(part.getByRole('table')).toBeVisible();
  for (const box of await part.getByLabel(zh('exchange.receive.compare.box')).all()) await box.check();
  await part
    .getByRole('button', { name: new RegExp(`^${zh('exchange.receive.start', { count: '\\d+' })}$`) })
    .click();
  await expect(again).toBeVisible({ timeout: 30_000 });
  return part;
}

/** Writes the receipt for the office whose packages were just taken in, onto the emptied stick. */
export async function answer({ page }: Workbench, name: string, stick: SharedStick): Promise<void> {
  stick.clear();
  await shownPart(page)
    .getByRole('button', { name: zh('exchange.receive.answer', { name }) })
    .click();
  const dialog = page.getByRole('dialog', { name: zh('exchange.answer.title', { name }) });
  await chooseStick(dialog, stick);
  await dialog.getByRole('button', { name: zh('exchange.answer.start') }).click();
  await expect(safeSentence(dialog)).toBeVisible({ timeout: 30_000 });
}

/** Closes the dialog with the receipt. */
export async function finishAnswer({ page }: Workbench, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: zh('exchange.answer.title', { name }) });
  await dialog.getByRole('button', { name: zh('exchange.finish') }).click();
  await expect(dialog).toBeHidden();
}
