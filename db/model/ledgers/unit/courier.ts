import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { takesUnit } from '../parts/at-unit.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

const machines = words('台', 'machines');

/** A share of parcels in per cent, as GB/T 31000 N5.2 wants it. */
const rate = (label: ReturnType<typeof words>, aliases: readonly string[]) =>
  decimal({ label, digits: 2, min: 0, max: 100, unit: words('%', '%'), aliases });

/** Post, courier and logistics outlets and their three safety duties (寄递物流安全). */
export const courier = defineLedger({
  id: 'courier',
  revision: 1,
  area: 'unit',
  label: words('寄递物流网点', 'Courier outlets'),
  counter: words('家', 'outlets'),
  source: 'GB/T 31000-2015 寄递物流安全',
  fields: {
    name: text({
      label: words('网点名称', 'Outlet'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称'],
    }),
    unit: link({ label: words('实有单位', 'Unit'), ledger: 'unit' }),
    brand: text({
      label: words('服务品牌', 'Brand'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['品牌'],
    }),
    scope: multiChoice({
      label: words('经营范围', 'Business'),
      table: 'courier_scope',
      aliases: ['业务范围'],
    }),
    reg_kind: choice({ label: words('登记注册类型', 'Registration'), table: 'registration_type' }),
    holding: choice({ label: words('控股情况', 'Controlling share'), table: 'holding' }),
    ...headFields(),
    camera_count: integer({
      label: words('监控探头数', 'Cameras'),
      min: 0,
      max: 99_999,
      unit: words('个', 'cameras'),
    }),
    xray_count: integer({
      label: words('X光机数', 'X-ray machines'),
      min: 0,
      max: 99_999,
      unit: machines,
      aliases: ['X光机数量'],
    }),
    open_check: rate(words('先验视后封箱落实率', 'Opened and seen before sealing'), [
      '收寄验视落实率',
      '验视率',
    ]),
    realname_check: rate(words('实名登记落实率', 'Senders registered by name'), ['实名收寄落实率', '实名率']),
    xray_check: rate(words('X光机检查落实率', 'X-rayed'), ['过机安检落实率', '安检率']),
    checked_on: day({ label: words('最近检查日期', 'Last checked') }),
    next_check_on: day({ label: words('下次检查日期', 'Next check'), indexed: true }),
    ...placeFields(),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['brand', 'village'],
  sections: [
    {
      label: words('网点', 'Outlet'),
      fields: ['name', 'unit', 'brand', 'scope', 'reg_kind', 'holding', ...headNames],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    {
      label: words('安全设施与“三个百分之百”', 'Safety'),
      fields: ['camera_count', 'xray_count', 'open_check', 'realname_check', 'xray_check'],
    },
    { label: words('检查', 'Checks'), fields: ['checked_on', 'next_check_on', ...noteNames] },
  ],
  list: [
    'name',
    'brand',
    'village',
    'head_name',
    'head_contact',
    'open_check',
    'realname_check',
    'xray_check',
    'next_check_on',
  ],
  naturalKey: ['name', 'village'],
  sort: 'name',
  takes: [takesUnit('head_name')],
  indexes: [['village', 'name']],
  fill: (row) => withSettledDay(row, { done: 'checked_on', planned: 'next_check_on' }),
  ending: 'vacate',
  dues: [{ field: 'next_check_on', label: words('寄递网点检查', 'Check of an outlet'), person: 'head_name' }],
});
