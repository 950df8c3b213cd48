import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type HtmlTagDescriptor, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import { entryOf, isFresh, markBuilt, type PartName } from './freshness.mjs';
import { withLock } from './lock.mjs';
import { root } from './places.mjs';

/** Drivers knex can load but this product never does; left outside so that the bundle does not look for them. */
const UNUSED_DRIVERS =
  /^(better-sqlite3|sqlite3|mysql2?|pg-query-stream|pg-native|oracledb|tedious|mariadb)(\/|$)/;
const NODE_MODULES = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
/** What the oldest Electron the window must work on brings: 33.2, borrowed for tests on closed networks. */
const OLDEST_ELECTRON = { chrome: 'chrome130', node: 'node20' } as const;
const ADDON = 'better-sqlite3-multiple-ciphers';
const ADDON_PLATFORMS = ['linux-x64', 'win32-x64'];
/** The roster solver, WebAssembly for every platform; db/planner/linear/engine.ts looks for it beside its bundle. */
const SOLVER = 'highs/build/highs.wasm';

/**
 * Pieces of the programs that hold the whole product. As one file they took 70 MB more: V8 keeps the text, with two bytes a
 * character as soon as one of them is Chinese, and what compiling it needed at once.
 */
const CHUNKS = [
  { name: 'pinyin', test: /node_modules\/pinyin-pro/ },
  {
    name: 'documents',
    test: /node_modules\/(docx|docxtemplater|@xmldom|pizzip|pako|jszip|ical-generator)\//,
  },
  { name: 'ciphers', test: /node_modules\/(age-encryption|@noble|@scure)\// },
  { name: 'libraries', test: /node_modules/ },
  { name: 'codes', test: /db\/model\/codes/ },
  { name: 'model', test: /db\/model/ },
] as const;

/**
 * What a window needs before its first list, in two files: the main process answers each file by itself, busy with starting the
 * program, and eighteen of them came 0.1 s later than two.
 */
const PAGE_CHUNKS: Rolldown.CodeSplittingGroup[] = [
  { name: 'window', tags: ['$initial'], priority: 1 },
  { name: 'list', test: /renderer[\\/]record[\\/]index\.ts/ },
];

interface NodePart {
  readonly entries: Readonly<Record<string, string>>;
  readonly target: string;
  /** Whether the SQLite addon and the roster solver lie beside it. */
  readonly hasBinaries: boolean;
}

/** Threads of the product, beside each program that imports sheets or plans rosters. */
const WORKERS = {
  'sheet-worker': 'db/exchange/sheet/reader-worker.ts',
  'planner-worker': 'db/planner/planner-worker.ts',
} as const;

/** What runs in Node or in Electron's main process: one CommonJS file per entry, nothing left in node_modules. */
const nodeParts: Readonly<Record<Exclude<PartName, 'renderer'>, NodePart>> = {
  main: { entries: { index: 'electron/main/index.ts' }, target: OLDEST_ELECTRON.node, hasBinaries: false },
  preload: {
    entries: { index: 'electron/preload/index.ts' },
    target: OLDEST_ELECTRON.node,
    hasBinaries: false,
  },
  dbhost: {
    entries: { index: 'electron/dbhost/index.ts', ...WORKERS },
    target: 'node22',
    hasBinaries: true,
  },
  zw: {
    entries: { index: 'db/cli/index.ts', ...WORKERS },
    target: 'node22',
    hasBinaries: true,
  },
  bench: {
    entries: { index: 'tests/bench/index.ts', ...WORKERS },
    target: 'node22',
    hasBinaries: true,
  },
  ratchet: {
    entries: { index: 'tests/ratchet/index.ts', ...WORKERS },
    target: 'node22',
    hasBinaries: true,
  },
};

/**
 * Bundles the named parts into `out/`, skipping those whose sources have not changed.
 * A part is written to a temporary folder and swapped in, so a running program never sees half of it.
 */
export async function bundle(parts: readonly PartName[], report: (line: string) => void): Promise<void> {
  await withLock('bundle', async () => {
    for (const part of parts) {
      if (isFresh(part)) continue;
      const startedAt = performance.now();
      await bundlePart(part);
      report(`${part}: built in ${String(Math.round(performance.now() - startedAt))} ms`);
    }
  });
}

async function bundlePart(part: PartName): Promise<void> {
  const startedAt = Date.now();
  if (!existsSync(path.join(root, entryOf(part)))) throw new Error(`${entryOf(part)} does not exist`);
  const finished = path.join(root, 'out', part);
  const temporary = path.join(root, 'out', `.${part}-${String(process.pid)}`);
  rmSync(temporary, { recursive: true, force: true });
  try {
    if (part === 'renderer') await build(rendererConfig(temporary));
    else await bundleNodePart(nodeParts[part], temporary);
    rmSync(finished, { recursive: true, force: true });
    renameSync(temporary, finished);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  markBuilt(part, startedAt);
}

async function bundleNodePart(part: NodePart, outDir: string): Promise<void> {
  for (const [name, entry] of Object.entries(part.entries)) {
    if (!existsSync(path.join(root, entry))) continue;
    await build(nodeConfig({ name, entry, outDir, part }));
  }
  if (!part.hasBinaries) return;
  copyAddon(path.join(outDir, 'native'));
  copyFileSync(path.join(root, 'node_modules', SOLVER), path.join(outDir, path.basename(SOLVER)));
}

interface NodeEntry {
  readonly name: string;
  readonly entry: string;
  readonly outDir: string;
  readonly part: NodePart;
}

function nodeConfig({ name, entry, outDir, part }: NodeEntry): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    resolve: { conditions: ['node', 'import', 'module', 'default'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: part.target,
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        external: ['electron', ...NODE_MODULES, UNUSED_DRIVERS],
        output: {
          format: 'cjs',
          entryFileNames: `${name}.cjs`,
          chunkFileNames: `${name}-[name].cjs`,
          // A sandboxed preload can load no further file.
          codeSplitting: part.hasBinaries ? { groups: [...CHUNKS] } : false,
          // Names stay, for the places in a log; blanks and comments are half of the text every process keeps in memory.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  };
}

function rendererConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: './',
    logLevel: 'error',
    mode: 'production',
    plugins: [react(), listsAhead()],
    build: {
      outDir,
      emptyOutDir: true,
      target: OLDEST_ELECTRON.chrome,
      sourcemap: false,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { output: { codeSplitting: { groups: PAGE_CHUNKS } } },
    },
  };
}

/**
 * Names the lists' code in the page itself, so that it is fetched beside the window's own and not after the first drawing,
 * when the page has no time to take it in.
 */
function listsAhead(): Plugin {
  return {
    name: 'lists-ahead',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle: made }) =>
        Object.keys(made ?? {}).flatMap((file): HtmlTagDescriptor[] => {
          const href = `./${file}`;
          if (/\/list-[^/]*\.js$/.test(file))
            return [
              { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href }, injectTo: 'head' },
            ];
          if (/\/list-[^/]*\.css$/.test(file))
            return [{ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href }, injectTo: 'head' }];
          return [];
        }),
    },
  };
}

/** The addon of every platform we pack lies beside the bundle; electron-builder.yml ships only the one needed. */
function copyAddon(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const platform of ADDON_PLATFORMS) {
    const source = path.join(root, 'node_modules', ADDON, 'prebuilds', `${platform}.node`);
    if (!existsSync(source) || statSync(source).size === 0)
      throw new Error(`${ADDON} brings no ${platform}.node`);
    copyFileSync(source, path.join(folder, `${platform}.node`));
  }
}
