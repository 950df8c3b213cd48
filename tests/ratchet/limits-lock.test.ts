import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { isShallow } from '../bench/provenance.ts';
import { budgetsFile } from '../build/budget-raises.ts';
import { historyFaults, lockFaults, lockFile, writeLock } from './limits-lock.ts';
import { type Values, valuesFile } from './values.ts';

const project = path.resolve(import.meta.dirname, '../..');
const folders: string[] = [];
let root = '';

beforeEach(() => {
  root = newFolder();
  git(root, 'init', '-q');
  write(valuesFile, valuesWith(10));
  write(budgetsFile, budgetsWith(100));
  commit();
  writeLock(root);
  commit();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'limits-'));
  folders.push(folder);
  return folder;
}

function git(folder: string, ...args: readonly string[]): void {
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
  execFileSync('git', [...author, ...args], { cwd: folder, stdio: 'ignore' });
}

function write(file: string, content: unknown): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), JSON.stringify(content));
}

function commit(): void {
  git(root, 'add', '.');
  git(root, 'commit', '-q', '-m', 'one');
}

function shallowClone(): string {
  const folder = newFolder();
  git(root, 'clone', '-q', '--depth=1', `file://${root}`, folder);
  expect(isShallow(folder)).toBe(true);
  return folder;
}

const reason = { why: 'the law asks for two more keys now', date: '2026-12-02' };

function valuesWith(kept: number, rest: Partial<Values['figures'][string]> = {}): Values {
  return { figures: { search: { unit: 'statements', kept, best: kept, ...rest } }, retired: {} };
}

const budgetsWith = (wall_s: number, raised: readonly unknown[] = []): unknown => ({
  lanes: { unit: { wall_s, processor_s: 200 } },
  raised,
});

test('the limits of this repository are as they were locked, and none was loosened without a reason', () => {
  expect([...lockFaults(project), ...historyFaults(project)]).toEqual([]);
});

describe('in a clone of one commit', () => {
  test.each([
    ['a value raised together with its best', valuesFile, () => write(valuesFile, valuesWith(12))],
    ['a wider tolerance', valuesFile, () => write(valuesFile, valuesWith(10, { tolerance: 0.1 }))],
    ['a figure taken out', valuesFile, () => write(valuesFile, { figures: {}, retired: {} })],
    ['a raised budget', budgetsFile, () => write(budgetsFile, budgetsWith(120))],
    ['a lane taken out', budgetsFile, () => write(budgetsFile, { lanes: {}, raised: [] })],
  ])('%s is seen', (_, file, loosen) => {
    loosen();
    commit();

    const clone = shallowClone();

    expect(historyFaults(clone)).toEqual([]);
    expect(lockFaults(clone)).toEqual([expect.stringContaining(`${file} was changed since it was locked`)]);
  });

  test('what was locked is as it should be, however it is laid out', () => {
    const clone = shallowClone();
    const file = path.join(clone, valuesFile);
    writeFileSync(
      file,
      JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), null, 4).replaceAll('\n', '\r\n'),
    );

    expect(lockFaults(clone)).toEqual([]);
  });

  test('nothing is locked', () => {
    expect(() => {
      writeLock(shallowClone());
    }).toThrow('git fetch --unshallow');
  });
});

describe('locking', () => {
  test.each([
    ['a raised value', valuesFile, () => write(valuesFile, valuesWith(12))],
    ['a raised budget', budgetsFile, () => write(budgetsFile, budgetsWith(120))],
  ])('refuses %s without a reason, committed or not', (_, file, loosen) => {
    const lock = readFileSync(path.join(root, lockFile), 'utf8');
    loosen();

    const lockNow = (): void => {
      writeLock(root);
    };

    expect(lockNow).toThrow(file);
    commit();
    expect(lockNow).toThrow(file);
    expect(readFileSync(path.join(root, lockFile), 'utf8')).toBe(lock);
  });

  test('takes gains, and losses with a reason', () => {
    const loosened = { from: 10, to: 12, ...reason };
    write(valuesFile, valuesWith(12, { best: 10, loosened }));
    write(budgetsFile, budgetsWith(120, [{ lane: 'unit', part: 'wall_s', from: 100, to: 120, ...reason }]));
    writeLock(root);
    commit();

    expect(lockFaults(shallowClone())).toEqual([]);
    write(valuesFile, valuesWith(9));
    writeLock(root);
    expect(lockFaults(root)).toEqual([]);
  });
});
