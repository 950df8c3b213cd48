import { describe, expect, it } from 'vitest';
import { codeTableById, codeTables } from '../../db/model/codes/code-tables.ts';
import { type AnyLedger, defineLedger } from '../../db/model/define-ledger.ts';
import { recordTokens } from '../../db/model/derive/search-tokens.ts';
import { referencesTo } from '../../db/model/derive/references.ts';
import { checkRow } from '../../db/model/derive/row-check.ts';
import { visibleFields } from '../../db/model/derive/skip-logic.ts';
import { recordSubtitle, recordTitle } from '../../db/model/derive/title.ts';
import type { Value, Values } from '../../db/model/field-kind.ts';
import { residentIdSex } from '../../db/model/fields/gb11643.ts';
import { link } from '../../db/model/fields/link.ts';
import { text } from '../../db/model/fields/text.ts';
import { words } from '../../db/model/localized.ts';
import { ledgerById, ledgerNo, ledgers, makeRegistry } from '../../db/model/registry.ts';
import { matchColumns } from '../../db/exchange/sheet/import/match-columns.ts';
import { shippedNames } from './shipped-names.ts';

const names = shippedNames('zh');
const today = '2026-11-23';
const each = ledgers.map((ledger): [string, AnyLedger] => [ledger.id, ledger]);

/**
 * Natural keys whose fields need not have a value: a household that is not in the register has no number, and two
 * such households are two. A report waits for the number the city gives it.
 */
const optionalKeys: readonly string[] = [
  'household',
  'issue',
  'inspection',
  'rectification',
  'consult_topic',
  'liaison_opinion',
  'mediation_case',
  'clue',
  'gang_clue',
  'domestic_violence',
  'tip_reward',
];

describe('the registry', () => {
  it('holds the core ledgers and those of the duty rosters, so that the loops below have looped', () => {
    expect(ledgers.length).toBeGreaterThanOrEqual(27);
    expect(ledgerById.has('person') && ledgerById.has('issue') && ledgerById.has('duty_roster')).toBe(true);
  });

  it('never changes the number of a ledger, because search rows carry it', () => {
    const numbers = Object.fromEntries(ledgers.map((l) => [l.id, ledgerNo(l.id)]));
    expect(numbers).toMatchObject({
      division: 1,
      grid: 2,
      grid_staff: 3,
      address: 4,
      building: 5,
      room: 6,
      household: 7,
      person: 8,
      residence: 9,
      unit: 10,
      facility: 11,
      rental_house: 12,
      issue: 13,
      duty_team: 14,
      duty_post: 15,
      duty_member: 16,
      duty_leave: 17,
      duty_request: 18,
      duty_pair: 19,
      duty_rule: 20,
      duty_campaign: 21,
      duty_calendar_day: 22,
      duty_roster: 23,
      duty_assignment: 24,
      duty_change: 25,
      duty_log: 26,
      duty_compensation: 27,
      zz_org: 80,
      domestic_violence: 91,
      tip_reward: 96,
      school: 103,
      watch_post: 108,
      gang_clue: 113,
      outside_indicator: 114,
    });
  });

  it('refuses a repeated ledger, a repeated number, and a link to no ledger, naming them', () => {
    const make = (id: string, target: string) =>
      defineLedger({
        id,
        revision: 1,
        area: 'base',
        label: words('甲', 'A'),
        counter: words('条', 'rows'),
        source: '测试',
        fields: {
          name: text({ label: words('名称', 'Name'), max: 10 }),
          other: link({ label: words('其他', 'Other'), ledger: target }),
        },
        title: ['name'],
        sections: [{ label: words('全部', 'All'), fields: ['name', 'other'] }],
        list: ['name'],
        naturalKey: [],
        sort: 'name',
      });
    const [a, b] = [make('a', 'a'), make('b', 'nowhere')];
    expect(() =>
      makeRegistry([
        { no: 1, ledger: a },
        { no: 2, ledger: a },
      ]),
    ).toThrow('ledger a: in the registry twice');
    expect(() =>
      makeRegistry([
        { no: 1, ledger: a },
        { no: 1, ledger: b },
      ]),
    ).toThrow('ledger b: number 1 is taken');
    expect(() =>
      makeRegistry([
        { no: 1, ledger: a },
        { no: 2, ledger: b },
      ]),
    ).toThrow('ledger b, field other: links to nowhere, which is no ledger');
  });

  it('has every reference to a person as a link, so that the page of a person can show it', () => {
    const found = referencesTo('person', ledgers).map(({ ledger, field }) => `${ledger.id}.${field}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'residence.person',
        'household.head',
        'rental_house.owner_person',
        'unit.legal_person',
        'issue.party',
        'grid_staff.person',
        'facility.owner_person',
      ]),
    );
  });
});

describe.each(each)('ledger %s', (_, ledger) => {
  const fields = Object.entries(ledger.fields);

  it('is labelled in both languages, in fields, sections, help and units', () => {
    const labels = [
      ledger.label,
      ledger.counter,
      ...ledger.sections.map((s) => s.label),
      ...fields.map(([, f]) => f.label),
      ...fields.flatMap(([, f]) => (f.unit ? [f.unit] : [])),
    ];
    expect(labels.length).toBeGreaterThan(5);
    for (const { zh, en } of labels) {
      expect(zh).toMatch(/\p{Script=Han}|^[A-Z]|^%$/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(en).not.toBe('');
    }
    for (const [, f] of fields) if (f.help) expect(f.help.zh).toMatch(/\p{Script=Han}/u);
    const zh = fields.map(([, f]) => f.label.zh);
    expect(new Set(zh).size, 'two fields with one label').toBe(zh.length);
  });

  it('places every field in one section and lists at most ten columns', () => {
    const placed = ledger.sections.flatMap((s) => s.fields);
    expect(placed.toSorted()).toEqual(fields.map(([name]) => name).toSorted());
    expect(ledger.list.length).toBeGreaterThan(2);
    expect(ledger.list.length).toBeLessThanOrEqual(10);
  });

  it('has a natural key whose fields are required, or is documented as an exception', () => {
    expect(ledger.naturalKey.length).toBeGreaterThan(0);
    for (const name of ledger.naturalKey) {
      expect(ledger.fields[name]?.required === true || optionalKeys.includes(ledger.id), name).toBe(true);
    }
  });

  it('chooses from code tables and links to ledgers that exist', () => {
    for (const [name, f] of fields) {
      if (f.table !== undefined) expect(codeTableById.has(f.table), name).toBe(true);
      if (f.target !== undefined) expect(ledgerById.has(f.target), name).toBe(true);
    }
  });

  it('names only codes of the right table in its skip logic', () => {
    const conditions = [...ledger.sections, ...fields.map(([, f]) => f)].flatMap((x) =>
      x.when ? [x.when] : [],
    );
    for (const { field, values } of conditions) {
      const table = codeTableById.get(ledger.fields[field]?.table ?? '');
      for (const value of values) {
        if (table) expect(table.items.map((i) => i.code)).toContain(value);
        else expect(['true', 'false']).toContain(value);
      }
    }
  });

  it('sorts by a field that has an index', () => {
    const sort = ledger.sort.replace(/^-/, '');
    const isIndexed =
      ledger.fields[sort]?.indexed === true || ledger.indexes.some((index) => index[0] === sort);
    expect(isIndexed || ledger.naturalKey[0] === sort).toBe(true);
  });

  it('masks every number of a document and every telephone number of a person', () => {
    for (const [name, f] of fields) {
      if (f.kind === 'resident-id' || f.kind === 'phone') expect(f.masked, name).toBe(true);
      if (f.masked) expect(f.mask, name).toBeTypeOf('function');
    }
  });

  it('maps the labels it writes over a sheet back to the same fields, in both languages', () => {
    const importable = fields.filter(([, f]) => f.storage !== null && f.kind !== 'attachment');
    const expected = importable.map(([name]) => name);
    expect(
      matchColumns(
        ledger,
        importable.map(([, f]) => f.label.zh),
      ),
    ).toEqual(expected);
    expect(
      matchColumns(
        ledger,
        importable.map(([, f]) => `${f.label.zh}（必填）*`),
      ),
    ).toEqual(expected);
    expect(
      matchColumns(
        ledger,
        importable.map(([, f]) => f.label.en),
      ),
    ).toEqual(expected);
    expect(matchColumns(ledger, expected)).toEqual(expected);
  });

  it('gives no alias to two fields, nor the label of one to another', () => {
    const owners = new Map<string, string>();
    for (const [name, f] of fields) owners.set(f.label.zh, name);
    for (const [name, f] of fields) {
      for (const alias of f.aliases ?? []) {
        expect(owners.get(alias) ?? name, `${alias} means two fields`).toBe(name);
        owners.set(alias, name);
      }
    }
  });

  it('is plain data but for its functions', () => {
    const {
      rules: _rules,
      fill: _fill,
      linkAliases: _aliases,
      follows: _follows,
      fields: _fields,
      workflow: _workflow,
      ...plain
    } = ledger;
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
  });

  it('asks an empty row for its required fields and no hidden one, and fills without inventing', () => {
    const findings = checkRow(ledger, ledger.fill({}), { today, names });
    const required = findings.filter((f) => f.code === 'required').map((f) => f.field);
    expect(required.length).toBeGreaterThan(0);
    const visible = visibleFields(ledger, {});
    for (const name of required) expect(visible).toContain(name);
  });

  it('accepts, titles and indexes a row of good values', () => {
    const row = goodRow(ledger);
    expect(checkRow(ledger, row, { today, names }).filter((f) => f.level === 'error')).toEqual([]);
    const linked = shippedNames('zh', { person: { x: '张伟' }, division: { x: '虎门寨社区' } });
    expect(recordTitle(ledger, row, linked)).not.toBe('');
    for (const value of Object.values(row)) {
      if (typeof value === 'string' && /^\d{18}$/.test(value)) {
        expect(recordTitle(ledger, row, linked) + recordSubtitle(ledger, row, linked)).not.toContain(value);
      }
    }
    if (fields.some(([, f]) => f.search)) expect(recordTokens(ledger, row).length).toBeGreaterThan(0);
  });

  it('refuses a field it does not have', () => {
    const findings = checkRow(ledger, { ...goodRow(ledger), no_such_field: 1 }, { today });
    expect(findings).toContainEqual({ field: 'no_such_field', code: 'unknown-field', level: 'error' });
  });
});

describe('code tables', () => {
  it('are labelled, sourced and unique, and every alias and name finds its code', () => {
    expect(codeTables.length).toBeGreaterThan(90);
    expect(new Set(codeTables.map((t) => t.id)).size).toBe(codeTables.length);
    for (const table of codeTables) {
      expect(table.label.zh, table.id).not.toBe('');
      expect(table.label.en, table.id).not.toBe('');
      expect(table.standard, table.id).not.toBe('');
      expect(table.items.length, table.id).toBeGreaterThan(0);
      for (const item of table.items)
        expect(names.codeOf(table.id, item.name), `${table.id} ${item.name}`).not.toBeNull();
      for (const [alias, code] of Object.entries(table.aliases)) {
        expect(names.codeOf(table.id, alias), `${table.id} ${alias}`).toBe(code);
      }
    }
  });
});

/** A row with a fitting value in every required field, and a citizen's document where there is one. */
function goodRow(ledger: AnyLedger): Values {
  const row: Record<string, Value> = {};
  for (const [name, f] of Object.entries(ledger.fields))
    if (f.required || ledger.title[0] === name) row[name] = goodValue(ledger, name);
  if ('sex' in row) row['sex'] = residentIdSex('441900199003071238');
  if (ledger.id === 'duty_rule') Object.assign(row, { is_hard: true, number: 10 });
  if (ledger.id === 'duty_campaign') Object.assign(row, { need: 2 });
  if (ledger.id === 'duty_pair') Object.assign(row, { second: 'y' });
  if (ledger.id === 'duty_change') Object.assign(row, { other_day: '2026-12-05', other_post: 'z' });
  if (ledger.id === 'residence') Object.assign(row, { place_text: '太沙路1号', event: '01' });
  return ledger.fill(row);
}

/** By ledger and field, where the kind alone does not say what fits. */
const special: Readonly<Record<string, Value>> = {
  'division.code': '441900121001',
  'grid.code': '441900121001001',
  'day:birth_date': '1990-03-07',
  'integer:year': 2025,
  'duty_post.start_time': '08:30',
  'duty_roster.month': '2026-12',
  'outside_indicator.month': '2026-12',
  'labour_assessment.period': '2026-12',
  'reward_sheet.month': '2026-12',
  'duty_rule.kind': 'wishes',
  'duty_rule.name': '照顾个人意愿',
};

function goodValue(ledger: AnyLedger, name: string): Value {
  const { kind, table } = ledger.fields[name] ?? { kind: 'text' };
  const fixed = special[`${ledger.id}.${name}`] ?? special[`${kind}:${name}`];
  if (fixed !== undefined) return fixed;
  const code = table === undefined ? '' : (codeTableById.get(table)?.items[0]?.code ?? '');
  const byKind: Partial<Record<string, Value>> = {
    choice: code,
    'multi-choice': [code],
    link: 'x',
    'resident-id': '441900199003071238',
    phone: '13800131234',
    day: '2026-11-01',
    attachment: ['a'.repeat(64)],
    instant: '2026-11-01T00:00:00.000Z',
    integer: 1,
    decimal: 100,
    money: 100,
  };
  return byKind[kind] ?? '甲1';
}
