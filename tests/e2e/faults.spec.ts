import { spawn } from 'node:child_process';
import {
  chmodSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import {
  fieldInput,
  fieldRow,
  historyEntries,
  openBySearch,
  openHistory,
  openList,
  save,
  shownField,
  shownPage,
  startEditing,
  waitForHome,
} from './clerk.ts';
import { startDataProcess, valueOf } from './data-process.ts';
import { folderWithPracticeTown, folderWithTown, passphrase, resident } from './prepared-folders.ts';
import { zh } from './texts.ts';
import { forget, launchOptions, startPractice, startWorkbench, type Workbench } from './workbench.ts';

// Every test has a window of its own: what it does to it would spoil the next.
let workbench: Workbench | undefined;

test.afterEach(async () => {
  await workbench?.close().catch(() => undefined); // a killed program cannot be closed
  forget(workbench);
  workbench = undefined;
});

test('a data process killed while it saves is started again, and the save is repeated without a double', async () => {
  workbench = await startPractice();
  const { page } = workbench;
  await openFirstPerson(page);
  await startEditing(page);
  await fieldInput(page, 'residence_address').fill('银龙路1号101房');
  await expectDraftKept(page);
  // Stopped, it takes the question and cannot answer; killed, nobody knows whether it wrote.
  const pid = await workbench.dataProcess();
  process.kill(pid, 'SIGSTOP');
  await page.keyboard.press('Control+s');
  await page.waitForTimeout(200);
  process.kill(pid, 'SIGKILL');

  await expect(page.getByText(zh('app.host.restarting'))).toBeVisible();
  await expect(page.getByText(zh('failure.host-gone.other'))).toBeVisible();
  await workbench.picture('40-reconnecting');
  await expect(page.getByText(zh('app.host.restarting'))).toBeHidden({ timeout: 20_000 });
  await expect(fieldInput(page, 'residence_address')).toHaveValue('银龙路1号101房');
  await shownPage(page)
    .getByRole('button', { name: zh('action.retry') })
    .click();
  await expect(shownField(page, 'person', 'residence_address')).toHaveText('银龙路1号101房');
  await openHistory(page);
  await expect(historyEntries(page)).toHaveCount(2);
});

test('a search that got no answer is asked anew once the data process is back', async () => {
  workbench = await startPractice();
  const { page } = workbench;
  const found = page.getByRole('listbox', { name: zh('search.results') }).getByRole('option');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('陈');
  await expect(found.first()).toBeVisible();
  const pid = await workbench.dataProcess();
  process.kill(pid, 'SIGSTOP');
  // To another text the former answer is none.
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('李');
  await expect(found).toHaveCount(0);
  process.kill(pid, 'SIGKILL');
  await expect(found.first()).toContainText('李', { timeout: 20_000 });
});

test('what was acknowledged survives a kill right after it, and a process that dies three times is given up', async () => {
  workbench = await startPractice();
  const { page } = workbench;
  await openFirstPerson(page);
  for (const address of ['第一次改', '第二次改']) {
    await startEditing(page);
    await fieldInput(page, 'residence_address').fill(address);
    await save(page);
    process.kill(await workbench.dataProcess(), 'SIGKILL');
    await expect(page.getByText(zh('app.host.restarting'))).toBeVisible();
    await expect(page.getByText(zh('app.host.restarting'))).toBeHidden({ timeout: 20_000 });
    await expect(shownField(page, 'person', 'residence_address')).toHaveText(address);
  }
  await openHistory(page);
  await expect(historyEntries(page)).toHaveCount(3);
  process.kill(await workbench.dataProcess(), 'SIGKILL');

  await expect(page.getByText(zh('app.host.given-up'))).toBeVisible();
  await workbench.picture('41-given-up');
});

test('what was typed and not saved is offered again after the whole program was killed', async () => {
  workbench = await startPractice();
  const { page, app, folder } = workbench;
  await openFirstPerson(page);
  await startEditing(page);
  await fieldInput(page, 'residence_address').fill('还没有保存的地址');
  await expectDraftKept(page);
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the program does not run');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  process.kill(pid, 'SIGKILL');
  await ended;

  workbench = await startWorkbench({ folder, args: ['--practice'] });
  await openFirstPerson(workbench.page);
  await startEditing(workbench.page);
  const take = workbench.page.getByRole('button', { name: zh('record.draftTake') });
  await expect(take).toBeVisible();
  await workbench.picture('42-draft');
  await take.click();
  await expect(fieldInput(workbench.page, 'residence_address')).toHaveValue('还没有保存的地址');
  await save(workbench.page);
  await expect(shownField(workbench.page, 'person', 'residence_address')).toHaveText('还没有保存的地址');
});

test('a damaged file leads to a plain screen whose backup brings the records back', async () => {
  const folder = await folderWithTown();
  const file = path.join(folder, 'town.db');
  damage(file);
  workbench = await startWorkbench({ folder });
  const { page } = workbench;
  await unlock(page);
  await expect(page.getByRole('heading', { name: zh('open.title') })).toBeVisible();
  await expect(page.getByText(zh('open.damaged.happened'))).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: zh('settings.backup.reason.manual') })).toBeVisible();
  await workbench.picture('43-damaged');
  await page.getByRole('button', { name: zh('open.restore') }).click();
  await page.getByRole('button', { name: zh('open.restore.do') }).click();
  await unlock(page);
  await waitForHome(page);
  await workbench.picture('44-restored');

  await openBySearch(page, 'csyj', resident.name);
  await expect(shownField(page, 'person', 'residence_address')).toHaveText(resident.address);
  expect(readdirSync(folder).some((name) => name.startsWith('town.db.') || name.includes('damaged'))).toBe(
    true,
  );
  workbench.expectNoErrors();
});

test('a second start shows the first window and ends', async () => {
  workbench = await startPractice();
  const { executablePath, args, env } = launchOptions({ folder: workbench.folder });
  if (executablePath === undefined) throw new Error('APP_ELECTRON names no program');
  const second = spawn(executablePath, args, { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));

  expect(code).toBe(0);
  expect(workbench.app.windows()).toHaveLength(1);
  await waitForHome(workbench.page);
  workbench.expectNoErrors();
});

test('a page whose process is gone is loaded again', async () => {
  workbench = await startPractice();
  await waitForHome(workbench.page);
  // The page of the test is gone with the process; whether the window shows one again is asked of the program.
  const isShownAgain = workbench.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return false;
    const loaded = new Promise<void>((resolve) => {
      contents.once('did-finish-load', () => {
        resolve();
      });
    });
    contents.forcefullyCrashRenderer();
    await loaded;
    return !contents.isCrashed();
  });

  await expect(isShownAgain).resolves.toBe(true);
});

test('a file another program holds open is refused with who holds it', async () => {
  const folder = await folderWithTown();
  const holder = await startDataProcess(folder, null);
  await valueOf(holder, 'session.unlock', { passphrase });
  workbench = await startWorkbench({ folder });
  const { page } = workbench;
  await unlock(page);
  await expect(page.getByText(/另一个程序正在使用这份台账。使用者：.+，开始于 \d{4}-/)).toBeVisible();
  await workbench.picture('45-locked');
  await holder.close();

  await page.getByRole('button', { name: zh('open.again') }).click();
  await unlock(page);
  await waitForHome(page);
  workbench.expectNoErrors();
});

test('a folder that cannot be written is named, and nothing is changed in it', async () => {
  const folder = await folderWithTown();
  const env = { APP_DBHOST_NODE: ordinaryNode(folder) };
  const before = readFileSync(path.join(folder, 'town.db'));
  workbench = await startWorkbench({ folder, env });
  const { page } = workbench;
  await expect(page.getByRole('textbox', { name: zh('unlock.passphrase') })).toBeVisible();
  chmodSync(folder, 0o555);
  await unlock(page);

  await expect(page.getByText(zh('open.read-only.happened'))).toBeVisible();
  await workbench.picture('46-read-only');
  chmodSync(folder, 0o755);
  expect(readFileSync(path.join(folder, 'town.db')).equals(before)).toBe(true);
});

test('an import that is no sheet is refused in words', async () => {
  const folder = await folderWithPracticeTown();
  workbench = await startWorkbench({ folder, args: ['--practice'] });
  const { page } = workbench;
  const file = path.join(folder, '其实是图片.xlsx');
  writeFileSync(file, Buffer.from('89504e470d0a1a0a', 'hex'));
  await openList(page, 'person');
  await shownPage(page)
    .getByRole('button', { name: zh('record.import'), exact: true })
    .click();
  await workbench.answerDialogs(file);
  await shownPage(page)
    .getByRole('button', { name: zh('import.choose') })
    .click();

  await expect(page.getByText(zh('failure.exchange.not-a-sheet'))).toBeVisible();
  await workbench.picture('47-no-sheet');
  workbench.expectNoErrors();
});

/** Opens the first person of the list. */
async function openFirstPerson(page: Page): Promise<void> {
  await waitForHome(page);
  await openList(page, 'person');
  const cell = shownPage(page).locator('[row-index="0"] [col-id="name"]');
  const name = await cell.innerText();
  await cell.dblclick();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Drafts are kept half a second after the last key; waits until the data process has it. */
async function expectDraftKept(page: Page): Promise<void> {
  await expect(fieldRow(page, 'residence_address')).toBeVisible();
  await expect(page.getByText(zh('record.draftKept'))).toBeVisible();
  await page.waitForTimeout(1000);
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: zh('unlock.passphrase') }).fill(passphrase);
  await page.keyboard.press('Enter');
}

/** Overwrites the second half of the file, as a failing disk would. */
function damage(file: string): void {
  const { size } = statSync(file);
  const half = Math.floor(size / 2);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(size - half, 0x5a), 0, size - half, half);
  closeSync(handle);
}

/** A Node that becomes an ordinary user before the file is opened; root may write anywhere. */
function ordinaryNode(folder: string): string {
  if (process.getuid?.() !== 0) return process.execPath;
  const becomeOrdinary = path.join(folder, 'become-ordinary.cjs');
  writeFileSync(
    becomeOrdinary,
    `process.on('message', (message) => { if (message.call === 'session.unlock') process.seteuid(65534); });`,
  );
  const node = path.join(folder, 'node');
  writeFileSync(node, `#!/bin/sh\nexec "${process.execPath}" --require "${becomeOrdinary}" "$@"\n`, {
    mode: 0o755,
  });
  return node;
}
