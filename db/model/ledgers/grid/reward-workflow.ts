import { words } from '../../localized.ts';
import { defineWorkflow } from '../../workflow/workflow-spec.ts';

const workDays = (amount: number) => ({ amount, unit: 'work-day' }) as const;
/** How long a sheet is published where it does not say. */
const week = { amount: 7, unit: 'day' } as const;
/** A sheet sent back is checked, published and approved anew. */
const nothingYet = {
  checked_by: null,
  checked_on: null,
  published_on: null,
  approved_by: null,
  approved_on: null,
} as const;

/**
 * How a month's rewards are settled: made, checked, published, approved, paid; sent back from each step to who made the sheet
 * (domain.md §4.6, §8.2: a monthly sheet with signatures, approved by whom the town's own rule names). No source gives steps or
 * limits: order, limits and the seven days of publication are a proposal, and a sheet may be approved without being published.
 */
export const rewardWorkflow = defineWorkflow({
  state: 'state',
  deadline: 'step_due',
  steps: 'reward_step',
  begins: ['10'],
  states: {
    '10': { waitsFor: 'recorder' },
    '15': { limit: workDays(3), waitsFor: 'verifier', keepsParts: true },
    '20': { limit: workDays(3), waitsFor: 'recorder', keepsParts: true },
    '25': {
      limit: { field: 'publish_days', unit: 'day', otherwise: week },
      waitsFor: 'approver',
      keepsParts: true,
    },
    '30': { limit: workDays(10), waitsFor: 'recorder', keepsParts: true },
    '40': { isEnd: true, keepsParts: true },
  },
  actions: {
    submit: {
      label: words('提交核对', 'Hand in for checking'),
      from: ['10'],
      to: '15',
      who: ['recorder'],
      asks: ['made_by', 'made_on'],
    },
    check: {
      label: words('核对通过', 'Checked'),
      from: ['15'],
      to: '20',
      who: ['verifier'],
      stamps: { checked_by: 'actor', checked_on: 'today' },
      other: ['submit'],
    },
    send_back: {
      label: words('退回重编', 'Send back to be remade'),
      kind: 'return',
      from: ['15'],
      to: '10',
      who: ['verifier'],
      opinion: 'must',
    },
    publish: {
      label: words('公示', 'Publish'),
      from: ['20'],
      to: '25',
      who: ['recorder'],
      may: ['publish_days'],
      stamps: { published_on: 'today' },
      prints: ['reward-sheet'],
    },
    object: {
      label: words('公示有异议，退回', 'Objected to: send back'),
      kind: 'return',
      from: ['25'],
      to: '10',
      who: ['recorder', 'verifier'],
      sets: nothingYet,
      opinion: 'must',
    },
    approve: {
      label: words('审批同意', 'Approve'),
      from: ['20', '25'],
      to: '30',
      who: ['approver'],
      stamps: { approved_by: 'actor', approved_on: 'today' },
      other: ['submit', 'check'],
      prints: ['reward-sheet'],
    },
    refuse: {
      label: words('审批退回', 'Refuse and send back'),
      kind: 'return',
      from: ['20', '25'],
      to: '10',
      who: ['approver'],
      sets: nothingYet,
      opinion: 'must',
    },
    withdraw: {
      label: words('撤回审批', 'Withdraw the approval'),
      kind: 'withdraw',
      from: ['30'],
      to: '10',
      who: ['approver'],
      sets: nothingYet,
      opinion: 'must',
    },
    pay: {
      label: words('发放', 'Pay'),
      from: ['30'],
      to: '40',
      who: ['recorder'],
      asks: ['paid_on'],
      may: ['files'],
    },
  },
});
