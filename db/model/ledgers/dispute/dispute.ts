import { dayAfter } from '../../calendar/day-arithmetic.ts';
import { defineLedger, type LedgerRule, type RuleContext } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import type { FollowFacts } from '../../follow-spec.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import type { Finding } from '../../reasons.ts';
import { broken } from '../../rules/broken.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../../rules/document-rules.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields } from '../parts/place.ts';
import { disputePartyFields, disputePartyNames } from './dispute-party.ts';
import { disputeRiskFields, disputeRiskNames } from './dispute-risk-fields.ts';
import { disputeWorkflow, openDisputes } from './dispute-workflow.ts';
import { criteriaOf, nextFollowUp, riskOf } from './risk.ts';

const partyDocument: DocumentFields = { type: 'party_doc_type', number: 'party_doc_no', sex: 'party_sex' };

/** Code of `org_level`. */
const VILLAGE = '06';
/** What was sent up is no longer with the village. */
const sentUpBeyondVillage: LedgerRule = Object.assign(
  (row: Values, context: RuleContext): readonly Finding[] =>
    typeof row['sent_up_on'] === 'string' && row['level'] === VILLAGE
      ? [
          broken(
            'level',
            words('上交后的化解层级应高于村（社区）级', 'Above the village once sent up'),
            context,
          ),
        ]
      : [],
  { reads: [['sent_up_on', 'level']] },
);
/**
 * Disputes found and resolved (矛盾纠纷排查化解): GB/T 31000-2015 module 7 with the risk of turning into a crime (民转刑):
 * ticked factors make points and a colour, the colour makes the day of the next follow-up.
 */
export const dispute = defineLedger({
  id: 'dispute',
  revision: 3,
  area: 'dispute',
  label: words('矛盾纠纷', 'Disputes'),
  counter: words('宗', 'disputes'),
  source: 'GB/T 31000-2015 矛盾纠纷排查化解；民转刑命案防范联动机制',
  fields: {
    title: text({
      label: words('事件名称', 'Title'),
      max: 100,
      required: true,
      search: true,
      aliases: ['纠纷名称', '名称'],
    }),
    status: choice({ label: words('办理状态', 'State'), table: 'dispute_status', aliases: ['状态'] }),
    kind: choice({
      label: words('事件类别', 'Kind'),
      table: 'dispute_kind_27',
      required: true,
      aliases: ['纠纷类别', '类别', '纠纷类型'],
    }),
    scale: choice({ label: words('事件规模', 'Scale'), table: 'event_scale', aliases: ['规模'] }),
    source: choice({ label: words('来源', 'Source'), table: 'dispute_source', aliases: ['纠纷来源'] }),
    occur_date: day({
      label: words('发生日期', 'Occurred on'),
      required: true,
      aliases: ['发生时间', '排查日期'],
    }),
    ...placeFields({ address: words('发生地点', 'Where') }),
    people_count: integer({
      label: words('涉及人数', 'People involved'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
      aliases: ['人数'],
    }),
    units: text({ label: words('涉及单位', 'Units involved'), max: 200, search: true }),
    summary: longText({
      label: words('事件简述', 'What happened'),
      max: 2000,
      aliases: ['简要情况', '案情'],
    }),
    ...disputePartyFields,
    ...disputeRiskFields,
    deadline: day({ label: words('化解时限', 'To be resolved by'), indexed: true, aliases: ['化解期限'] }),
    step_due: instant({ label: words('本环节期限', 'Step due'), indexed: true, automatic: true }),
    mediation_org: link({
      label: words('受理的调解组织', 'Mediation body'),
      ledger: 'mediation_org',
      aliases: ['调解组织'],
    }),
    mediation_on: day({ label: words('转人民调解日期', 'To mediation on'), automatic: true }),
    mediation_case: link({ label: words('人民调解案件', 'Mediation case'), ledger: 'mediation_case' }),
    resolve_way: choice({ label: words('化解方式', 'Way of resolution'), table: 'resolve_way' }),
    resolve_org: text({
      label: words('化解组织', 'Resolved by (body)'),
      max: 100,
      suggest: true,
      aliases: ['化解单位'],
    }),
    resolver_name: text({
      label: words('化解责任人姓名', 'Responsible person'),
      max: 50,
      search: true,
      suggest: true,
      aliases: ['责任人', '化解责任人', '包案领导'],
    }),
    resolver_contact: phone({
      label: words('化解责任人电话', 'Telephone of the responsible person'),
      masked: true,
      aliases: ['化解责任人联系方式', '责任人电话'],
    }),
    level: choice({
      label: words('化解层级', 'Level of resolution'),
      table: 'org_level',
      aliases: ['调处层级'],
      since: 2,
    }),
    sent_up_on: day({ label: words('上交日期', 'Sent up on'), automatic: true, since: 2 }),
    sent_up_at: instant({ label: words('上交市级时间', 'Sent to the city at'), automatic: true, since: 3 }),
    city_no: text({
      label: words('市级受理编号', 'Number given by the city'),
      max: 32,
      code: true,
      search: true,
      since: 3,
    }),
    joint_bodies: multiChoice({
      label: words('联动单位', 'Joint bodies'),
      help: words(
        '劳资纠纷由人社、公安、司法、工会、网格联动处置',
        'Those that handle a labour dispute together',
      ),
      table: 'joint_body',
      since: 2,
    }),
    success: yesNo({ label: words('化解是否成功', 'Resolved'), aliases: ['是否化解', '是否成功'] }),
    resolved_on: day({ label: words('化解日期', 'Resolved on') }),
    resolve_detail: longText({ label: words('化解情况', 'How it went'), max: 2000 }),
    review_date: day({ label: words('考评日期', 'Reviewed on') }),
    review: longText({ label: words('考评意见', 'Review'), max: 2000 }),
    ...noteFields(),
  },
  title: ['title'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'title',
        'status',
        'kind',
        'scale',
        'source',
        'occur_date',
        'village',
        'grid',
        'place_text',
        'place',
        'people_count',
        'units',
        'summary',
      ],
    },
    {
      label: words('主要当事人', 'Main party'),
      fields: [...disputePartyNames],
    },
    {
      label: words('民转刑风险', 'Risk'),
      fields: [...disputeRiskNames],
    },
    {
      label: words('化解', 'Resolution'),
      fields: [
        'level',
        'sent_up_on',
        'sent_up_at',
        'city_no',
        'joint_bodies',
        'deadline',
        'step_due',
        'mediation_org',
        'mediation_on',
        'mediation_case',
        'resolve_way',
        'resolve_org',
        'resolver_name',
        'resolver_contact',
        'success',
        'resolved_on',
        'resolve_detail',
        'review_date',
        'review',
        ...noteNames,
      ],
    },
  ],
  list: [
    'title',
    'kind',
    'village',
    'party_name',
    'occur_date',
    'risk_level',
    'next_follow_up',
    'resolver_name',
    'deadline',
    'status',
  ],
  naturalKey: ['village', 'title', 'occur_date'],
  sort: '-occur_date',
  indexes: [
    ['occur_date'],
    ['status', 'occur_date'],
    ['risk_level', 'occur_date'],
    ['village', 'occur_date'],
    ['grid', 'occur_date'],
  ],
  rules: [
    documentFits(partyDocument),
    notFuture('occur_date', 'risk_found_on', 'risk_removed_on', 'reported_on', 'resolved_on'),
    dayOrder(
      { field: 'occur_date', label: words('发生日期', 'Occurred on') },
      { field: 'resolved_on', label: words('化解日期', 'Resolved on') },
    ),
    sentUpBeyondVillage,
  ],
  fill: (row) => ({
    ...fillFromDocument(row, partyDocument),
    status: row['status'] ?? '10',
    risk_found_on: row['risk_found_on'] ?? (row['risk_factors'] ? (row['occur_date'] ?? null) : null),
  }),
  follows: [
    {
      part: 'dispute_follow_up',
      link: 'dispute',
      newest: 'on_day',
      fields: ['risk_score', 'risk_level', 'report_due', 'follow_count', 'next_follow_up'],
      reads: ['dispute_risk_criterion'],
      values: riskFields,
    },
  ],
  workflow: disputeWorkflow,
  dues: [
    { field: 'report_due', label: words('红色风险报告', 'Report of a red dispute'), person: 'resolver_name' },
    {
      field: 'next_follow_up',
      label: words('风险跟踪', 'Follow-up'),
      person: 'resolver_name',
      while: { field: 'status', values: openDisputes },
    },
    {
      field: 'deadline',
      label: words('化解时限', 'To be resolved'),
      person: 'resolver_name',
      while: { field: 'status', values: openDisputes },
    },
  ],
  wants: [
    {
      field: 'reported_on',
      label: words('红色等级报告', 'Report of a red dispute'),
      person: 'resolver_name',
      while: { field: 'risk_level', values: ['1'] },
    },
    {
      field: 'resolve_detail',
      label: words('化解情况', 'How it was resolved'),
      person: 'resolver_name',
      while: { field: 'status', values: ['40'] },
    },
  ],
  period: 'occur_date',
});

/** Points, colour and next follow-up of a dispute from its ticked factors, the town's criteria and its follow-ups. */
function riskFields({ whole, newest, parts, rows }: FollowFacts): Values {
  const factors = whole['risk_factors'];
  const ticked = typeof factors === 'object' && factors !== null ? factors : [];
  const { score, level } = riskOf(
    ticked,
    ticked.length === 0 ? [] : criteriaOf(rows('dispute_risk_criterion')),
  );
  const last = textOf(newest?.['on_day']) ?? textOf(whole['risk_found_on']);
  const isOver = textOf(whole['risk_removed_on']) !== null || !openDisputes.includes(String(whole['status']));
  return {
    risk_score: ticked.length === 0 ? null : score,
    risk_level: level,
    report_due: level === '1' && !isOver ? reportDue(whole) : null,
    follow_count: newest === null ? null : parts().length,
    next_follow_up: isOver ? null : nextFollowUp(level, last),
  };
}

/** A red dispute is reported to police and justice office within 24 hours: by the day after it was rated. */
function reportDue(whole: Values): string | null {
  const found = textOf(whole['risk_found_on']);
  return found === null || textOf(whole['reported_on']) !== null ? null : dayAfter(found, 1);
}

const textOf = (value: Values[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;
