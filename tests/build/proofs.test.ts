import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { proofs } from '../../build/proof-list.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Reads the size of a test from the environment, with its short form beside it. */
const SIZE = /process\.env\['(\w+)'\] \?\? '?\d/g;

/** Variables by which test files take their size, as `file variable`. */
const sized = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .flatMap((file) => {
    const text = readFileSync(path.join(root, 'tests', file), 'utf8');
    const place = `tests/${file.replaceAll(path.sep, '/')}`;
    return [...text.matchAll(SIZE)].map(([, variable]) => `${place} ${String(variable)}`);
  });

test('every test that has a long form is a proof with a name, and every proof is such a test', () => {
  const named = Object.values(proofs).flatMap(({ files, variable }) =>
    files.map((file) => `${file} ${variable}`),
  );
  expect(named.toSorted()).toEqual([...new Set(sized)].toSorted());
});

/** Runs the command while nobody reads one of its streams any more, as `| head` does; yields what the other one says. */
async function withoutReaderOf(closed: 'stdout' | 'stderr', ...names: readonly string[]) {
  const program = path.join(root, 'build', 'proofs.ts');
  const child = spawn(process.execPath, [program, ...names], { stdio: ['ignore', 'pipe', 'pipe'] });
  child[closed].destroy();
  const [said, ended] = await Promise.all([
    text(closed === 'stdout' ? child.stderr : child.stdout),
    once(child, 'exit'),
  ]);
  return { said, code: Number(ended[0]) };
}

test('the list ends cleanly when its reader has seen enough', async () => {
  expect(await withoutReaderOf('stdout')).toEqual({ said: '', code: 0 });
});

test('a name that is none is answered with the list on the stream of errors alone', async () => {
  const { said, code } = await withoutReaderOf('stdout', 'nosuch');

  expect(code).toBe(2);
  expect(said).toMatch(/^There is no proof named nosuch\.\nsimulation +\S/);
  expect(said.trimEnd().split('\n')).toHaveLength(1 + Object.keys(proofs).length);
  expect(await withoutReaderOf('stderr', 'nosuch')).toEqual({ said: '', code: 2 });
});
