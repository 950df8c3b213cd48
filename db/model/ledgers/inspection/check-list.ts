import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words, type Localized } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';
import { dayOrder } from '../../rules/day-order.ts';

const points = (label: Localized) => integer({ label, min: 0, max: 9_999, unit: words('分', 'points') });
const days = (label: Localized) => integer({ label, min: 1, max: 999, unit: words('天', 'days') });
const area = (label: Localized) =>
  decimal({ label, digits: 2, min: 0, max: 999_999, unit: words('平方米', 'm²') });

const unordered = words('黄、橙、红的分数须依次增大', 'Points of yellow, orange and red must rise');

/**
 * Check lists (检查表): what is looked at in a kind of place, in versions with days of validity. Sizes up to which a place
 * counts as small differ between towns, as do points and intervals; all are entered here. Dongguan's own grade rule was
 * not found, so grading is a proposal.
 */
export const checkList = defineLedger({
  id: 'check_list',
  revision: 1,
  area: 'inspection',
  label: words('检查表', 'Check lists'),
  counter: words('张', 'lists'),
  source: '东莞市出租屋治安与消防安全管理条例；三小场所检查表（各镇街）',
  fields: {
    name: text({
      label: words('检查表名称', 'Name'),
      max: 100,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称'],
    }),
    list_version: text({ label: words('版本', 'Version'), max: 20, required: true, aliases: ['版本号'] }),
    object_kind: choice({
      label: words('检查对象', 'Kind of object'),
      table: 'check_object',
      required: true,
      indexed: true,
      aliases: ['对象类别'],
    }),
    valid_from: day({ label: words('启用日期', 'Valid from'), required: true, aliases: ['生效日期'] }),
    valid_to: day({ label: words('停用日期', 'Valid to'), aliases: ['失效日期'] }),
    basis: longText({ label: words('依据', 'Basis'), max: 1024, aliases: ['法律依据'] }),

    area_limit: area(words('面积上限', 'Largest area')),
    floor_area_limit: area(words('每层面积上限', 'Largest area of a floor')),
    height_limit: decimal({
      label: words('高度上限', 'Greatest height'),
      digits: 1,
      min: 0,
      max: 999,
      unit: words('米', 'm'),
    }),
    floor_limit: integer({
      label: words('层数上限', 'Most floors'),
      min: 1,
      max: 200,
      unit: words('层', 'floors'),
    }),

    yellow_from: points(words('黄色起评分', 'Yellow from')),
    orange_from: points(words('橙色起评分', 'Orange from')),
    red_from: points(words('红色起评分', 'Red from')),
    green_days: days(words('绿色检查间隔', 'Green: next after')),
    yellow_days: days(words('黄色检查间隔', 'Yellow: next after')),
    orange_days: days(words('橙色检查间隔', 'Orange: next after')),
    red_days: days(words('红色检查间隔', 'Red: next after')),
    rectify_days: days(words('一般隐患整改期限', 'Term for ordinary hazards')),
    major_days: days(words('重大隐患整改期限', 'Term for major hazards')),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name', 'list_version'],
  subtitle: ['object_kind'],
  sections: [
    {
      label: words('检查表', 'List'),
      fields: ['name', 'list_version', 'object_kind', 'valid_from', 'valid_to', 'basis'],
    },
    {
      label: words('适用范围', 'Applies to places up to'),
      fields: ['area_limit', 'floor_area_limit', 'height_limit', 'floor_limit'],
    },
    {
      label: words('分级与期限', 'Grades and terms'),
      fields: [
        'yellow_from',
        'orange_from',
        'red_from',
        'green_days',
        'yellow_days',
        'orange_days',
        'red_days',
        'rectify_days',
        'major_days',
        'remark',
      ],
    },
  ],
  list: ['name', 'list_version', 'object_kind', 'valid_from', 'valid_to', 'area_limit', 'remark'],
  naturalKey: ['name', 'list_version'],
  sort: 'name',
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('启用日期', 'Valid from') },
      { field: 'valid_to', label: words('停用日期', 'Valid to') },
    ),
    (row, context) => {
      const steps = [row['yellow_from'], row['orange_from'], row['red_from']].filter(
        (n) => typeof n === 'number',
      );
      const rises = steps.every((n, i) => i === 0 || n > (steps[i - 1] ?? 0));
      return rises ? [] : [broken('red_from', unordered, context)];
    },
  ],
});
