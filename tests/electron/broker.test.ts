import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fc } from '../fixtures/fc.ts';
import { describe, expect, test, vi } from 'vitest';
import { calls } from '../../electron/contract/calls.ts';
import { failed, type Server } from '../../electron/contract/serve.ts';
import { fileName } from '../../electron/main/files/filters.ts';
import { replaceTokens } from '../../electron/main/files/replace-tokens.ts';
import { createTokens } from '../../electron/main/files/tokens.ts';
import { openLog } from '../../electron/main/host/log.ts';
import { createRequests } from '../../electron/main/host/requests.ts';
import { createRestartRule } from '../../electron/main/host/restarts.ts';
import { createBroker } from '../../electron/main/ipc/broker.ts';
import { chinaTime, countPages } from '../../electron/main/printing/paper.ts';
import { createPrintedDocuments } from '../../electron/main/printing/printed.ts';
import { readStartOptions } from '../../electron/main/start-options.ts';
import { isInside } from '../../electron/main/windows/guard.ts';
import { contentPolicy, createPages } from '../../electron/main/windows/pages.ts';
import { followSession } from '../../electron/main/windows/seen-session.ts';
import {
  firstWindow,
  keepWindow,
  placeOnScreen,
  recallWindow,
} from '../../electron/main/windows/window-memory.ts';

const folder = (): string => mkdtempSync(path.join(os.tmpdir(), 'zw-broker-'));

describe('file tokens', () => {
  test('a token stands for the path only in the use it was given for', () => {
    const tokens = createTokens();
    const token = tokens.give('/home/a/人口.xlsx', 'read');

    expect(tokens.pathOf(token, 'read')).toBe('/home/a/人口.xlsx');
    expect(tokens.pathOf(token, 'write')).toBeNull();
  });

  test('a path sent by the page in the place of a token is refused', () => {
    const input = { ledger: 'person', file: '/etc/passwd' };
    const reply = replaceTokens('import.inspect', input, createTokens());

    expect(reply).toMatchObject({ ok: false, failure: { code: 'refused', kind: 'file-not-chosen' } });
  });

  test('a file chosen for reading is never written to by an export', () => {
    const tokens = createTokens();
    const file = tokens.give('/home/a/人口.xlsx', 'read');
    const exporting = { ledger: 'person', where: {}, fields: ['name'], format: 'xlsx', file };

    expect(replaceTokens('export.start', exporting, tokens).ok).toBe(false);
    expect(replaceTokens('import.inspect', { ledger: 'person', file }, tokens)).toEqual({
      ok: true,
      value: { ledger: 'person', file: '/home/a/人口.xlsx' },
    });
  });

  test('every call that names a file property has that property in its input', () => {
    const withFiles = Object.entries(calls).filter(([, call]) => 'files' in call);

    expect(withFiles.length).toBeGreaterThan(5);
    for (const [name, call] of withFiles) {
      const options: { files?: Readonly<Record<string, string>> } = call;
      const shape: Record<string, unknown> = call.input.shape;
      for (const property of Object.keys(options.files ?? {})) expect(shape, name).toHaveProperty(property);
    }
  });

  test('a suggested file name loses what Windows forbids and gains its extension', () => {
    expect(fileName('人口: 虎门/2026', 'xlsx')).toBe('人口_ 虎门_2026.xlsx');
    expect(fileName('a.CSV', 'csv')).toBe('a.CSV');
  });
});

describe('the door of the broker', () => {
  const own: Server<null> = () => Promise.resolve({ ok: true, value: 'own' });
  const host = {
    ask: () => Promise.resolve({ ok: true as const, value: 'host' }),
    close: () => Promise.resolve(),
    pid: () => undefined,
  };
  const broker = createBroker({ host, own, tokens: createTokens(), language: () => 'zh' });

  test('calls go to the place the contract names', async () => {
    expect(await broker('session.status', {})).toEqual({ ok: true, value: 'host' });
    expect(await broker('app.info', {})).toEqual({ ok: true, value: 'own' });
  });

  test('names no contract holds are refused, also those every object has', async () => {
    for (const name of ['__proto__', 'toString', 'constructor', 'record', '', null, 7, {}, ['app.info']]) {
      expect(await broker(name, {})).toEqual(failed('refused', 'unknown-call'));
    }
  });

  test('garbage in the place of an input that holds files never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (input) => {
        expect((await broker('import.start', input)).ok).toBe(false);
      }),
    );
  });
});

describe('questions to the data process', () => {
  test('a question nobody answers fails when its time is over', async () => {
    vi.useFakeTimers();
    const reply = createRequests().ask(1000, () => undefined);
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();

    expect(await reply).toMatchObject({ ok: false, failure: { code: 'timeout' } });
  });

  test('all waiting questions fail at once when the process is gone, and late answers are dropped', async () => {
    const requests = createRequests();
    const ids: number[] = [];
    const replies = [1, 2].map(() => requests.ask(60_000, (id) => ids.push(id)));
    requests.failAll({ code: 'host-gone', kind: 'ended', details: {} });
    for (const id of ids) requests.settle(id, { ok: true, value: 'late' });

    for (const reply of await Promise.all(replies))
      expect(reply).toMatchObject({ failure: { code: 'host-gone' } });
  });

  test('the third crash within five minutes ends the restarts; crashes far apart never do', () => {
    const quick = createRestartRule();
    const slow = createRestartRule();

    expect([0, 1000, 2000].map((at) => quick(at))).toEqual([true, true, false]);
    expect([0, 300_000, 600_000, 900_000].map((at) => slow(at))).toEqual([true, true, true, true]);
  });
});

describe('the log of the data process', () => {
  test('id numbers, phone numbers and names are not written', () => {
    const place = folder();
    const log = openLog(place, () => new Date('2026-11-23T00:00:00Z'));
    log.write('bug 1a2b record.save near 44190019900307123X 13800138000 张三 at row 12');

    const written = readFileSync(path.join(place, 'dbhost.log'), 'utf8');
    expect(written).toContain('record.save near # # … at row 12');
    expect(written).not.toMatch(/\d{6}/);
  });

  test('the last 200 lines are kept for the crash notice', () => {
    const log = openLog(folder(), () => new Date());
    for (let i = 0; i < 250; i += 1) log.write(`line ${String(i)}`);

    expect(log.tail()).toHaveLength(200);
    expect(log.tail().at(-1)).toContain('line 249');
  });

  test('a folder that cannot be written to stops nothing', () => {
    const file = path.join(folder(), 'a-file');
    writeFileSync(file, '');
    const log = openLog(path.join(file, 'logs'), () => new Date());
    log.write('hello');

    expect(log.tail()).toHaveLength(1);
  });
});

describe('start options', () => {
  const read = (argv: readonly string[], isRelease = false) =>
    readStartOptions(argv, { ZW_DATA_DIR: '/tmp/x', APP_DBHOST_NODE: '/bin/sh' }, isRelease);

  test('--practice opens the town there is, --practice=5000 one of that size', () => {
    expect(read(['app', '--practice']).practice).toMatchObject({ keep: true });
    expect(read(['app', '--practice=5000']).practice).toMatchObject({ people: 5000, keep: false });
    expect(read(['app']).practice).toBeNull();
  });

  test('a release listens to no environment variable', () => {
    expect(read([], true)).toMatchObject({ dataFolder: null, node: null });
    expect(read([])).toMatchObject({ dataFolder: '/tmp/x', node: '/bin/sh' });
  });

  test('--db takes a file in both spellings', () => {
    expect(read(['--db', '/a/town.db']).file).toBe(path.resolve('/a/town.db'));
    expect(read(['--db=/a/town.db']).file).toBe(path.resolve('/a/town.db'));
  });
});

describe('pages of the window', () => {
  async function pagesOf() {
    const place = folder();
    await mkdir(path.join(place, 'assets'));
    writeFileSync(
      path.join(place, 'index.html'),
      '<meta name="n" content="__NONCE__"><style nonce="__NONCE__">',
    );
    writeFileSync(path.join(place, 'assets', 'a.js'), '1');
    writeFileSync(path.join(place, 'assets', 'secret.key'), 'x');
    writeFileSync(path.join(place, '..', 'outside.js'), 'x');
    return await createPages(place);
  }

  test('only exact names of built files are answered', async () => {
    const pages = await pagesOf();
    const status = async (url: string) => (await pages({ url })).status;

    expect(await status('app://main/index.html')).toBe(200);
    expect(await status('app://main/assets/a.js')).toBe(200);
    for (const url of [
      'app://main/../outside.js',
      'app://main/..%2foutside.js',
      'app://main/assets/..%2f..%2foutside.js',
      'app://main/assets/',
      'app://main/assets/secret.key',
      'app://main//index.html',
      'app://other/index.html',
    ]) {
      expect(await status(url), url).toBe(404);
    }
  });

  test('each load has a nonce of its own in page and policy', async () => {
    const pages = await pagesOf();
    const [first, second] = [await pages({ url: 'app://main/' }), await pages({ url: 'app://main/' })];
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';

    expect(await first.text()).toContain(`content="${nonce}"`);
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
  });

  test('the policy allows nothing unsafe and nothing from outside', () => {
    expect(contentPolicy('n')).not.toMatch(/unsafe|\*|http/);
    expect(contentPolicy('n')).toMatch(/^default-src 'none'/);
  });

  test('requests to anything but the program itself are cancelled', () => {
    for (const url of [
      'http://a/',
      'https://a/',
      'file:///etc/passwd',
      'ftp://a',
      'ws://a',
      'blob:https://a/1',
    ]) {
      expect(isInside(url), url).toBe(false);
    }
    for (const url of ['app://main/index.html', 'data:image/png;base64,', 'blob:app://main/1']) {
      expect(isInside(url), url).toBe(true);
    }
  });
});

describe('the window from one start to the next', () => {
  test('place and language come back; a damaged file is the first start', () => {
    const file = path.join(folder(), 'window.json');
    const memory = { x: 10, y: 20, width: 1400, height: 800, isMaximized: true, language: 'en' } as const;
    keepWindow(file, memory);
    expect(recallWindow(file)).toEqual(memory);

    writeFileSync(file, '{"width":');
    expect(recallWindow(file)).toEqual(firstWindow);
  });

  test('a place on a screen that is gone is forgotten', () => {
    const screens = [{ x: 0, y: 0, width: 1366, height: 768 }];
    const memory = { ...firstWindow, x: 2000, y: 10 };

    expect(placeOnScreen(memory, screens)).toEqual({ width: 1366, height: 768 });
    expect(placeOnScreen({ ...memory, x: 5 }, screens)).toMatchObject({ x: 5, y: 10 });
  });

  test('the title names town and practice in the language of the window', () => {
    const seen = followSession(false);
    seen.see({ practice: true, town: { code: '441900121', name: '虎门镇' } });

    expect(seen.title('zh')).toBe('智网工作台 · 虎门镇 · 练习数据');
    expect(seen.title('en')).toBe('Zhiwang Workbench · 虎门镇 · Practice data');
    seen.see('garbage');
    expect(seen.isPractice()).toBe(true);
  });
});

describe('laid-out documents', () => {
  test('carry the time of China in whatever zone the computer is', () => {
    expect(chinaTime(new Date('2026-11-23T16:30:00Z'))).toBe('2026-11-24 00:30');
  });

  test('pages are counted from the page tree', () => {
    const pdf = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type /Pages /Kids [2 0 R] /Count 12>>\n2 0 obj<</Type /Page>>',
    );
    expect(countPages(pdf)).toBe(12);
    expect(countPages(Buffer.from('no pdf'))).toBe(0);
  });

  test('only the last four are kept', () => {
    const printed = createPrintedDocuments();
    const document = { title: 't', html: '', landscape: false, pdf: new Uint8Array() };
    const tokens = Array.from({ length: 5 }, () => printed.keep(document));

    expect(tokens.map((token) => printed.get(token) !== null)).toEqual([false, true, true, true, true]);
  });
});
