import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron as electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import type { WindowApi } from '../../electron/contract/window-api.ts';
import { root } from './places.ts';
import { launchOptions, repeatIfSwept } from './workbench.ts';

declare global {
  interface Window {
    readonly app: WindowApi;
  }
}

// Assertions on the real window. Each was seen to fail with the guard it watches taken away.

const data = mkdtempSync(path.join(os.tmpdir(), 'zw-security-'));
let app: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  app = await electron.launch(launchOptions({ folder: data }));
  page = await app.firstWindow();
  await page.waitForLoadState('load');
});

test.afterAll(async () => {
  await app.close();
  rmSync(data, { recursive: true, force: true });
});

test('every window, also the one for printing, is sandboxed, isolated, without Node and developer tools', async () => {
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const seen: unknown[] = [];
    Reflect.set(globalThis, 'seenPreferences', seen);
    const look = (window: Electron.BrowserWindow): void => {
      // Undocumented but stable since Electron 2; there is no other way to ask.
      const preferences: unknown = Reflect.get(window.webContents, 'getLastWebPreferences');
      if (typeof preferences === 'function') seen.push(Reflect.apply(preferences, window.webContents, []));
    };
    for (const window of BrowserWindow.getAllWindows()) look(window);
    electronApp.on('browser-window-created', (_event, window) => {
      window.webContents.once('did-finish-load', () => look(window));
    });
  });
  await page.evaluate(() => window.app.ask('print.pdf', { title: 't', html: '<p>x</p>', landscape: false }));
  const seen: Record<string, unknown>[] = await app.evaluate(() =>
    Reflect.get(globalThis, 'seenPreferences'),
  );

  expect(seen).toHaveLength(2);
  expect(seen[1]?.['javascript']).toBe(false);
  for (const preferences of seen) {
    for (const name of ['sandbox', 'contextIsolation', 'webSecurity'])
      expect(preferences[name], name).toBe(true);
    for (const name of [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'experimentalFeatures',
      'allowRunningInsecureContent',
      'navigateOnDragDrop',
      'devTools',
    ]) {
      expect(preferences[name] ?? false, name).toBe(false);
    }
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
  }
});

test('the page sees ask, subscribe and dropped, and nothing of Node or Electron', async () => {
  const seen = await page.evaluate(() => ({
    app: Object.keys(window.app),
    leaked: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global'].filter(
      (name) => name in window,
    ),
    isFrozen: Reflect.set(window, 'app', null) ? window.app === null : false,
  }));

  expect(seen).toEqual({ app: ['ask', 'subscribe', 'dropped'], leaked: [], isFrozen: false });
});

test('the page gets no token for what is no file of this computer', async () => {
  const answers = await page.evaluate(async () => {
    const made = new File(['x'], 'town.db');
    Reflect.set(made, 'path', '/etc/passwd');
    const given: unknown[] = [made, new Blob(['x']), { path: '/etc/passwd' }, '/etc/passwd', null];
    return Promise.all(given.map((one) => window.app.dropped(one)));
  });

  expect(answers).toEqual([null, null, null, null, null]);
});

test('inline script, inline handlers, eval and outside connections are blocked by the content policy', async () => {
  const outcome = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.body.append(script);
    const picture = document.createElement('img');
    picture.setAttribute('onerror', 'window.wasRun = true');
    picture.src = 'http://example.invalid/x.png';
    document.body.append(picture);
    // A string given to setTimeout is compiled by the page itself, unlike what the test driver evaluates.
    Reflect.apply(setTimeout, window, ['window.wasRun = true', 0]);
    const fetched = await fetch('https://example.invalid/').then(
      () => 'fetched',
      () => 'refused',
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { blocked: [...new Set(blocked)].sort(), fetched, wasRun: 'wasRun' in window };
  });

  expect(outcome).toEqual({
    blocked: expect.arrayContaining([
      'connect-src',
      'img-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
    ]),
    fetched: 'refused',
    wasRun: false,
  });
});

test('pages come only from app://main by exact name', async () => {
  expect(page.url()).toBe('app://main/index.html');
  const statuses = await page.evaluate(async () => {
    const ask = (url: string): Promise<string> =>
      fetch(url).then(
        (response) => String(response.status),
        () => 'refused',
      );
    return {
      traversal: await ask('app://main/..%2f..%2fpackage.json'),
      encoded: await ask('app://main/%2e%2e/main/index.cjs'),
      unknown: await ask('app://main/nothing.js'),
      host: await ask('app://paper/index.html'),
      file: await ask('file:///etc/passwd'),
    };
  });

  expect(statuses).toEqual({
    traversal: '404',
    encoded: '404',
    unknown: '404',
    host: 'refused',
    file: 'refused',
  });
});

test('no page leaves, opens a window or embeds another page', async () => {
  await page.evaluate(() => {
    window.open('https://example.invalid/');
    window.open('app://main/index.html');
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(frame);
    location.href = 'https://example.invalid/';
  });
  await page.waitForTimeout(500);
  const windows = await repeatIfSwept(() =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  );

  expect(page.url()).toBe('app://main/index.html');
  expect(windows).toBe(1);
});

test('every permission is refused', async () => {
  const states = await page.evaluate(async () => {
    // TypeScript's list of permission names is shorter than Chromium's.
    const ask = (name: string): Promise<string> =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        ({ state }) => state,
        () => 'denied',
      );
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const place = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      );
    });
    return [
      await ask('geolocation'),
      await ask('notifications'),
      await ask('camera'),
      await ask('midi'),
      camera,
      place,
    ];
  });

  expect(states).toEqual(states.map(() => 'denied'));
});

test('messages from any other page are refused, and no channel but ours answers', async () => {
  const foreign = await app.evaluate(
    async ({ BrowserWindow, app: electronApp, session }, preload) => {
      const other = session.fromPartition('foreign');
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: other, preload, sandbox: true },
      });
      await window.loadURL('data:text/html,<p>foreign</p>');
      const reply: unknown = await window.webContents.executeJavaScript(
        'window.app.ask("session.status", {})',
      );
      window.destroy();
      return { reply, name: electronApp.name };
    },
    path.join(root, 'out', 'preload', 'index.cjs'),
  );

  expect(foreign.reply).toMatchObject({ ok: false, failure: { code: 'refused', kind: 'untrusted-sender' } });
});

test('what runs before every page is the bridge alone', () => {
  // With the contract in it, it had 197 KB and took a tenth of the start.
  expect(statSync(path.join(root, 'out', 'preload', 'index.cjs')).size).toBeLessThan(4096);
});

test('garbage asked from the page is always answered with a failure', async () => {
  const replies = await page.evaluate(async () => {
    const garbage: unknown[] = [
      null,
      7,
      'x',
      [],
      { a: 1 },
      { ledger: '__proto__' },
      new Map(),
      new Date(NaN),
    ];
    const names = [
      '__proto__',
      'toString',
      'record.page',
      'record.save',
      'import.start',
      'file.reveal',
      'print.send',
    ];
    const ask = (name: string, input: unknown): Promise<unknown> =>
      Reflect.apply(window.app.ask, window.app, [name, input]);
    return await Promise.all(names.flatMap((name) => garbage.map((input) => ask(name, input))));
  });

  expect(replies.length).toBe(56);
  for (const reply of replies)
    expect(reply).toMatchObject({ ok: false, failure: { code: expect.any(String) } });
});
