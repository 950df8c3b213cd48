import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardedPackages, innerRooms, rooms } from '../../build/rooms.ts';

const root = path.resolve(import.meta.dirname, '../..');
const places = [...rooms, ...innerRooms];

// A house with the real walls (every tsconfig.json, the lint rules, the table of rooms) and empty rooms, in which every
// forbidden and every allowed import is planted in a file of its own; the tools run once over all of them.
let house: string;
let typeErrors: ReadonlySet<string>;
let lintErrors: ReadonlySet<string>;

const slug = (name: string) => name.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
const planted = (room: string, kind: string, target: string) => `${room}/planted-${kind}-${slug(target)}.ts`;

beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'walls-'));
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.base.json', 'oxlint.config.ts']) {
    cpSync(path.join(root, file), path.join(house, file));
  }
  mkdirSync(path.join(house, 'build'));
  cpSync(path.join(root, 'build/rooms.ts'), path.join(house, 'build/rooms.ts'));
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  for (const room of rooms) {
    mkdirSync(path.join(house, room.path), { recursive: true });
    cpSync(path.join(root, room.path, 'tsconfig.json'), path.join(house, room.path, 'tsconfig.json'));
    plant(`${room.path}/room.ts`, 'export const here = 1;\n');
  }
  plantImportsOfRooms();
  plantGlobals();
  const projects = rooms.map((room) => room.path);
  typeErrors = filesNamed(
    run('typescript', 'bin/tsc', ['-b', '--builders', '1', '--pretty', 'false', ...projects]),
    /^([^\s(]+)\(\d/gm,
  );
  // Only now: some packages bring Node's types with them, which would hide what a room sees by itself.
  plantImportsOfPackages();
  lintErrors = filesNamed(
    run('oxlint', 'bin/oxlint', ['--format', 'unix']),
    /^([^\s:]+):\d+:\d+:.*no-restricted-imports/gm,
  );
}, 120_000);

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

function plantImportsOfRooms(): void {
  for (const from of rooms) {
    for (const to of rooms) {
      if (from === to) continue;
      const target = path.relative(from.path, `${to.path}/room.ts`);
      plant(planted(from.path, 'room', to.path), `export { here } from '${target}';\n`);
    }
  }
}

function plantImportsOfPackages(): void {
  for (const place of places) {
    for (const name of guardedPackages) plant(planted(place.path, 'package', name), `import '${name}';\n`);
  }
}

/** The pure rooms know neither page nor Node; the page knows no Node; the Node rooms know no page. */
function plantGlobals(): void {
  for (const room of rooms) {
    plant(planted(room.path, 'global', 'document'), 'export const title = document.title;\n');
    plant(planted(room.path, 'global', 'node'), "export { readFileSync } from 'node:fs';\n");
  }
}

function run(packageName: string, program: string, args: readonly string[]): string {
  const file = path.join(root, 'node_modules', packageName, program);
  const result = spawnSync(process.execPath, [file, ...args], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return result.stdout + result.stderr;
}

function filesNamed(output: string, pattern: RegExp): ReadonlySet<string> {
  const names = [...output.matchAll(pattern)].map((match) => path.normalize(match[1] ?? ''));
  if (names.length === 0) throw new Error(`the tool named no file at all:\n${output.slice(0, 2000)}`);
  return new Set(names);
}

describe.each(rooms)('the walls of $path', (room) => {
  test('stop imports of every other room but the allowed ones', () => {
    const others = rooms.filter((other) => other !== room);

    const isStopped = (file: string) => typeErrors.has(file) || lintErrors.has(file);
    const passed = others.filter((other) => !isStopped(planted(room.path, 'room', other.path)));

    expect(passed.map((other) => other.path).toSorted()).toEqual(room.rooms.toSorted());
  });

  test('agree with the references of its TypeScript project', () => {
    const config: { references: { path: string }[] } = JSON.parse(
      readFileSync(path.join(root, room.path, 'tsconfig.json'), 'utf8'),
    );

    const references = config.references.map((reference) => path.join(room.path, reference.path));

    expect(references.toSorted()).toEqual(room.rooms.toSorted());
  });

  test('let only the page see the document, and only Node rooms see Node', () => {
    const seesDocument = !typeErrors.has(planted(room.path, 'global', 'document'));
    const seesNode = !typeErrors.has(planted(room.path, 'global', 'node'));

    expect({ seesDocument, seesNode }).toEqual({
      seesDocument: ['renderer', 'electron/preload'].includes(room.path),
      seesNode: room.hasNode,
    });
  });
});

describe.each(places)('the packages of $path', (place) => {
  test('are those of the table and no other guarded one', () => {
    const passed = guardedPackages.filter((name) => !lintErrors.has(planted(place.path, 'package', name)));

    expect(passed.toSorted()).toEqual(place.packages.toSorted());
  });
});
