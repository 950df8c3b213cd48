import type { Localized } from './localized.ts';
import { words } from './localized.ts';

/**
 * Why a value or a row is refused: the closed list. Placeholders in braces are filled from `args`.
 * The Chinese sentence is read by a clerk beside the cell, so it says what is wrong and what to write.
 */
export const reasons = {
  required: words('必填，不能为空', 'Required'),
  'too-long': words('最多 {max} 个字，现有 {actual} 个字', 'At most {max} characters, this has {actual}'),
  'bad-number': words('不是数字', 'Not a number'),
  'not-whole': words('应为整数', 'Must be a whole number'),
  'too-small': words('不能小于 {min}', 'Must not be below {min}'),
  'too-large': words('不能大于 {max}', 'Must not exceed {max}'),
  'too-precise': words('最多 {digits} 位小数', 'At most {digits} decimal places'),
  'bad-day': words('不是有效日期，请按 2026-11-23 填写', 'Not a date; write it as 2026-11-23'),
  'bad-instant': words(
    '不是有效时间，请按 2026-11-23 08:30 填写',
    'Not a time; write it as 2026-11-23 08:30',
  ),
  'bad-yes-no': words('请填“是”或“否”', 'Write yes or no'),
  'unknown-code': words('“{value}”不在“{table}”的选项中', '"{value}" is not in the list "{table}"'),
  'expired-code': words('“{value}”已于 {until} 停用', '"{value}" is out of use since {until}'),
  'id-length': words(
    '公民身份号码应为 18 位（或旧号 15 位），现有 {actual} 位',
    'An id number has 18 (old: 15) characters, this has {actual}',
  ),
  'id-characters': words(
    '公民身份号码只能是数字，末位可为 X',
    'An id number holds digits only, the last may be X',
  ),
  'id-birth': words('公民身份号码中的出生日期不存在', 'The birth date inside the id number does not exist'),
  'id-check': words(
    '公民身份号码校验位不对，应为 {expected}',
    'Wrong check digit of the id number, expected {expected}',
  ),
  'number-damaged': words(
    '号码已被表格软件改成科学计数（{value}），后几位已丢失，请从原件重新录入',
    'The spreadsheet has turned this number into {value}; its last digits are lost, please enter it again',
  ),
  'bad-document-number': words(
    '证件号码与证件种类不符',
    'The document number does not fit the kind of document',
  ),
  'bad-credit-code': words('统一社会信用代码校验不通过', 'Wrong unified social credit code'),
  'bad-phone': words('不是有效的电话号码', 'Not a telephone number'),
  'bad-point': words('坐标应为“经度,纬度”，例如 113.752,23.021', 'Write a point as longitude,latitude'),
  'bad-grid-code': words(
    '网格编码应为 15 位数字（村代码 12 位 + 3 位序号）',
    'A grid code has 15 digits (village 12 + 3)',
  ),
  'bad-address': words('地址缺少{level}', 'The address lacks its {level}'),
  'link-none': words('“{ledger}”中找不到“{value}”', 'No "{value}" in {ledger}'),
  'link-several': words(
    '“{ledger}”中有多条“{value}”，请改填编号',
    'Several "{value}" in {ledger}; give the code',
  ),
  'bad-characters': words('含有不可见或无法保存的字符', 'Holds characters that cannot be kept'),
  'sex-mismatch': words('性别与公民身份号码不符', 'Sex differs from the id number'),
  'birth-mismatch': words('出生日期与公民身份号码不符', 'Birth date differs from the id number'),
  'day-order': words('{later}不能早于{earlier}', '{later} must not be before {earlier}'),
  'day-future': words('不能晚于今天', 'Must not be after today'),
  'interval-none': words(
    '现在没有未结束的{ledger}，请改用“{enter}”',
    'There is no open record in {ledger}; use "{enter}"',
  ),
  'interval-open': words(
    '已有 {from} 起未结束的{ledger}，请改用“{change}”',
    '{ledger}: one is open since {from}; use "{change}"',
  ),
  'interval-several': words(
    '有 {count} 条未结束的{ledger}，请先打开核对，只留一条不填结束日期',
    '{ledger}: {count} are open; correct them first so that one is left',
  ),
  'interval-action': words('{ledger}没有这项操作', '{ledger} has no such action'),
  'interval-field': words('办理“{action}”时不填这一栏', 'Not given with "{action}"'),
  'interval-before': words(
    '不能早于现在这一段的开始日期 {from}',
    'Must not be before {from}, when the open one began',
  ),
  'interval-overlap': words('与 {from} 至 {to} 的一段重叠', 'Overlaps the one from {from} to {to}'),
  'interval-day-taken': words(
    '已有一段从 {from} 开始，请直接修改那一条',
    'One begins on {from} already; correct that record instead',
  ),
  'interval-gap': words(
    '{from} 至 {to} 之间没有记录，请核对',
    'Nothing is recorded from {from} to {to}, please check',
  ),
  'interval-same': words('与现在的相同，没有变动', 'The same as now, nothing changes'),
  'interval-stale': words(
    '刚才已有别的改动，请按现在的情况重新核对',
    'It was changed meanwhile; please look at it again',
  ),
  'workflow-state': words(
    '现在是“{state}”，不能办理“{action}”',
    'It is "{state}" now; "{action}" does not fit',
  ),
  'workflow-role': words('“{action}”由{who}办理', '"{action}" is done by: {who}'),
  'workflow-most': words('“{action}”最多办理 {most} 次', '"{action}" may be done {most} times at most'),
  'workflow-person': words(
    '{person}已办理“{action}”，这一步须由另一人办理',
    '{person} did "{action}"; this step needs another person',
  ),
  'workflow-field': words('这一步不填这一栏', 'Not given with this step'),
  'workflow-guarded': words(
    '只能通过办理动作改变，不能直接修改',
    'Changed by its actions only, not by editing',
  ),
  'workflow-begin': words(
    '新登记的应为“{state}”，办理从这里开始',
    'A new record is "{state}"; handling begins there',
  ),
  'workflow-removal': words(
    '已进入办理流程，请按流程作废或撤回',
    'It is being handled; void or withdraw it by its actions',
  ),
  'workflow-part': words(
    '所属的“{title}”已提交办理，内容不能再改；确需修改的，请先退回或撤回',
    'It belongs to "{title}", which is being handled; have that sent back or withdraw it first',
  ),
  'workflow-step': words(
    '办理记录由办理动作写入，不能手工填写或修改',
    'Steps are written by the actions of a case, not by hand',
  ),
  'workflow-reply': words(
    '上级答复不能手工填写或修改，只能填写“后续处理”',
    'Answers of the office above are not written by hand; only what was done about them is',
  ),
  'reply-not-here': words(
    '不是下级上报到本级的事项，不能在此答复',
    'It was not handed up to this office; it cannot be answered here',
  ),
  'reply-here': words(
    '这是下级上报的事项，请用“受理、退回、办结”答复，不在本级办理',
    'It was handed up by an office below: please answer it instead of acting on it',
  ),
  'reply-given': words(
    '这次上报已答复“{reply}”，不能再答复“{kind}”',
    'This hand-over was answered "{reply}" already; "{kind}" does not fit',
  ),
  'reply-other': words(
    '答复的是此前一次上报，事项此后已重新上报',
    'It answers an earlier hand-over; the case was handed up again since',
  ),
  'reply-undone': words('登记后已被撤销', 'It was entered and taken back'),
  'reply-removed': words('事项已作废或删除', 'The case was removed'),
  'workflow-stale': words(
    '刚才已有人办理，请按现在的情况重新核对',
    'Somebody acted meanwhile; please look at it again',
  ),
  'workflow-created': words('将新建的{ledger}：{text}', 'The {ledger} to be made: {text}'),
  'in-record': words('{ledger}的“{field}”：{text}', '{ledger}, {field}: {text}'),
  'number-given': words(
    '已据此编号，不能再改；登记错的请作废后重新登记',
    'The record is numbered by this and keeps it; void it and enter it anew if it is wrong',
  ),
  'key-taken': words('与已有记录重复：{title}', 'Already recorded: {title}'),
  'key-repeated': words('与第 {row} 行重复', 'Repeats row {row}'),
  'not-attachment': words('附件不存在，请重新添加', 'The attachment is not here, please add it again'),
  'formula-error': words('单元格公式出错（{value}）', 'The cell holds a formula error ({value})'),
  'unknown-field': words('没有这个字段', 'No such field'),
  'rule-broken': words('{text}', '{text}'),
} as const satisfies Record<string, Localized>;

/** A code of `reasons`. */
export type ReasonCode = keyof typeof reasons;

/** One broken rule of a row: on a field, or on the row as a whole (`field: null`). */
export interface Finding {
  readonly field: string | null;
  readonly code: ReasonCode;
  readonly args?: Readonly<Record<string, string | number>>;
  /** A warning is shown but does not stop a save. */
  readonly level: 'error' | 'warning';
}

/** The sentence of a reason with its placeholders filled. */
export function reasonText(
  code: ReasonCode,
  args: Readonly<Record<string, string | number>> | undefined,
  language: keyof Localized,
): string {
  return reasons[code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(args?.[name] ?? whole),
  );
}
