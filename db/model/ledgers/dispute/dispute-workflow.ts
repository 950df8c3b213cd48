import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { defineWorkflow } from '../../workflow/workflow-spec.ts';
import { cityAccepts, cityReturns, recalled } from '../parts/city-steps.ts';

/** States in which a dispute is not over. */
export const openDisputes: readonly string[] = ['10', '20', '30', '35', '36', '50'];
const open = ['10', '20', '30', '35', '36', '50'] as const;

/** A dispute sent up to the city (36): where it comes back to, and who enters what the city says. */
const atCity = { state: '36', back: '20', who: ['dispatcher', 'handler'] } as const;

/** Code of `org_level` of the city (地（市）级). */
const CITY = '03';

/** Kind of a mediation case (`med_kind`) for a kind of dispute (`dispute_kind_27`); others are 其他纠纷. */
const caseKinds: Readonly<Record<string, string>> = {
  '01': '01',
  '02': '02',
  '03': '09',
  '05': '17',
  '09': '11',
  '10': '08',
  '12': '03',
  '17': '05',
  '18': '07',
  '19': '15',
  '23': '16',
  '25': '04',
};

/**
 * How a dispute goes: found, being resolved, sent up a level (村 → 镇 → 市, domain.md row 70), handed to mediation (which opens a case) or to
 * another office, resolved or not. The risk is reported and taken off beside it.
 */
export const disputeWorkflow = defineWorkflow({
  state: 'status',
  deadline: 'step_due',
  person: 'resolver_name',
  steps: 'dispute_step',
  begins: ['10'],
  states: {
    '10': { waitsFor: 'dispatcher' },
    '20': { waitsFor: 'handler' },
    '30': { waitsFor: 'handler' },
    '35': { waitsFor: 'handler' },
    '36': { waitsFor: 'dispatcher' },
    '40': { isEnd: true },
    '50': { waitsFor: 'dispatcher' },
    '90': { isEnd: true },
  },
  actions: {
    start: {
      label: words('开始化解', 'Begin'),
      from: ['10', '50'],
      to: '20',
      who: ['dispatcher', 'handler'],
      asks: ['resolver_name'],
      may: ['resolver_contact', 'resolve_org', 'level', 'joint_bodies', 'deadline'],
    },
    to_mediation: {
      label: words('转人民调解', 'To mediation'),
      kind: 'transfer',
      from: ['10', '20', '50'],
      to: '30',
      who: ['dispatcher', 'handler'],
      asks: ['mediation_org'],
      stamps: { mediation_on: 'today' },
      creates: { ledger: 'mediation_case', back: 'dispute', link: 'mediation_case', values: caseOf },
    },
    hand_over: {
      label: words('移交其他单位', 'Hand over'),
      kind: 'transfer',
      from: ['10', '20', '50'],
      to: '35',
      who: ['dispatcher', 'handler'],
      opinion: 'must',
      prints: ['handover-slips'],
    },
    send_up: {
      label: words('上交上级化解', 'Send up'),
      kind: 'transfer',
      from: ['10', '20', '50'],
      to: 'stay',
      who: ['dispatcher', 'handler'],
      asks: ['level'],
      may: ['resolve_org', 'resolver_name', 'resolver_contact'],
      stamps: { sent_up_on: 'today' },
      opinion: 'must',
    },
    to_city: {
      label: words('上交市级化解', 'Send up to the city'),
      kind: 'transfer',
      from: ['10', '20', '50'],
      to: atCity.state,
      who: ['dispatcher', 'handler'],
      sets: { level: CITY },
      stamps: { sent_up_on: 'today', sent_up_at: 'now' },
      opinion: 'must',
    },
    recall_from_city: recalled(atCity, words('撤回上交', 'Recall from the city')),
    city_accept: cityAccepts(atCity, 'city_no'),
    city_back: { ...cityReturns(atCity), opinion: 'must' },
    // Whether it is resolved the town sees for itself.
    city_done: {
      label: words('登记市级化解情况', 'City has handled it'),
      from: [atCity.state],
      to: atCity.back,
      who: atCity.who,
      asks: ['resolve_detail'],
      may: ['city_no'],
    },
    take_back: {
      label: words('移交退回', 'Handed back'),
      kind: 'return',
      from: ['35'],
      to: '20',
      who: ['dispatcher', 'handler'],
      opinion: 'must',
    },
    report_risk: {
      label: words('报告红色风险', 'Report'),
      kind: 'supervise',
      from: open,
      to: 'stay',
      who: ['dispatcher', 'handler'],
      when: { field: 'risk_level', values: ['1'] },
      asks: ['reported_to', 'reported_on'],
      may: ['protection'],
    },
    end_risk: {
      label: words('解除风险', 'Take the risk off'),
      kind: 'supervise',
      from: open,
      to: 'stay',
      who: ['approver'],
      when: { field: 'risk_level', values: ['1', '2', '3', '4'] },
      asks: ['risk_removed_on'],
      opinion: 'must',
    },
    resolve: {
      label: words('化解成功', 'Resolved'),
      from: ['10', '20', '30', '35'],
      to: '40',
      who: ['handler', 'verifier'],
      asks: ['resolve_way', 'resolved_on', 'resolve_detail'],
      sets: { success: true },
    },
    not_resolved: {
      label: words('未化解', 'Not resolved'),
      kind: 'return',
      from: ['20', '30', '35'],
      to: '50',
      who: ['handler'],
      asks: ['resolve_detail'],
      sets: { success: false },
    },
    void: {
      label: words('作废', 'Void'),
      kind: 'void',
      from: ['10', '20'],
      to: '90',
      who: ['approver'],
      opinion: 'must',
    },
  },
  superior: {
    state: atCity.state,
    since: 'sent_up_at',
    replies: 'dispute_reply',
    answers: {
      accepted: { action: 'city_accept', number: 'city_no' },
      returned: { action: 'city_back' },
      finished: { action: 'city_done', number: 'city_no', text: 'resolve_detail' },
    },
  },
});

/** The mediation case a dispute becomes. */
function caseOf(row: Values): Values {
  return {
    org: row['mediation_org'] ?? null,
    case_name: row['title'] ?? null,
    registered_on: row['mediation_on'] ?? null,
    source: '20',
    kind: caseKinds[String(row['kind'])] ?? '99',
    village: row['village'] ?? null,
    grid: row['grid'] ?? null,
    place_text: row['place_text'] ?? null,
    summary: row['summary'] ?? row['title'] ?? null,
  };
}
