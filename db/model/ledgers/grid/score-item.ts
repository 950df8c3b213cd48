import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { money } from '../../fields/money.ts';
import type { Value } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Points given to or taken off a grid worker by hand (加减分登记); they enter the sheet of their month. */
export const scoreItem = defineLedger({
  id: 'score_item',
  revision: 1,
  area: 'grid',
  label: words('加减分登记', 'Scoring items'),
  counter: words('条', 'items'),
  source: '网格员考核办法（自处置、逾期任务、考勤登记）',
  period: 'happened_on',
  fields: {
    staff: link({
      label: words('网格员', 'Grid worker'),
      ledger: 'grid_staff',
      required: true,
      aliases: ['姓名', '网格员姓名'],
    }),
    village: link({ label: words('所属村（社区）', 'Village'), ledger: 'division', automatic: true }),
    happened_on: day({ label: words('日期', 'Day'), required: true, aliases: ['发生日期'] }),
    rule: link({
      label: words('加减分项目', 'Item'),
      ledger: 'score_rule',
      required: true,
      aliases: ['项目', '项目名称'],
    }),
    times: integer({ label: words('次数', 'Times'), min: 1, max: 1000, aliases: ['天数'] }),
    each_points: integer({
      label: words('每次分值', 'Points each'),
      min: -1000,
      max: 1000,
      unit: words('分', 'points'),
    }),
    each_amount: money({ label: words('每次金额', 'Amount each'), min: -10_000, max: 10_000 }),
    points: integer({ label: words('分值', 'Points'), automatic: true }),
    amount: money({ label: words('金额', 'Amount'), automatic: true }),
    ...noteFields({ label: words('凭证', 'Evidence') }),
  },
  title: ['rule', 'happened_on'],
  subtitle: ['staff'],
  sections: [
    {
      label: words('加减分', 'Scoring'),
      fields: [
        'staff',
        'village',
        'happened_on',
        'rule',
        'times',
        'each_points',
        'each_amount',
        'points',
        'amount',
        ...noteNames,
      ],
    },
  ],
  list: ['happened_on', 'staff', 'rule', 'times', 'points', 'amount', 'village', 'remark'],
  naturalKey: ['staff', 'happened_on', 'rule'],
  sort: '-happened_on',
  indexes: [['happened_on'], ['village', 'happened_on']],
  takes: [
    { link: 'staff', fields: { village: 'village' } },
    { link: 'rule', fields: { each_points: 'points', each_amount: 'amount' } },
  ],
  rules: [notFuture('happened_on')],
  fill: (row) => {
    const times = typeof row['times'] === 'number' ? row['times'] : 1;
    const all = (each: Value | undefined): number | null => (typeof each === 'number' ? each * times : null);
    return { ...row, times, points: all(row['each_points']), amount: all(row['each_amount']) };
  },
});
