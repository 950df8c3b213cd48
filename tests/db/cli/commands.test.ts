import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ledgers } from '../../../db/model/registry.ts';
import { practiceDay } from '../../fixtures/practice-day.ts';
import { workFolder, zw, zwProgram } from './zw.ts';

const { folder, remove } = workFolder();
const db = path.join(folder, 'practice.db');
const at = (name: string): string => path.join(folder, name);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const record = z.looseObject({ id: z.string(), version: z.int(), texts: z.record(z.string(), z.string()) });
const page = z.strictObject({
  rows: z.array(record),
  total: z.int(),
  exact: z.boolean(),
  next: z.string().nullable(),
});
const written = z.strictObject({ id: z.string(), change: z.string().nullable() });
const change = z.looseObject({
  change: z.string(),
  at: z.iso.datetime(),
  user: z.string(),
  op: z.enum(['create', 'update', 'remove', 'restore']),
  fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
});
const imported = z.strictObject({
  batch: z.string(),
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  errors: z.array(
    z.looseObject({
      row: z.int(),
      column: z.string(),
      value: z.string(),
      code: z.string(),
      reason: z.string(),
    }),
  ),
});
const refused = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), details: z.looseObject({}) }),
});

const firstPerson = async () =>
  page.parse((await zw(['list', 'person', '--db', db, '--limit', '1'])).json).rows[0];

// Most calls are made in this process; those that read stdin, start a thread or make a town are made of the program too.
beforeAll(async () => {
  expect((await zw(['practice', '--db', db, '--people', '1000', '--seed', '7'])).code).toBe(0);
});
afterAll(remove);

describe('a practice town', () => {
  it('is told with its town and counts, and holds rows in every ledger', async () => {
    const size = ['--people', '1000', '--seed', '7'];
    const again = zwProgram(['practice', '--db', at('other.db'), ...size, '--day', practiceDay]);
    const shape = z.strictObject({
      db: z.string(),
      town: z.strictObject({ code: z.string(), name: z.string() }),
      practice: z.literal(true),
      day: z.literal(practiceDay),
      counts: z.record(z.string(), z.int()),
    });
    const { counts, town } = shape.parse(again.json);
    expect(town).toEqual({ code: '441900121000', name: '虎门镇' });
    // Forms of superior offices are files, and no office above answers a practice town.
    const empty = Object.entries(counts).filter(([, count]) => count === 0);
    expect(empty).toEqual([
      ['issue_reply', 0],
      ['dispute_reply', 0],
      ['liaison_opinion_reply', 0],
      ['form_template', 0],
    ]);
    expect(Object.keys(counts).toSorted()).toEqual(ledgers.map((l) => l.id).toSorted());
    expect(counts['person']).toBe(1000);
  });

  it('is drawn for a day, not for anything else', async () => {
    const call = await zw(['practice', '--db', at('never.db'), '--day', '2026-13-01']);
    expect([call.code, call.error]).toEqual([2, expect.stringContaining('--day')]);
  });

  it('is not written over an existing file', async () => {
    const call = await zw(['practice', '--db', db]);
    expect(call.code).toBe(1);
    expect(refused.parse(call.json).error).toMatchObject({
      code: 'open-failed',
      details: { kind: 'exists' },
    });
  });

  it('is whole after it was generated', async () => {
    expect((await zw(['check', '--db', db])).json).toEqual({ ok: true, findings: [] });
  });
});

describe('definitions', () => {
  it('lists every ledger with its label, area and standard, whose part it is and whether it is sensitive', async () => {
    const shape = z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        area: z.string(),
        revision: z.number(),
        source: z.string(),
        sensitive: z.boolean(),
        partOf: z.string().nullable(),
      }),
    );
    const all = shape.parse((await zw(['ledgers'])).json);
    expect(all).toContainEqual(
      expect.objectContaining({ id: 'person', label: '实有人口', area: 'population', partOf: null }),
    );
    const security = shape.parse((await zw(['ledgers', '--area', 'security'])).json);
    expect(security).toEqual(all.filter(({ area }) => area === 'security'));
    expect(security).toContainEqual(
      expect.objectContaining({ id: 'watch_kit', sensitive: false, partOf: 'watch_post' }),
    );
    expect(security).toContainEqual(expect.objectContaining({ id: 'clue', sensitive: true }));
    expect((await zw(['ledgers', '--area', 'nowhere'])).code).toBe(2);
  });

  it('describes every ledger as data', async () => {
    const field = z.looseObject({
      name: z.string(),
      kind: z.string(),
      label: z.looseObject({ zh: z.string(), en: z.string() }),
    });
    const described = z
      .looseObject({ id: z.string(), naturalKey: z.array(z.string()), fields: z.array(field).min(1) })
      .parse((await zw(['describe', 'person'])).json);
    expect(described.fields.map((f) => f.name)).toContain('doc_no');
  });

  it('prints the code tables', async () => {
    const { json } = await zw(['codes', 'sex', '--db', db]);
    expect(json).toMatchObject({
      id: 'sex',
      items: expect.arrayContaining([expect.objectContaining({ code: '1' })]),
    });
  });
});

const counted = z.object({
  ledger: z.string(),
  value: z.int(),
  where: z.record(z.string(), z.unknown()),
});

describe('list and get', () => {
  it('pages through a filtered list without repeating or losing a record', async () => {
    const where = JSON.stringify({ sex: '2' });
    const args = ['list', 'person', '--db', db, '--where', where, '--sort', 'birth_date', '--limit', '300'];
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const call = await zw(after === null ? args : [...args, '--after', after]);
      const answer = page.parse(call.json);
      ids.push(...answer.rows.map((row) => row.id));
      ({ total } = answer);
      after = answer.next;
    } while (after !== null && ids.length < 2000);
    expect(ids.length).toBe(total);
    expect(new Set(ids).size).toBe(total);
    expect(total).toBeGreaterThan(300);
  });

  it('opens the rows of a figure over two ledgers with the filters it prints', async () => {
    const figure = z.object({
      total: z.object({
        per_worker: z.object({ now: z.object({ numerator: counted, denominator: counted }) }),
      }),
    });
    const args = ['figures', 'issue', '--db', db, '--period', '2026', '--indicator', 'per_worker'];
    const { numerator, denominator } = figure.parse((await zw(args)).json).total.per_worker.now;
    expect([numerator.ledger, denominator.ledger]).toEqual(['issue', 'grid_staff']);
    for (const { ledger, value, where } of [numerator, denominator]) {
      const list = await zw(['list', ledger, '--db', db, '--where', JSON.stringify(where), '--limit', '1']);
      expect(page.parse(list.json).total).toBe(value);
    }
    expect((await zw([...args, '--where', '{"level":"01"}'])).code).toBe(2);
  });

  it('filters a list by the records that link there, and by no link that does not exist', async () => {
    const totalOf = async (entry: object) => {
      const where = JSON.stringify({ 'grid_staff.grid': entry });
      return page.parse((await zw(['list', 'grid', '--db', db, '--where', where, '--limit', '1'])).json)
        .total;
    };
    const all = page.parse((await zw(['list', 'grid', '--db', db, '--limit', '1'])).json).total;
    const atWork = { state: ['01'] };
    expect(await totalOf({ some: atWork })).toBeGreaterThan(0);
    expect((await totalOf({ some: atWork })) + (await totalOf({ none: atWork }))).toBe(all);
    const wrong = JSON.stringify({ 'grid_staff.village': { some: {} } });
    expect((await zw(['list', 'grid', '--db', db, '--where', wrong])).code).toBe(2);
  });

  it.each([[['--sort=-birth_date']], [['--sort', '-birth_date']]])(
    'sorts downwards with a leading minus, %j, and prints only the fields asked for',
    async (sort) => {
      const call = await zw([
        'list',
        'person',
        '--db',
        db,
        ...sort,
        '--fields',
        'birth_date',
        '--limit',
        '20',
      ]);
      const days = z
        .object({
          rows: z.array(z.strictObject({ id: z.string(), version: z.int(), birth_date: z.string() })),
        })
        .parse(call.json)
        .rows.map((r) => r.birth_date);
      expect(days).toHaveLength(20);
      expect(days).toEqual(days.toSorted().toReversed());
    },
  );

  it('prints one record with values, texts and dates, and refuses an unknown id', async () => {
    const person = record.parse(await firstPerson());
    const got = record.parse((await zw(['get', 'person', person.id, '--db', db])).json);
    expect(got).toEqual(person);
    const missing = await zw(['get', 'person', 'nobody', '--db', db]);
    expect([missing.code, refused.parse(missing.json).error.code]).toEqual([1, 'not-found']);
  });
});

describe('save, history, undo', () => {
  it('changes a record by id, tells the change in the history and takes it back', async () => {
    const person = record.parse(await firstPerson());
    const saved = written.parse(
      (await zw(['save', 'person', JSON.stringify({ id: person.id, remark: '电话已核实' }), '--db', db]))
        .json,
    );
    expect(saved.id).toBe(person.id);
    const changes = z
      .strictObject({ changes: z.array(change) })
      .parse((await zw(['history', 'person', person.id, '--db', db])).json).changes;
    const mine = changes.find((c) => c.change === saved.change);
    expect(mine?.fields).toEqual({ remark: [null, '电话已核实'] });
    expect(changes.some((c) => c.op === 'create')).toBe(true);
    const undone = written.parse((await zw(['undo', String(saved.change), '--db', db])).json);
    expect(undone.id).toBe(person.id);
    expect(record.parse((await zw(['get', 'person', person.id, '--db', db])).json)['remark']).toBeNull();
  });

  it('creates from stdin, then finds the same record by its natural key', async () => {
    const village = page.parse(
      (await zw(['list', 'division', '--db', db, '--where', '{"level":"5"}', '--limit', '1'])).json,
    ).rows[0]?.id;
    const person = { name: '曾小红', doc_no: '999001199001010011', person_kinds: ['02'], village };
    const created = zwProgram(['save', 'person', '-', '--db', db], { input: JSON.stringify(person) });
    const { id } = written.parse(created.json);
    expect(id).toMatch(uuid);
    const again = { doc_type: '居民身份证', doc_no: person.doc_no, education: '大专' };
    const updated = written.parse((await zw(['save', 'person', JSON.stringify(again), '--db', db])).json);
    expect(updated.id).toBe(id);
    expect(record.parse((await zw(['get', 'person', id, '--db', db])).json)).toMatchObject({
      name: '曾小红',
      birth_date: '1990-01-01',
      sex: '1',
      education: '30',
    });
    expect(JSON.stringify((await zw(['search', 'cengxiaohong', '--db', db])).json)).toContain(id);
  });

  it('does not write twice when the same write id comes again', async () => {
    const person = record.parse(await firstPerson());
    const args = [
      'save',
      'person',
      JSON.stringify({ id: person.id, remark: '一次' }),
      '--db',
      db,
      '--write-id',
      'a-write-of-mine',
    ];
    const first = written.parse((await zw(args)).json);
    expect(written.parse((await zw(args)).json)).toEqual(first);
    expect(record.parse((await zw(['get', 'person', person.id, '--db', db])).json).version).toBe(
      person.version + 1,
    );
  });

  it('refuses a wrong id number by name and saves nothing', async () => {
    const call = await zw([
      'save',
      'person',
      JSON.stringify({ id: (await firstPerson())?.id, doc_no: '999001199001010013' }),
      '--db',
      db,
    ]);
    expect(call.code).toBe(1);
    expect(refused.parse(call.json).error).toMatchObject({
      code: 'invalid',
      details: { findings: [{ field: 'doc_no', code: 'id-check' }] },
    });
    expect(call.error).toContain('校验位');
  });

  it('ends a record with a reason and brings it back', async () => {
    const id = (await firstPerson())?.id ?? '';
    written.parse((await zw(['remove', 'person', id, '--reason', '已迁出', '--db', db])).json);
    expect(record.parse((await zw(['get', 'person', id, '--db', db])).json)).toMatchObject({
      removed_reason: '已迁出',
    });
    written.parse((await zw(['restore-record', 'person', id, '--db', db])).json);
    expect(record.parse((await zw(['get', 'person', id, '--db', db])).json)).toMatchObject({
      removed_at: null,
    });
  });

  it('writes the same values to a whole filter and takes the batch back', async () => {
    const where = JSON.stringify({ sex: '1', education: '21' });
    const args = ['batch-change', 'person', where, JSON.stringify({ source: '07' }), '--db', db];
    const preview = z
      .looseObject({ batch: z.null(), count: z.int().positive() })
      .parse((await zw([...args, '--dry-run'])).json);
    const done = z
      .looseObject({ batch: z.string(), updated: z.int(), rejected: z.literal(0) })
      .parse((await zw(args)).json);
    expect(done.updated).toBe(preview.count);
    expect((await zw(['undo-import', done.batch, '--db', db])).json).toEqual({
      undone: done.updated,
      kept: 0,
    });
  });
});

describe('search, related, suggest', () => {
  it('answers hits with ledger, id, title and the field matched', async () => {
    const person = record.parse(await firstPerson());
    const shape = z.strictObject({
      hits: z.array(
        z.strictObject({
          ledger: z.string(),
          id: z.string(),
          title: z.string(),
          subtitle: z.string(),
          matched: z.string(),
        }),
      ),
      more: z.array(z.string()),
      ms: z.number(),
    });
    const found = shape.parse(
      (await zw(['search', String(person['doc_no']), '--db', db, '--limit', '5'])).json,
    );
    expect(found.hits).toContainEqual(
      expect.objectContaining({ ledger: 'person', id: person.id, matched: 'doc_no' }),
    );
  });

  it('lists what points to a record', async () => {
    const shape = z.strictObject({
      groups: z.array(z.looseObject({ ledger: z.string(), field: z.string(), total: z.int().positive() })),
    });
    const { groups } = shape.parse(
      (await zw(['related', 'person', (await firstPerson())?.id ?? '', '--db', db])).json,
    );
    expect(groups.map((g) => g.ledger)).toContain('residence');
  });

  it('suggests values already written', async () => {
    const { values } = z
      .object({ values: z.array(z.string()).min(1) })
      .parse((await zw(['suggest', 'person', 'occupation', '司', '--db', db])).json);
    expect(values).toContain('司机');
  });
});

describe('sheets', () => {
  it('exports, changes nothing on import of the same file, and takes a corrected failure', async () => {
    const file = at('people.xlsx');
    const fields = 'name,doc_type,doc_no,person_kinds,sex,birth_date,village,phone';
    const out = await zw([
      'export',
      'person',
      file,
      '--db',
      db,
      '--fields',
      fields,
      '--full',
      '--where',
      '{"sex":"1"}',
    ]);
    const { rows } = z.strictObject({ rows: z.int().positive(), file: z.string() }).parse(out.json);
    const again = imported.parse(zwProgram(['import', 'person', file, '--db', db]).json);
    expect(again).toMatchObject({
      read: rows,
      unchanged: rows,
      created: 0,
      updated: 0,
      rejected: 0,
      errors: [],
    });
  });

  it('masks an export unless it is asked for in full', async () => {
    await zw([
      'export',
      'person',
      at('masked.csv'),
      '--db',
      db,
      '--fields',
      'doc_no',
      '--where',
      '{"doc_type":"111"}',
    ]);
    const lines = readFileSync(at('masked.csv'), 'utf8').split(/\r?\n/);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.some((line) => /\d{18}/.test(line))).toBe(false);
    expect(lines[1]).toMatch(/\*{4}/);
  });

  it('names every bad cell, writes the failures and imports the good rows', async () => {
    const village =
      page.parse(
        (await zw(['list', 'division', '--db', db, '--where', '{"level":"5"}', '--limit', '1'])).json,
      ).rows[0]?.texts['name'] ?? '';
    const good = `解晓东,999001199103030013,流动人口,${village}`;
    const bad = Array.from({ length: 600 }, (_, i) => `某${i},4.419E+17,流动人口,${village}`);
    writeFileSync(at('bad.csv'), ['姓名,身份证号,人口类别,社区', good, ...bad].join('\r\n'));
    const dry = imported.parse((await zw(['import', 'person', at('bad.csv'), '--db', db, '--dry-run'])).json);
    expect(dry).toMatchObject({ read: 601, rejected: 600 });
    const real = imported.parse(
      (await zw(['import', 'person', at('bad.csv'), '--db', db, '--errors', at('failed.xlsx')])).json,
    );
    expect(real).toMatchObject({ read: 601, created: 1, rejected: 600 });
    expect(real.errors.length).toBe(600);
    expect(real.errors.at(-1)).toMatchObject({
      row: 602,
      column: '身份证号',
      code: 'number-damaged',
      value: '4.419E+17',
    });
    expect(readFileSync(at('failed.xlsx')).subarray(0, 2).toString('latin1')).toBe('PK');
    expect((await zw(['undo-import', real.batch, '--db', db])).json).toEqual({ undone: 1, kept: 0 });
  });

  it('follows a column map and refuses one that names no field', async () => {
    writeFileSync(at('odd.csv'), ['甲,乙', '999001199001010011,改名人'].join('\r\n'));
    writeFileSync(at('map.json'), JSON.stringify({ 甲: 'doc_no', 乙: 'name' }));
    const mapped = imported.parse(
      (await zw(['import', 'person', at('odd.csv'), '--db', db, '--map', at('map.json'), '--dry-run'])).json,
    );
    expect(mapped).toMatchObject({ read: 1, updated: 1 });
    writeFileSync(at('wrong.json'), JSON.stringify({ 甲: 'no_such_field' }));
    expect((await zw(['import', 'person', at('odd.csv'), '--db', db, '--map', at('wrong.json')])).code).toBe(
      2,
    );
  });

  it('refuses what is not a sheet', async () => {
    writeFileSync(at('no.xlsx'), 'not a workbook');
    const call = await zw(['import', 'person', at('no.xlsx'), '--db', db]);
    expect([call.code, refused.parse(call.json).error.code]).toEqual([1, 'bad-file']);
  });

  it('writes templates and printed pages', async () => {
    expect((await zw(['template', 'person', at('template.xlsx'), '--db', db])).json).toEqual({
      file: at('template.xlsx'),
    });
    await zw([
      'print-html',
      'person',
      at('person.html'),
      '--id',
      (await firstPerson())?.id ?? '',
      '--db',
      db,
    ]);
    expect(readFileSync(at('person.html'), 'utf8')).toContain('<table');
    expect(
      z
        .object({ title: z.string() })
        .parse((await zw(['print-html', 'unit', at('units.html'), '--db', db])).json).title,
    ).not.toBe('');
  });
});

describe('care of the file', () => {
  it('keeps attachments and gives them back', async () => {
    writeFileSync(at('photo.png'), 'some bytes');
    const kept = z
      .looseObject({ hash: z.string(), bytes: z.literal(10) })
      .parse((await zw(['attach', at('photo.png'), '--db', db])).json);
    await zw(['attachment', kept.hash, at('back.png'), '--db', db]);
    expect(readFileSync(at('back.png'), 'utf8')).toBe('some bytes');
  });

  it('backs up, lists the backups and puts one back', async () => {
    const { file } = z.strictObject({ file: z.string() }).parse((await zw(['backup', '--db', db])).json);
    const backups = z
      .array(z.looseObject({ file: z.string() }))
      .parse((await zw(['backups', '--db', db])).json);
    expect(backups.map((b) => b.file)).toContain(file);
    const id = (await firstPerson())?.id ?? '';
    await zw(['save', 'person', JSON.stringify({ id, remark: '备份之后' }), '--db', db]);
    const restored = await zw(['restore-backup', file, '--db', db]);
    expect(
      z.looseObject({ counts: z.record(z.string(), z.int()) }).parse(restored.json).counts['person'],
    ).toBeGreaterThan(999);
    expect(record.parse((await zw(['get', 'person', id, '--db', db])).json)['remark']).not.toBe('备份之后');
  });
});
