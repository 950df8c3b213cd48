import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
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
