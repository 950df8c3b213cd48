import { readdirSync } from 'node:fs';
import { fc } from '../fixtures/fc.ts';
import { describe, expect, it } from 'vitest';
import type { FieldKind, KindName, Value } from '../../db/model/field-kind.ts';
import { address } from '../../db/model/fields/address.ts';
import { attachment } from '../../db/model/fields/attachment.ts';
import { choice } from '../../db/model/fields/choice.ts';
import { computed } from '../../db/model/fields/computed.ts';
import { creditCode } from '../../db/model/fields/credit-code.ts';
import { day } from '../../db/model/fields/day.ts';
import { decimal } from '../../db/model/fields/decimal.ts';
import { grid } from '../../db/model/fields/grid.ts';
import { instant } from '../../db/model/fields/instant.ts';
import { integer } from '../../db/model/fields/integer.ts';
import { link } from '../../db/model/fields/link.ts';
import { longText } from '../../db/model/fields/long-text.ts';
import { money } from '../../db/model/fields/money.ts';
import { multiChoice } from '../../db/model/fields/multi-choice.ts';
import { phone } from '../../db/model/fields/phone.ts';
import { point } from '../../db/model/fields/point.ts';
import { region } from '../../db/model/fields/region.ts';
import { residentId } from '../../db/model/fields/resident-id.ts';
import { text } from '../../db/model/fields/text.ts';
import { yesNo } from '../../db/model/fields/yes-no.ts';
import { words } from '../../db/model/localized.ts';
import { reasons } from '../../db/model/reasons.ts';
import { shippedNames } from './shipped-names.ts';

const label = words('字段', 'Field');
const digest = (c: string): string => c.repeat(64);
const titles = {
  person: { p1: '张伟' },
  address: { a1: '广东省东莞市虎门镇太沙路1号' },
  grid: { '441900121001001': '虎门寨社区第一网格' },
};

/** What the loop needs of a kind. `junk` texts must be refused; `spellings` read as the first good value. */
interface Sample<T extends Value> {
  readonly kind: FieldKind<T>;
  readonly good: readonly T[];
  readonly spellings: readonly string[];
  readonly junk: readonly string[];
  /** Values the check must refuse: of the wrong type, or of the right type and wrong. */
  readonly bad: readonly unknown[];
  /** Sheets do not carry this kind. */
  readonly isSheetless?: boolean;
}

const sample = <T extends Value>(s: Sample<T>): Sample<T> => s;

const samples = {
  text: sample({
    kind: text({ label, max: 10 }),
    good: ['虎门 寨', 'A·b', '𠮷野家'],
    spellings: ['  虎门\u3000寨 ', '虎门\n寨'],
    junk: ['一二三四五六七八九十一', 'a\u0000b'],
    bad: ['', '一二三四五六七八九十一', '\u0001', '\ud842', 5, null],
  }),
  'long-text': sample({
    kind: longText({ label, max: 20 }),
    good: ['第一行\n第二行'],
    spellings: [' 第一行 \r\n 第二行 '],
    junk: ['长'.repeat(21), 'x\u0000'],
    bad: ['', '长'.repeat(21), 7],
  }),
  integer: sample({
    kind: integer({ label, min: 0, max: 2_000_000, unit: words('人', 'people') }),
    good: [1234, 0, 2_000_000],
    spellings: ['1,234', '１２３４', '1234.0', '1234人', ' 1 234 ', '1，234'],
    junk: ['abc', '12.5', '-1', '2000001', '12a', '--3', '1.2.3'],
    bad: [1.5, -1, 2_000_001, '1234', Number.NaN],
  }),
  decimal: sample({
    kind: decimal({ label, digits: 2, min: 0, unit: words('平方米', 'm²') }),
    good: [8530, 0, 5],
    spellings: ['85.3', '85.30', '85.30㎡', '85.300', '８５．３', '85.30000000000001', '85.3平方米'],
    junk: ['85.333', 'x', '-1', '1/2'],
    bad: [85.3, -1, '85.3'],
  }),
  money: sample({
    kind: money({ label, min: 0 }),
    good: [1_234_500, 1, 0],
    spellings: ['12345', '12,345.00', '¥12345', '12345元', '1.2345万', '1.2345万元', '￥12,345'],
    junk: ['-1', '1.005', 'free'],
    bad: [-1, 0.5, '12'],
  }),
  day: sample({
    kind: day({ label }),
    good: ['2026-11-23', '2024-02-29'],
    spellings: [
      '2026/11/23',
      '2026.11.23',
      '2026年11月23日',
      '20261123',
      '2026-11-23 08:30:00',
      '46349',
      '２０２６－１１－２３',
      '2026-11-23T00:00:00.000Z',
    ],
    junk: ['2026-02-29', '23/11/2026', '2026-13-01', '26-11-23', '2026年11月', 'yesterday', '123'],
    bad: ['2026-02-29', '20261123', 20_261_123],
  }),
  instant: sample({
    kind: instant({ label }),
    good: ['2026-11-23T00:30:00.000Z', '2026-11-22T16:00:05.000Z'],
    spellings: [
      '2026-11-23 08:30',
      '2026/11/23 8:30:00',
      '2026年11月23日 8时30分',
      '2026-11-23T00:30:00Z',
      '2026-11-23T08:30:00+08:00',
      '46349.354166666664',
    ],
    junk: ['2026-11-23 25:00', '08:30', 'now', '2026-02-30 08:00'],
    bad: ['2026-11-23 08:30', '2026-11-23T00:30:00Z', 5],
  }),
  'yes-no': sample({
    kind: yesNo({ label }),
    good: [true, false],
    spellings: ['是', 'Yes', '有', '1', '√', 'TRUE'],
    junk: ['也许', '2'],
    bad: [1, '是'],
  }),
  choice: sample({
    kind: choice({ label, table: 'ethnic' }),
    good: ['01', '56'],
    spellings: ['汉族', '汉', '01', '1', '01 汉族', '01-汉族', '汉族（01）', '汉族(01)', 'Han', ' 汉 族 '],
    junk: ['汉語', '57', '02 汉族'],
    bad: ['', 1],
  }),
  'multi-choice': sample({
    kind: multiChoice({ label, table: 'person_kind' }),
    good: [['01', '04'], ['02']],
    spellings: ['户籍人口、留守人员', '留守,户籍', '04|01', '01;04;01', '户籍\n留守'],
    junk: ['户籍、火星人'],
    bad: [[], ['04', '01'], ['01', '01'], '01', [1]],
  }),
  'resident-id': sample({
    kind: residentId({ label }),
    good: ['441900199003071238', '11010519491231002X'],
    spellings: [
      '441900199003071238',
      '４４１９００１９９００３０７１２３８',
      "'441900199003071238",
      '441900 19900307 1238',
      '441900-19900307-1238',
      '441900900307123',
      '441900199003071238.0',
      '\u200e441900199003071238',
    ],
    junk: [
      '4.419E+17',
      '4.41900199003071E+17',
      '441900199003072000',
      '441900199003071239',
      '441900199002301238',
      '44190019900307123',
      '44190019900307123A',
      '441900187903071238',
      '无',
    ],
    bad: ['441900199003071239', '44190019900307123x', '', 441_900],
  }),
  'credit-code': sample({
    kind: creditCode({ label }),
    good: ['91350100M000100Y43'],
    spellings: [
      '91350100m000100y43',
      ' 9135 0100 M000 100Y43',
      '９１３５０１００Ｍ０００１００Ｙ４３',
      '91350100-M000100Y4-3',
    ],
    junk: ['91350100M000100Y44', '91350100M000100Y4', '9.1350E+17', 'I1350100M000100Y43'],
    bad: ['91350100m000100y43', '', 1],
  }),
  phone: sample({
    kind: phone({ label }),
    good: [
      '13800138000',
      '0769-22830000-801',
      '010-62345678',
      '22830000',
      '4008123123',
      '12345',
      '+85291234567',
      '13800138000、0769-22830000',
    ],
    spellings: [
      '138 0013 8000',
      '138-0013-8000',
      '+86 13800138000',
      '8613800138000',
      '１３８００１３８０００',
      '13800138000.0',
      "'13800138000",
    ],
    junk: ['1380013800', '1.38E+10', '1.3800138E+10', '电话', '138001380001', '1、2、3'],
    bad: ['138 0013 8000', '', 13_800_138_000],
  }),
  link: sample({
    kind: link({ label, ledger: 'person' }),
    good: ['p1'],
    spellings: ['张伟', ' 张伟 '],
    junk: ['李四'],
    bad: ['', 'x'.repeat(65), 1],
  }),
  address: sample({
    kind: address({ label }),
    good: ['a1'],
    spellings: ['广东省东莞市虎门镇太沙路1号', '广东省 东莞市 虎门镇 太沙路１号'],
    junk: ['广东省东莞市虎门镇太沙路2号'],
    bad: ['', 1],
  }),
  grid: sample({
    kind: grid({ label }),
    good: ['441900121001001'],
    spellings: [
      '441900121001001',
      '虎门寨社区第一网格',
      '４４１９００１２１００１００１',
      '441900121001001.0',
    ],
    junk: ['4.41900121E+14', '44190012100100', '第九网格'],
    bad: ['', 1],
  }),
  region: sample({
    kind: region({ label }),
    good: ['441900', '430502', '442502', '日本国大阪府'],
    spellings: [
      '广东省东莞市',
      '广东 东莞市',
      '东莞市',
      '东莞',
      '441900',
      '４４１９００',
      '441900000000',
      '441900.0',
    ],
    junk: ['一'.repeat(51), 'a\u0000'],
    bad: ['', '一'.repeat(51), 441_900],
  }),
  point: sample({
    kind: point({ label }),
    good: ['113.752000,23.021000'],
    spellings: [
      '113.752,23.021',
      '113.752，23.021',
      '(113.752, 23.021)',
      '23.021,113.752',
      '113.752 23.021',
      'E113.752,N23.021',
      '东经113.752°，北纬23.021°',
    ],
    junk: ['113.752', '200,23', '0,0', 'here', '113.752,23.021,5'],
    bad: ['113.752,23.021', '', 113],
  }),
  attachment: sample({
    kind: attachment({ label }),
    good: [[digest('a'), digest('b')], [digest('0')]],
    spellings: [`${digest('a')} ${digest('b')}`, `${digest('a')},${digest('b')},${digest('a')}`],
    junk: ['photo.jpg', digest('G')],
    bad: [[], ['x'], [digest('a'), digest('a')], digest('a')],
    isSheetless: true,
  }),
  computed: sample({
    kind: computed({ label, compute: (row) => row['a'] ?? null }),
    good: [],
    spellings: [],
    junk: [],
    bad: ['x', 1, true, null],
    isSheetless: true,
  }),
} satisfies Record<KindName, unknown>;

// `satisfies` above makes the keys exactly the kinds, and every sample's T is one of Value.
const kinds = Object.entries(samples) as readonly (readonly [KindName, Sample<Value>])[];
/** Kinds a cell can be read into. */
const readable = kinds.filter(([, s]) => s.kind.storage !== null);
const zh = shippedNames('zh', titles);
const en = shippedNames('en', titles);

describe('every field kind', () => {
  it('has a sample here and a file of its own', () => {
    const files = readdirSync(new URL('../../db/model/fields/', import.meta.url)).map((f) =>
      f.replace('.ts', ''),
    );
    expect(kinds).toHaveLength(20);
    for (const [name, { kind }] of kinds) {
      expect(files).toContain(name);
      expect(kind.kind).toBe(name);
    }
  });

  it.each(kinds)(
    '%s accepts its good values and refuses wrong ones with a reason of the closed list',
    (_, s) => {
      for (const value of s.good)
        expect(s.kind.check().safeParse(value).success, JSON.stringify(value)).toBe(true);
      expect(s.bad.length).toBeGreaterThan(0);
      for (const value of s.bad) {
        const outcome = s.kind.check().safeParse(value);
        expect(outcome.success, JSON.stringify(value)).toBe(false);
        if (value !== null) expect(Object.keys(reasons)).toContain(outcome.error?.issues[0]?.message);
      }
    },
  );

  it.each(kinds.filter(([, s]) => s.kind.fits !== undefined))(
    '%s says a quick yes to nothing its check refuses, and to most of what is right',
    (_, s) => {
      const value = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('0', '1', '3', '9', '2', 'X', '-', '一', '\ud842', '\u0007') }),
        fc.constantFrom<unknown>(...s.good, ...s.bad, ...s.junk, 1, null, ['01']),
      );
      fc.assert(
        fc.property(value, (any) => {
          if (s.kind.fits?.(any) === true) expect(s.kind.check().safeParse(any).success).toBe(true);
        }),
        { numRuns: 2000 },
      );
      expect(s.good.some((one) => s.kind.fits?.(one) === true)).toBe(true);
    },
  );

  it.each(readable)('%s keeps a value through the column and back', (_, s) => {
    expect(s.good.length).toBeGreaterThan(0);
    for (const value of s.good) {
      const stored = s.kind.encode(value);
      expect(typeof stored).toBe(s.kind.storage === 'TEXT' ? 'string' : 'number');
      expect(s.kind.decode(stored ?? '')).toEqual(value);
    }
  });

  it.each(readable.filter(([, s]) => !s.isSheetless))(
    '%s reads back the text it writes, in both languages',
    (_, s) => {
      for (const names of [zh, en]) {
        for (const value of s.good) {
          expect(s.kind.fromText(s.kind.toText(value, names), names)).toEqual({ ok: true, value });
        }
      }
    },
  );

  it.each(readable)('%s understands the spellings offices use', (_, s) => {
    expect(s.spellings.length).toBeGreaterThan(0);
    for (const spelling of s.spellings) {
      expect({ spelling, ...s.kind.fromText(spelling, zh) }).toEqual({
        spelling,
        ok: true,
        value: s.good[0],
      });
    }
  });

  it.each(readable)('%s refuses junk with a reason, and reads an empty cell as empty', (_, s) => {
    expect(s.junk.length).toBeGreaterThan(0);
    for (const cell of s.junk) {
      const reading = s.kind.fromText(cell, zh);
      expect({ cell, ok: reading.ok }).toEqual({ cell, ok: false });
      if (!reading.ok) expect(Object.keys(reasons)).toContain(reading.code);
    }
    for (const cell of ['', ' ', '\u3000', '\t\n'])
      expect(s.kind.fromText(cell, zh)).toEqual({ ok: true, value: null });
  });

  it.each(readable)('%s never throws on any text, and what it reads passes its own check', (_, s) => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...s.spellings, ...s.junk),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(cell, (text_) => {
        const reading = s.kind.fromText(text_, zh);
        if (reading.ok && reading.value !== null)
          expect(s.kind.check().safeParse(reading.value).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(kinds)('%s hides what it masks, and gives tokens that are already clean', (_, s) => {
    for (const value of s.good) {
      const full = s.kind.toText(value, zh);
      if (s.kind.mask) {
        const masked = s.kind.mask(value);
        expect(masked).toContain('*');
        expect(masked).not.toBe(full);
      }
      for (const { value: token } of s.kind.tokens?.(value) ?? []) {
        expect(token).toBe(token.trim());
        expect(token).not.toBe('');
      }
    }
  });

  it.each(kinds)('%s says how two edits merge and what totals may do', (_, s) => {
    const isSet = s.kind.kind === 'multi-choice' || s.kind.kind === 'attachment';
    expect(s.kind.merge).toBe(isSet ? 'union' : 'newest');
    expect(['none', 'count-by', 'sum']).toContain(s.kind.totals);
    if (s.kind.totals === 'sum') expect(s.kind.numeric).toBe(true);
  });
});

describe('numbers a spreadsheet has damaged', () => {
  it.each([
    [samples['resident-id'].kind, '4.419E+17'],
    [samples['resident-id'].kind, '４．４１９Ｅ＋１７'],
    [samples['resident-id'].kind, '4.41900199003071E+17'],
    [samples['resident-id'].kind, '441900199003072000'],
    [residentId({ label, otherDocuments: true }), '4.41900199003071e+17'],
    [samples.phone.kind, '1.38001E+10'],
    [samples.grid.kind, '4.41900121001E+14'],
    [samples['credit-code'].kind, '9.13501E+17'],
    [text({ label, max: 30, code: true }), '1.23457E+19'],
  ] as const)('are refused by name: %#', (kind, cell) => {
    expect(kind.fromText(cell, zh)).toMatchObject({ ok: false, code: 'number-damaged' });
  });
});

describe('masks', () => {
  it('keep six and four of an id number, three and four of a mobile number', () => {
    expect(samples['resident-id'].kind.mask?.('441900199003071238')).toBe('441900********1238');
    expect(samples.phone.kind.mask?.('13800131234')).toBe('138****1234');
    expect(samples.phone.kind.mask?.('0769-22830000')).toBe('0769-****0000');
  });

  it('never show a short document number whole', () => {
    const { kind } = samples['resident-id'];
    for (const number of ['H12345678', 'AB', '1', 'E12345678']) expect(kind.mask?.(number)).not.toBe(number);
  });
});

describe('numbers', () => {
  it('keep their digits when a unit is empty in one language', () => {
    const year = integer({ label, unit: words('年', '') });
    for (const cell of ['1989', '1989年']) expect(year.fromText(cell, zh)).toEqual({ ok: true, value: 1989 });
  });

  it('survive text for every amount of the smallest unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
        const { kind } = samples.money;
        expect(kind.fromText(kind.toText(fen, zh), zh)).toEqual({ ok: true, value: fen });
      }),
    );
  });
});
