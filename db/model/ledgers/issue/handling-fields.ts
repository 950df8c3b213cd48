import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';

/** What actions write about an issue on its way from acceptance to evaluation: the second half of its record (domain §4.4). */
export const issueHandlingFields = {
  matter: link({ label: words('清单事项', 'Matter of the list'), ledger: 'issue_matter', since: 3 }),
  refusal: choice({ label: words('不予受理原因', 'Why not accepted'), table: 'issue_refusal', since: 3 }),
  joined_to: link({
    label: words('并入事项', 'Joined to'),
    ledger: 'issue',
    help: words('同一对象、同一问题已有未结事项时并入，不另立案', 'The open case of the same thing'),
    since: 3,
  }),
  accepted_at: instant({ label: words('受理时间', 'Accepted at') }),
  dispatched_to: text({
    label: words('派遣对象', 'Dispatched to'),
    max: 100,
    suggest: true,
    aliases: ['处置单位', '派遣部门', '主办单位'],
  }),
  joint_units: text({
    label: words('协办单位', 'Joint units'),
    max: 200,
    suggest: true,
    aliases: ['协同单位'],
    since: 3,
  }),
  dispatched_at: instant({ label: words('派遣时间', 'Dispatched at'), since: 3 }),
  limit_days: integer({
    label: words('限办工作日', 'Days allowed'),
    help: words('不填按入格事项或问题级别的时限计算', 'Empty: as the matter or the level says'),
    min: 1,
    max: 250,
    unit: words('个工作日', 'working days'),
    since: 3,
  }),
  is_self_handled: yesNo({
    label: words('是否当场处置', 'Handled on the spot'),
    aliases: ['自处置'],
    since: 3,
  }),
  legal_basis: link({
    label: words('引用条款', 'Article cited'),
    help: words('违反的法规条款', 'The article it offends'),
    ledger: 'legal_basis',
    since: 3,
  }),
  cause: longText({ label: words('原因分析', 'Cause'), max: 1000, since: 3 }),
  extension_days: integer({
    label: words('申请延期天数', 'Extension asked'),
    min: 1,
    max: 60,
    unit: words('天', 'days'),
    since: 3,
  }),
  extension_reason: longText({ label: words('延期原因', 'Why extended'), max: 500, since: 3 }),
  extension_count: integer({ label: words('延期次数', 'Extensions'), min: 0, max: 99, since: 3 }),
  return_count: integer({ label: words('退回次数', 'Times sent back'), min: 0, max: 99, since: 3 }),
  rework_count: integer({ label: words('返工次数', 'Reworks'), min: 0, max: 99, since: 3 }),
  supervise_level: choice({ label: words('督办级别', 'Supervision'), table: 'supervise_level', since: 3 }),
  supervise_count: integer({ label: words('督办次数', 'Times supervised'), min: 0, max: 99, since: 3 }),
  hold_reason: longText({ label: words('挂账原因', 'Why on hold'), max: 500, since: 3 }),
  sent_up_at: instant({ label: words('上报市级时间', 'Sent to the city'), since: 3 }),
  city_reply: longText({ label: words('市级回复', 'Reply of the city'), max: 1000, since: 3 }),
  satisfaction: choice({ label: words('满意度', 'Satisfaction'), table: 'satisfaction', since: 3 }),
  evaluation: longText({ label: words('评价意见', 'Evaluation'), max: 500, since: 3 }),
  deadline: instant({
    label: words('办理期限', 'Due'),
    indexed: true,
    aliases: ['时限', '处置时限', '截止时间'],
  }),
  handler_name: text({ label: words('处置人', 'Handled by'), max: 50, aliases: ['处置人姓名', '经办人'] }),
  handled_at: instant({ label: words('处置时间', 'Handled at'), aliases: ['处理时间'] }),
  handling: longText({
    label: words('处置结果', 'Result'),
    max: 2000,
    search: true,
    aliases: ['处理结果', '处置情况'],
  }),
  photos_after: attachment({ label: words('处置后照片', 'Photos after') }),
  verifier_name: text({ label: words('核查人', 'Verified by'), max: 50, aliases: ['核查人姓名'] }),
  verified_at: instant({ label: words('核查时间', 'Verified at') }),
  verification: longText({
    label: words('核查结论', 'Verification'),
    max: 1024,
    aliases: ['核查意见', '核查情况'],
  }),
  closed_at: instant({ label: words('结案时间', 'Closed at'), aliases: ['办结时间'] }),
  closing: longText({ label: words('结案意见', 'Closing remark'), max: 1024 }),
  handle_by: instant({
    label: words('处置期限', 'To be handled by'),
    help: words(
      '承办期间随办理期限变动，办结后保留；按期办结以此为准',
      'Follows the deadline while it is handled',
    ),
    automatic: true,
    since: 4,
  }),
  joint_state: choice({
    label: words('协办到场情况', 'Joint units on the spot'),
    table: 'joint_state',
    since: 4,
  }),
  handling_level: choice({
    label: words('办理层级', 'Level of handling'),
    table: 'issue_handling_level',
    since: 4,
  }),
  loss: money({ label: words('损失金额', 'Loss'), min: 0, max: 9_999_999_999, since: 4 }),
  dead_count: integer({
    label: words('死亡人数', 'Deaths'),
    min: 0,
    max: 9999,
    unit: words('人', 'people'),
    since: 4,
  }),
  hurt_count: integer({
    label: words('受伤人数', 'Injured'),
    min: 0,
    max: 9999,
    unit: words('人', 'people'),
    since: 4,
  }),
  extension_unit: choice({
    label: words('延期单位', 'Unit of extension'),
    help: words('不选按工作日', 'Working days unless chosen'),
    table: 'extension_unit',
    since: 4,
  }),
  photos_verified: attachment({ label: words('核查照片', 'Photos of the verification'), since: 4 }),
  evaluation_kind: choice({
    label: words('评价类型', 'Kind of evaluation'),
    table: 'evaluation_kind',
    since: 4,
  }),
  evaluated_at: instant({ label: words('评价时间', 'Evaluated at'), since: 4 }),
};
