import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { measuresOf } from '../../../db/model/figures/number-where.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import type { Store } from '../../../db/store/index.ts';
import { scratchFolder } from '../exchange/crafted-xlsx.ts';
import { clerk, townStore } from '../exchange/town-store.ts';

// The course of a case of people's mediation and of a dispute, through the store.

interface Town {
  readonly store: Store;
  readonly village: string;
  readonly org: string;
  readonly mediator: string;
}

function setUp(): Town {
  const store = townStore(scratchFolder(onTestFinished), onTestFinished);
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const org = create(store, 'mediation_org', {
    name: '虎门镇人民调解委员会',
    sign: '虎',
    kind: '02',
    village,
  });
  const mediator = create(store, 'mediator', { name: '老梁', phone: '13800131234', org, work: '1' });
  return { store, village, org, mediator };
}

function create(store: Store, ledger: string, values: Values): string {
  const id = randomUUID();
  const written = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger, id, op: 'create', values }],
  });
  if (!written.ok) throw new Error(`${ledger}: ${JSON.stringify(written.problem)}`);
  return id;
}

const newCase = ({ store, village, org }: Town): string =>
  create(store, 'mediation_case', {
    org,
    case_name: '张三与李四邻里纠纷',
    registered_on: '2026-11-02',
    source: '10',
    kind: '02',
    village,
    summary: '楼上漏水。',
  });

const valuesOf = (store: Store, ledger: string, id: string): Values =>
  store.get(ledger, id, clerk)?.values ?? {};

interface Given {
  readonly values?: Values;
  readonly opinion?: string;
}

/** Takes an action with a record of the store. */
const actor =
  (store: Store, ledger: string, id: string) =>
  (action: string, { values = {}, opinion }: Given = {}) =>
    store.act({
      ledger,
      id,
      writeId: randomUUID(),
      stepId: randomUUID(),
      newId: randomUUID(),
      caller: clerk,
      action,
      values,
      actor: '老梁',
      opinion: opinion ?? null,
    });

function done(outcome: ReturnType<ReturnType<typeof actor>>): void {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

test('a case goes from registration to the filed dossier, a month after acceptance being its deadline', () => {
  const town = setUp();
  const { store } = town;
  const of = { ledger: 'mediation_case', id: newCase(town) };
  done(
    actor(
      store,
      of.ledger,
      of.id,
    )('accept', { values: { accepted_on: '2026-11-03', mediator: town.mediator } }),
  );
  // The clock of this test stands on 23 November; the month ends on 23 December, a Wednesday.
  expect(valuesOf(store, of.ledger, of.id)).toMatchObject({
    status: '20',
    deadline: '2026-12-23T15:59:59.999Z',
  });
  done(
    actor(
      store,
      of.ledger,
      of.id,
    )('talk', { values: { rights_told_on: '2026-11-03', mediator: town.mediator } }),
  );
  expect(valuesOf(store, of.ledger, of.id)).toMatchObject({
    status: '30',
    deadline: '2026-12-23T15:59:59.999Z',
  });
  done(actor(store, of.ledger, of.id)('extend', { values: { extend_days: 10 }, opinion: '双方同意延长' }));
  expect(valuesOf(store, of.ledger, of.id)['deadline']).toBe('2027-01-04T15:59:59.999Z');
  done(
    actor(
      store,
      of.ledger,
      of.id,
    )('agree', {
      values: {
        result_on: '2026-11-20',
        agreement_form: '2',
        agreement: '一、维修。',
        agreed_on: '2026-11-20',
      },
    }),
  );
  done(actor(store, of.ledger, of.id)('perform'));
  expect(actor(store, of.ledger, of.id)('visit').ok).toBe(false);
  create(store, 'mediation_performance', { med_case: of.id, noted_on: '2026-11-21', state: '1' });
  done(actor(store, of.ledger, of.id)('visit'));
  done(actor(store, of.ledger, of.id)('close', { values: { closed_on: '2026-11-22', closing: '已履行。' } }));
  done(actor(store, of.ledger, of.id)('file', { values: { keep: '2', archived_on: '2026-11-23' } }));
  expect(valuesOf(store, of.ledger, of.id)).toMatchObject({
    status: '80',
    result: '1',
    deadline: null,
    case_no: '（2026）虎人调字第1号',
  });
  expect(store.total('mediation_step', { case_record: of.id }).total).toBe(8);
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
});

test('a failed case needs the ways pointed out, may go to the court, and comes back from there', () => {
  const town = setUp();
  const { store } = town;
  const of = { ledger: 'mediation_case', id: newCase(town) };
  done(
    actor(
      store,
      of.ledger,
      of.id,
    )('accept', { values: { accepted_on: '2026-11-03', mediator: town.mediator } }),
  );
  done(
    actor(
      store,
      of.ledger,
      of.id,
    )('talk', { values: { rights_told_on: '2026-11-03', mediator: town.mediator } }),
  );
  expect(actor(store, of.ledger, of.id)('fail', { values: { result_on: '2026-11-20' } }).ok).toBe(false);
  done(actor(store, of.ledger, of.id)('fail', { values: { result_on: '2026-11-20', advice: ['1', '3'] } }));
  done(
    actor(
      store,
      of.ledger,
      of.id,
    )('to_court', { values: { pretrial_on: '2026-11-21', court: '第一人民法院' } }),
  );
  done(
    actor(
      store,
      of.ledger,
      of.id,
    )('court_returns', { values: { court_replied_on: '2026-11-23' }, opinion: '材料不齐' }),
  );
  expect(valuesOf(store, of.ledger, of.id)).toMatchObject({ status: '20', result: '2', court_result: '5' });
});

test('no edit changes the state of a case, and a case in mediation is not removed', () => {
  const town = setUp();
  const { store } = town;
  const id = newCase(town);
  const edit = (values: Values) =>
    store.write({
      writeId: randomUUID(),
      caller: clerk,
      writes: [
        {
          ledger: 'mediation_case',
          id,
          op: 'update',
          base: store.get('mediation_case', id, clerk)?.version ?? 0,
          values,
        },
      ],
    });
  expect(edit({ status: '70' }).ok).toBe(false);
  done(
    actor(
      store,
      'mediation_case',
      id,
    )('accept', {
      values: {
        accepted_on: '2026-11-03',
        mediator: town.mediator,
      },
    }),
  );
  const removed = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger: 'mediation_case', id, op: 'remove', base: 2, reason: '录错' }],
  });
  expect(removed.ok).toBe(false);
});

test('a dispute at red risk is to be reported the next day and followed up weekly until the risk is taken off', () => {
  const { store, village } = setUp();
  const id = create(store, 'dispute', {
    title: '两家积怨',
    kind: '02',
    occur_date: '2026-11-16',
    village,
    risk_factors: ['02', '07'],
  });
  expect(valuesOf(store, 'dispute', id)).toMatchObject({
    status: '10',
    risk_score: 9,
    risk_level: '1',
    report_due: '2026-11-17',
    next_follow_up: '2026-11-23',
  });
  create(store, 'dispute_follow_up', {
    dispute: id,
    on_day: '2026-11-20',
    who: '老梁',
    situation: '情绪平稳',
  });
  done(
    actor(
      store,
      'dispute',
      id,
    )('report_risk', {
      values: {
        reported_to: '派出所',
        reported_on: '2026-11-17',
      },
    }),
  );
  expect(valuesOf(store, 'dispute', id)).toMatchObject({
    report_due: null,
    follow_count: 1,
    next_follow_up: '2026-11-27',
  });
  done(
    actor(
      store,
      'dispute',
      id,
    )('end_risk', { values: { risk_removed_on: '2026-11-23' }, opinion: '双方和解' }),
  );
  expect(valuesOf(store, 'dispute', id)['next_follow_up']).toBeNull();
});

test('the points of the town decide the colour of a dispute', () => {
  const { store, village } = setUp();
  create(store, 'dispute_risk_criterion', { factor: '06', points: 12 });
  const id = create(store, 'dispute', {
    title: '欠薪',
    kind: '09',
    occur_date: '2026-11-16',
    village,
    risk_factors: ['06'],
  });
  expect(valuesOf(store, 'dispute', id)).toMatchObject({ risk_score: 12, risk_level: '1' });
});

test('a dispute goes to mediation as a case with its number, which points back', () => {
  const town = setUp();
  const { store, village, org } = town;
  const id = create(store, 'dispute', {
    title: '张三与李四宅基地纠纷',
    kind: '12',
    occur_date: '2026-11-16',
    village,
    summary: '界址不清',
  });
  done(actor(store, 'dispute', id)('to_mediation', { values: { mediation_org: org } }));
  const made = String(valuesOf(store, 'dispute', id)['mediation_case']);
  expect(valuesOf(store, 'dispute', id)).toMatchObject({ status: '30', mediation_on: '2026-11-23' });
  expect(valuesOf(store, 'mediation_case', made)).toMatchObject({
    dispute: id,
    case_name: '张三与李四宅基地纠纷',
    kind: '03',
    source: '20',
    status: '10',
    case_no: '（2026）虎人调字第1号',
  });
});

test('a dispute sent up a level counts in 上交率, and is no longer with the village', () => {
  const { store, village } = setUp();
  const found = { kind: '09', occur_date: '2026-11-16', village, level: '06' };
  const id = create(store, 'dispute', { ...found, title: '欠薪' });
  create(store, 'dispute', { ...found, title: '邻里噪声' });
  const send = (level: string) =>
    actor(store, 'dispute', id)('send_up', { values: { level }, opinion: '涉及多家企业' });
  expect(send('06')).toMatchObject({ ok: false, problem: { findings: [{ code: 'rule-broken' }] } });
  done(send('05'));
  expect(valuesOf(store, 'dispute', id)).toMatchObject({
    level: '05',
    sent_up_on: '2026-11-23',
    status: '10',
  });
  const measures = measuresOf(ledgerOf('dispute'), '2026-11-23').filter(({ id: of }) =>
    of.startsWith('sent_up.'),
  );
  const { total } = store.figures({ ledger: 'dispute', where: {}, by: null, spans: [null], measures });
  expect(total).toEqual([[1, 2]]);
});

test('success is counted out of every case that was accepted, as the table of the ministry counts it', () => {
  const town = setUp();
  const agreed = newCase(town);
  const take = actor(town.store, 'mediation_case', agreed);
  const accepted = { accepted_on: '2026-11-20', mediator: town.mediator };
  done(take('accept', { values: accepted }));
  done(actor(town.store, 'mediation_case', newCase(town))('accept', { values: accepted }));
  newCase(town);
  done(take('talk', { values: { rights_told_on: '2026-11-20' } }));
  const agreement = {
    result_on: '2026-11-21',
    agreement_form: '1',
    agreement: '赔偿',
    agreed_on: '2026-11-21',
  };
  done(take('agree', { values: agreement }));
  const measures = measuresOf(ledgerOf('mediation_case'), '2026-11-23').filter(({ id }) =>
    id.startsWith('success.'),
  );
  const { total } = town.store.figures({
    ledger: 'mediation_case',
    where: {},
    by: null,
    spans: [null],
    measures,
  });
  expect(total, 'one agreement; one in mediation; one only registered').toEqual([[1, 2]]);
});

test('the day a mediator was born on comes from the id number', () => {
  const { store, org } = setUp();
  const known = { name: '老黄', phone: '13800131235', org, work: '2', id_no: '440524188001010014' };
  expect(valuesOf(store, 'mediator', create(store, 'mediator', known))['birth_date']).toBe('1880-01-01');
});

test('the next session of a case is due until another is recorded, taken back, or the talks are over', () => {
  const town = setUp();
  const { store } = town;
  const of = { ledger: 'mediation_case', id: newCase(town) };
  const act = actor(store, of.ledger, of.id);
  done(act('accept', { values: { accepted_on: '2026-11-03', mediator: town.mediator } }));
  done(act('talk', { values: { rights_told_on: '2026-11-03', mediator: town.mediator } }));
  const session = (day: string, more: Values): string =>
    create(store, 'mediation_session', {
      med_case: of.id,
      held_at: `${day}T02:00:00.000Z`,
      content: '双方陈述。',
      ...more,
    });
  const due = (): readonly unknown[] => {
    const place = ledgerOf(of.ledger).dues.findIndex(({ field }) => field === 'next_session_at');
    const query = { ledger: of.ledger, place, span: { to: '2026-12-31' }, limit: 10 };
    return store.dues.rows(query, clerk).map(({ id, at, person }) => [id, at, person]);
  };

  session('2026-11-05', { result: '3', next_at: '2026-11-12T02:00:00.000Z' });
  expect(due()).toEqual([[of.id, '2026-11-12T02:00:00.000Z', '老梁']]);
  const second = session('2026-11-12', { result: '3', next_at: '2026-11-19T02:00:00.000Z' });
  expect(due()).toEqual([[of.id, '2026-11-19T02:00:00.000Z', '老梁']]);
  const removal = { ledger: 'mediation_session', id: second, op: 'remove', base: 1, reason: '录错' } as const;
  const removed = store.write({ writeId: randomUUID(), caller: clerk, writes: [removal] });
  expect(removed.ok).toBe(true);
  expect(due()).toEqual([[of.id, '2026-11-12T02:00:00.000Z', '老梁']]);
  session('2026-11-13', { result: '1' });
  expect(due()).toEqual([]);

  session('2026-11-14', { result: '3', next_at: '2026-11-30T02:00:00.000Z' });
  expect(due()).toHaveLength(1);
  done(act('fail', { values: { result_on: '2026-11-20', advice: ['1', '3'] } }));
  expect(due()).toEqual([]);
});
