import { words } from '../localized.ts';
import { dayMarks, defineCount, defineRate } from './define-rate.ts';

/** Accepted and not ended without an outcome: neither draft, waiting or refused, nor void or withdrawn. */
const accepted = { status: ['20', '30', '40', '45', '50', '55', '60', '70', '80'] } as const;
const closed = { status: ['70', '80'] } as const;

/** Figures of issues (问题隐患), by the day they were reported; definitions of domain.md §4 (GK). */
export const issueFigures = [
  defineRate({
    id: 'acceptance',
    ledger: 'issue',
    label: words('受理率', 'Accepted'),
    definition: words(
      '受理率＝已受理宗数÷上报宗数（不含草稿、作废、撤回），按上报时间统计',
      'Accepted issues out of those reported, drafts and void ones left out; by the time of reporting',
    ),
    numerator: accepted,
    denominator: { status: { not: ['00', '90', '91'] } },
  }),
  defineRate({
    id: 'closing',
    ledger: 'issue',
    label: words('办结率', 'Closed'),
    definition: words(
      '办结率＝已结案宗数÷已受理宗数，按上报时间统计，不论何时结案',
      'Closed issues out of those accepted; by the time of reporting, whenever they were closed',
    ),
    numerator: closed,
    denominator: accepted,
  }),
  defineRate({
    id: 'closing_in_time',
    ledger: 'issue',
    label: words('按期办结率', 'Closed in time'),
    definition: words(
      '按期办结率＝期限内结案宗数÷应结案宗数（已受理且办理期限已过），按上报时间统计',
      'Issues closed within their limit out of those accepted whose limit has passed; by the time of reporting',
    ),
    numerator: { ...closed, closed_at: { notAfter: 'deadline' } },
    denominator: { ...accepted, deadline: { to: dayMarks.yesterday } },
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
      '本期上报、已受理未结案的宗数',
      'Issues reported in the period, accepted and not closed yet',
    ),
    where: { status: ['20', '30', '40', '45', '50', '55', '60'] },
  }),
  defineCount({
    id: 'overdue',
    ledger: 'issue',
    label: words('超期未结', 'Overdue'),
    definition: words(
      '本期上报、已受理未结案、办理期限已过的宗数',
      'Issues reported in the period, accepted, not closed, whose limit has passed',
    ),
    where: { status: ['20', '30', '40', '45', '50', '55', '60'], deadline: { to: dayMarks.yesterday } },
  }),
];
