import { describe, expect, expectTypeOf, it } from 'vitest';
import type { RowOf } from '../../../db/model/define-ledger.ts';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import { visibleFields } from '../../../db/model/derive/skip-logic.ts';
import { refilled } from '../../../db/model/derive/refill.ts';
import { recordSubtitle } from '../../../db/model/derive/title.ts';
import { address } from '../../../db/model/ledgers/address.ts';
import { building } from '../../../db/model/ledgers/building.ts';
import { grid } from '../../../db/model/ledgers/grid.ts';
import { issue } from '../../../db/model/ledgers/issue.ts';
import { person } from '../../../db/model/ledgers/person.ts';
import { rentalHouse } from '../../../db/model/ledgers/rental-house.ts';
import { residence } from '../../../db/model/ledgers/residence.ts';
import { unit } from '../../../db/model/ledgers/unit.ts';
import { reasonText } from '../../../db/model/reasons.ts';
import { shippedNames } from '../../contract/shipped-names.ts';

const today = '2026-11-23';
const someone = person.fill({
  name: '张伟',
  doc_no: '441900199003071238',
  person_kinds: ['02'],
  village: 'v1',
});
const codes = (findings: ReturnType<typeof checkRow>): readonly string[] =>
  findings.map((f) => `${f.field}:${f.code}`);

describe('a person', () => {
  it('gets kind of document, birth day and sex from a citizen id number', () => {
    expect(someone).toMatchObject({ doc_type: '111', birth_date: '1990-03-07', sex: '1' });
    expect(checkRow(person, someone, { today })).toEqual([]);
  });

  it('keeps what was entered and is told where it differs from the number', () => {
    const row = person.fill({ ...someone, sex: '2', birth_date: '1990-03-08' });
    expect(codes(checkRow(person, row, { today }))).toEqual([
      'birth_date:birth-mismatch',
      'sex:sex-mismatch',
    ]);
  });

  it('may leave the sex open without a mismatch', () => {
    expect(checkRow(person, { ...someone, sex: '9' }, { today })).toEqual([]);
  });

  it('has a number that fits the kind of document', () => {
    const row = { ...someone, doc_type: '414' };
    expect(checkRow(person, { ...row, doc_no: 'E12345678' }, { today })).toEqual([]);
    expect(codes(checkRow(person, { ...row, doc_no: 'E1' }, { today }))).toEqual([
      'doc_no:bad-document-number',
    ]);
    expect(codes(checkRow(person, { ...someone, doc_no: '441900199003071239' }, { today }))).toEqual([
      'doc_no:id-check',
    ]);
  });

  it('is taken for the holder of an identity card only when the number looks like one', () => {
    expect(person.fill({ doc_no: '44190019900307123' })).toMatchObject({ doc_type: '111' });
    expect(person.fill({ doc_no: 'E12345678' })).toEqual({ doc_no: 'E12345678' });
    expect(person.fill({ doc_type: '414', doc_no: '441900199003071238' })).not.toHaveProperty('birth_date');
  });

  it('keeps its kinds sorted, whatever the order they were chosen in', () => {
    expect(person.fill({ person_kinds: ['04', '01', '04'] })).toEqual({ person_kinds: ['01', '04'] });
    expect(person.fill({ person_kinds: [] })).toEqual({ person_kinds: null });
  });

  it('is not born tomorrow', () => {
    const row = { ...someone, doc_type: '990', doc_no: 'T1', birth_date: '2026-11-24' };
    expect(codes(checkRow(person, row, { today }))).toEqual(['birth_date:day-future']);
  });

  it('without a Chinese name is listed by surname and given name', () => {
    expect(person.fill({ surname_en: 'Smith', given_name_en: 'John' })).toMatchObject({ name: 'Smith John' });
  });

  it('shows the sections of its kinds only', () => {
    const shown = visibleFields(person, { person_kinds: ['02', '03'] });
    expect(shown).toContain('permit_no');
    expect(shown).toContain('nationality');
    expect(shown).not.toContain('household');
    expect(shown).not.toContain('needs');
    expect(visibleFields(person, {})).not.toContain('permit_no');
  });

  it('never shows the whole number in the grey text behind the name', () => {
    expect(recordSubtitle(person, someone, shippedNames('zh', { division: { v1: '虎门寨社区' } }))).toBe(
      '441900********1238 虎门寨社区',
    );
  });
});

describe('the type of a row', () => {
  it('is inferred from the ledger: required fields hold a value, others may be empty', () => {
    type Person = RowOf<typeof person>;
    expectTypeOf<Person['name']>().toEqualTypeOf<string>();
    expectTypeOf<Person['former_name']>().toEqualTypeOf<string | null>();
    expectTypeOf<Person['person_kinds']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<Person['income']>().toEqualTypeOf<number | null>();
    expectTypeOf<Person['is_focus']>().toEqualTypeOf<boolean | null>();
    expect(Object.keys(person.fields).length).toBeGreaterThan(50);
  });
});

describe('a row check', () => {
  it('fills the placeholders of its sentences in the language of the reader', () => {
    const [finding] = checkRow(person, { ...someone, occupation: '工'.repeat(31) }, { today });
    expect(finding && reasonText(finding.code, finding.args, 'zh')).toBe('最多 30 个字，现有 31 个字');
    const residenceRow = {
      person: 'p',
      village: 'v',
      place_text: '某处',
      event: '01',
      from_day: '2026-02-01',
      to_day: '2026-01-01',
    };
    const [order] = checkRow(residence, residenceRow, { today, language: 'en' });
    expect(order && reasonText(order.code, order.args, 'en')).toBe('To must not be before From');
  });

  it('refuses a code that is in no table and warns of one out of use', () => {
    const names = {
      ...shippedNames('zh'),
      codeEnd: (_: string, code: string) => (code === '01' ? '2025-12-31' : null),
    };
    const unknown = checkRow(person, { ...someone, ethnic: '77' }, { today, names });
    expect(unknown).toEqual([
      { field: 'ethnic', code: 'unknown-code', level: 'error', args: { value: '77', table: '民族' } },
    ]);
    const old = checkRow(person, { ...someone, ethnic: '01' }, { today, names });
    expect(old).toEqual([
      {
        field: 'ethnic',
        code: 'expired-code',
        level: 'warning',
        args: { value: '汉族', until: '2025-12-31' },
      },
    ]);
  });

  it('does not ask for a required field that is hidden, and runs no rule on a malformed row', () => {
    expect(codes(checkRow(unit, { kind: '03' }, { today }))).not.toContain('ent_class:required');
    expect(codes(checkRow(person, { ...someone, doc_no: 5 }, { today }))).toEqual([
      'doc_no:bad-document-number',
    ]);
  });
});

describe('rules of other ledgers', () => {
  it('ask a residence interval for a place, and for an end when it is over', () => {
    const row = { person: 'p', village: 'v', from_day: '2026-01-01', event: '03' };
    expect(codes(checkRow(residence, row, { today })).toSorted()).toEqual([
      'room:rule-broken',
      'to_day:required',
    ]);
  });

  it('take the registration number of a unit from its credit code', () => {
    expect(unit.fill({ uscc: '91350100M000100Y43' })).toMatchObject({ reg_no: '91350100M000100Y43' });
    expect(unit.fill({ reg_no: '4419000001' })).toMatchObject({ reg_no: '4419000001' });
    const both = unit.fill({ uscc: '91350100M000100Y43', reg_no: '350100100000001' });
    expect(both).toMatchObject({ reg_no: '91350100M000100Y43', old_reg_no: '350100100000001' });
    const corrected = { uscc: '91350100M000100Y43', reg_no: '91350100M000100Y44' };
    expect(unit.fill(corrected)['old_reg_no'], 'a slip of the pen is no former number').toBeNull();
  });

  it('know from how many rooms a rental house needs access control', () => {
    const required = rentalHouse.fields.access_required.compute;
    expect([
      required({}),
      required({ room_count: 19 }),
      required({ room_count: 20 }),
      required({ bed_count: 30 }),
    ]).toEqual([null, false, true, true]);
    const row = rentalHouse.fill({
      house_no: '1',
      house_name: '甲',
      village: 'v',
      owner_name: '李',
      owner_contact: '13800138000',
      room_count: 20,
      access_control: '00',
    });
    expect(checkRow(rentalHouse, row, { today }).map((f) => [f.field, f.level])).toEqual([
      ['access_control', 'warning'],
    ]);
  });

  it('keep the item of an issue inside its category', () => {
    const row = {
      serial_no: '1',
      title: '甲',
      category: '01',
      item: '0201',
      status: '10',
      issue_source: '01',
      reported_at: '2026-11-01T00:00:00.000Z',
      village: 'v',
      place_text: '某处',
      description: '乙',
    };
    expect(codes(checkRow(issue, row, { today }))).toEqual(['item:rule-broken']);
    expect(checkRow(issue, { ...row, item: '0102' }, { today })).toEqual([]);
  });

  it('accept a closed boundary of a grid and refuse an open one', () => {
    const row = { code: '441900121001001', name: '第一网格', village: 'v' };
    const ring = [
      [113.1, 22.1],
      [113.2, 22.1],
      [113.2, 22.2],
      [113.1, 22.1],
    ];
    const boundary = (coordinates: unknown) =>
      JSON.stringify({ type: 'Polygon', coordinates: [coordinates] });
    expect(checkRow(grid, { ...row, boundary: boundary(ring) }, { today })).toEqual([]);
    expect(codes(checkRow(grid, { ...row, boundary: boundary(ring.slice(0, 3)) }, { today }))).toEqual([
      'boundary:rule-broken',
    ]);
    expect(codes(checkRow(grid, { ...row, boundary: 'not json' }, { today }))).toEqual([
      'boundary:rule-broken',
    ]);
  });

  it('give a building its usual state', () => {
    expect(building.fill({ name: '甲' })).toMatchObject({ state: '02' });
  });
});

describe('the path of an address', () => {
  const levels = {
    province: '广东省',
    city: '东莞市',
    town: '虎门镇',
    village: '虎门寨社区',
    street: '太沙路',
    door_no: '１２号',
    building: '3',
    unit_no: '1',
    room_no: '301',
  };

  it('is put together from its levels, with absent ones left out and bare numbers named', () => {
    expect(address.fill(levels)['full_path']).toBe('广东省东莞市虎门镇虎门寨社区太沙路12号3栋1单元301房');
    expect(address.fill({ ...levels, county: '无', estate: null })['full_path']).toBe(
      '广东省东莞市虎门镇虎门寨社区太沙路12号3栋1单元301房',
    );
  });

  it('is normalised when written as a whole', () => {
    expect(address.fill({ full_path: ' 广东省 东莞市（虎门镇）太沙路１２－３号a座 ' })['full_path']).toBe(
      '广东省东莞市(虎门镇)太沙路12-3号A座',
    );
  });

  it('keeps neighbours apart', () => {
    const path = (building: string, unit_no: string) =>
      address.fill({ ...levels, building, unit_no })['full_path'];
    expect(path('1', '12')).not.toBe(path('11', '2'));
  });
});

describe('what is derived from other fields', () => {
  const levels = { town: '虎门镇', street: '太沙路', door_no: '12', building: '3', room_no: '301' };
  const stored = address.fill(levels);

  it('follows them when they are edited', () => {
    const edited = refilled(address, { ...stored, building: '5' }, stored);
    expect(edited['full_path']).toBe('虎门镇太沙路12号5栋301房');
    const corrected = refilled(person, { ...someone, doc_no: '441900198512120021' }, someone);
    expect(corrected).toMatchObject({ birth_date: '1985-12-12', sex: '2' });
  });

  it('stays as written by hand, and the clerk is told where a level says something else', () => {
    const written = address.fill({ ...levels, full_path: '虎门镇太沙路十二号3栋301' });
    const edited = refilled(address, { ...written, building: '5' }, written);
    expect(edited['full_path']).toBe('虎门镇太沙路十二号3栋301');
    const findings = checkRow(address, edited, { today });
    expect(findings.map((f) => [f.field, f.level, f.args?.['text']])).toEqual([
      ['door_no', 'warning', '地址全称中没有“12号”，请核对'],
      ['building', 'warning', '地址全称中没有“5栋”，请核对'],
    ]);
    expect(checkRow(address, refilled(address, { ...levels, building: '5' }, null), { today })).toEqual([]);
  });

  it('stays as it was when nothing follows from what was typed', () => {
    const mistyped = refilled(person, { ...someone, doc_no: '441900198512120022' }, someone);
    expect(mistyped).toMatchObject({ birth_date: '1990-03-07', sex: '1' });
  });

  it('is what an edit itself says it is', () => {
    const edited = refilled(address, { ...stored, building: '5', full_path: '虎门镇太沙路5栋' }, stored);
    expect(edited['full_path']).toBe('虎门镇太沙路5栋');
  });
});
