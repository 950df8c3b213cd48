import { words } from '../../model/localized.ts';

/** Words of tables of figures on paper and in sheets. */
export const figureWords = {
  title: words('{ledger}统计', 'Figures: {ledger}'),
  indicator: words('指标', 'Indicator'),
  unit: words('单位', 'Unit'),
  now: words('本期', 'Period'),
  before: words('上期', 'Period before'),
  change: words('环比', 'Change'),
  yearBefore: words('去年同期', 'Year before'),
  yearChange: words('同比', 'On the year'),
  standing: words('现有', 'As they stand'),
  total: words('合计', 'Total'),
  by: words('按{field}：{indicator}', '{indicator} by {field}'),
  all: words('全部记录', 'All records'),
  reckoned: words('数据截至 {at}', 'As of {at}'),
  severally: words(
    '一条记录可计入多行，各行之和可大于合计',
    'A record may stand in several lines; their sum may exceed the total',
  ),
  linesBy: words('“{indicator}”只能按{fields}分组', '"{indicator}" has lines by {fields} only'),
  counted: words('{definition}。{when}：{formula}', '{definition}. {when}: {formula}'),
  definitions: words('指标说明', 'What is counted'),
} as const;
