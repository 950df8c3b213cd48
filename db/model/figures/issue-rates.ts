import { words } from '../localized.ts';
import { dayMarks, defineCount, defineRate } from './define-rate.ts';

/** Reported: neither draft, nor void or withdrawn. */
export const reported = { status: { not: ['00', '90', '91'] } } as const;
const open = ['20', '30', '35', '40', '45', '46', '48', '50', '55', '60'] as const;
const closed = { status: ['70', '80'] } as const;
/** Accepted and not ended without an outcome, those on hold, with the city, or asked to be voided among them. */
const accepted = { status: [...open, ...closed.status] } as const;

/** Figures of issues (问题隐患), by the day they were reported; definitions of domain.md §4.6 (GK). */
export const issueFigures = [
  defineRate({
    id: 'acceptance',
    ledger: 'issue',
    label: words('受理率', 'Accepted'),
    definition: words(
      '受理率＝已受理宗数÷上报宗数（不含草稿、作废、撤回），按上报时间统计',
      'Accepted issues out of those reported, drafts and void ones left out; by the time of reporting',
    ),
    counted: words('已受理', 'Accepted'),
    outOf: words('已上报', 'Reported'),
    numerator: accepted,
    denominator: reported,
  }),
  defineRate({
    id: 'self_handled',
    ledger: 'issue',
    label: words('自处置率', 'Handled on the spot'),
    definition: words(
      '自处置率＝当场处置宗数÷上报宗数（不含草稿、作废、撤回），按上报时间统计',
      'Issues handled on the spot out of those reported, drafts and void ones left out',
    ),
    counted: words('当场处置', 'Handled on the spot'),
    outOf: words('已上报', 'Reported'),
    numerator: { is_self_handled: true },
    denominator: reported,
  }),
  defineRate({
    id: 'dispatch_in_time',
    ledger: 'issue_step',
    label: words('派遣及时率', 'Dispatched in time'),
    definition: words(
      '派遣及时率＝期限内派遣的次数÷派遣次数，按派遣时间统计',
      'Dispatches within their limit out of all dispatches; by the time of dispatch',
    ),
    counted: words('期限内派遣', 'In time'),
    outOf: words('派遣', 'Dispatches'),
    numerator: { was_late: { not: true } },
    denominator: { action: 'dispatch' },
  }),
  defineRate({
    id: 'closing',
    ledger: 'issue',
    label: words('办结率', 'Closed'),
    definition: words(
      '办结率＝已结案宗数÷已受理宗数，按上报时间统计，不论何时结案',
      'Closed issues out of those accepted; by the time of reporting, whenever they were closed',
    ),
    counted: words('已结案', 'Closed'),
    outOf: words('已受理', 'Accepted'),
    numerator: closed,
    denominator: accepted,
  }),
  defineRate({
    id: 'closing_in_time',
    ledger: 'issue',
    label: words('按期办结率', 'Closed in time'),
    definition: words(
      '按期办结率＝处置期限内处置完毕并已结案的宗数÷应结案宗数（已受理且处置期限已过），按上报时间统计',
      'Closed issues handled within their limit out of those accepted whose limit has passed; by the time of reporting',
    ),
    counted: words('期限内处置完毕并结案', 'Closed in time'),
    outOf: words('应结案', 'Limit passed'),
    numerator: { ...closed, handled_at: { notAfter: 'handle_by' } },
    denominator: { ...accepted, handle_by: { to: dayMarks.yesterday } },
  }),
  defineRate({
    id: 'returned',
    ledger: 'issue',
    label: words('退回率', 'Sent back'),
    definition: words(
      '退回率＝承办单位或市级退回过的宗数÷已受理宗数，按上报时间统计',
      'Issues a unit or the city sent back out of those accepted; by the time of reporting',
    ),
    counted: words('退回过', 'Sent back'),
    outOf: words('已受理', 'Accepted'),
    numerator: { return_count: { from: 1 } },
    denominator: accepted,
  }),
  defineRate({
    id: 'reworked',
    ledger: 'issue',
    label: words('返工率', 'Reworked'),
    definition: words(
      '返工率＝核查不通过过的宗数÷已处置宗数，按上报时间统计',
      'Issues that failed a verification out of those handled; by the time of reporting',
    ),
    counted: words('核查不通过过', 'Failed'),
    outOf: words('已处置', 'Handled'),
    numerator: { rework_count: { from: 1 } },
    denominator: { ...accepted, handled_at: { blank: false } },
  }),
  defineRate({
    id: 'repeated',
    ledger: 'issue',
    label: words('重复投诉率', 'Repeated complaints'),
    definition: words(
      '重复投诉率＝并入已有事项的群众上报和12345热线宗数÷群众上报和12345热线宗数（不含草稿、作废、撤回）',
      'Complaints joined to an open case out of those of residents and the hotline',
    ),
    counted: words('并入已有事项', 'Joined'),
    outOf: words('群众上报和热线', 'Complaints'),
    numerator: { status: '92' },
    denominator: { ...reported, issue_source: ['02', '03'] },
  }),
  defineRate({
    id: 'satisfied',
    ledger: 'issue',
    label: words('满意率', 'Satisfied'),
    definition: words(
      '满意率＝评价满意、基本满意的宗数÷已评价宗数，按上报时间统计',
      'Issues judged satisfying or mostly so out of those judged; by the time of reporting',
    ),
    counted: words('满意、基本满意', 'Satisfied'),
    outOf: words('已评价', 'Judged'),
    numerator: { satisfaction: ['1', '2'] },
    denominator: { satisfaction: { blank: false } },
  }),
  defineCount({
    id: 'closed',
    ledger: 'issue',
    label: words('已结案', 'Closed'),
    definition: words('本期上报、现已结案的宗数', 'Issues reported in the period that are closed now'),
    where: closed,
  }),
  defineCount({
    id: 'open',
    ledger: 'issue',
    label: words('在办', 'In hand'),
    definition: words(
      '本期上报、已受理未结案的宗数（含挂账、上报市级）',
      'Issues reported in the period, accepted and not closed yet, on hold or with the city too',
    ),
    where: { status: open },
  }),
  defineCount({
    id: 'overdue',
    ledger: 'issue',
    label: words('超期未结', 'Overdue'),
    definition: words(
      '本期上报、已受理未结案、办理期限已过的宗数',
      'Issues reported in the period, accepted, not closed, whose limit has passed',
    ),
    where: { status: open, deadline: { to: dayMarks.yesterday } },
  }),
];
