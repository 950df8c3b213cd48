import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { reoffenceFields, subjectField } from './care-fields.ts';

const escaped = { field: 'has_escape', values: ['true'] };
const missed = { field: 'has_missed', values: ['true'] };

/**
 * People under community correction (社区矫正对象). Code 05 (剥夺政治权利) of the kind is no longer used since the law of
 * 2020 but stands in old data.
 */
export const careCorrection = defineLedger({
  id: 'care_correction',
  revision: 1,
  area: 'care',
  label: words('社区矫正人员', 'Community correction'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 社区矫正人员；社区矫正法（2020-07-01 施行）',
  sensitive: true,
  fields: {
    person: subjectField(),
    correction_no: text({
      label: words('社区矫正人员编号', 'Number'),
      max: 16,
      code: true,
      aliases: ['矫正编号'],
    }),
    prison: text({ label: words('原羁押场所', 'Held in before'), max: 100 }),
    correction_kind: choice({
      label: words('矫正类别', 'Kind of correction'),
      table: 'correction',
      required: true,
    }),
    case_kind: text({
      label: words('案件类别', 'Kind of case'),
      max: 20,
      help: words('公安案件类别代码或名称', 'Code or name of the police'),
    }),
    crime: text({ label: words('具体罪名', 'Offence'), max: 100, aliases: ['罪名'] }),
    term: text({ label: words('原判刑期', 'Sentence'), max: 50 }),
    term_start: day({ label: words('原判刑开始日期', 'Sentence from') }),
    term_end: day({ label: words('原判刑结束日期', 'Sentence to') }),
    start_date: day({ label: words('矫正开始日期', 'Correction from'), required: true }),
    end_date: day({ label: words('矫正结束日期', 'Correction to') }),
    receive: choice({ label: words('接收方式', 'Received'), table: 'receive' }),
    state: choice({ label: words('矫正状态', 'State'), table: 'care_correction_state', automatic: true }),
    four_histories: multiChoice({
      label: words('四史情况', 'Four histories'),
      table: 'four_histories',
      aliases: ['四史'],
    }),
    is_habitual: yesNo({ label: words('是否累惯犯', 'Habitual') }),
    three_involved: multiChoice({
      label: words('三涉情况', 'Three involvements'),
      table: 'three_involved',
      aliases: ['三涉'],
    }),
    has_team: yesNo({ label: words('是否建立矫正小组', 'Has a team') }),
    team: multiChoice({
      label: words('矫正小组人员组成情况', 'Team'),
      table: 'correction_team',
      when: { field: 'has_team', values: ['true'] },
    }),
    has_escape: yesNo({ label: words('是否有脱管', 'Got out of control') }),
    escape_reason: longText({ label: words('脱管原因', 'Why out of control'), max: 1024, when: escaped }),
    escape_supervise: longText({ label: words('检察监督脱管情况', 'Supervision'), max: 1024, when: escaped }),
    escape_fix: longText({ label: words('脱管纠正情况', 'How corrected'), max: 1024, when: escaped }),
    has_missed: yesNo({ label: words('是否有漏管', 'Was missed') }),
    missed_reason: longText({ label: words('漏管原因', 'Why missed'), max: 1024, when: missed }),
    missed_supervise: longText({
      label: words('检察监督漏管情况', 'Supervision of the miss'),
      max: 1024,
      when: missed,
    }),
    missed_fix: longText({
      label: words('漏管纠正情况', 'How the miss was corrected'),
      max: 1024,
      when: missed,
    }),
    reward_punish: longText({ label: words('奖惩情况', 'Rewards and punishments'), max: 1024 }),
    change: longText({ label: words('刑罚变更执行情况', 'Change of the sentence'), max: 1024 }),
    end_kind: choice({
      label: words('矫正解除（终止）类型', 'How it ended'),
      table: 'correction_end',
      aliases: ['矫正解除(终止)类型'],
    }),
    ...reoffenceFields(),
  },
  title: ['person'],
  subtitle: [],
  sections: [
    {
      label: words('矫正', 'Correction'),
      fields: [
        'person',
        'correction_no',
        'correction_kind',
        'start_date',
        'end_date',
        'receive',
        'state',
        'end_kind',
      ],
    },
    {
      label: words('原判', 'Sentence'),
      fields: [
        'prison',
        'case_kind',
        'crime',
        'term',
        'term_start',
        'term_end',
        'is_habitual',
        'four_histories',
        'three_involved',
      ],
    },
    {
      label: words('监管', 'Supervision'),
      fields: [
        'has_team',
        'team',
        'has_escape',
        'escape_reason',
        'escape_supervise',
        'escape_fix',
        'has_missed',
        'missed_reason',
        'missed_supervise',
        'missed_fix',
        'reward_punish',
        'change',
        'reoffended',
        'reoffend_crime',
      ],
    },
  ],
  list: [
    'person',
    'correction_no',
    'correction_kind',
    'state',
    'start_date',
    'end_date',
    'crime',
    'has_team',
    'end_kind',
  ],
  naturalKey: ['person'],
  sort: '-start_date',
  indexes: [['start_date'], ['end_date'], ['state', 'end_date']],
  rules: [
    dayOrder(
      { field: 'start_date', label: words('矫正开始日期', 'Correction from') },
      { field: 'end_date', label: words('矫正结束日期', 'Correction to') },
    ),
    dayOrder(
      { field: 'term_start', label: words('原判刑开始日期', 'Sentence from') },
      { field: 'term_end', label: words('原判刑结束日期', 'Sentence to') },
    ),
  ],
  fill: (row) => ({ ...row, state: typeof row['end_kind'] === 'string' ? '02' : '01' }),
  dues: [
    {
      field: 'end_date',
      label: words('矫正期满', 'Correction ends'),
      while: { field: 'state', values: ['01'] },
    },
  ],
  wants: [
    {
      field: 'correction_no',
      label: words('社区矫正人员编号', 'Number'),
      while: { field: 'state', values: ['01'] },
    },
  ],
});
