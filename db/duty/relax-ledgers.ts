import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import type { Values } from '../model/field-kind.ts';
import type { RelaxationStep } from '../roster/roster.ts';
import type { RecordWrite } from '../store/api.ts';
import type { MonthStanding } from './month-standing.ts';
import { Refused } from './refusal.ts';

/** Steps that hold for one plan only: no ledger says them, the duties they pin are locked when the roster is kept. */
export type PassingStep = Extract<RelaxationStep, { readonly kind: 'once' | 'pair-once' | 'unlock' }>;

/** True for a step no ledger says. */
export const isPassing = (step: RelaxationStep): step is PassingStep =>
  step.kind === 'once' || step.kind === 'pair-once' || step.kind === 'unlock';

/** Weight of a rule that gave way: above all that is usually set. */
const SOFTENED = 1000;

const givenUp = { zh: '排班时放宽', en: 'Given up while planning' } as const;

/** Writes that make a way out true in the ledgers, so that it is seen there, kept, and can be taken back. */
export function relaxLedgers(
  { facts }: MonthStanding,
  step: Exclude<RelaxationStep, PassingStep>,
  newId: () => string,
): readonly RecordWrite[] | Refused {
  switch (step.kind) {
    case 'need':
      return fewerPeople(facts, step, newId);
    case 'leave':
      return withoutDay('duty_leave', facts.leaves, { step, newId });
    case 'request':
      return withoutDay('duty_request', facts.requests, { step, newId });
    case 'soften': {
      const rule = facts.rules.find(({ id }) => id === step.rule);
      if (rule === undefined) return new Refused('rule-gone');
      const values = { is_hard: false, weight: SOFTENED };
      return [{ ledger: 'duty_rule', id: rule.id, op: 'update', base: rule.version, values }];
    }
  }
}

type StepOf<Kind extends RelaxationStep['kind']> = Extract<RelaxationStep, { readonly kind: Kind }>;

/** A campaign of one day, so that the post itself stays what it is. */
function fewerPeople(
  facts: MonthStanding['facts'],
  { post: id, date, need }: StepOf<'need'>,
  newId: () => string,
): readonly RecordWrite[] | Refused {
  const post = facts.posts.find((one) => one.id === id);
  if (post === undefined) return new Refused('rule-gone');
  const name = `${post.name}减员`;
  const same = facts.campaigns.find((one) => one.name === name && one.from_day === date);
  if (same !== undefined)
    return [{ ledger: 'duty_campaign', id: same.id, op: 'update', base: same.version, values: { need } }];
  const values = { team: facts.team.id, name, from_day: date, to_day: date, post: id, need };
  return [{ ledger: 'duty_campaign', id: newId(), op: 'create', values }];
}

interface Ranged {
  readonly id: string;
  readonly version: number;
  readonly isRemoved: boolean;
  readonly from_day: string;
  readonly to_day: string;
}

/** The record without one of its days: shorter, in two, or gone. */
function withoutDay(
  ledger: string,
  rows: readonly (Ranged & Values)[],
  { step: { id, date }, newId }: { readonly step: StepOf<'leave' | 'request'>; readonly newId: () => string },
): readonly RecordWrite[] | Refused {
  const row = rows.find((one) => one.id === id);
  if (row === undefined || date < row.from_day || row.to_day < date) return new Refused('rule-gone');
  const target = { ledger, id, base: row.version } as const;
  if (row.from_day === row.to_day) return [{ ...target, op: 'remove', reason: givenUp.zh }];
  if (date === row.from_day) return [{ ...target, op: 'update', values: { from_day: dayAfter(date, 1) } }];
  const shorter: RecordWrite = { ...target, op: 'update', values: { to_day: dayAfter(date, -1) } };
  if (date === row.to_day) return [shorter];
  const { id: _id, version: _version, isRemoved: _isRemoved, ...values } = row;
  return [
    shorter,
    { ledger, id: newId(), op: 'create', values: filled({ ...values, from_day: dayAfter(date, 1) }) },
  ];
}

const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
