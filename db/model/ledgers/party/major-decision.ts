import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import type { Value, Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';
import { dayOrder, type NamedDay } from '../../rules/day-order.ts';
import { villageField } from '../parts/place.ts';

const people = words('人', 'people');
const votes = { min: 0, max: 99_999, unit: people } as const;

/** The days of 四议两公开 in their order. */
const labels = {
  proposed_on: words('党组织提议日期', 'Proposed on'),
  discussed_on: words('“两委”商议日期', 'Discussed on'),
  considered_on: words('党员大会审议日期', 'Considered on'),
  resolved_on: words('代表会议决议日期', 'Resolved on'),
  published_on: words('决议公开日期', 'Made public on'),
  result_published_on: words('结果公开日期', 'Result made public on'),
} as const;
const steps: readonly NamedDay[] = Object.entries(labels).map(([field, label]) => ({ field, label }));

/**
 * Major matters decided under the leadership of the Party branch (重大事项决策), a record a matter: four deliberations
 * and two disclosures (四议两公开), each as its day. Steps may be missing in old records, but never out of order.
 */
export const majorDecision = defineLedger({
  id: 'major_decision',
  revision: 1,
  area: 'party',
  label: words('重大事项决策', 'Major decisions'),
  counter: words('项', 'matters'),
  source: '重大事项党组织领导决策机制、四议两公开工作法',
  fields: {
    village: villageField(),
    title: text({
      label: words('决策事项', 'Matter'),
      max: 200,
      required: true,
      search: true,
      aliases: ['事项', '事项名称', '议题'],
    }),
    kind: choice({
      label: words('事项类别', 'Kind'),
      table: 'decision_kind',
      required: true,
      aliases: ['类别'],
    }),
    amount: money({
      label: words('涉及金额', 'Amount'),
      min: 0,
      max: 9_999_999_999,
      aliases: ['金额'],
    }),
    proposer: text({
      label: words('提议人', 'Proposed by'),
      max: 50,
      suggest: true,
      aliases: ['提议单位', '提出人'],
    }),
    content: longText({ label: words('事项内容', 'What it is'), max: 2000, aliases: ['内容', '主要内容'] }),

    proposed_on: day({
      label: labels.proposed_on,
      required: true,
      indexed: true,
      aliases: ['提议日期', '提议时间'],
    }),
    discussed_on: day({ label: labels.discussed_on, aliases: ['商议日期'] }),
    considered_on: day({ label: labels.considered_on, aliases: ['审议日期'] }),
    resolved_on: day({
      label: labels.resolved_on,
      aliases: ['决议日期', '表决日期', '村民代表会议决议日期'],
    }),
    due_to_vote: integer({ label: words('应到人数', 'Entitled'), ...votes, aliases: ['应到'] }),
    voted: integer({ label: words('实到人数', 'Present'), ...votes, aliases: ['实到'] }),
    agreed: integer({ label: words('同意人数', 'For'), ...votes, aliases: ['同意', '赞成'] }),
    result: choice({
      label: words('表决结果', 'Result'),
      table: 'decision_result',
      aliases: ['决议结果', '结果'],
    }),
    published_on: day({ label: labels.published_on, aliases: ['公示日期'] }),
    published_to: day({
      label: words('决议公开截止日期', 'Public until'),
      aliases: ['公示截止日期'],
    }),

    step: choice({
      label: words('决策进度', 'Step'),
      help: words('按填写的日期自动带出', 'Filled from the days'),
      table: 'decision_step',
      required: true,
      aliases: ['进度'],
    }),
    responsible: text({
      label: words('落实责任人', 'Carried out by'),
      max: 50,
      search: true,
      suggest: true,
      aliases: ['责任人'],
    }),
    finish_by: day({
      label: words('计划完成日期', 'To be done by'),
      indexed: true,
      aliases: ['完成时限', '实施期限'],
    }),
    carried_out: longText({ label: words('实施情况', 'Carried out'), max: 2000, aliases: ['落实情况'] }),
    result_published_on: day({
      label: labels.result_published_on,
      aliases: ['实施结果公开日期'],
    }),
    minutes: attachment({ label: words('会议记录与公示照片', 'Minutes and photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['title'],
  subtitle: ['village', 'proposed_on'],
  sections: [
    {
      label: words('事项', 'Matter'),
      fields: ['village', 'title', 'kind', 'amount', 'proposer', 'content'],
    },
    {
      label: words('四议', 'Four deliberations'),
      fields: [
        'proposed_on',
        'discussed_on',
        'considered_on',
        'resolved_on',
        'due_to_vote',
        'voted',
        'agreed',
        'result',
      ],
    },
    {
      label: words('两公开与实施', 'Disclosure and carrying out'),
      fields: [
        'step',
        'published_on',
        'published_to',
        'responsible',
        'finish_by',
        'carried_out',
        'result_published_on',
        'minutes',
        'remark',
      ],
    },
  ],
  list: ['village', 'title', 'amount', 'proposed_on', 'resolved_on', 'result', 'step', 'finish_by'],
  naturalKey: ['village', 'title', 'proposed_on'],
  sort: '-proposed_on',
  indexes: [
    ['village', 'proposed_on'],
    ['step', 'proposed_on'],
    ['kind', 'proposed_on'],
  ],
  rules: [
    // Every pair, not only neighbours: an old record may lack a step in between.
    ...steps.flatMap((later, i) => steps.slice(0, i).map((earlier) => dayOrder(earlier, later))),
    (row, context) => {
      const [all, voted, agreed] = [row['due_to_vote'], row['voted'], row['agreed']];
      const fits = !isMore(voted, all) && !isMore(agreed, voted);
      const text = words(
        '同意不多于实到，实到不多于应到',
        'No more for than present, nor present than entitled',
      );
      return fits ? [] : [broken('agreed', text, context)];
    },
  ],
  fill: (row) => ({ ...row, step: row['step'] ?? lastStep(row) }),
  derived: ['step'],
  dues: [
    {
      field: 'finish_by',
      label: words('重大事项落实', 'Carry out a decision'),
      person: 'responsible',
      while: { field: 'step', values: ['04', '05'] },
    },
  ],
  wants: [
    {
      field: 'minutes',
      label: words('会议记录', 'Minutes'),
      while: { field: 'step', values: ['04', '05', '06'] },
    },
  ],
  period: 'proposed_on',
});

const isMore = (a: Value | undefined, b: Value | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' && a > b;

/** Code of `decision_step`: the last of the six that has a day; a record without days stands at the first. */
const lastStep = (row: Values): string =>
  `0${String(
    Math.max(
      0,
      steps.findLastIndex(({ field }) => typeof row[field] === 'string'),
    ) + 1,
  )}`;
