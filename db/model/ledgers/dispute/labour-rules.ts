import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { thresholdDigits } from './labour-values.ts';

/** From when to when a rule holds; a later row replaces nothing before its day. */
function validity() {
  return {
    valid_from: day({ label: words('生效日期', 'Valid from'), required: true }),
    valid_to: day({ label: words('失效日期', 'Valid to') }),
  };
}

const inOrder = dayOrder(
  { field: 'valid_from', label: words('生效日期', 'Valid from') },
  { field: 'valid_to', label: words('失效日期', 'Valid to') },
);
const threshold = { digits: thresholdDigits, min: 0, max: 9_999_999 } as const;
const source = '企业劳资风险研判指标（待核，各镇街可调整）';

/** Weights of the indicators (劳资风险指标), versioned by day. Without a row for a day the shipped scale counts. */
export const labourIndicator = defineLedger({
  id: 'labour_indicator',
  revision: 1,
  area: 'dispute',
  label: words('劳资风险指标', 'Labour risk indicators'),
  counter: words('项', 'indicators'),
  source,
  fields: {
    item: choice({ label: words('指标', 'Indicator'), table: 'labour_item', required: true }),
    weight: integer({
      label: words('权重', 'Weight'),
      min: 0,
      max: 100,
      required: true,
      unit: words('分', 'points'),
    }),
    half_from: decimal({
      label: words('半分起点', 'Half from'),
      help: words('达到此值得一半分；是否类指标留空', 'Half the points from this value on'),
      ...threshold,
    }),
    full_from: decimal({
      label: words('满分起点', 'All from'),
      help: words('达到此值得全部分；是否类指标填1，金额以元计', 'All points from this value on; 1 for yes'),
      required: true,
      ...threshold,
    }),
    ...validity(),
    basis: text({ label: words('依据', 'Basis'), max: 200 }),
  },
  title: ['item', 'valid_from'],
  sections: [
    {
      label: words('指标', 'Indicator'),
      fields: ['item', 'weight', 'half_from', 'full_from', 'valid_from', 'valid_to', 'basis'],
    },
  ],
  list: ['item', 'weight', 'half_from', 'full_from', 'valid_from', 'valid_to'],
  naturalKey: ['item', 'valid_from'],
  sort: 'item',
  rules: [inOrder],
});

/** Facts that make a grade whatever the score (一票否决). */
export const labourVeto = defineLedger({
  id: 'labour_veto',
  revision: 1,
  area: 'dispute',
  label: words('劳资风险否决项', 'Labour risk vetoes'),
  counter: words('项', 'vetoes'),
  source,
  fields: {
    name: text({ label: words('名称', 'Name'), max: 50, required: true }),
    first_item: choice({ label: words('指标一', 'First indicator'), table: 'labour_item', required: true }),
    first_from: decimal({ label: words('指标一达到', 'First from'), required: true, ...threshold }),
    second_item: choice({ label: words('指标二', 'Second indicator'), table: 'labour_item' }),
    second_from: decimal({ label: words('指标二达到', 'Second from'), ...threshold }),
    grade: choice({ label: words('定为等级', 'Grade'), table: 'labor_grade', required: true }),
    ...validity(),
  },
  title: ['name'],
  sections: [
    {
      label: words('否决项', 'Veto'),
      fields: [
        'name',
        'first_item',
        'first_from',
        'second_item',
        'second_from',
        'grade',
        'valid_from',
        'valid_to',
      ],
    },
  ],
  list: ['name', 'first_item', 'first_from', 'second_item', 'second_from', 'grade', 'valid_from'],
  naturalKey: ['name', 'valid_from'],
  sort: 'name',
  rules: [inOrder],
});

/** What a grade begins at, what is to be done, and how often it is reviewed. */
export const labourGradeRule = defineLedger({
  id: 'labour_grade_rule',
  revision: 1,
  area: 'dispute',
  label: words('劳资风险分级', 'Labour risk grades'),
  counter: words('级', 'grades'),
  source,
  fields: {
    grade: choice({ label: words('风险等级', 'Grade'), table: 'labor_grade', required: true }),
    from_score: integer({
      label: words('起始分', 'From'),
      min: 0,
      max: 100,
      required: true,
      unit: words('分', 'points'),
    }),
    every: integer({ label: words('复核间隔', 'Review every'), min: 1, max: 366 }),
    unit: choice({ label: words('间隔单位', 'Unit'), table: 'care_interval_unit' }),
    duty: text({ label: words('处置措施', 'Measures'), max: 200 }),
    ...validity(),
  },
  title: ['grade', 'valid_from'],
  sections: [
    {
      label: words('分级', 'Grade'),
      fields: ['grade', 'from_score', 'every', 'unit', 'duty', 'valid_from', 'valid_to'],
    },
  ],
  list: ['grade', 'from_score', 'every', 'unit', 'duty', 'valid_from'],
  naturalKey: ['grade', 'valid_from'],
  sort: 'grade',
  rules: [inOrder],
});
