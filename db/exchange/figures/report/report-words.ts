import { words, type Language } from '../../../model/localized.ts';
import type { MonthlyReport } from './monthly-report.ts';

/** Words of the monthly report, on paper and in sheets. */
export const reportWords = {
  title: words('社会治理工作月报', 'Monthly report on social governance'),
  cover: words('四个到位', 'Overview'),
  definitions: words('指标说明', 'What is counted'),
  figure: words('指标', 'Figure'),
  definition: words('说明', 'Definition'),
  formula: words('本月', 'This month'),
  item: words('项目', 'Item'),
  unit: words('单位', 'Unit'),
  now: words('本月', 'This month'),
  before: words('上月', 'Month before'),
  change: words('环比', 'Change'),
  yearBefore: words('去年同月', 'Year before'),
  yearChange: words('同比', 'On the year'),
  reckoned: words('数据截至 {at}', 'As of {at}'),
  group: words('{n}、{label}', '{n}. {label}'),
  standing: words(
    '“—”：在册现有数不作比较；没有可统计记录的比率也记为“—”',
    '"—": records as they stand are not compared; a rate of no records',
  ),
  said: words('{label}：{definition}', '{label}: {definition}'),
  counted: words('{said}。本月：{formula}', '{said}. This month: {formula}'),
  practice: words('练习数据', 'Practice data'),
  page: words('第 {page} 页，共 {pages} 页', 'Page {page} of {pages}'),
} as const;

/** Numbers of the groups as offices write them. */
export const groupNumbers = {
  zh: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
} as const;

/** 虎门镇2026年10月社会治理工作月报. */
export const fullTitle = (
  { town, periods, title }: Pick<MonthlyReport, 'town' | 'periods' | 'title'>,
  language: Language,
): string => [town, periods[0], title].join(language === 'zh' ? '' : ' ');
