import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { calls, type CallName } from '../../electron/contract/calls.ts';
import type { Reply } from '../../electron/contract/failure.ts';
import { replaceTokens } from '../../electron/main/files/replace-tokens.ts';
import { createTokens } from '../../electron/main/files/tokens.ts';
import { createPages } from '../../electron/main/windows/pages.ts';
import {
  chooseFile,
  dryRun,
  fieldInput,
  figure,
  historyEntries,
  importRows,
  openBySearch,
  openHistory,
  openList,
  save,
  shownField,
  startEditing,
  startImport,
  undoNewest,
  waitForHome,
} from './clerk.ts';
import { startDataProcess, type DataProcess } from './data-process.ts';
import { fixture, pictures, root } from './places.ts';
import { folderWithPracticeTown, townSize } from './prepared-folders.ts';
import { zh } from './texts.ts';
import { collectErrors, officeScreen } from './workbench.ts';

// The page the declared Electron will show, in a browser of its generation: Debian's Chromium, the built page with its
// content policy, the built data process. Only what the broker does (dialogs, windows) is stood in for.
test.describe.configure({ mode: 'serial' });

let folder: string;
let desk: DataProcess;
let server: Server;
let browser: Browser;
let page: Page;
let errors: string[];
/** Answers the next file dialog. */
let chosenFile = '';
/** Paths the page asked its server for. */
const served: string[] = [];
const person = { name: '刘阿依古丽·买买提', initials: 'laygl', address: '银龙路10号102房' };

test.beforeAll(async () => {
  folder = await folderWithPracticeTown();
  desk = await startDataProcess(folder, { ...townSize, keep: true });
  server = await servePage();
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage({ viewport: { ...officeScreen }, locale: 'zh-CN' });
  errors = collectErrors(page);
  await bridge(page);
  // The server listens on a port of this machine, whose address is then no pipe's name.
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
});
test.afterEach(() => {
  expect(errors).toEqual([]);
});
test.afterAll(async () => {
  await browser.close();
  server.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the browser is of the generation of the declared Electron', async () => {
  const [major] = browser.version().split('.');
  expect(Number(major)).toBeGreaterThanOrEqual(140);
  await waitForHome(page);
  await picture('60-chromium-home');
});

test('a start asks for few files, the lists among them, before anybody opens one', async () => {
  // The main process answers each by itself while it starts the program; with 37 the first list came 0.1 s later.
  await expect.poll(() => served.filter((name) => /\/list-[^/]+\.js$/.test(name)).length).toBe(1);
  expect(served.filter((name) => name.endsWith('.js'))).toHaveLength(3);
  expect(served.filter((name) => name.endsWith('.css'))).toHaveLength(2);
});

test('a workbook is imported', async () => {
  chosenFile = fixture('人口登记-合格.xlsx');
  await startImport(page, 'person');
  await chooseFile(page);
  await dryRun(page);
  await importRows(page, 200);

  await expect(figure(page, zh('import.count.created'))).toContainText('200');
  await picture('61-chromium-import');
});

test('the list shows it', async () => {
  await openList(page, 'person');
  await expect(page.getByText('共 2,200 人')).toBeVisible();
  await picture('62-chromium-list');
});

test('a person is found by initials, corrected, and the correction taken back', async () => {
  await openBySearch(page, person.initials, person.name);
  await startEditing(page);
  await fieldInput(page, 'residence_address').fill('银龙路11号');
  await picture('63-chromium-form');
  await save(page);
  await expect(shownField(page, 'person', 'residence_address')).toHaveText('银龙路11号');
  await openHistory(page);
  await expect(historyEntries(page).first().locator('del')).toHaveText(person.address);
  await undoNewest(page);

  await expect(shownField(page, 'person', 'residence_address')).toHaveText(person.address);
  await picture('64-chromium-undone');
});

const picture = (name: string): Promise<unknown> =>
  page.screenshot({
    path: path.join(pictures, `${name}-${String(officeScreen.width)}x${String(officeScreen.height)}.png`),
  });

/** The built page over http, answered by the same function that answers `app://main`. */
async function servePage(): Promise<Server> {
  const answer = await createPages(path.join(root, 'out', 'renderer'));
  const made = createServer((request, response) => {
    served.push(request.url ?? '/');
    void answer({ url: `app://main${request.url ?? '/'}` }).then(async (page_) => {
      response.writeHead(page_.status, Object.fromEntries(page_.headers));
      response.end(Buffer.from(await page_.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return made;
}

/** Puts `window.app` on the page, as the preload does, with the data process behind it. */
async function bridge(target: Page): Promise<void> {
  const tokens = createTokens();
  const answerMain: Readonly<Record<string, () => unknown>> = {
    'file.open': () => ({
      token: tokens.give(chosenFile, 'read'),
      name: path.basename(chosenFile),
      bytes: 1,
    }),
    'app.language': () => ({}),
    'app.info': () => ({ version: '0', runtime: 'Chromium', practice: true }),
  };
  await target.exposeBinding('askBroker', async (_source, name: CallName, input: unknown) => {
    if (calls[name].at === 'main') return { ok: true, value: answerMain[name]?.() } satisfies Reply<unknown>;
    const replaced = replaceTokens(name, input, tokens);
    return replaced.ok ? desk.ask(name, replaced.value) : replaced;
  });
  await target.addInitScript(() => {
    const listeners = new Set<(topic: string, payload: unknown) => void>();
    Reflect.set(window, 'publish', (topic: string, payload: unknown) => {
      for (const tell of listeners) tell(topic, payload);
    });
    const ask: unknown = Reflect.get(window, 'askBroker');
    Reflect.set(window, 'app', {
      ask,
      subscribe(topic: string, listener: (payload: unknown) => void) {
        const tell = (name: string, payload: unknown): void => {
          if (name === topic) listener(payload);
        };
        listeners.add(tell);
        return () => listeners.delete(tell);
      },
      dropped: () => Promise.resolve(null),
    });
  });
  desk.listen((topic, payload) => {
    const tell = ([name, told]: [string, unknown]): void => {
      const publish: unknown = Reflect.get(window, 'publish');
      if (typeof publish === 'function') Reflect.apply(publish, window, [name, told]);
    };
    // The page may be closed by now.
    void target.evaluate(tell, [topic, payload] as [string, unknown]).catch(() => undefined);
  });
}
