import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { _electron as electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { pictures, root } from './places.ts';
import { practiceDay } from '../fixtures/practice-day.ts';
import { folderWithPracticeTown } from './prepared-folders.ts';
import { waitForRest } from './rest.ts';

/** Size of a window, pixels of the page. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The screen most offices have, and the one the newer ones have. */
export const officeScreen: Size = { width: 1366, height: 768 };
export const wideScreen: Size = { width: 1920, height: 1080 };

const officeZone = 'Asia/Shanghai';

/** The running program with its one window. */
export interface Workbench {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Its data folder. */
  readonly folder: string;
  /** Errors of the page so far; every test ends with `expectNoErrors`. */
  readonly errors: string[];
  /** The next file dialogs answer with this file. */
  answerDialogs(file: string): Promise<void>;
  resize(size: Size): Promise<void>;
  /** A picture of the whole window, `test-results/screens/<name>-<width>x<height>.png`. */
  picture(name: string): Promise<void>;
  /** Pictures on the screen most offices have, where the window is and stays, and on a wide one. */
  pictureOnBothScreens(name: string): Promise<void>;
  /** Process id of the data process. */
  dataProcess(): Promise<number>;
  expectNoErrors(): void;
  /** Ends the program as the user does, by closing the window. */
  close(): Promise<void>;
}

export interface StartOptions {
  readonly folder: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built program on a data folder. */
export async function startWorkbench(options: StartOptions): Promise<Workbench> {
  const app = await electron.launch(launchOptions(options));
  const page = await app.firstWindow();
  const errors = collectErrors(page);
  await page.waitForLoadState('load');
  let size = officeScreen;
  const resize = async (next: Size): Promise<void> => {
    size = next;
    // Exact to the pixel on any screen; without a window manager the window itself is not.
    await page.setViewportSize({ ...next });
  };
  await resize(size);
  const picture = async (name: string): Promise<void> => {
    const file = `${name}-${String(size.width)}x${String(size.height)}.png`;
    await waitForRest(page);
    await page.screenshot({ path: path.join(pictures, file) });
  };
  return {
    app,
    page,
    folder: options.folder,
    errors,
    answerDialogs: (file) => answerDialogs(app, file),
    resize,
    picture,
    async pictureOnBothScreens(name) {
      await picture(name);
      await resize(wideScreen);
      await picture(name);
      await resize(officeScreen);
    },
    dataProcess: () => findDataProcess(app),
    expectNoErrors: () => {
      expect(errors).toEqual([]);
    },
    close: () => closeWorkbench(app),
  };
}

/** How a practice town is opened; what is not said is as on the day it was drawn for. */
export interface PracticeOptions {
  /** Its data folder; a copy of the town of `practiceDay` otherwise. */
  readonly folder?: () => Promise<string>;
  /** The moment it is opened; in the morning of `practiceDay` otherwise. */
  readonly now?: string;
  /** Time zone of the computer; the office's own otherwise. */
  readonly zone?: string;
}

/** Starts the program on a practice town. */
export async function startPractice({
  folder = () => folderWithPracticeTown(practiceDay),
  now = `${practiceDay}T01:00:00Z`,
  zone = officeZone,
}: PracticeOptions = {}): Promise<Workbench> {
  return startWorkbench({ folder: await folder(), args: ['--practice'], env: { ZW_NOW: now, TZ: zone } });
}

/** Throws the data of a finished test away. */
export function forget(workbench: Workbench | undefined): void {
  if (workbench !== undefined) rmSync(workbench.folder, { recursive: true, force: true });
}

/** What Playwright needs to start the built program. */
export function launchOptions({ folder, args = [], env = {} }: StartOptions) {
  const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const executablePath = process.env['APP_ELECTRON'];
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...rootSwitches, '--disable-gpu', root, ...args],
    env: {
      ...definedOnly(process.env),
      ZW_DATA_DIR: folder,
      LANG: 'zh_CN.UTF-8',
      TZ: officeZone,
      ...env,
    },
  };
}

/** Collects what no page of ours may ever say. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`${error.message} ${error.stack ?? ''}`));
  page.on('crash', () => errors.push('the page crashed'));
  return errors;
}

/**
 * Asks the window to close, as the button in its corner does. Behind the answer: V8 may sweep the promise of a call in which so
 * much happens, and Playwright then fails.
 */
export const askToClose = (app: ElectronApplication): Promise<void> =>
  repeatIfSwept(() =>
    app.evaluate(({ BrowserWindow }) => {
      setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
    }),
  );

/** Answers of one question that may be swept before the journey fails. */
const MOST_SWEPT = 3;

/**
 * Asks the main process, and again when its answer was swept. Playwright awaits it through the inspector, which holds the promise weakly: V8 may
 * sweep it before it is told, "Resulting promise was garbage collected". `ask` must do the same when it is done twice.
 */
export async function repeatIfSwept<T>(ask: () => Promise<T>): Promise<T> {
  for (let swept = 0; ; swept += 1) {
    try {
      return await ask();
    } catch (error) {
      const isSwept = error instanceof Error && error.message.includes('promise was garbage collected');
      if (!isSwept || swept === MOST_SWEPT) throw error;
    }
  }
}

/** What a journey left unsaved goes with the window; only a journey about that lets the window ask. */
async function closeWorkbench(app: ElectronApplication): Promise<void> {
  if (app.windows().length === 0) return; // the journey has closed it
  await repeatIfSwept(() =>
    app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.on('will-prevent-unload', (event) => event.preventDefault());
    }),
  );
  await app.close();
}

const answerDialogs = (app: ElectronApplication, file: string): Promise<void> =>
  repeatIfSwept(() =>
    app.evaluate(({ dialog }, chosen) => {
      // The product uses the first file of an open dialog and the one file of a save dialog.
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    }, file),
  );

/** A utility process has a name of its own; a plain Node child is found by its command line. */
async function findDataProcess(app: ElectronApplication): Promise<number> {
  const utility = await repeatIfSwept(() =>
    app.evaluate(
      ({ app: electronApp }) => electronApp.getAppMetrics().find((metric) => metric.name === 'dbhost')?.pid,
    ),
  );
  const parent = app.process().pid;
  const pid =
    utility ??
    readdirSync('/proc')
      .map(Number)
      .find((id) => isDataProcess(id, parent));
  if (pid === undefined) throw new Error('there is no data process');
  return pid;
}

function isDataProcess(pid: number, parent: number | undefined): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    const [, parentOf] = /\) \S (\d+)/.exec(readFileSync(`/proc/${String(pid)}/stat`, 'utf8')) ?? [];
    const command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
    return Number(parentOf) === parent && command.includes(path.join('dbhost', 'index.cjs'));
  } catch {
    return false; // it ended while we looked
  }
}

/** Playwright takes no `undefined` in an environment. */
function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
