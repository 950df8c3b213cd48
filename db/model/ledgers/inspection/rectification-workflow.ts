import { dayAfter } from '../../calendar/day-arithmetic.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { defineWorkflow } from '../../workflow/workflow-spec.ts';

/** The term the notice gives, in days of the civil code (民法典第二百条以下); a week where none is said. */
const term = { field: 'term_days', unit: 'day', otherwise: { amount: 7, unit: 'day' } } as const;
/** A re-check follows within three working days: a proposal. */
const recheckWithin = { amount: 3, unit: 'work-day' } as const;

const whatWasFound = ['rechecked_on', 'rechecker', 'recheck_opinion'] as const;

/**
 * How a rectification notice (责令整改通知书) ends: hazard → putting right → re-check → cleared, or a new term, or handed
 * over to who may punish (domain.md §7.3, chain of S57). Each re-check is kept as a record of its own.
 */
export const rectificationWorkflow = defineWorkflow({
  state: 'state',
  deadline: 'step_due',
  person: 'rechecker',
  steps: 'rectification_step',
  begins: ['10'],
  states: {
    '10': {
      limit: term,
      waitsFor: 'handler',
      escalates: [
        { after: { amount: 1, unit: 'work-day' }, to: words('检查组负责人', 'Head of the inspectors') },
        { after: { amount: 5, unit: 'work-day' }, to: words('分管领导', 'Leader in charge') },
      ],
    },
    '20': { limit: recheckWithin, waitsFor: 'verifier' },
    '40': { isEnd: true },
    '50': { isEnd: true },
    '90': { isEnd: true },
  },
  actions: {
    report_done: {
      label: words('整改完成，报请复查', 'Put right, ask for re-check'),
      from: ['10'],
      to: '20',
      who: ['handler', 'recorder'],
      may: ['photos_after'],
    },
    pass: {
      label: words('复查合格，隐患消除', 'Re-checked: cleared'),
      from: ['10', '20'],
      to: '40',
      who: ['verifier'],
      asks: whatWasFound,
      may: ['photos_after'],
      sets: { recheck_result: '1' },
      stamps: { cleared_on: 'today' },
      counts: ['recheck_count'],
      creates: { ledger: 'recheck', values: recheckOf, back: 'notice' },
      prints: ['recheck-opinion'],
    },
    fail: {
      label: words('复查未整改到位，再限期', 'Re-checked: new term'),
      kind: 'return',
      from: ['10', '20'],
      to: '10',
      who: ['verifier'],
      asks: [...whatWasFound, 'recheck_result', 'term_days'],
      may: ['photos_after'],
      stamps: { term_from: 'today' },
      counts: ['recheck_count'],
      creates: { ledger: 'recheck', values: recheckOf, back: 'notice' },
      prints: ['recheck-opinion'],
    },
    transfer: {
      label: words('移交', 'Hand over'),
      kind: 'transfer',
      from: ['10', '20'],
      to: '50',
      who: ['verifier', 'approver'],
      asks: ['transferred_to'],
      stamps: { transferred_on: 'today' },
      opinion: 'must',
    },
    withdraw: {
      label: words('撤销通知书', 'Withdraw the notice'),
      kind: 'void',
      from: ['10'],
      to: '90',
      who: ['approver'],
      opinion: 'must',
    },
  },
});

/** The record of a re-check from the notice as it has just become; with a new term when it is not yet put right. */
function recheckOf(notice: Values): Values {
  const { rechecked_on: on, rechecker, recheck_result: result, recheck_opinion: opinion } = notice;
  const { term_from: from, term_days: days, photos_after: photos } = notice;
  const isAgain = result !== '1' && typeof from === 'string' && typeof days === 'number';
  return {
    rechecked_on: on ?? null,
    checkers: rechecker ?? null,
    result: result ?? null,
    opinion: opinion ?? null,
    photos: photos ?? null,
    new_deadline: isAgain ? dayAfter(from, days) : null,
  };
}
