import { words } from '../localized.ts';
import { dayMarks, defineCount, defineRate } from './define-rate.ts';

const counted = { state: { not: ['90'] } } as const;

/**
 * Consultation (社区协商), by the day a topic was raised: 议题 = 提交表决 + 直接实施 + 其他, as the city reports it
 * (867 = 421 + 383 + 63). What has not been decided yet is among the others.
 */
const consultFigures = [
  defineCount({
    id: 'topics',
    ledger: 'consult_topic',
    label: words('协商议题', 'Topics'),
    definition: words(
      '本期提出的议题数（不含撤回）',
      'Topics raised in the period, those withdrawn left out',
    ),
    where: counted,
  }),
  defineCount({
    id: 'to_vote',
    ledger: 'consult_topic',
    label: words('提交表决', 'Put to the vote'),
    definition: words('提交村（居）民代表、股东代表等会议表决的议题数', 'Topics put to a meeting that votes'),
    where: { ...counted, outcome: '1' },
  }),
  defineCount({
    id: 'direct',
    ledger: 'consult_topic',
    label: words('直接实施', 'Carried out directly'),
    definition: words('协商后直接组织实施的议题数', 'Topics carried out without a vote'),
    where: { ...counted, outcome: '2' },
  }),
  defineCount({
    id: 'other',
    ledger: 'consult_topic',
    label: words('其他', 'Others'),
    definition: words(
      '其他议题数（含尚未确定去向的）；议题＝提交表决＋直接实施＋其他',
      'All other topics, those not yet decided among them; topics are the sum of the three',
    ),
    where: { ...counted, outcome: { not: ['1', '2'] } },
  }),
  defineRate({
    id: 'satisfied',
    ledger: 'consult_topic',
    label: words('满意率', 'Satisfied'),
    definition: words(
      '满意率＝评价满意、基本满意的议题数÷已评价议题数',
      'Topics judged satisfying or mostly so out of those judged',
    ),
    counted: words('满意、基本满意', 'Satisfied'),
    outOf: words('已评价', 'Judged'),
    numerator: { satisfaction: ['1', '2'] },
    denominator: { satisfaction: { blank: false } },
  }),
] as const;

const collected = { state: { not: ['90'] } } as const;
const closed = { state: '40' } as const;

/** Opinions of residents (驻点联系), by the day of collection, whenever they were closed: domain.md §6.2. */
const liaisonFigures = [
  defineRate({
    id: 'closing',
    ledger: 'liaison_opinion',
    label: words('办结率', 'Closed'),
    definition: words(
      '办结率＝已答复并反馈的意见数÷收集的意见数，按收集日期统计，不论何时办结',
      'Opinions answered and told back out of those collected; by the day of collection',
    ),
    counted: words('已答复反馈', 'Closed'),
    outOf: words('收集', 'Collected'),
    numerator: closed,
    denominator: collected,
  }),
  defineRate({
    id: 'closing_in_time',
    ledger: 'liaison_opinion',
    label: words('按期办结率', 'Closed in time'),
    definition: words(
      '按期办结率＝期限内办结的意见数÷办理期限已过的意见数，按收集日期统计',
      'Opinions closed within their limit out of those whose limit has passed; by the day of collection',
    ),
    counted: words('期限内办结', 'Closed in time'),
    outOf: words('期限已过', 'Limit passed'),
    numerator: { ...closed, closed_on: { notAfter: 'deadline' } },
    denominator: { ...collected, deadline: { to: dayMarks.yesterday } },
  }),
  defineRate({
    id: 'satisfied',
    ledger: 'liaison_opinion',
    label: words('满意率', 'Satisfied'),
    definition: words(
      '满意率＝评价满意、基本满意的意见数÷已评价意见数',
      'Opinions judged satisfying or mostly so out of those judged',
    ),
    counted: words('满意、基本满意', 'Satisfied'),
    outOf: words('已评价', 'Judged'),
    numerator: { satisfaction: ['1', '2'] },
    denominator: { satisfaction: { blank: false } },
  }),
  defineCount({
    id: 'on_the_spot',
    ledger: 'liaison_opinion',
    label: words('现场解答', 'Answered on the spot'),
    definition: words('本期收集、现场解答办结的意见数', 'Opinions of the period answered on the spot'),
    where: { ...closed, handling: '1' },
  }),
  defineCount({
    id: 'held',
    ledger: 'liaison_session',
    label: words('驻点次数', 'Sessions held'),
    definition: words('本期已开展的驻点次数', 'Sessions of the period that were held'),
    where: { state: '2' },
  }),
  defineCount({
    id: 'open',
    ledger: 'liaison_opinion',
    label: words('在办意见', 'Open'),
    definition: words('本期收集、尚未办结的意见数', 'Opinions collected in the period and not closed'),
    where: { state: ['10', '20', '25', '30'] },
  }),
  defineCount({
    id: 'overdue',
    ledger: 'liaison_opinion',
    label: words('超期未结', 'Overdue'),
    definition: words(
      '本期收集、尚未办结且办理期限已过的意见数',
      'Opinions collected in the period, not closed, whose limit has passed',
    ),
    where: { state: ['10', '20', '25', '30'], deadline: { to: dayMarks.yesterday } },
  }),
] as const;

/** Figures of the area Consultation and liaison. */
export const councilFigures = [...consultFigures, ...liaisonFigures];
