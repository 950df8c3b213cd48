import { fc } from '../../fixtures/fc.ts';
import { describe, expect, it } from 'vitest';
import { type AnyLedger, defineLedger } from '../../../db/model/define-ledger.ts';
import { planMove, type MovePlan } from '../../../db/model/derive/interval.ts';
import type { Held, Move, MoveFacts } from '../../../db/model/derive/interval-case.ts';
import type { Value, Values } from '../../../db/model/field-kind.ts';
import { checkInterval, type IntervalSpec, moveActions } from '../../../db/model/interval-spec.ts';
import { choice } from '../../../db/model/fields/choice.ts';
import { day } from '../../../db/model/fields/day.ts';
import { link } from '../../../db/model/fields/link.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import { person } from '../../../db/model/ledgers/person.ts';
import { residence } from '../../../db/model/ledgers/residence.ts';
import { room } from '../../../db/model/ledgers/room.ts';
import { ledgers, makeRegistry } from '../../../db/model/registry.ts';
import { reasons, reasonText } from '../../../db/model/reasons.ts';
import { shippedNames } from '../../contract/shipped-names.ts';

const today = '2026-11-24';
const titles = {
  room: { r1: '银龙路10号102', r2: '太沙路3号501' },
  address: {
    a1: '广东省东莞市虎门镇则徐社区银龙路10号102房',
    a2: '广东省东莞市虎门镇虎门寨社区太沙路3号501房',
  },
  division: { v1: '则徐社区', v2: '虎门寨社区' },
};
const rooms: Readonly<Record<string, Values>> = {
  r1: { building: 'b1', room_no: '102', village: 'v1', grid: 'g1', address: 'a1' },
  r2: { building: 'b2', room_no: '501', village: 'v2', grid: null, address: 'a2' },
};
const names = { zh: shippedNames('zh', titles), en: shippedNames('en', titles) };
const someone: Values = {
  name: '陈静',
  doc_type: '111',
  doc_no: '441900199003071238',
  person_kinds: ['02'],
  sex: '1',
  birth_date: '1990-03-07',
  village: 'v1',
  grid: 'g1',
  address: 'a1',
  residence_address: '银龙路10号102',
  residence_place: '441900',
};
const home: Held = {
  id: 'i1',
  version: 3,
  values: {
    person: 'p',
    room: 'r1',
    address: 'a1',
    village: 'v1',
    grid: 'g1',
    from_day: '2024-03-01',
    event: '01',
  },
};

function facts(intervals: readonly Held[], more: Partial<MoveFacts> = {}): MoveFacts {
  return {
    intervals,
    subject: { id: 'p', version: 7, values: someone, ledger: person },
    newId: 'new',
    today,
    names: names.zh,
    linked: (ledger, id) => {
      const values = ledger === 'room' ? rooms[id] : undefined;
      return values === undefined ? null : { ledger: room, values };
    },
    ...more,
  };
}

const plan = (move: Move, intervals: readonly Held[] = [home], more: Partial<MoveFacts> = {}): MovePlan =>
  planMove(residence, move, facts(intervals, more));
const told = (found: MovePlan): readonly string[] =>
  found.findings.map(({ field, code, level }) => `${level} ${String(field)} ${code}`);

describe('a change of address', () => {
  const move: Move = { action: 'change', values: { from_day: '2026-11-20', room: 'r2', kind: '02' } };

  it('ends the open interval, opens the next on the same day and moves the person, in this order', () => {
    const found = plan(move);
    expect(told(found)).toEqual([]);
    expect(found.sentence).toBe('2026-11-20 从 银龙路10号102 迁往 太沙路3号501');
    expect(found.writes).toEqual([
      {
        ledger: 'residence',
        id: 'i1',
        op: 'update',
        base: 3,
        values: { to_day: '2026-11-20', event: '02' },
      },
      {
        ledger: 'residence',
        id: 'new',
        op: 'create',
        values: {
          person: 'p',
          room: 'r2',
          address: 'a2',
          place_text: null,
          village: 'v2',
          grid: null,
          kind: '02',
          from_day: '2026-11-20',
          event: '02',
          reported_on: today,
        },
      },
      {
        ledger: 'person',
        id: 'p',
        op: 'update',
        base: 7,
        values: { village: 'v2', grid: null, address: 'a2', residence_address: '太沙路3号501' },
      },
    ]);
  });

  it('takes village, grid and address from the chosen room, but nothing over what was given, also as empty', () => {
    const given = { ...move.values, village: 'v1', address: null };
    expect(plan({ ...move, values: given }).filled).toMatchObject({
      room: 'r2',
      village: 'v1',
      address: null,
    });
    expect(plan(move).filled).toMatchObject({ village: 'v2', address: 'a2' });
  });

  it('on the first day of the open interval corrects it, keeping its event and the interval before it', () => {
    const before: Held = {
      id: 'i0',
      version: 1,
      values: { ...home.values, room: 'r2', from_day: '2020-01-01', to_day: '2024-03-01', event: '02' },
    };
    const found = plan({ action: 'change', values: { from_day: '2024-03-01', room: 'r2' } }, [before, home]);
    expect(told(found)).toEqual([]);
    expect(found.sentence).toBe('2024-03-01 起的住处由 银龙路10号102 更正为 太沙路3号501');
    expect(found.writes.map(({ id, op }) => [id, op])).toEqual([
      ['i1', 'update'],
      ['p', 'update'],
    ]);
    expect(found.writes[0]?.values).toEqual({
      room: 'r2',
      address: 'a2',
      place_text: null,
      village: 'v2',
      grid: null,
    });
  });

  it('ends living where registered, which a correction or a death does not', () => {
    const subject = { id: 'p', version: 7, values: { ...someone, hh_consistent: '01' }, ledger: person };
    const after = (one: Move) => plan(one, [home], { subject }).writes.at(-1)?.values?.['hh_consistent'];
    expect(after(move)).toBe('02');
    expect(after({ action: 'leave', values: { to_day: '2026-11-20' } })).toBe('02');
    expect(after({ action: 'change', values: { from_day: '2024-03-01', room: 'r2' } })).toBeUndefined();
    const died: Move = { action: 'cancel', values: { to_day: '2026-11-20', end_reason: '08' } };
    expect(after(died)).toBeUndefined();
  });

  it('is not stopped by what was wrong with the records before', () => {
    const dirty = { ...home, values: { ...home.values, village: null, kind: '77' } };
    const subject = { id: 'p', version: 7, values: { ...someone, sex: '2' }, ledger: person };
    const found = plan(move, [dirty], { subject });
    expect(told(found)).toEqual([]);
    expect(found.writes).toHaveLength(3);
  });
});

describe('moving in and out', () => {
  it('opens an interval where there is none and says that days between are not recorded', () => {
    const ended = { ...home, values: { ...home.values, to_day: '2025-06-30', event: '03' } };
    const move: Move = { action: 'enter', values: { from_day: '2026-01-01', room: 'r2' } };
    const found = plan(move, [ended]);
    expect(told(found)).toEqual(['warning from_day interval-gap']);
    expect(found.sentence).toBe('2026-01-01 迁入 太沙路3号501');
    expect(found.writes.map(({ id, op }) => [id, op])).toEqual([
      ['new', 'create'],
      ['p', 'update'],
    ]);
    expect(found.writes[0]?.values).toMatchObject({ person: 'p', event: '01', village: 'v2' });
  });

  it('ends the interval with its reason and leaves no present address, but keeps the village, which is required', () => {
    const move: Move = { action: 'leave', values: { to_day: '2026-11-23', end_reason: '03' } };
    const found = plan(move);
    expect(found.sentence).toBe('2026-11-23 从 银龙路10号102 迁出（返回原籍）');
    expect(found.writes).toEqual([
      {
        ledger: 'residence',
        id: 'i1',
        op: 'update',
        base: 3,
        values: { to_day: '2026-11-23', event: '03', end_reason: '03' },
      },
      {
        ledger: 'person',
        id: 'p',
        op: 'update',
        base: 7,
        values: { grid: null, address: null, residence_address: null, residence_place: null },
      },
    ]);
  });

  it('ends the person with the interval when asked to, and then leaves the last address on the row', () => {
    const move: Move = {
      action: 'cancel',
      values: { to_day: '2026-11-23', end_reason: '08' },
      endsSubject: true,
    };
    const [interval, subject] = plan(move).writes;
    expect(interval?.values).toEqual({ to_day: '2026-11-23', event: '04', end_reason: '08' });
    expect(subject).toEqual({
      ledger: 'person',
      id: 'p',
      op: 'remove',
      base: 7,
      reason: '2026-11-23 注销在 银龙路10号102 的居住（死亡）',
    });
  });

  it('speaks English', () => {
    const move: Move = { action: 'cancel', values: { to_day: '2026-11-23', end_reason: '08' } };
    expect(plan(move, [home], { names: names.en }).sentence).toBe(
      'Residence at 银龙路10号102 is cancelled on 2026-11-23 (Died)',
    );
  });
});

describe('a move is refused', () => {
  const at = (from: string, to: string | null, id = 'x'): Held => ({
    id,
    version: 1,
    values: { ...home.values, from_day: from, to_day: to },
  });
  const change = (day: Value): Move => ({ action: 'change', values: { from_day: day, room: 'r2' } });
  const enter = (day: string): Move => ({ action: 'enter', values: { from_day: day, room: 'r2' } });
  const leave = (day: Value, more: Values = {}): Move => ({
    action: 'leave',
    values: { to_day: day, ...more },
  });
  const cases: readonly (readonly [string, Move, readonly Held[], readonly string[]])[] = [
    ['in the future', change('2026-11-25'), [home], ['error from_day day-future']],
    ['out in the future', leave('2026-11-25'), [home], ['error to_day day-future']],
    ['before the current interval', change('2024-02-29'), [home], ['error from_day interval-before']],
    ['out before the current interval', leave('2024-02-29'), [home], ['error to_day interval-before']],
    ['without a day', leave(null), [home], ['error to_day required']],
    ['on a day that is none', leave('2026-02-30'), [home], ['error to_day bad-day']],
    ['in while one is open', enter('2026-11-20'), [home], ['error null interval-open']],
    ['out when nothing is open', leave('2026-11-20'), [], ['error null interval-none']],
    ['elsewhere when nothing is open', change('2026-11-20'), [], ['error null interval-none']],
    [
      'while two are open',
      leave('2026-11-20'),
      [home, at('2025-01-01', null)],
      ['error null interval-several'],
    ],
    [
      'into an earlier interval',
      enter('2025-03-01'),
      [at('2025-01-01', '2025-06-30')],
      ['error from_day interval-overlap'],
    ],
    [
      'before all earlier intervals',
      enter('2020-03-01'),
      [at('2025-01-01', '2025-06-30')],
      ['error from_day interval-overlap'],
    ],
    [
      'on a day another interval begins',
      enter('2025-01-01'),
      [at('2025-01-01', '2025-01-01')],
      ['error from_day interval-day-taken'],
    ],
    [
      'to where the person lives already',
      { action: 'change', values: { from_day: '2026-11-20', room: 'r1' } },
      [home],
      ['error room interval-same'],
    ],
    [
      'without a place',
      { action: 'change', values: { from_day: '2026-11-20' } },
      [home],
      ['error village required', 'error room rule-broken'],
    ],
    [
      'off the books without a reason',
      { action: 'cancel', values: { to_day: '2026-11-20' } },
      [home],
      ['error end_reason required'],
    ],
    ['with a place when leaving', leave('2026-11-20', { room: 'r2' }), [home], ['error room interval-field']],
    [
      'with a value no table has',
      leave('2026-11-20', { end_reason: '55' }),
      [home],
      ['error end_reason unknown-code'],
    ],
    [
      'when somebody moved the person meanwhile',
      { ...leave('2026-11-20'), seen: { id: 'i1', version: 2 } },
      [home],
      ['error null interval-stale'],
    ],
    [
      'when the one seen is gone',
      { ...enter('2026-11-20'), seen: { id: 'i9', version: 1 } },
      [],
      ['error null interval-stale'],
    ],
  ];
  it.each(cases.map(([name, ...rest]) => [name, rest] as const))('%s', (_, [move, intervals, expected]) => {
    const found = plan(move, intervals);
    expect(told(found)).toEqual(expected);
    expect(found.writes).toEqual([]);
  });

  it('in a ledger that does not offer the action', () => {
    const { change: _change, ...actions } = residence.interval?.actions ?? {};
    const { interval } = residence;
    if (interval === undefined) throw new Error('residence has no intervals');
    const poorer: AnyLedger = { ...residence, interval: { ...interval, actions } };
    expect(told(planMove(poorer, change('2026-11-20'), facts([home])))).toEqual([
      'error null interval-action',
    ]);
  });
});

describe('parallel histories of one subject', () => {
  const { interval } = residence;
  if (interval === undefined) throw new Error('residence has no intervals');
  // Like 列管/撤管 of labels: every way of living is a history of its own.
  const parallel: AnyLedger = {
    ...residence,
    interval: { ...interval, within: ['kind'], details: [], present: [] },
  };
  const own: Held = { ...home, values: { ...home.values, kind: '01' } };
  const rented: Held = { ...home, id: 'i2', values: { ...home.values, kind: '02' } };

  it('are moved one by one', () => {
    const move: Move = { action: 'leave', values: { kind: '02', to_day: '2026-11-20' } };
    const found = planMove(parallel, move, facts([own, rented]));
    expect(told(found)).toEqual([]);
    expect(found.writes.map(({ id }) => id)).toEqual(['i2']);
  });

  it('begin beside each other', () => {
    const move: Move = { action: 'enter', values: { kind: '03', from_day: '2026-11-20', room: 'r2' } };
    const found = planMove(parallel, move, facts([own, rented]));
    expect(told(found)).toEqual([]);
    expect(found.writes[0]?.values).toMatchObject({ kind: '03', event: '01' });
  });
});

describe('any series of moves', () => {
  const anyDay = fc
    .integer({ min: 0, max: 40 })
    .map((n) => new Date(Date.UTC(2026, 9, 20 + n)).toISOString().slice(0, 10));
  const step = fc.record({
    action: fc.constantFrom(...moveActions),
    day: anyDay,
    room: fc.constantFrom('r1', 'r2'),
    reason: fc.constantFrom(null, '03', '08'),
  });
  const moveOf = (one: { action: Move['action']; day: string; room: string; reason: string | null }): Move =>
    one.action === 'enter' || one.action === 'change'
      ? { action: one.action, values: { from_day: one.day, room: one.room } }
      : { action: one.action, values: { to_day: one.day, end_reason: one.reason } };

  it('leaves intervals that neither overlap nor end before they begin, at most one open, and the person where it says', () => {
    let moved = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.boolean(), (drawn, isInOrder) => {
        // In the order of the days most moves are possible, in any order most are not.
        const steps = isInOrder ? drawn.toSorted((a, b) => (a.day < b.day ? -1 : 1)) : drawn;
        let intervals: readonly Held[] = [];
        let subject: Held = { id: 'p', version: 1, values: someone };
        for (const [n, one] of steps.entries()) {
          const more = { subject: { ...subject, ledger: person }, newId: `n${String(n)}` };
          const found = plan(moveOf(one), intervals, more);
          const isRefused = found.findings.some((finding) => finding.level === 'error');
          expect(found.writes.length === 0).toBe(isRefused);
          if (isRefused) continue;
          moved += 1;
          intervals = after(
            intervals,
            found.writes.filter((write) => write.ledger === 'residence'),
          );
          [subject = subject] = after(
            [subject],
            found.writes.filter((write) => write.ledger === 'person'),
          );
          expectHistory(intervals, subject);
        }
      }),
      { numRuns: 300 },
    );
    expect(moved).toBeGreaterThan(300);
  });

  function after(records: readonly Held[], writes: MovePlan['writes']): readonly Held[] {
    return writes.reduce<readonly Held[]>((held, { id, op, values = {} }) => {
      if (op === 'create') return [...held, { id, version: 1, values }];
      return held.map((one) =>
        one.id === id ? { id, version: one.version + 1, values: { ...one.values, ...values } } : one,
      );
    }, records);
  }

  function expectHistory(intervals: readonly Held[], subject: Held): void {
    const spans = intervals
      .map(({ values }) => ({
        from: String(values['from_day']),
        to: String(values['to_day'] ?? '9999'),
        values,
      }))
      .toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
    for (const [at, { from, to }] of spans.entries()) {
      expect(from <= to && from <= today).toBe(true);
      const next = spans[at + 1];
      if (next !== undefined) expect(to <= next.from).toBe(true);
    }
    const open = spans.filter(({ to }) => to === '9999');
    expect(open.length).toBeLessThanOrEqual(1);
    expect(subject.values['address']).toBe(open[0]?.values['address'] ?? null);
    expect(subject.values['grid']).toBe(open[0]?.values['grid'] ?? null);
    if (open[0] !== undefined) expect(subject.values['village']).toBe(open[0].values['village']);
  }
});

it('says every refusal in Chinese and in English with its places filled', () => {
  const codes = Object.keys(reasons).filter((code) =>
    code.startsWith('interval-'),
  ) as (keyof typeof reasons)[];
  expect(codes.length).toBeGreaterThan(8);
  const args = { ledger: '甲', from: '2', to: '3', count: 2, enter: '乙', change: '丙', action: '丁' };
  for (const code of codes) {
    expect(reasonText(code, args, 'zh')).toMatch(/^[^{}]*[一-龥][^{}]*$/);
    expect(reasonText(code, args, 'en')).toMatch(/^[A-Z甲][^{}]*$/);
  }
});

describe('a definition of intervals', () => {
  const { interval } = residence;
  if (interval === undefined) throw new Error('residence has no intervals');
  const made = (changed: Partial<IntervalSpec>, more: Partial<AnyLedger> = {}): AnyLedger => ({
    ...residence,
    ...more,
    interval: { ...interval, ...changed },
  });

  it.each<[string, Partial<IntervalSpec>, Partial<AnyLedger>]>([
    ['details names nothing, which is no field', { details: ['nothing'] }, {}],
    ['kind must be a link', { subject: 'kind' }, {}],
    ['landlord must be required', { subject: 'landlord' }, {}],
    ['kind must be a day', { from: 'kind' }, {}],
    ['from_day must be optional: an open interval has none', { to: 'from_day' }, {}],
    ['remark must be a choice', { event: 'remark' }, {}],
    ['words name kind, which is none of places', { words: ['kind'] }, {}],
    ['the natural key must be from_day, person', {}, { naturalKey: ['person'] }],
    [
      'no index begins with person, every move would read the whole table',
      {},
      { naturalKey: ['from_day', 'person'], indexes: [] },
    ],
    ['no action is offered', { actions: {} }, {}],
  ])('is refused at start-up: %s', (text, changed, more) => {
    expect(() => {
      checkInterval(made(changed, more));
    }).toThrow(`ledger residence, interval: ${text}`);
  });

  it('is checked by defineLedger', () => {
    const label = words('甲', 'A');
    const make = () =>
      defineLedger({
        id: 'stay',
        revision: 1,
        area: 'base',
        label,
        counter: label,
        source: '测试',
        fields: {
          person: link({ ledger: 'person', label, required: true }),
          place: text({ label, max: 10 }),
          from_day: day({ label, required: true }),
          to_day: day({ label }),
          event: choice({ table: 'residence_event', label }),
        },
        title: ['place'],
        sections: [{ label, fields: ['person', 'place', 'from_day', 'to_day', 'event'] }],
        list: ['place'],
        naturalKey: ['person'],
        sort: 'from_day',
        interval: {
          subject: 'person',
          places: ['place'],
          words: ['place'],
          from: 'from_day',
          to: 'to_day',
          event: 'event',
          actions: { enter: { label, event: '01', sentence: label } },
          correction: label,
        },
      });
    expect(make).toThrow('ledger stay, interval: the natural key must be from_day, person');
  });

  it('is refused by the registry when it writes a code no table has, or a field the subject lacks', () => {
    const put = (changed: Partial<IntervalSpec>) => () =>
      makeRegistry(
        ledgers.map((one, at) => ({ no: at + 1, ledger: one.id === 'residence' ? made(changed) : one })),
      );
    const { enter } = interval.actions;
    if (enter === undefined) throw new Error('no 迁入');
    expect(put({ actions: { enter: { ...enter, event: '88' } } })).toThrow('88 is no code of event');
    expect(put({ present: [{ field: 'home', end: true }] })).toThrow('present cannot fill home');
    expect(put({ present: [{ field: 'grid', from: 'village' }] })).toThrow('present cannot fill grid');
    expect(put({ present: [{ field: 'hh_consistent', turns: { '01': '7' } }] })).toThrow(
      'present cannot fill hh_consistent',
    );
  });
});
