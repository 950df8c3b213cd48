import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tallyOfUnits } from '../../build/report.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** As in vitest.config.ts. With one process Vitest would hand all files over at once, and all would go down together. */
const settings = { pool: 'forks', isolate: false, maxWorkers: 2, globals: true, include: ['*.test.ts'] };
const dies = `process.kill(process.pid, 'SIGSEGV'); await new Promise((go) => setTimeout(go, 60_000));`;

test('a process that dies takes down the file that ran in it and no other, though others share processes', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dying-process-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const write = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
  };
  write('vitest.config.mjs', `export default { test: ${JSON.stringify(settings)} };`);
  const names = ['a', 'dying', 'b', 'c', 'd'];
  for (const name of names)
    write(
      `${name}.test.ts`,
      `import { writeFileSync } from 'node:fs';
       test('writes down its process', async () => {
         writeFileSync('${name}', String(process.pid));
         ${name === 'dying' ? dies : ''}
       });`,
    );

  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=json', '--outputFile=report.json'],
    { cwd: folder },
  );

  expect(status).not.toBe(0);
  const tally = tallyOfUnits(JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8')));
  expect(tally.passed).toBe(names.length - 1);
  expect(tally.failedFiles.map((file) => path.basename(file))).toEqual(['dying.test.ts']);
  const processes = new Set(names.map((name) => readFileSync(path.join(folder, name), 'utf8')));
  expect(processes.size).toBeLessThan(names.length);
});
