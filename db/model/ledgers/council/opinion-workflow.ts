import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { defineWorkflow } from '../../workflow/workflow-spec.ts';
import { cityAccepts, cityReturns, recalled } from '../parts/city-steps.ts';

const workDays = (amount: number) => ({ amount, unit: 'work-day' }) as const;
/** An opinion reported to the city (25): where it comes back to, and who enters what the city says. */
const atCity = { state: '25', back: '10', who: ['dispatcher', 'recorder'] } as const;
const closing = { told_on: 'today', closed_on: 'today' } as const;

/**
 * How an opinion of residents goes (domain.md §6.2): answered on the spot, handed to a unit, reported to the city, or made an
 * issue; closed (办结) is what was answered and told back. The limits of the steps are a proposal; a unit's term is `deadline`.
 */
export const opinionWorkflow = defineWorkflow({
  state: 'state',
  deadline: 'step_due',
  person: 'unit',
  steps: 'liaison_opinion_step',
  begins: ['10'],
  states: {
    '10': { limit: workDays(2), waitsFor: 'dispatcher' },
    '20': { waitsFor: 'handler' },
    '25': { waitsFor: 'dispatcher' },
    '30': { limit: workDays(3), waitsFor: 'recorder' },
    '40': { isEnd: true },
    '90': { isEnd: true },
  },
  actions: {
    answer_at_once: {
      label: words('现场解答办结', 'Answered on the spot'),
      from: ['10'],
      to: '40',
      who: ['recorder', 'dispatcher'],
      asks: ['answer'],
      may: ['satisfaction'],
      sets: { handling: '1' },
      stamps: { answered_on: 'today', ...closing },
    },
    hand_over: {
      label: words('转办', 'Hand to a unit'),
      from: ['10'],
      to: '20',
      who: ['dispatcher'],
      asks: ['unit', 'deadline'],
      sets: { handling: '2' },
      stamps: { handed_at: 'now' },
    },
    report_up: {
      label: words('上报', 'Report upwards'),
      kind: 'transfer',
      from: ['10'],
      to: atCity.state,
      who: ['dispatcher'],
      asks: ['unit', 'deadline'],
      sets: { handling: '3' },
      stamps: { handed_at: 'now' },
    },
    recall_report: recalled({ ...atCity, who: ['dispatcher'] }, words('撤回上报', 'Recall from the city')),
    city_accept: cityAccepts(atCity, 'city_no'),
    city_back: { ...cityReturns(atCity), opinion: 'must' },
    city_answer: {
      label: words('登记市级答复', 'City has answered'),
      from: [atCity.state],
      to: '30',
      who: atCity.who,
      asks: ['answer'],
      may: ['city_no'],
      stamps: { answered_on: 'today' },
    },
    to_issue: {
      label: words('转入问题隐患', 'Make it an issue'),
      kind: 'transfer',
      from: ['10'],
      to: '20',
      who: ['dispatcher'],
      asks: ['issue_category', 'place_text', 'deadline'],
      may: ['unit'],
      sets: { handling: '2' },
      stamps: { handed_at: 'now' },
      creates: { ledger: 'issue', values: issueOf, link: 'issue' },
    },
    answer: {
      label: words('答复', 'Answer'),
      from: ['20'],
      to: '30',
      who: ['handler', 'recorder'],
      asks: ['answer'],
      stamps: { answered_on: 'today' },
    },
    again: {
      label: words('退回重办', 'Send back'),
      kind: 'return',
      from: ['30'],
      to: '20',
      who: ['dispatcher', 'recorder'],
      opinion: 'must',
    },
    close: {
      label: words('反馈办结', 'Tell and close'),
      from: ['30'],
      to: '40',
      who: ['recorder'],
      asks: ['told', 'satisfaction'],
      stamps: closing,
    },
    drop: {
      label: words('作废', 'Void'),
      kind: 'void',
      from: ['10', '20', '25'],
      to: '90',
      who: ['approver'],
      opinion: 'must',
    },
  },
  superior: {
    state: atCity.state,
    since: 'handed_at',
    replies: 'liaison_opinion_reply',
    answers: {
      accepted: { action: 'city_accept', number: 'city_no' },
      returned: { action: 'city_back' },
      finished: { action: 'city_answer', number: 'city_no', text: 'answer' },
    },
  },
});

/** Code of `issue_source` for liaison (驻点). */
const FROM_LIAISON = '06';

/** The issue an opinion becomes. */
function issueOf(opinion: Values): Values {
  const take = (name: string) => opinion[name] ?? null;
  return {
    title: take('title'),
    category: take('issue_category'),
    issue_source: FROM_LIAISON,
    reported_at: take('handed_at'),
    village: take('village'),
    place_text: take('place_text'),
    description: take('content'),
    reporter_name: take('resident_name'),
  };
}
