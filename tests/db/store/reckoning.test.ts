import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { registry } from '../../../db/model/registry.ts';
import type { Caller, Progress, Store } from '../../../db/store/index.ts';
import { clerk, newStore, rawFile, save } from './fixture.ts';

const barred: Caller = { ...clerk, user: 'u9', seesSensitive: false };

/** A town with people under care: by the shipped rules of 中 (every month) the next visit of all is 1 December. */
function town(people = 3) {
  const made = newStore({ registry });
  const { store } = made;
  const division = { name: '龙泉社区', short_name: '龙泉', code: '441900121001', level: '5' };
  save(store, { ledger: 'division', id: 'v1', op: 'create', values: division });
  for (let i = 0; i < people; i += 1) {
    const no = String(i);
    const values = { name: `陈${no}`, doc_type: '990', doc_no: `T000${no}`, person_kinds: ['02'], sex: '1' };
    const more = { birth_date: '1990-01-01', village: 'v1' };
    save(store, { ledger: 'person', id: `p${no}`, op: 'create', values: { ...values, ...more } });
    const listed = store.move({
      ledger: 'care_label',
      subject: `p${no}`,
      action: 'enter',
      values: { kind: '01', level: i === 0 ? '03' : '02', from_day: '2026-11-01', owner: '李主任' },
      newId: `l${no}`,
      writeId: randomUUID(),
      caller: clerk,
    });
    if (!listed.ok) throw new Error(JSON.stringify(listed.problem));
  }
  return made;
}

/** The town decides that people of concern 中 are visited every ten days. */
function changeRule(store: Store): void {
  const values = { scope: '00', grade: 'A2', every: 10, unit: '01' };
  save(store, { ledger: 'care_visit_rule', id: 'r1', op: 'create', values });
}

function drained<R>(steps: Generator<Progress, R, undefined>): R {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const next = (store: Store, id: string) => store.get('care_label', id, clerk)?.values['next_visit_on'];

test('a changed rule concerns nobody by itself, and reckoning says whom it would concern and how', () => {
  const { store } = town();
  expect(store.reckoning.ledgersOf('care_visit_rule', clerk)).toEqual(['care_label']);
  expect(store.reckoning.ledgersOf('person', clerk)).toEqual([]);
  expect(drained(store.reckoning.lookSteps('care_visit_rule', { lines: 9 }, clerk)).count).toBe(0);
  changeRule(store);
  expect(next(store, 'l1')).toBe('2026-12-01');
  const found = drained(store.reckoning.lookSteps('care_visit_rule', { lines: 1 }, clerk));
  expect(found).toMatchObject({
    looked: 3,
    count: 2,
    lines: [{ ledger: 'care_label', id: 'l1', texts: { next_visit_on: ['2026-12-01', '2026-11-11'] } }],
  });
  expect(next(store, 'l1')).toBe('2026-12-01');
  store.close();
});

test('what was reckoned is written as one batch, each change in its record’s history, and taken back as a whole', () => {
  const { store } = town(120);
  changeRule(store);
  expect(drained(store.reckoning.applySteps('b1', 'care_visit_rule', clerk))).toEqual({ changed: 119 });
  expect([next(store, 'l0'), next(store, 'l1'), next(store, 'l119')]).toEqual([
    '2027-02-01',
    '2026-11-11',
    '2026-11-11',
  ]);
  expect(store.history('care_label', 'l1', clerk)[0]).toMatchObject({ op: 'update', batch: 'b1' });
  expect(drained(store.reckoning.lookSteps('care_visit_rule', { lines: 9 }, clerk)).count).toBe(0);
  expect(store.batches.get('b1', clerk)).toMatchObject({ label: '走访规则：重新计算', ledger: 'care_label' });
  expect(store.undoBatch('b1', clerk)).toMatchObject({ ok: true, undone: 119 });
  expect(next(store, 'l1')).toBe('2026-12-01');
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('sensitive records are reckoned anew only by who may open them, and those shown are looks', () => {
  const made = town();
  const { store, options } = made;
  changeRule(store);
  expect(store.reckoning.ledgersOf('care_visit_rule', barred)).toEqual([]);
  expect(drained(store.reckoning.lookSteps('care_visit_rule', { lines: 9 }, barred))).toEqual({
    looked: 0,
    count: 0,
    lines: [],
  });
  expect(drained(store.reckoning.applySteps('b2', 'care_visit_rule', barred))).toEqual({ changed: 0 });
  drained(store.reckoning.lookSteps('care_visit_rule', { lines: 9 }, { ...clerk, user: 'u3' }));
  store.close();
  const raw = rawFile(options);
  const looks = raw.prepare("SELECT record FROM view_log WHERE user IN ('u3', 'u9') ORDER BY no").all();
  raw.close();
  expect(looks).toEqual([{ record: 'l1' }, { record: 'l2' }]);
});
