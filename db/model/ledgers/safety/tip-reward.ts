import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';
import { withYearNumber, yearNumberFields, yearNumbering, yearNumberNames } from '../parts/year-number.ts';

const approved = { field: 'state', values: ['02'] } as const;
const judged = { field: 'state', values: ['02', '03', '04', '05'] };
const paid = { field: 'state', values: ['03'] } as const;

/**
 * Rewards for tips (举报奖励). The informer is a code name only; who it is stays in the sealed slip. Two people sign the
 * payment.
 */
export const tipReward = defineLedger({
  id: 'tip_reward',
  revision: 1,
  area: 'safety',
  label: words('举报奖励', 'Rewards for tips'),
  counter: words('笔', 'rewards'),
  source: '举报奖励制度（保密、双人签字、限期领取）',
  fields: {
    reward_no: text({
      label: words('奖励编号', 'Number'),
      help: words('保存时自动编号', 'Given when it is saved'),
      max: 32,
      code: true,
      search: true,
      indexed: true,
      aliases: ['编号'],
    }),
    ...yearNumberFields(),
    clue: link({ label: words('对应线索', 'Lead'), ledger: 'clue', aliases: ['线索编号'] }),
    code_name: text({
      label: words('举报人代号', 'Code name'),
      help: words('只填代号，姓名另存密封回执', 'The code name only; the name stays in the sealed slip'),
      max: 50,
      required: true,
      masked: true,
      aliases: ['代号'],
    }),
    kind: choice({
      label: words('举报类别', 'Kind'),
      table: 'clue_kind',
      required: true,
      aliases: ['线索类别', '类别'],
    }),
    village: villageField({ isTownToo: true }),
    case_result: text({ label: words('案件查处结果', 'Result of the case'), max: 200 }),
    amount: money({
      label: words('奖励金额', 'Amount'),
      required: true,
      min: 0,
      max: 9_999_999,
      aliases: ['金额'],
    }),
    state: choice({
      label: words('奖励状态', 'State'),
      table: 'tip_reward_state',
      required: true,
      aliases: ['状态'],
    }),
    applied_on: day({ label: words('申请日期', 'Applied on'), required: true, indexed: true }),
    approver: text({ label: words('审批人', 'Approved by'), max: 50, suggest: true, when: judged }),
    approved_on: day({ label: words('审批日期', 'Approved on'), when: judged }),
    claim_by: day({ label: words('领取期限', 'To be claimed by'), indexed: true, when: judged }),
    slip_no: text({
      label: words('密封回执编号', 'Number of the sealed slip'),
      max: 50,
      code: true,
      search: true,
    }),
    paid_on: day({ label: words('领取日期', 'Paid on'), when: paid }),
    first_signer: text({ label: words('经办人一', 'First signer'), max: 50, suggest: true, when: paid }),
    second_signer: text({ label: words('经办人二', 'Second signer'), max: 50, suggest: true, when: paid }),
    ...noteFields({ label: words('领取凭据', 'Receipt') }),
  },
  title: ['reward_no'],
  subtitle: ['kind', 'applied_on'],
  sections: [
    {
      label: words('奖励', 'Reward'),
      fields: [
        'reward_no',
        ...yearNumberNames,
        'code_name',
        'clue',
        'kind',
        'village',
        'case_result',
        'amount',
        'state',
        'applied_on',
      ],
    },
    {
      label: words('审批与领取', 'Approval and payment'),
      fields: [
        'approver',
        'approved_on',
        'claim_by',
        'slip_no',
        'paid_on',
        'first_signer',
        'second_signer',
        ...noteNames,
      ],
    },
  ],
  list: ['reward_no', 'code_name', 'kind', 'village', 'amount', 'state', 'claim_by', 'paid_on'],
  naturalKey: ['reward_no'],
  sort: '-applied_on',
  takes: [{ link: 'clue', fields: { kind: 'kind', village: 'village' } }],
  indexes: [
    ['number_year', 'serial'],
    ['village', 'applied_on'],
    ['state', 'applied_on'],
  ],
  rules: [
    dayOrder(
      { field: 'applied_on', label: words('申请日期', 'Applied on') },
      { field: 'approved_on', label: words('审批日期', 'Approved on') },
    ),
    dayOrder(
      { field: 'approved_on', label: words('审批日期', 'Approved on') },
      { field: 'paid_on', label: words('领取日期', 'Paid on') },
    ),
  ],
  fill: (row) =>
    withYearNumber(
      { ...row, state: row['state'] ?? '01' },
      { number: 'reward_no', day: 'applied_on', word: '奖励' },
    ),
  numbering: yearNumbering,
  ending: 'void',
  sensitive: true,
  dues: [
    {
      field: 'claim_by',
      label: words('举报奖励领取期限', 'Reward to be claimed'),
      person: 'approver',
      while: approved,
    },
  ],
  wants: [{ field: 'second_signer', label: words('第二经办人签字', 'Second signature'), while: paid }],
  period: 'applied_on',
});
