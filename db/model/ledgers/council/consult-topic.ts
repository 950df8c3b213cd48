import { defineLedger } from '../../define-ledger.ts';
import { consultWorkflow } from './consult-workflow.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import type { LedgerRule } from '../../define-ledger.ts';
import { words } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { yearNumberFields, yearNumbering, yearNumberNames, withYearNumber } from '../parts/year-number.ts';
import { villageField } from '../parts/place.ts';

/** Days a result is published: usually 5 to 7 (公示). */
const publicity = { least: 5, most: 7 } as const;

/**
 * Topics of consultation (协商议题): raised, taken up by the Party organisation, announced, consulted, published, carried
 * out, told back and filed. What the law leaves to a meeting of villagers or owners is put to the vote there.
 */
export const consultTopic = defineLedger({
  id: 'consult_topic',
  revision: 2,
  area: 'council',
  label: words('协商议题', 'Topics of consultation'),
  counter: words('个', 'topics'),
  source: '中办发〔2015〕41号；粤委办〔2016〕45号；东莞市社区协商实施意见（18项内容、15类主体）',
  fields: {
    topic_no: text({
      label: words('议题编号', 'Number'),
      help: words('保存时自动编号', 'Given when it is saved'),
      max: 40,
      code: true,
      search: true,
      indexed: true,
      aliases: ['编号'],
    }),
    ...yearNumberFields(),
    title: text({
      label: words('议题名称', 'Topic'),
      max: 200,
      required: true,
      search: true,
      aliases: ['议题', '名称', '标题'],
    }),
    content_kind: choice({
      label: words('协商内容', 'Matter'),
      table: 'consult_content',
      required: true,
      aliases: ['内容类别', '议题类别'],
    }),
    subjects: multiChoice({
      label: words('协商主体', 'Parties'),
      table: 'consult_subject',
      aliases: ['参与主体', '主体'],
    }),
    village: villageField(),
    raised_by: text({
      label: words('提出人（单位）', 'Raised by'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['提出人', '申报人', '提出单位'],
    }),
    raised_kind: choice({ label: words('提出主体类别', 'Raised as'), table: 'consult_subject' }),
    raised_on: day({
      label: words('提出日期', 'Raised on'),
      required: true,
      indexed: true,
      aliases: ['日期', '申报日期'],
    }),
    reason: longText({
      label: words('议题内容与理由', 'What and why'),
      max: 4000,
      search: true,
      aliases: ['理由', '主要内容'],
    }),

    trade_no: text({
      label: words('资产交易编号', 'Number of the transaction'),
      help: words('农村集体资产交易平台的项目编号', 'Of the platform for collective assets'),
      max: 50,
      code: true,
      search: true,
      when: { field: 'content_kind', values: ['07', '08', '09', '10'] },
      aliases: ['交易编号', '交易项目编号'],
      since: 2,
    }),

    state: choice({
      label: words('议题状态', 'State'),
      table: 'consult_state',
      required: true,
      indexed: true,
      aliases: ['状态'],
    }),
    step_due: instant({ label: words('本环节期限', 'Step due'), indexed: true }),
    review: longText({
      label: words('党组织审核意见', 'Review by the Party organisation'),
      max: 1024,
      aliases: ['审核意见'],
    }),
    reviewed_on: day({ label: words('审核日期', 'Reviewed on') }),
    announced_on: day({ label: words('公告日期', 'Announced on') }),
    session: link({ label: words('协商会议', 'Session'), ledger: 'consult_session' }),
    agreement: longText({
      label: words('协商意见', 'What was agreed'),
      max: 4000,
      search: true,
      aliases: ['协商结果'],
    }),
    outcome: choice({
      label: words('议题去向', 'Leads to'),
      table: 'consult_outcome',
      aliases: ['去向', '处理方式'],
    }),
    published_from: day({ label: words('公示开始', 'Published from'), aliases: ['公示日期'] }),
    published_to: day({
      label: words('公示结束', 'Published to'),
      help: words('一般公示5至7天', 'Usually 5 to 7 days'),
      indexed: true,
    }),
    objections: longText({ label: words('公示期意见', 'Objections'), max: 2000 }),

    unit: text({
      label: words('落实单位', 'Carried out by'),
      max: 100,
      suggest: true,
      search: true,
      aliases: ['责任单位', '实施单位'],
    }),
    deadline: day({ label: words('落实期限', 'To be carried out by'), indexed: true, aliases: ['完成期限'] }),
    done_on: day({ label: words('落实日期', 'Carried out on'), aliases: ['完成日期'] }),
    done: longText({ label: words('落实情况', 'What was done'), max: 4000, search: true }),
    told_on: day({ label: words('反馈日期', 'Told on') }),
    told: longText({ label: words('反馈情况', 'What was told'), max: 2000 }),
    satisfaction: choice({ label: words('满意度', 'Satisfaction'), table: 'satisfaction' }),
    ...noteFields(),
  },
  title: ['title'],
  subtitle: ['village', 'state'],
  sections: [
    {
      label: words('议题', 'Topic'),
      fields: [
        'topic_no',
        'title',
        'content_kind',
        'village',
        'subjects',
        'raised_by',
        'raised_kind',
        'raised_on',
        'reason',
        'trade_no',
      ],
    },
    {
      label: words('审核与协商', 'Review and consultation'),
      fields: [
        'state',
        'step_due',
        'reviewed_on',
        'review',
        'announced_on',
        'session',
        'outcome',
        'agreement',
        'published_from',
        'published_to',
        'objections',
      ],
    },
    {
      label: words('落实与反馈', 'Carrying out'),
      fields: [
        'unit',
        'deadline',
        'done_on',
        'done',
        'told_on',
        'told',
        'satisfaction',
        ...noteNames,
        ...yearNumberNames,
      ],
    },
  ],
  list: [
    'title',
    'content_kind',
    'village',
    'raised_by',
    'raised_on',
    'outcome',
    'state',
    'unit',
    'deadline',
    'satisfaction',
  ],
  naturalKey: ['topic_no'],
  sort: '-raised_on',
  indexes: [
    ['village', 'raised_on'],
    ['state', 'raised_on'],
    ['content_kind', 'raised_on'],
    ['outcome', 'raised_on'],
    ['number_year', 'serial'],
  ],
  duplicates: [['village', 'title']],
  rules: [
    dayOrder(
      { field: 'raised_on', label: words('提出日期', 'Raised on') },
      { field: 'announced_on', label: words('公告日期', 'Announced on') },
    ),
    dayOrder(
      { field: 'published_from', label: words('公示开始', 'Published from') },
      { field: 'published_to', label: words('公示结束', 'Published to') },
    ),
    longEnough(),
  ],
  fill: (row) =>
    withYearNumber(
      { ...row, state: row['state'] ?? '10' },
      { number: 'topic_no', day: 'raised_on', word: '议题' },
    ),
  numbering: yearNumbering,
  workflow: consultWorkflow,
  period: 'raised_on',
  ending: 'void',
  dues: [
    {
      field: 'published_to',
      label: words('公示期满', 'End of publication'),
      while: { field: 'state', values: ['50'] },
    },
    {
      field: 'deadline',
      label: words('议题落实', 'Carry out'),
      person: 'unit',
      while: { field: 'state', values: ['60'] },
    },
  ],
  wants: [
    {
      field: 'satisfaction',
      label: words('满意度评价', 'Satisfaction'),
      while: { field: 'state', values: ['70', '80'] },
    },
  ],
});

/** Warns of a publication shorter than usual. */
function longEnough(): LedgerRule {
  const tooShort = words(
    `公示期一般为${publicity.least}至${publicity.most}天`,
    `A result is usually published for ${publicity.least} to ${publicity.most} days`,
  );
  const rule: LedgerRule = (row, context) => {
    const [from, to] = [row['published_from'], row['published_to']];
    if (typeof from !== 'string' || typeof to !== 'string' || to < from) return [];
    const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
    return days >= publicity.least
      ? []
      : [{ ...broken('published_to', tooShort, context), level: 'warning' }];
  };
  return Object.assign(rule, { reads: [['published_from', 'published_to']] });
}
