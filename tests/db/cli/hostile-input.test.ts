import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workFolder, zw } from './zw.ts';

const { folder, remove } = workFolder();
const env = { ZW_PASSPHRASE: 'a passphrase of the town', ZW_NOW: '2026-11-23T02:00:00Z', ZW_LANG: 'en' };
const db = ['--db', path.join(folder, 'town.db')];
const call = (args: readonly string[], input?: string) =>
  zw([...args, ...db], { env, ...(input === undefined ? {} : { input }) });

afterAll(remove);

describe('input nobody means well with', () => {
  it('is refused with its reason, never as a fault of the program', async () => {
    expect((await call(['init', '--town', '441900121'])).code).toBe(0);
    const wrong: readonly (readonly string[])[] = [
      ['save', 'person', '{"constructor":"x"}'],
      ['save', 'person', '{"toString":"x"}'],
      ['save', 'person', '{"id":""}'],
      ['save', 'person', '{"id":"a\\u0000b"}'],
      ['save', 'person', JSON.stringify({ id: 'x'.repeat(65) })],
      ['list', 'person', '--after', '!!!'],
      ['list', 'person', '--after', '[{},1]'],
      ['list', 'person', '--sort', 'constructor'],
      ['list', 'person', '--fields', 'valueOf'],
      ['act', 'issue', 'i1', 'toString', '{}'],
    ];
    for (const args of wrong) expect(await call(args), args.join(' ')).toMatchObject({ code: 2 });
    for (const file of ['/dev/zero', folder])
      expect((await call(['import', 'person', file])).json, file).toMatchObject({
        error: { code: expect.not.stringMatching('failed') },
      });
  });

  it('may begin with a byte order mark, as Notepad writes it', async () => {
    const given = '\uFEFF{"name":"王小明"}';
    expect((await call(['save', 'person', '-'], given)).json).toMatchObject({ error: { code: 'invalid' } });
  });
});
