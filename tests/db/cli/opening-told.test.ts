import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createStore, practicePassphrase } from '../../../db/store/index.ts';
import { makeOlder } from '../../fixtures/older-file.ts';
import { workFolder, zw } from './zw.ts';

const { folder, remove } = workFolder();
afterAll(remove);

test('a command that opens an older file says on stderr what is done to it first, and nothing of it the next time', async () => {
  const file = path.join(folder, 'town.db');
  const made = createStore({
    file,
    passphrase: practicePassphrase,
    now: () => new Date('2026-11-23T08:00:00Z'),
    town: { code: '441900121000', name: '虎门镇' },
    practice: true,
  });
  if (!made.ok) throw new Error(made.kind);
  const values = { code: '441900121999', name: '后来的社区', level: '5' };
  const caller = { user: 'local', name: '', language: 'zh', seesMasked: true } as const;
  const writes = [{ ledger: 'division', id: 'd1', op: 'create', values }] as const;
  expect(made.store.write({ writeId: 'w1', caller, writes })).toMatchObject({ ok: true });
  made.store.close();
  makeOlder(file, practicePassphrase);

  const first = await zw(['unlock', '--db', file]);
  const second = await zw(['unlock', '--db', file]);

  expect(first).toMatchObject({ code: 0, json: { practice: true } });
  const [backup, ...others] = first.error.split('\n');
  expect(backup).toMatch(/^正在备份数据库 \(\d+ MB\)$/);
  expect(others.slice(0, 4)).toEqual([
    '正在清点数据',
    '正在升级数据',
    '正在核对升级后的数据',
    '正在重建搜索索引',
  ]);
  expect(second).toMatchObject({ code: 0, error: '' });
});
