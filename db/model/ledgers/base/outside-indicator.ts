import { defineLedger } from '../../define-ledger.ts';
import type { Values } from '../../field-kind.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { monthText } from '../../rules/clock-text.ts';
import { villageField } from '../parts/place.ts';

/** Units of the shipped indicators, by the head of the code or the whole code; what an office adds says its own. */
const units: readonly (readonly [code: string, unit: string])[] = [
  ['0105', '宗'],
  ['01', '万元'],
  ['0302', '人'],
  ['0402', '人'],
  ['0403', '人'],
  ['0503', '个'],
  ['05', '人'],
  ['0602', '件'],
  ['06', '%'],
  ['0701', '%'],
  ['0801', '户'],
  ['02', '宗'],
  ['03', '宗'],
  ['04', '宗'],
  ['09', '宗'],
  ['10', '件'],
];

/**
 * Figures that other departments own (三资, 刑事立案, 火灾, 在校生, 执结率 …), month by month and village by village, as
 * they sent them. The workbench compares them; it does not make them.
 */
export const outsideIndicator = defineLedger({
  id: 'outside_indicator',
  revision: 1,
  area: 'base',
  label: words('月度外部指标', 'Figures from outside'),
  counter: words('条', 'figures'),
  source: '各主管部门每月提供的数据（农业农村、公安、消防、应急、教育、法院、市场监管）',
  fields: {
    month: text({
      label: words('统计月份', 'Month'),
      help: words('按 2026-10 填写；年度数填当年12月', 'As 2026-10; yearly figures in December'),
      max: 12,
      required: true,
      aliases: ['月份', '期间', '数据月份', '年月'],
    }),
    village: villageField({ label: words('村（社区）', 'Village'), isTownToo: true }),
    kind: choice({
      label: words('外部指标', 'Indicator'),
      table: 'outside_indicator_kind',
      required: true,
      aliases: ['指标', '指标名称', '项目'],
    }),
    value: decimal({
      label: words('数值', 'Value'),
      digits: 2,
      hasCounts: true,
      required: true,
      min: -99_999_999,
      max: 999_999_999,
      aliases: ['指标值', '本月数', '本期数', '本月'],
    }),
    unit: text({
      label: words('计量单位', 'Unit'),
      help: words('目录内指标自动带出', 'Filled for the indicators that come with the program'),
      max: 20,
      suggest: true,
      aliases: ['单位'],
    }),
    source_body: choice({
      label: words('数据来源部门', 'Department'),
      table: 'indicator_source',
      aliases: ['来源部门', '数据来源', '填报部门'],
    }),
    counted_on: day({
      label: words('统计截止日', 'Counted on'),
      help: words('不填为当月最后一天', 'The last day of the month unless another is written'),
      indexed: true,
      aliases: ['截止日期'],
    }),
    remark: text({ label: words('备注', 'Remark'), max: 200 }),
  },
  title: ['kind'],
  subtitle: ['month', 'village'],
  sections: [
    {
      label: words('指标', 'Figure'),
      fields: ['month', 'village', 'kind', 'value', 'unit', 'source_body', 'counted_on', 'remark'],
    },
  ],
  list: ['month', 'village', 'kind', 'value', 'unit', 'source_body', 'counted_on'],
  naturalKey: ['month', 'village', 'kind'],
  sort: '-month',
  indexes: [
    ['kind', 'month'],
    ['village', 'month'],
  ],
  rules: [monthText('month')],
  fill: filled,
  derived: ['counted_on'],
  ending: 'void',
  period: 'counted_on',
  spread: { kind: 'kind', value: 'value', unit: 'unit', month: 'month' },
});

/** Month as `YYYY-MM` of what offices write; its last day; unit and department by the code of the indicator. */
function filled(row: Values): Values {
  const month = typeof row['month'] === 'string' ? writtenMonth(row['month']) : row['month'];
  const kind = typeof row['kind'] === 'string' ? row['kind'] : '';
  return {
    ...row,
    month: month ?? null,
    unit: row['unit'] ?? indicatorUnit(kind),
    source_body: row['source_body'] ?? (kind === '' ? null : kind.slice(0, 2)),
    counted_on: row['counted_on'] ?? (typeof month === 'string' ? lastDay(month) : null),
  };
}

/** Unit of a shipped indicator; `null` for one an office added. */
export const indicatorUnit = (kind: string): string | null =>
  units.find(([code]) => kind.startsWith(code))?.[1] ?? null;

/** `2026年10月`, `2026/10`, `202610`, `2026.10` as `2026-10`; anything else as it is, for the rule to refuse. */
function writtenMonth(text: string): string {
  const parts = /^(\d{4})\s?[-/.年]?\s?(\d{1,2})月?(?:份)?$/.exec(text.trim());
  return parts ? `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}` : text;
}

function lastDay(month: string): string | null {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (!parts) return null;
  return new Date(Date.UTC(Number(parts[1]), Number(parts[2]), 0)).toISOString().slice(0, 10);
}
