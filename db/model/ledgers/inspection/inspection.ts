import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import type { Values } from '../../field-kind.ts';
import { words, type Localized } from '../../localized.ts';
import { itemNumbers, splitItems, withCounts } from './item-results.ts';
import { twoCheckers } from './two-checkers.ts';
import { yearNumberFields, yearNumbering, yearNumberNames, withYearNumber } from '../parts/year-number.ts';
import { checkedPlace, checkedPlaceFields, takenFromObject } from './checked-place.ts';

const count = (label: Localized) => integer({ label, min: 0, max: 200, unit: words('项', 'items') });

/**
 * Inspections (检查) of rental houses, three-small places, enterprises, schools and facilities. Each item of the check list
 * gets a result, kept as the numbers of the items: met, not met, not applicable. What is not met is a hazard of its own
 * (`inspection_finding`); what must be put right is ordered by a notice (`rectification`).
 */
export const inspection = defineLedger({
  id: 'inspection',
  revision: 1,
  area: 'inspection',
  label: words('检查记录', 'Inspections'),
  counter: words('次', 'inspections'),
  source: '东莞市出租屋治安与消防安全管理条例；镇街检查台账',
  fields: {
    inspection_no: text({
      label: words('检查编号', 'Number'),
      help: words('保存时自动编号', 'Given when it is saved'),
      max: 40,
      code: true,
      search: true,
      indexed: true,
      aliases: ['编号', '记录编号'],
    }),
    ...yearNumberFields(),
    ...checkedPlace(),

    checked_at: instant({
      label: words('检查时间', 'Checked at'),
      required: true,
      indexed: true,
      aliases: ['检查日期', '时间'],
    }),
    check_kind: choice({ label: words('检查方式', 'Kind'), table: 'check_kind', aliases: ['方式'] }),
    checkers: text({
      label: words('检查人员', 'Checkers'),
      help: words('两人以上，用顿号分开', 'Two or more, separated by commas'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['检查人', '检查组'],
    }),
    list: link({ label: words('检查表', 'Check list'), ledger: 'check_list', aliases: ['检查表名称'] }),
    passed_items: itemNumbers(words('合格项目', 'Items met'), ['合格项']),
    failed_items: itemNumbers(words('不合格项目', 'Items not met'), ['不合格项', '问题项']),
    other_items: itemNumbers(words('不适用项目', 'Items not applicable'), ['不适用项']),
    passed_count: count(words('合格项数', 'Met')),
    failed_count: count(words('不合格项数', 'Not met')),
    other_count: count(words('不适用项数', 'Not applicable')),

    result: choice({
      label: words('检查结论', 'Conclusion'),
      table: 'check_result',
      required: true,
      indexed: true,
      aliases: ['结论', '检查结果'],
    }),
    points: integer({
      label: words('扣分', 'Points'),
      min: 0,
      max: 9_999,
      unit: words('分', 'points'),
    }),
    grade: choice({ label: words('评定等级', 'Grade'), table: 'rental_grade', aliases: ['分级', '等级'] }),
    next_check: day({
      label: words('下次检查日期', 'Next check'),
      indexed: true,
      aliases: ['下次检查日'],
    }),
    item_notes: longText({
      label: words('项目说明', 'Notes on items'),
      help: words(
        '每行一项，如 13：二楼灭火器压力不足',
        'One item a line, as 13: extinguisher on floor 2 has no pressure',
      ),
      max: 4000,
      search: true,
      aliases: ['不合格说明'],
    }),
    opinion: longText({
      label: words('检查情况', 'What was found'),
      max: 2000,
      search: true,
      aliases: ['存在问题', '情况'],
    }),
    party_name: text({
      label: words('被检查方负责人', 'In charge of the place'),
      max: 50,
      search: true,
      aliases: ['负责人', '陪同人员', '被检查人'],
    }),
    party_contact: phone({
      label: words('负责人电话', 'Telephone'),
      search: true,
      masked: true,
      aliases: ['联系电话'],
    }),
    signature: choice({ label: words('签字情况', 'Signature'), table: 'check_signature' }),
    photos: attachment({ label: words('现场照片', 'Photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['object_name'],
  subtitle: ['checked_at', 'result'],
  sections: [
    {
      label: words('检查对象', 'Object'),
      fields: ['inspection_no', ...checkedPlaceFields],
    },
    {
      label: words('检查', 'Inspection'),
      fields: ['checked_at', 'list', 'checkers', 'check_kind', 'party_name', 'party_contact', 'signature'],
    },
    {
      label: words('检查项目', 'Items'),
      panel: 'check-items',
      fields: [
        'passed_items',
        'failed_items',
        'other_items',
        'item_notes',
        'passed_count',
        'failed_count',
        'other_count',
      ],
    },
    {
      label: words('结论', 'Conclusion'),
      fields: ['result', 'points', 'grade', 'next_check', 'opinion', 'photos', 'remark', ...yearNumberNames],
    },
  ],
  list: [
    'inspection_no',
    'object_name',
    'object_kind',
    'village',
    'checked_at',
    'checkers',
    'failed_count',
    'result',
    'grade',
    'next_check',
  ],
  naturalKey: ['inspection_no'],
  sort: '-checked_at',
  indexes: [
    ['village', 'checked_at'],
    ['object_kind', 'checked_at'],
    ['result', 'checked_at'],
    ['object_rental', 'checked_at'],
    ['object_unit', 'checked_at'],
    ['object_facility', 'checked_at'],
    ['object_school', 'checked_at'],
    ['number_year', 'serial'],
  ],
  numbering: yearNumbering,
  takes: takenFromObject,
  derived: ['passed_count', 'failed_count', 'other_count'],
  rules: [splitItems, twoCheckers],
  fill: (row) =>
    withCounts({
      ...withYearNumber(row, { number: 'inspection_no', day: 'checked_at', word: '检查' }),
      check_kind: row['check_kind'] ?? '1',
      object_kind: row['object_kind'] ?? kindOfLinked(row),
    }),
  period: 'checked_at',
  ending: 'void',
});

/** Kind of the object a check was begun from. */
function kindOfLinked(row: Values): string | null {
  if (typeof row['object_rental'] === 'string') return '10';
  if (typeof row['object_facility'] === 'string') return '40';
  if (typeof row['object_school'] === 'string') return '50';
  return typeof row['object_unit'] === 'string' ? '30' : null;
}
