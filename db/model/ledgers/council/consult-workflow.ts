import { words } from '../../localized.ts';
import { defineWorkflow } from '../../workflow/workflow-spec.ts';

const workDays = (amount: number) => ({ amount, unit: 'work-day' }) as const;

/**
 * How a topic of consultation goes (domain.md §6.1): raised → taken up by the Party organisation → announced → consulted
 * → published → carried out → told back and filed. No source sets limits; those here are a proposal.
 */
export const consultWorkflow = defineWorkflow({
  state: 'state',
  deadline: 'step_due',
  steps: 'consult_topic_step',
  begins: ['10'],
  states: {
    '10': { limit: workDays(5), waitsFor: 'approver' },
    '15': { isEnd: true },
    '20': { limit: workDays(10), waitsFor: 'recorder' },
    '30': { limit: workDays(15), waitsFor: 'recorder' },
    '40': { limit: workDays(5), waitsFor: 'recorder' },
    '50': { waitsFor: 'recorder' },
    '60': { waitsFor: 'handler' },
    '70': { limit: workDays(10), waitsFor: 'recorder' },
    '80': { isEnd: true },
    '90': { isEnd: true },
  },
  actions: {
    take_up: {
      label: words('审核同意', 'Take up'),
      from: ['10'],
      to: '20',
      who: ['approver'],
      asks: ['review'],
      stamps: { reviewed_on: 'today' },
    },
    refuse: {
      label: words('不予协商', 'Not take up'),
      kind: 'void',
      from: ['10'],
      to: '15',
      who: ['approver'],
      asks: ['review'],
      stamps: { reviewed_on: 'today' },
    },
    announce: {
      label: words('发布公告', 'Announce'),
      from: ['20'],
      to: '30',
      who: ['recorder'],
      may: ['session', 'subjects'],
      stamps: { announced_on: 'today' },
    },
    consult: {
      label: words('登记协商结果', 'Keep what was agreed'),
      from: ['30'],
      to: '40',
      who: ['recorder'],
      asks: ['session', 'agreement', 'outcome'],
    },
    publish: {
      label: words('公示', 'Publish'),
      from: ['40'],
      to: '50',
      who: ['recorder'],
      asks: ['published_from', 'published_to'],
      prints: ['publicity'],
    },
    again: {
      label: words('有异议，重新协商', 'Objected: consult again'),
      kind: 'return',
      from: ['50'],
      to: '30',
      who: ['recorder'],
      asks: ['objections'],
    },
    carry_out: {
      label: words('交办落实', 'Have it carried out'),
      from: ['50'],
      to: '60',
      who: ['recorder'],
      asks: ['unit', 'deadline'],
      may: ['objections'],
    },
    done: {
      label: words('落实完成', 'Carried out'),
      from: ['60'],
      to: '70',
      who: ['handler', 'recorder'],
      asks: ['done'],
      stamps: { done_on: 'today' },
    },
    tell: {
      label: words('反馈并归档', 'Tell and file'),
      from: ['70'],
      to: '80',
      who: ['recorder'],
      asks: ['told', 'satisfaction'],
      stamps: { told_on: 'today' },
    },
    file: {
      label: words('不再落实，归档', 'File without more'),
      kind: 'withdraw',
      from: ['50', '60'],
      to: '80',
      who: ['approver'],
      opinion: 'must',
    },
    withdraw: {
      label: words('撤回议题', 'Withdraw'),
      kind: 'withdraw',
      from: ['10', '20', '30'],
      to: '90',
      who: ['recorder'],
      opinion: 'must',
    },
  },
});
