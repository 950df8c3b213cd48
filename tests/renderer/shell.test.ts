import { describe, expect, test } from 'vitest';
import { shellCommand } from '../../renderer/app/shell-keys.ts';
import { newId } from '../../renderer/data/new-id.ts';
import { withJob } from '../../renderer/data/with-job.ts';
import {
  itemsOf,
  problemsOf,
  withNewItem,
  withoutItem,
  withReopened,
} from '../../renderer/screens/codes/code-draft.ts';
import { failureOf } from '../../renderer/data/job-failure.ts';
import { passphraseStrength } from '../../renderer/ui/passphrase-strength.ts';

const press = (key: string, held: Partial<Parameters<typeof shellCommand>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  ...held,
});

describe('keys of the shell', () => {
  test('Alt with a digit opens an area, on the number pad too', () => {
    expect(shellCommand(press('1', { altKey: true, code: 'Digit1' }))).toEqual({ do: 'area', index: 0 });
    expect(shellCommand(press('6', { altKey: true, code: 'Numpad6' }))).toEqual({ do: 'area', index: 5 });
    expect(shellCommand(press('0', { altKey: true, code: 'Digit0' }))).toEqual({ do: 'exchange' });
  });

  test('Ctrl+K searches, F1 helps, Ctrl+W closes, Ctrl+Tab steps', () => {
    expect(shellCommand(press('k', { ctrlKey: true }))).toEqual({ do: 'search' });
    expect(shellCommand(press('F1'))).toEqual({ do: 'help' });
    expect(shellCommand(press('w', { ctrlKey: true }))).toEqual({ do: 'close' });
    expect(shellCommand(press('Tab', { ctrlKey: true, shiftKey: true }))).toEqual({ do: 'step', by: -1 });
  });

  test('plain typing and the input method are left alone', () => {
    expect(shellCommand(press('k'))).toBeNull();
    expect(shellCommand(press('k', { ctrlKey: true, isComposing: true }))).toBeNull();
    expect(shellCommand(press('s', { ctrlKey: true }))).toBeNull();
  });
});

describe('ids made in the window', () => {
  test('are of version 7 and sort by the time they were made', () => {
    const earlier = newId(1_700_000_000_000);
    const later = newId(1_700_000_000_001);
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(earlier.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
    expect(earlier < later).toBe(true);
    expect(newId(1)).not.toBe(newId(1));
  });
});

describe('background work', () => {
  const job = (id: string, startedAt: string, done = 0) =>
    ({
      id,
      kind: 'import',
      state: 'running',
      done,
      total: 9,
      phase: null,
      startedAt,
      result: null,
      failure: null,
    }) as const;

  test('a newer report replaces the older of the same job, newest job first', () => {
    const jobs = withJob([job('a', '2026-01-02'), job('b', '2026-01-01')], job('b', '2026-01-01', 5));
    expect(jobs.map((entry) => [entry.id, entry.done])).toEqual([
      ['a', 0],
      ['b', 5],
    ]);
  });

  test('a failure code of another version counts as a mistake of the program', () => {
    const failure = { code: 'from-the-future', kind: 'x', details: {} };
    expect(failureOf({ failure })).toEqual({ code: 'bug', kind: 'x', details: {} });
    expect(failureOf({ failure: null })).toBeNull();
  });
});

describe('strength of a passphrase', () => {
  test.each([
    ['短口令', 'short'],
    ['aaaaaaaaaaaa', 'weak'],
    ['qwertyuiop12', 'weak'],
    ['12345678901', 'weak'],
    ['sunny-day-77', 'good'],
    ['绿茶木桥二月白鹭飞过', 'weak'],
    ['绿茶 木桥 二月 白鹭 七', 'fair'],
    ['correct horse battery', 'good'],
  ] as const)('%s is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });
});

describe('editing a code table', () => {
  const saved = [{ code: '01', name: '甲', key: '01', isNew: false }];

  test('a saved code is put out of use, a new one is taken away', () => {
    const draft = withNewItem(saved, 'k');
    expect(withoutItem(draft, 'k', '2026-11-23')).toEqual(saved);
    expect(itemsOf(withoutItem(saved, '01', '2026-11-23'))).toEqual([
      { code: '01', name: '甲', valid_to: '2026-11-23' },
    ]);
  });

  test('a closed code can be used again', () => {
    expect(itemsOf(withReopened(withoutItem(saved, '01', '2026-11-23'), '01'))).toEqual([
      { code: '01', name: '甲' },
    ]);
  });

  test('a missing name and a repeated code stop the save', () => {
    const draft = [...saved, { code: ' 01', name: '', key: 'k', isNew: true }];
    expect(problemsOf(draft).get('k')).toEqual({ code: 'codes.code.twice', name: 'codes.name.required' });
    expect(problemsOf(saved).size).toBe(0);
  });
});
