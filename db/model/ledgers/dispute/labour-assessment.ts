import { dayAfter, monthsAfter } from '../../calendar/day-arithmetic.ts';
import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import type { FollowFacts } from '../../follow-spec.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { monthText } from '../../rules/clock-text.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { labourItemFields, labourItemNames } from './labour-items.ts';
import { shippedScale, type GradeRule } from './labour-scale.ts';
import { labourScore } from './labour-score.ts';
import { scaleOn } from './labour-values.ts';

/**
 * Assessments of labour risk (企业劳资风险研判), one for a unit and month. Values come from the form or month by month from the
 * sheets of tax, social security, power and water: an import finds the row by credit code or name and month and fills its own
 * columns. Score, grade, measures and the next review follow from the scale and the handling.
 */
export const labourAssessment = defineLedger({
  id: 'labour_assessment',
  revision: 1,
  area: 'dispute',
  label: words('企业劳资风险', 'Labour risks'),
  counter: words('条', 'assessments'),
  source: '企业风险预警（欠薪）：东莞沙田、宁波海曙、常州天宁、黄石做法，指标待核',
  period: 'assessed_on',
  fields: {
    unit: link({
      label: words('企业', 'Unit'),
      help: words('填统一社会信用代码或单位名称', 'By credit code or name'),
      ledger: 'unit',
      required: true,
      aliases: [
        '企业名称',
        '单位名称',
        '统一社会信用代码',
        '社会信用代码',
        '纳税人识别号',
        '用户名称',
        '参保单位',
      ],
    }),
    period: text({
      label: words('研判月份', 'Month'),
      help: words('按 2026-10 填写', 'As 2026-10'),
      max: 7,
      required: true,
      aliases: ['月份', '所属期', '统计月份', '年月', '费款所属期'],
    }),
    assessed_on: day({ label: words('研判日期', 'Assessed on'), required: true }),
    assessor: text({ label: words('研判人', 'Assessor'), max: 50 }),
    village: link({
      label: words('所属村（社区）', 'Village'),
      ledger: 'division',
      automatic: true,
    }),
    ...labourItemFields,
    hand_points: integer({
      label: words('人工加减分', 'Points by hand'),
      min: -30,
      max: 30,
      unit: words('分', 'points'),
    }),
    hand_reason: text({ label: words('加减分理由', 'Why'), max: 200 }),
    score: integer({ label: words('得分', 'Score'), automatic: true }),
    grade: choice({ label: words('风险等级', 'Grade'), table: 'labor_grade', automatic: true }),
    vetoes: text({ label: words('一票否决', 'Veto'), max: 200, automatic: true }),
    duty: text({ label: words('应采取措施', 'Measures'), max: 200, automatic: true }),
    state: choice({ label: words('处置状态', 'State'), table: 'labour_state', automatic: true }),
    responsible: text({
      label: words('包案人', 'Person in charge'),
      max: 50,
      aliases: ['责任人'],
    }),
    lead_unit: text({ label: words('牵头单位', 'Lead unit'), max: 100, suggest: true }),
    reviewed_on: day({ label: words('最近处置日期', 'Last handled on'), automatic: true }),
    next_review: day({ label: words('下次复核日期', 'Next review'), automatic: true }),
    paid_amount: money({ label: words('已发工资', 'Wages paid'), automatic: true }),
    paid_people: integer({ label: words('已发人数', 'People paid'), automatic: true }),
    closed_on: day({ label: words('化解日期', 'Closed on') }),
    closing: longText({ label: words('化解情况', 'How it was closed'), max: 1024 }),
    ...noteFields({ label: words('佐证材料', 'Evidence') }),
  },
  title: ['unit', 'period'],
  subtitle: ['grade'],
  sections: [
    {
      label: words('研判对象', 'Subject'),
      fields: ['unit', 'period', 'assessed_on', 'assessor', 'village'],
    },
    { label: words('指标', 'Indicators'), fields: [...labourItemNames, 'hand_points', 'hand_reason'] },
    {
      label: words('结果', 'Result'),
      fields: ['score', 'grade', 'vetoes', 'duty', 'next_review'],
    },
    {
      label: words('处置', 'Handling'),
      fields: [
        'responsible',
        'lead_unit',
        'state',
        'reviewed_on',
        'paid_amount',
        'paid_people',
        'closed_on',
        'closing',
        ...noteNames,
      ],
    },
  ],
  list: [
    'unit',
    'period',
    'score',
    'grade',
    'vetoes',
    'state',
    'owed_people',
    'owed_amount',
    'responsible',
    'next_review',
  ],
  naturalKey: ['unit', 'period'],
  sort: '-assessed_on',
  indexes: [
    ['assessed_on'],
    ['next_review'],
    ['state', 'next_review'],
    ['grade', 'assessed_on'],
    ['period', 'grade'],
  ],
  takes: [{ link: 'unit', fields: { village: 'village' } }],
  rules: [
    monthText('period'),
    notFuture('assessed_on', 'closed_on'),
    dayOrder(
      { field: 'assessed_on', label: words('研判日期', 'Assessed on') },
      { field: 'closed_on', label: words('化解日期', 'Closed on') },
    ),
  ],
  fill: (row) => ({
    ...row,
    assessed_on: row['assessed_on'] ?? lastDay(row['period']),
    state: typeof row['closed_on'] === 'string' ? '20' : '10',
  }),
  follows: [
    {
      part: 'labour_step',
      link: 'assessment',
      newest: 'done_on',
      reads: ['labour_indicator', 'labour_veto', 'labour_grade_rule'],
      fields: [
        'score',
        'grade',
        'vetoes',
        'duty',
        'reviewed_on',
        'next_review',
        'paid_amount',
        'paid_people',
      ],
      values: assessed,
    },
  ],
  dues: [
    {
      field: 'next_review',
      label: words('劳资风险复核', 'Review of labour risk'),
      person: 'responsible',
      while: { field: 'state', values: ['10'] },
    },
  ],
  wants: [
    {
      field: 'responsible',
      label: words('包案人', 'Person in charge'),
      while: { field: 'grade', values: ['3', '4'] },
    },
  ],
});

/** Day of a sheet that only names the month: its last but three, which every month has. `null` while there is none. */
const lastDay = (period: Values[string] | undefined): string | null =>
  typeof period === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? `${period}-28` : null;

/** Everything that follows from the values, the scale of the day and what was done since. */
function assessed({ whole, newest, parts, rows }: FollowFacts): Values {
  const day = typeof whole['assessed_on'] === 'string' ? whole['assessed_on'] : '9999-12-31';
  const scale = scaleOn(
    day,
    {
      indicators: rows('labour_indicator'),
      vetoes: rows('labour_veto'),
      grades: rows('labour_grade_rule'),
    },
    shippedScale,
  );
  const extra = typeof whole['hand_points'] === 'number' ? whole['hand_points'] : 0;
  const { score, vetoes, grade, rule } = labourScore(whole, scale, extra);
  const steps = newest === null ? [] : parts();
  const last = typeof newest?.['done_on'] === 'string' ? newest['done_on'] : null;
  return {
    score,
    grade,
    vetoes: vetoes.length === 0 ? null : vetoes.join('、'),
    duty: rule === null || rule.duty === '' ? null : rule.duty,
    reviewed_on: last,
    next_review: typeof whole['closed_on'] === 'string' ? null : nextReview(last ?? day, rule),
    paid_amount: total(steps, 'paid_amount'),
    paid_people: total(steps, 'paid_people'),
  };
}

function nextReview(from: string, rule: GradeRule | null): string | null {
  if (rule === null || rule.every === null) return null;
  if (rule.unit === '03') return monthsAfter(from, rule.every);
  return dayAfter(from, rule.every * (rule.unit === '02' ? 7 : 1));
}

/** Sum over the steps; `null` while none of them says anything. */
function total(steps: readonly Values[], name: string): number | null {
  const said = steps.map((step) => step[name]).filter((value) => typeof value === 'number');
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0);
}
