import { defineLedger } from '../../define-ledger.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { grid } from '../../fields/grid.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { totalOf } from './reward-totals.ts';

const points = words('分', 'points');

/** What a grid worker is to be paid: reports, scoring, and what was added or taken off by hand; never below nothing. */
function payable(row: Values): number {
  return Math.max(0, totalOf([row], ['report_amount', 'score_amount', 'adjust']));
}

/** Lines of a reward sheet (考核奖励明细), one for each grid worker; every figure follows its items, which stand on its page. */
export const rewardLine = defineLedger({
  id: 'reward_line',
  revision: 1,
  area: 'grid',
  label: words('考核奖励明细', 'Reward lines'),
  counter: words('人', 'people'),
  source: '网格员奖励发放表',
  partOf: 'sheet',
  fields: {
    sheet: link({ label: words('考核奖励表', 'Sheet'), ledger: 'reward_sheet', required: true }),
    staff: link({ label: words('网格员', 'Grid worker'), ledger: 'grid_staff', required: true }),
    staff_no: text({ label: words('工号', 'Staff number'), max: 20, code: true, automatic: true }),
    grid: grid({ label: words('负责网格', 'Grid'), automatic: true }),
    reports: integer({ label: words('有效上报数', 'Valid reports'), automatic: true }),
    zero_reports: integer({ label: words('不计分上报数', 'Reports that count nothing'), automatic: true }),
    report_points: integer({ label: words('上报分值', 'Points of reports'), automatic: true, unit: points }),
    report_amount: money({ label: words('上报奖励', 'Reward of reports'), automatic: true }),
    score_points: integer({ label: words('加减分', 'Scoring'), automatic: true, unit: points }),
    score_amount: money({ label: words('加减金额', 'Amount of scoring'), automatic: true }),
    attendance_days: integer({
      label: words('出勤天数', 'Days present'),
      min: 0,
      max: 31,
      unit: words('天', 'days'),
    }),
    adjust: money({
      label: words('其他增减', 'Other'),
      help: words('减发填负数，并写明理由', 'Negative takes money off; say why'),
      min: -100_000,
      max: 100_000,
    }),
    adjust_reason: text({ label: words('增减理由', 'Why'), max: 200 }),
    amount: money({ label: words('应发金额', 'To be paid'), automatic: true }),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['staff'],
  subtitle: ['amount'],
  sections: [
    {
      label: words('考核', 'Performance'),
      fields: [
        'sheet',
        'staff',
        'staff_no',
        'grid',
        'reports',
        'zero_reports',
        'report_points',
        'report_amount',
        'score_points',
        'score_amount',
      ],
    },
    {
      label: words('核定', 'Settlement'),
      fields: ['attendance_days', 'adjust', 'adjust_reason', 'amount', 'remark'],
    },
  ],
  list: [
    'staff',
    'reports',
    'amount',
    'report_points',
    'score_points',
    'attendance_days',
    'adjust',
    'staff_no',
  ],
  naturalKey: ['sheet', 'staff'],
  sort: 'staff_no',
  indexes: [['staff_no'], ['staff', 'sheet']],
  takes: [{ link: 'staff', fields: { staff_no: 'staff_no', grid: 'grid' } }],
  rules: [
    (row) => {
      const isSilent = typeof row['adjust'] === 'number' && row['adjust'] !== 0;
      return isSilent && typeof row['adjust_reason'] !== 'string'
        ? [{ field: 'adjust_reason', code: 'required', level: 'error' }]
        : [];
    },
  ],
  fill: (row) => ({ ...row, amount: payable(row) }),
  follows: [
    {
      part: 'reward_item',
      link: 'line',
      newest: 'source_no',
      fields: ['reports', 'zero_reports', 'report_points', 'report_amount', 'score_points', 'score_amount'],
      values: ({ parts }) => {
        const items = parts();
        const reports = items.filter(({ kind }) => kind === '01');
        const scores = items.filter(({ kind }) => kind === '02');
        const counted = reports.filter((item) => typeof item['zero_reason'] !== 'string');
        return {
          reports: counted.length,
          zero_reports: reports.length - counted.length,
          report_points: totalOf(reports, ['points']),
          report_amount: totalOf(reports, ['amount']),
          score_points: totalOf(scores, ['points']),
          score_amount: totalOf(scores, ['amount']),
        };
      },
    },
  ],
});
