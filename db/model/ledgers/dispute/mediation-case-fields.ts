import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { placeFields } from '../parts/place.ts';

/** Longest text of a statement on paper. */
const STATEMENT = 4000;

/** Who registered what where: application or registration (申请书、受理登记表). */
export const registrationFields = {
  org: link({
    label: words('调解组织', 'Body'),
    ledger: 'mediation_org',
    required: true,
    aliases: ['调委会', '调解委员会', '受理单位'],
  }),
  org_sign: text({ label: words('案号简称', 'Mark of the body'), max: 10, automatic: true, aside: true }),
  case_year: integer({ label: words('案号年度', 'Year of the number'), automatic: true, aside: true }),
  serial: integer({ label: words('案号序号', 'Number in the year'), automatic: true, aside: true }),
  case_no: text({
    label: words('案号', 'Case number'),
    help: words('保存时自动编号', 'Given when it is saved'),
    max: 60,
    search: true,
    automatic: true,
    aliases: ['卷宗号', '卷号', '编号', '案件编号'],
  }),
  case_name: text({
    label: words('案件名称', 'Case'),
    help: words('如：张三与李四宅基地纠纷', 'Who with whom about what'),
    max: 100,
    name: true,
    required: true,
    search: true,
    aliases: ['案由', '纠纷名称'],
  }),
  status: choice({ label: words('办理状态', 'State'), table: 'med_status', aliases: ['状态'] }),
  registered_on: day({
    label: words('登记日期', 'Registered on'),
    required: true,
    aliases: ['申请日期', '登记时间'],
  }),
  registrar: text({ label: words('登记人', 'Registered by'), max: 50, suggest: true }),
  source: choice({
    label: words('案件来源', 'Source'),
    table: 'med_source',
    required: true,
    aliases: ['来源'],
  }),
  kind: choice({
    label: words('纠纷类型', 'Kind'),
    table: 'med_kind',
    required: true,
    aliases: ['类型', '纠纷类别'],
  }),
  dispute: link({ label: words('来自矛盾纠纷', 'From dispute'), ledger: 'dispute' }),
  ...placeFields({ address: words('纠纷发生地', 'Where') }),
  summary: longText({
    label: words('纠纷简要情况', 'What happened'),
    max: STATEMENT,
    required: true,
    aliases: ['案情简介', '简要案情'],
  }),
  requests: longText({
    label: words('当事人请求', 'What is asked for'),
    max: STATEMENT,
    aliases: ['请求事项'],
  }),
  evidence: longText({ label: words('证据说明', 'Evidence'), max: 1000, aliases: ['证据'] }),
  amount: money({
    label: words('涉及金额', 'Amount involved'),
    min: 0,
    max: 9_999_999_999,
    aliases: ['金额', '标的额'],
  }),
  is_complex: yesNo({ label: words('疑难复杂案件', 'Difficult case'), aliases: ['是否疑难复杂'] }),
  parties: text({ label: words('当事人', 'Parties'), max: 400, search: true, automatic: true }),
  party_count: integer({
    label: words('当事人数', 'Number of parties'),
    unit: words('人', 'parties'),
    automatic: true,
    aliases: ['涉及当事人数'],
  }),
  subjects: choice({
    label: words('纠纷主体', 'Who the parties are'),
    table: 'med_subjects',
    automatic: true,
  }),
} as const;

/** Acceptance, inquiry and talks. */
export const talksFields = {
  accepted_on: day({ label: words('受理日期', 'Accepted on'), indexed: true, aliases: ['受案时间'] }),
  refusal: longText({
    label: words('不予受理理由', 'Why not accepted'),
    help: words(
      '法律规定由专门机关管辖，或法院、行政机关已受理的，不予受理',
      'What the law gives to others, or a court or office has already accepted',
    ),
    max: 500,
  }),
  rights_told_on: day({
    label: words('权利义务告知日期', 'Rights told on'),
    aliases: ['告知日期'],
  }),
  mediator: link({
    label: words('主持调解员', 'Mediator'),
    ledger: 'mediator',
    aliases: ['调解员', '承办人'],
  }),
  other_mediators: text({ label: words('参与调解员', 'Other mediators'), max: 100, suggest: true }),
  clerk: text({ label: words('记录人', 'Recorder'), max: 50, suggest: true, aliases: ['记录员'] }),
  extend_days: integer({
    label: words('延长天数', 'Days of extension'),
    help: words('调解期限一个月，双方同意的可以延长', 'A month; longer when both parties agree'),
    min: 1,
    max: 90,
    unit: words('天', 'days'),
  }),
  deadline: instant({
    label: words('办理期限', 'Due'),
    indexed: true,
    automatic: true,
    aliases: ['调解期限'],
  }),
  session_count: integer({
    label: words('调解次数', 'Sessions'),
    unit: words('次', 'sessions'),
    automatic: true,
  }),
  last_session_on: day({ label: words('最近调解日期', 'Last session'), automatic: true }),
  next_session_at: instant({
    label: words('下次调解时间', 'Next session'),
    help: words('按最近一次调解记录', 'As the last session agreed'),
    automatic: true,
    since: 2,
  }),
  id_files: attachment({ label: words('身份证明', 'Proof of identity') }),
  authority_files: attachment({ label: words('授权委托书', 'Authority of agents') }),
  evidence_files: attachment({ label: words('证据材料', 'Evidence files') }),
} as const;

/** What came of it: agreement or failure. */
export const outcomeFields = {
  result: choice({ label: words('调解结果', 'Result'), table: 'med_result' }),
  result_on: day({ label: words('调解结束日期', 'Ended on'), indexed: true, aliases: ['调解日期'] }),
  agreement_form: choice({ label: words('协议形式', 'Form of agreement'), table: 'med_form' }),
  agreement_facts: longText({
    label: words('主要事实和争议事项', 'Facts and points at issue'),
    help: words('纠纷主要事实、争议事项以及各方责任', 'Facts, points at issue, who is liable'),
    max: STATEMENT,
  }),
  agreement: longText({ label: words('协议内容', 'Agreement'), max: STATEMENT, aliases: ['调解协议内容'] }),
  perform_way: text({ label: words('履行方式', 'How to perform'), max: 200 }),
  perform_place: text({ label: words('履行地点', 'Where to perform'), max: 100 }),
  perform_by: day({ label: words('履行期限', 'To be performed by') }),
  copies: integer({
    label: words('协议份数', 'Copies'),
    min: 1,
    max: 20,
    unit: words('份', 'copies'),
  }),
  agreed_on: day({
    label: words('协议日期', 'Agreed on'),
    help: words(
      '书面协议自各方签名之日生效，口头协议自达成之日生效',
      'In force when signed; an oral one when it is reached',
    ),
    aliases: ['协议签订日期'],
  }),
  agreement_files: attachment({ label: words('签名的协议书', 'Signed agreement') }),
  advice: multiChoice({
    label: words('告知的救济途径', 'Ways pointed out'),
    help: words('调解不成的，告知仲裁、行政、诉讼途径', 'When it fails: arbitration, authorities, courts'),
    table: 'med_advice',
  }),
  ended_why: longText({ label: words('终止或撤回原因', 'Why it ended'), max: 500 }),
  prevented: choice({ label: words('防止激化情形', 'What was prevented'), table: 'med_prevented' }),
  prevented_people: integer({
    label: words('防止激化涉及人数', 'People it concerned'),
    min: 0,
    max: 99_999,
    unit: words('人', 'people'),
  }),
} as const;

/** After the agreement: performance, return visit, court. */
export const afterFields = {
  performance: choice({ label: words('履行情况', 'Performance'), table: 'med_performance', automatic: true }),
  perform_due: day({ label: words('待履行', 'Performance due'), indexed: true, automatic: true }),
  performance_files: attachment({ label: words('履行凭证', 'Proof of performance') }),
  visit_by: day({ label: words('计划回访日期', 'Return visit planned'), aliases: ['回访期限'] }),
  visit_due: day({ label: words('待回访', 'Return visit due'), indexed: true, automatic: true }),
  last_visit_on: day({ label: words('最近回访日期', 'Last visited'), automatic: true }),
  confirm_wanted: yesNo({ label: words('申请司法确认', 'Confirmation wanted') }),
  confirm_due: day({
    label: words('司法确认申请期限', 'To be applied for by'),
    indexed: true,
    automatic: true,
  }),
  confirm_applied_on: day({ label: words('司法确认申请日期', 'Applied on') }),
  pretrial_on: day({ label: words('移送诉前联调日期', 'Sent to the court on') }),
  court: text({ label: words('法院', 'Court'), max: 100, suggest: true }),
  court_no: text({ label: words('法院案号', 'Number at the court'), max: 50, search: true }),
  court_replied_on: day({ label: words('法院答复日期', 'Answered on') }),
  court_result: choice({ label: words('法院答复', 'Answer of the court'), table: 'med_court_result' }),
  court_files: attachment({ label: words('司法确认和联调材料', 'Court papers') }),
} as const;

/** End of the case and its dossier. */
export const closingFields = {
  closed_on: day({ label: words('结案日期', 'Closed on'), aliases: ['结案时间'] }),
  closing: longText({ label: words('结案说明', 'Closing note'), max: 1000 }),
  approver: text({ label: words('审批人', 'Approved by'), max: 50, suggest: true }),
  approval: longText({ label: words('审批意见', 'Approval'), max: 500 }),
  dossier_note: longText({ label: words('卷宗情况说明', 'Note on the dossier'), max: 1000 }),
  keep: choice({ label: words('保管期限', 'Time of keeping'), table: 'med_keep' }),
  archived_on: day({ label: words('归档日期', 'Filed on') }),
  archive_place: text({ label: words('存放位置', 'Kept at'), max: 100, suggest: true }),
  other_files: attachment({ label: words('其他材料', 'Other files') }),
  remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
} as const;
