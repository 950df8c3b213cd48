import path from 'node:path';
import { app, dialog, ipcMain, session, type BrowserWindow } from 'electron';
import type { Language, TopicName } from '../contract/calls.ts';
import { channels } from '../contract/channels.ts';
import { failed, serve } from '../contract/serve.ts';
import { createDialogs } from './files/dialogs.ts';
import { createTokens, type FileTokens } from './files/tokens.ts';
import { createHost, type Host } from './host/host.ts';
import { forkOnNode } from './host/host-process.ts';
import { openLog, type HostLog } from './host/log.ts';
import { createRestartRule } from './host/restarts.ts';
import { forkUtility } from './host/utility-host.ts';
import { createBroker } from './ipc/broker.ts';
import { brokerFailure } from './ipc/broker-failure.ts';
import { createOwnCalls, describeFile } from './ipc/own-calls.ts';
import { isTrustedSender } from './ipc/trusted-sender.ts';
import { createPrintedDocuments, type PrintedDocuments } from './printing/printed.ts';
import { createPrinter } from './printing/printer.ts';
import { firstPractice, type PracticeTown, type StartOptions } from './start-options.ts';
import { guardSession } from './windows/guard.ts';
import { openMainWindow } from './windows/main-window.ts';
import { createPages } from './windows/pages.ts';
import { followSession, type SeenSession } from './windows/seen-session.ts';
import { keepWindow, recallWindow, type WindowMemory } from './windows/window-memory.ts';

const built = path.resolve(__dirname, '..');

/** Everything the broker holds while the program runs; made once, handed to who needs it. */
interface Workbench {
  readonly options: StartOptions;
  readonly dataFolder: string;
  readonly tokens: FileTokens;
  readonly printed: PrintedDocuments;
  readonly seen: SeenSession;
  readonly log: HostLog;
  memory: WindowMemory;
  window: BrowserWindow | null;
}

/** Opens the window and starts the data process. Called once, when Electron is ready. */
export async function runWorkbench(options: StartOptions): Promise<void> {
  const dataFolder = app.getPath('userData');
  const bench: Workbench = {
    options,
    dataFolder,
    tokens: createTokens(),
    printed: createPrintedDocuments(),
    seen: followSession(options.practice !== null),
    log: openLog(path.join(dataFolder, 'logs'), () => new Date()),
    memory: recallWindow(memoryFile(dataFolder)),
    window: null,
  };
  const host = startHost(bench);
  const printSession = session.fromPartition('paper');
  for (const guarded of [session.defaultSession, printSession]) guardSession(guarded);
  session.defaultSession.protocol.handle('app', await createPages(path.join(built, 'renderer')));
  answerPage(bench, { host, printSession });
  openWindow(bench);
  quitCleanly(bench, host);
}

const memoryFile = (dataFolder: string): string => path.join(dataFolder, 'window.json');

function startHost(bench: Workbench): Host {
  const script = path.join(built, 'dbhost', 'index.cjs').replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  const program = { script, compiled: path.join(bench.dataFolder, 'compiled') };
  const { node, file, practice } = bench.options;
  let wanted = practice;
  /** After a crash whatever practice town was open is opened again as it is. */
  const practiceToOpen = (): PracticeTown | null => {
    const first = wanted;
    wanted = null;
    return first ?? (bench.seen.isPractice() ? firstPractice : null);
  };
  return createHost({
    start: () => (node === null ? forkUtility(program) : forkOnNode(program, node)),
    config: () => ({
      file: file ?? path.join(bench.dataFolder, 'town.db'),
      practiceFile: path.join(bench.dataFolder, 'practice.db'),
      practice: practiceToOpen(),
    }),
    publish: (topic, payload) => {
      publish(bench, topic, payload);
    },
    log: bench.log,
    now_ms: Date.now,
  });
}

function publish(bench: Workbench, topic: TopicName, payload: unknown): void {
  if (topic === 'session') bench.seen.see(payload);
  const { window } = bench;
  if (window === null || window.isDestroyed()) return;
  if (topic === 'session') window.setTitle(bench.seen.title(bench.memory.language));
  window.webContents.send(channels.topic, topic, payload);
}

/** The two channels a page can speak on; both check the sender first. */
function answerPage(
  bench: Workbench,
  by: { readonly host: Host; readonly printSession: Electron.Session },
): void {
  const language = (): Language => bench.memory.language;
  const handlers = createOwnCalls({
    dialogs: createDialogs(() => bench.window),
    tokens: bench.tokens,
    printer: createPrinter(by.printSession, () => new Date()),
    printed: bench.printed,
    language,
    setLanguage: (chosen) => {
      bench.memory = { ...bench.memory, language: chosen };
      bench.window?.setTitle(bench.seen.title(chosen));
      keepWindow(memoryFile(bench.dataFolder), bench.memory);
    },
    info: () => ({
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      practice: bench.seen.isPractice(),
    }),
  });
  const own = serve({
    at: 'main',
    handlers,
    toFailure: (error, call) => brokerFailure(error, call, bench.log),
    checksOutputs: !app.isPackaged,
  });
  const answer = createBroker({ host: by.host, own, tokens: bench.tokens, language });

  ipcMain.handle(channels.ask, (event, name: unknown, input: unknown) =>
    isTrustedSender(event, bench.window) ? answer(name, input) : failed('refused', 'untrusted-sender'),
  );
  ipcMain.handle(channels.drop, (event, file: unknown) =>
    isTrustedSender(event, bench.window) && typeof file === 'string'
      ? describeFile(bench.tokens, file)
      : null,
  );
}

function openWindow(bench: Workbench): void {
  const mayReload = createRestartRule();
  const window = openMainWindow({
    preload: path.join(built, 'preload', 'index.cjs'),
    title: bench.seen.title(bench.memory.language),
    memory: bench.memory,
    onClose: (place) => {
      bench.memory = { ...place, language: bench.memory.language };
      keepWindow(memoryFile(bench.dataFolder), bench.memory);
    },
    onPageGone: (gone, reason) => {
      bench.log.write(`page ended unasked, ${reason}`);
      if (mayReload(Date.now())) gone.webContents.reload();
      else giveUpPage(gone, bench.memory.language);
    },
  });
  bench.window = window;
  app.on('second-instance', () => {
    // Started again while this one still closes its file.
    if (window.isDestroyed()) {
      app.relaunch();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

const pageLost = {
  zh: ['智网工作台', '窗口多次意外退出，程序即将关闭。已保存的数据不受影响；请关闭其他程序，再重新打开。'],
  en: [
    'Zhiwang Workbench',
    'The window ended unexpectedly several times, and the program closes now. What was saved is safe. Close other programs, then open it again.',
  ],
} as const;

/** A page that ends again and again would flicker for ever; the data process is closed as after any last window. */
function giveUpPage(window: BrowserWindow, language: Language): void {
  const [title, body] = pageLost[language];
  dialog.showErrorBox(title, body);
  window.destroy();
}

/** Lets the window ask about what is not saved, then waits for the data process to close its file before the program ends. */
function quitCleanly(bench: Workbench, host: Host): void {
  let isClosed = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const { window } = bench;
    if (window !== null && !window.isDestroyed()) {
      // Once it is closed the program quits by itself; a page that asks first still needs its data process.
      window.close();
      return;
    }
    bench.tokens.clear();
    bench.printed.clear();
    void host.close().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}
