import { randomUUID } from 'node:crypto';
import type { Values } from '../../../db/model/field-kind.ts';
import { registry } from '../../../db/model/registry.ts';
import type { CaseRequest, RecordWrite, Store, WriteOutcome } from '../../../db/store/index.ts';
import { clerk, newStore } from './fixture.ts';

/** Monday 30 September 2024 16:20 in China; 1–7 October are off. */
export const monday = '2024-09-30T08:20:00.000Z';
/** A hazard issue (问题隐患) as it is entered. */
export const issueValues = {
  title: '楼道堆放杂物',
  category: '01',
  item: '0101',
  issue_source: '01',
  reported_at: monday,
  village: 'v1',
  place_text: '虎门镇银龙路10号二楼楼道',
  description: '二楼楼道堆放纸箱，占用疏散通道',
};

/** A town with one issue, `i1`, and a clock that can be set. */
export function issueTown(now = monday) {
  let at = Date.parse(now);
  const { store } = newStore({ registry, now: () => new Date((at += 10)) });
  const saved = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [
      {
        ledger: 'division',
        id: 'v1',
        op: 'create',
        values: { code: '441900121201', name: '虎门寨社区', level: '5' },
      },
      { ledger: 'issue', id: 'i1', op: 'create', values: issueValues },
    ],
  });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
  return {
    store,
    at: (iso: string) => {
      at = Date.parse(iso);
    },
  };
}

/** Takes an action with the issue. */
export function act(store: Store, action: string, more: Partial<CaseRequest> = {}): WriteOutcome {
  return store.act({
    ledger: 'issue',
    id: 'i1',
    action,
    values: {},
    caller: clerk,
    writeId: randomUUID(),
    stepId: randomUUID(),
    newId: randomUUID(),
    ...more,
  });
}

/** Takes an action that must succeed; returns the change that takes it back. */
export function done(store: Store, action: string, more: Partial<CaseRequest> = {}): string {
  const outcome = act(store, action, more);
  if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.problem)}`);
  return outcome.records.find(({ ledger }) => ledger === 'issue_step')?.change ?? '';
}

/** One write by hand, or as a row of an import when it names a batch. */
export const writeOne = (store: Store, one: RecordWrite, batch?: string): WriteOutcome =>
  store.write({
    writeId: randomUUID(),
    caller: clerk,
    ...(batch === undefined ? {} : { batch }),
    writes: [one],
  });

export const codesOf = (outcome: WriteOutcome): readonly string[] =>
  !outcome.ok && outcome.problem.code === 'invalid' ? outcome.problem.findings.map(({ code }) => code) : [];

/** The issue as it stands. */
export const issueOf = (store: Store): Values => store.get('issue', 'i1', clerk)?.values ?? {};
