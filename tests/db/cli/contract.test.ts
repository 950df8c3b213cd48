import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../../../db/cli/registry.ts';
import { usageLine } from '../../../db/cli/usage.ts';
import { recordKeys } from '../../../db/cli/record-json.ts';
import { ledgers } from '../../../db/model/registry.ts';
import { workFolder, zw, zwProgram } from './zw.ts';

const { folder, remove } = workFolder();
const at = (name: string): string => path.join(folder, name);
const secret = { ZW_PASSPHRASE: 'a passphrase of the town' };
const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
afterAll(remove);

describe('the contract of zw', () => {
  it('documents every command with its usage line and what it prints', () => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/cli.md'), 'utf8');
    const undocumented = commands.filter(
      (c) => !text.includes(`\`${usageLine(c)}\``) || !text.includes(c.prints),
    );
    expect(commands.length).toBeGreaterThan(30);
    expect(undocumented.map((c) => c.name)).toEqual([]);
  });

  it('prints help on stdout with exit code 0, for the program and for every command', () => {
    const general = zwProgram(['--help']);
    expect(general.code).toBe(0);
    for (const { name } of commands) expect(general.out).toContain(`  ${name} `);
    const help = zwProgram(['import', '--help']);
    expect([help.code, help.error]).toEqual([0, '']);
    expect(help.out).toContain('--dry-run');
    expect(help.out).toMatch(/[一-龥]/);
  });

  it('speaks English when asked', () => {
    const { out } = zwProgram(['list', '--help'], { env: { ZW_LANG: 'en' } });
    expect(out).toContain('Lists records');
    expect(out.replace(/\{.*\}/g, '')).not.toMatch(/[一-龥]/);
  });

  it('ends with 2 and names the mistake when the call is wrong', async () => {
    const wrong = [
      [],
      ['fly'],
      ['list'],
      ['list', 'nothing', '--db', at('x.db')],
      ['ledgers', '--colour'],
      ['get', 'person', '--db', 'x'],
      ['list', 'person'],
      ['ledgers', 'one-too-many'],
    ];
    // All of them in this process, every fourth of the program too.
    for (const [i, args] of wrong.entries())
      for (const call of [await zw(args), ...(i % 4 === 0 ? [zwProgram(args)] : [])]) {
        expect([args, call.code]).toEqual([args, 2]);
        expect(failure.parse(call.json).error.code).toBe('usage');
        expect(call.error).not.toBe('');
      }
  });

  it('has no field whose name a printed record uses for something else', () => {
    const taken: readonly string[] = recordKeys;
    expect(ledgers.flatMap((l) => Object.keys(l.fields).filter((name) => taken.includes(name)))).toEqual([]);
  });
});

describe('a database with a passphrase', () => {
  const db = at('town.db');

  it('is made for a town with its villages, and told', () => {
    const call = zwProgram(['init', '--db', db, '--town', '441900121'], { env: secret });
    const shape = z.strictObject({
      db: z.literal(db),
      town: z.strictObject({ code: z.literal('441900121000'), name: z.literal('虎门镇') }),
      practice: z.literal(false),
      counts: z.record(z.string(), z.int()),
    });
    const { counts } = shape.parse(call.json);
    expect(counts['division']).toBeGreaterThan(25);
    expect(counts['person']).toBe(0);
  });

  it("is made for a village too, with its town's villages", () => {
    const call = zwProgram(['init', '--db', at('village.db'), '--town', '441900121004'], { env: secret });
    expect(call.json).toMatchObject({ town: { code: '441900121004' } });
  });

  it('refuses an unknown town', () => {
    expect(zwProgram(['init', '--db', at('no.db'), '--town', '123456789'], { env: secret }).code).toBe(2);
  });

  it('opens with the passphrase from the environment or a file, and with no other', () => {
    writeFileSync(at('pass.txt'), `${secret.ZW_PASSPHRASE}\n`);
    expect(zwProgram(['unlock', '--db', db, '--passphrase-file', at('pass.txt')]).json).toMatchObject({
      db,
      practice: false,
    });
    const wrong = zwProgram(['unlock', '--db', db], { env: { ZW_PASSPHRASE: 'another passphrase' } });
    expect(wrong.code).toBe(1);
    expect(wrong.json).toMatchObject({
      error: { code: 'open-failed', details: { kind: 'wrong-passphrase' } },
    });
    expect(zwProgram(['unlock', '--db', db]).json).toMatchObject({ error: { code: 'passphrase-needed' } });
  });

  it('takes its clock from ZW_NOW', () => {
    const env = { ...secret, ZW_NOW: '2027-03-01T08:00:00Z' };
    const saved = zwProgram(
      [
        'save',
        'grid',
        JSON.stringify({ code: '441900121005001', name: '则徐社区第一网格', village: '则徐社区居民委员会' }),
        '--db',
        db,
      ],
      { env },
    );
    const { id } = z.object({ id: z.string() }).parse(saved.json);
    const got = z
      .looseObject({ created_at: z.string() })
      .parse(zwProgram(['get', 'grid', id, '--db', db], { env }).json);
    expect(got.created_at).toMatch(/^2027-03-01T08:00/);
    expect(zwProgram(['ledgers'], { env: { ZW_NOW: 'soon' } }).code).toBe(2);
  });

  it('says that a file is not there', () => {
    expect(zwProgram(['list', 'person', '--db', at('nowhere.db')], { env: secret }).json).toMatchObject({
      error: { details: { kind: 'not-found' } },
    });
  });
});
