import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Assessments of what a decision means for social stability (社会稳定风险评估, 稳评). */
export const stabilityAssessment = defineLedger({
  id: 'stability_assessment',
  revision: 2,
  area: 'safety',
  label: words('稳评', 'Stability assessments'),
  counter: words('项', 'assessments'),
  source: '社会稳定风险评估制度（等级与结论为通行做法）',
  fields: {
    project: text({
      label: words('评估事项', 'Matter assessed'),
      max: 200,
      required: true,
      search: true,
      indexed: true,
      aliases: ['项目名称', '事项名称', '决策事项'],
    }),
    matter: choice({
      label: words('事项类别', 'Kind'),
      table: 'assess_matter',
      required: true,
      aliases: ['类别'],
    }),
    village: villageField({ isTownToo: true }),
    decision_body: text({
      label: words('决策单位', 'Decided by'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['决策主体', '责任主体'],
    }),
    assessor: text({
      label: words('评估单位', 'Assessed by'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['评估主体', '第三方机构'],
    }),
    ...headFields(),
    started_on: day({ label: words('启动日期', 'Started on') }),
    assessed_on: day({
      label: words('评估日期', 'Assessed on'),
      indexed: true,
      aliases: ['完成日期', '评估完成日期'],
    }),
    risk_points: longText({
      label: words('主要风险点', 'Risks'),
      max: 2000,
      search: true,
      aliases: ['风险点'],
    }),
    measures: longText({ label: words('防范化解措施', 'Measures'), max: 2000, aliases: ['防范措施'] }),
    grade: choice({
      label: words('风险等级', 'Grade of risk'),
      table: 'assess_grade',
      aliases: ['等级'],
    }),
    conclusion: choice({
      label: words('评估结论', 'Conclusion'),
      table: 'assess_conclusion',
      aliases: ['结论'],
    }),
    filing_no: text({
      label: words('备案编号', 'Filing number'),
      max: 50,
      code: true,
      search: true,
      aliases: ['备案号'],
    }),
    filed_on: day({ label: words('备案日期', 'Filed on') }),
    review_on: day({
      label: words('跟踪复核日期', 'Look again on'),
      help: words('实施后跟踪风险变化的日期', 'When to see how the risks went'),
      indexed: true,
      aliases: ['复核日期'],
    }),
    reviewed_on: day({
      label: words('实际复核日期', 'Looked again on'),
      help: words('跟踪复核后填写，不再提醒', 'Nothing is due any more once it is given'),
      since: 2,
    }),
    ...noteFields({ label: words('评估报告', 'Report') }),
  },
  title: ['project'],
  subtitle: ['matter', 'village'],
  sections: [
    {
      label: words('事项', 'Matter'),
      fields: ['project', 'matter', 'village', 'decision_body', 'assessor', ...headNames, 'started_on'],
    },
    {
      label: words('评估', 'Assessment'),
      fields: ['assessed_on', 'grade', 'conclusion', 'risk_points', 'measures'],
    },
    {
      label: words('备案与跟踪', 'Filing'),
      fields: ['filing_no', 'filed_on', 'review_on', 'reviewed_on', ...noteNames],
    },
  ],
  list: ['project', 'matter', 'village', 'grade', 'conclusion', 'assessed_on', 'filing_no', 'review_on'],
  naturalKey: ['project', 'village'],
  sort: '-assessed_on',
  indexes: [['village', 'assessed_on']],
  rules: [
    dayOrder(
      { field: 'started_on', label: words('启动日期', 'Started on') },
      { field: 'assessed_on', label: words('评估日期', 'Assessed on') },
    ),
    dayOrder(
      { field: 'assessed_on', label: words('评估日期', 'Assessed on') },
      { field: 'filed_on', label: words('备案日期', 'Filed on') },
    ),
    dayOrder(
      { field: 'assessed_on', label: words('评估日期', 'Assessed on') },
      { field: 'reviewed_on', label: words('实际复核日期', 'Looked again on') },
    ),
  ],
  ending: 'void',
  dues: [
    {
      field: 'review_on',
      label: words('稳评跟踪复核', 'Look at the risks again'),
      person: 'head_name',
      until: 'reviewed_on',
    },
  ],
  period: 'assessed_on',
});
