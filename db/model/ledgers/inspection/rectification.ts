import { defineLedger } from '../../define-ledger.ts';
import { rectificationWorkflow } from './rectification-workflow.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { dayAfter } from '../../calendar/day-arithmetic.ts';
import type { Value, Values } from '../../field-kind.ts';
import { yearNumberFields, yearNumbering, yearNumberNames, withYearNumber } from '../parts/year-number.ts';
import { villageField } from '../parts/place.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/**
 * Rectification notices (责令整改通知书): what an inspection orders to be put right, by when, and how that ended. A notice
 * that is not complied with is re-checked again with a new term, or handed over to who may punish.
 */
export const rectification = defineLedger({
  id: 'rectification',
  revision: 1,
  area: 'inspection',
  label: words('整改通知书', 'Rectification notices'),
  counter: words('份', 'notices'),
  source: '责令限期整改通知书（行政检查文书惯例）；隐患排查—整改—复查闭环',
  fields: {
    notice_no: text({
      label: words('文书编号', 'Number'),
      help: words('保存时自动编号，可按本单位文号改', 'Given when it is saved; may be changed'),
      max: 40,
      search: true,
      indexed: true,
      aliases: ['通知书编号', '编号', '文号'],
    }),
    ...yearNumberFields(),
    inspection: link({ label: words('检查记录', 'Inspection'), ledger: 'inspection', required: true }),
    object_name: text({
      label: words('被责令对象', 'Addressee'),
      max: 200,
      required: true,
      search: true,
      aliases: ['对象名称', '被检查单位'],
    }),
    village: villageField(),
    place_text: text({ label: words('地址', 'Address'), max: 200, search: true }),
    party_name: text({ label: words('负责人', 'In charge'), max: 50, search: true }),
    issued_on: day({
      label: words('下发日期', 'Issued on'),
      required: true,
      indexed: true,
      aliases: ['日期', '送达日期'],
    }),
    issued_by: text({
      label: words('经办人', 'Issued by'),
      max: 100,
      suggest: true,
      aliases: ['检查人员'],
    }),
    content: longText({
      label: words('存在问题与整改要求', 'Hazards and what is ordered'),
      max: 4000,
      required: true,
      search: true,
      aliases: ['整改内容'],
    }),
    severity: choice({ label: words('隐患等级', 'Severity'), table: 'hazard_level' }),
    deadline: day({
      label: words('整改期限', 'To be put right by'),
      required: true,
      indexed: true,
      aliases: ['期限'],
    }),
    state: choice({
      label: words('办理状态', 'State'),
      table: 'rectify_state',
      required: true,
      indexed: true,
      aliases: ['状态'],
    }),

    term_from: day({
      label: words('期限起算日期', 'Term runs from'),
      help: words(
        '下发日期；复查未整改到位的，为复查日期',
        'Day of issue, or of the re-check that gave a new term',
      ),
    }),
    term_days: integer({
      label: words('整改天数', 'Days given'),
      help: words('起算次日开始计算', 'From the day after it begins'),
      min: 0,
      max: 99_999,
      unit: words('天', 'days'),
    }),
    step_due: instant({ label: words('本环节期限', 'Step due'), indexed: true }),
    rechecker: text({ label: words('复查责任人', 'To be re-checked by'), max: 100, suggest: true }),
    recheck_count: integer({
      label: words('复查次数', 'Re-checks'),
      min: 0,
      max: 99,
      unit: words('次', 'times'),
    }),
    rechecked_on: day({ label: words('最近复查日期', 'Last re-checked on'), aliases: ['复查日期'] }),
    recheck_result: choice({
      label: words('复查结论', 'Conclusion of the re-check'),
      table: 'recheck_result',
    }),
    recheck_opinion: longText({
      label: words('复查意见', 'Opinion of the re-check'),
      max: 2000,
      aliases: ['复查情况'],
    }),
    photos_after: attachment({ label: words('整改后照片', 'Photos of what was put right') }),
    cleared_on: day({ label: words('消除日期', 'Cleared on'), aliases: ['销号日期'] }),
    transferred_to: text({
      label: words('移交单位', 'Handed over to'),
      max: 100,
      suggest: true,
      when: { field: 'state', values: ['50'] },
    }),
    transferred_on: day({
      label: words('移交日期', 'Handed over on'),
      when: { field: 'state', values: ['50'] },
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['object_name'],
  subtitle: ['notice_no', 'state'],
  sections: [
    {
      label: words('通知书', 'Notice'),
      fields: [
        'notice_no',
        'inspection',
        'object_name',
        'village',
        'place_text',
        'party_name',
        'issued_on',
        'issued_by',
        'severity',
        'content',
        'deadline',
        'term_from',
        'term_days',
      ],
    },
    {
      label: words('复查与消除', 'Re-check'),
      fields: [
        'state',
        'step_due',
        'rechecker',
        'recheck_count',
        'rechecked_on',
        'recheck_result',
        'recheck_opinion',
        'photos_after',
        'cleared_on',
        'transferred_to',
        'transferred_on',
        'remark',
        ...yearNumberNames,
      ],
    },
  ],
  list: [
    'notice_no',
    'object_name',
    'village',
    'issued_on',
    'deadline',
    'severity',
    'state',
    'recheck_count',
    'rechecker',
  ],
  naturalKey: ['notice_no'],
  sort: '-issued_on',
  indexes: [
    ['state', 'deadline'],
    ['village', 'issued_on'],
    ['number_year', 'serial'],
  ],
  numbering: yearNumbering,
  workflow: rectificationWorkflow,
  takes: [
    {
      link: 'inspection',
      fields: {
        object_name: 'object_name',
        village: 'village',
        place_text: 'place_text',
        party_name: 'party_name',
        issued_by: 'checkers',
        rechecker: 'checkers',
      },
    },
  ],
  rules: [
    dayOrder(
      { field: 'issued_on', label: words('下发日期', 'Issued on') },
      { field: 'deadline', label: words('整改期限', 'To be put right by') },
    ),
    dayOrder(
      { field: 'issued_on', label: words('下发日期', 'Issued on') },
      { field: 'cleared_on', label: words('消除日期', 'Cleared on') },
    ),
  ],
  fill: withTerm,
  derived: ['deadline'],
  ending: 'void',
  period: 'issued_on',
  wants: [
    {
      field: 'photos_after',
      label: words('整改后照片', 'Photos of what was put right'),
      person: 'rechecker',
      while: { field: 'state', values: ['20', '40'] },
    },
  ],
});

/**
 * The term follows from its first day and its length: what is entered first is the day of the notice, what a re-check
 * gives is a number of days.
 */
function withTerm(given: Values): Values {
  const row = withYearNumber(given, { number: 'notice_no', day: 'issued_on', word: '检改' });
  const from = row['term_from'] ?? row['issued_on'] ?? null;
  const days = row['term_days'] ?? daysBetween(from, row['deadline'] ?? null);
  const end = typeof from === 'string' && typeof days === 'number' ? dayAfter(from, days) : null;
  return {
    ...row,
    state: row['state'] ?? '10',
    term_from: from,
    term_days: days,
    deadline: row['deadline'] ?? end,
  };
}

const DAY_MS = 86_400_000;

/** Whole days from one day to a later one; `null` when either is missing or they are the wrong way round. */
function daysBetween(from: Value, to: Value): number | null {
  if (typeof from !== 'string' || typeof to !== 'string' || to < from) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
