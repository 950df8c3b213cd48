import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/**
 * Venues (阵地) of Party and mass work, of legal service and of safety culture, one ledger for all kinds:
 * 党群服务中心, 职工服务中心, 白玉兰, 公共法律服务, 平安文化公园, 观护基地 and the like.
 */
export const venue = defineLedger({
  id: 'venue',
  revision: 1,
  area: 'party',
  label: words('服务阵地', 'Venues'),
  counter: words('处', 'venues'),
  source: '东莞市各级服务阵地；地址字段 GB/T 31000-2015',
  fields: {
    name: text({
      label: words('阵地名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '场所名称'],
    }),
    kind: choice({
      label: words('阵地类别', 'Kind'),
      table: 'venue_kind',
      required: true,
      aliases: ['类别', '类型'],
    }),
    ...placeFields({ isTownToo: true }),
    building: link({ label: words('所在楼栋', 'Building'), ledger: 'building', aliases: ['楼栋'] }),
    sponsor: text({
      label: words('主管单位', 'Run by'),
      max: 100,
      suggest: true,
      aliases: ['建设单位', '主办单位'],
    }),
    ...headFields(),
    area: decimal({
      label: words('面积', 'Area'),
      digits: 2,
      min: 0,
      max: 999_999,
      unit: words('平方米', 'm²'),
      aliases: ['建筑面积', '使用面积'],
    }),
    functions: text({
      label: words('功能', 'Functions'),
      max: 200,
      search: true,
      suggest: true,
      aliases: ['主要功能', '服务内容', '功能室'],
    }),
    opening_hours: text({
      label: words('开放时间', 'Open'),
      max: 100,
      suggest: true,
      aliases: ['服务时间', '开放时段'],
    }),
    staff_count: integer({
      label: words('工作人员数', 'Staff'),
      min: 0,
      max: 9999,
      unit: words('人', 'people'),
      aliases: ['工作人员', '人数'],
    }),
    opened_on: day({ label: words('启用日期', 'Opened on'), aliases: ['建成日期', '挂牌日期'] }),
    state: choice({
      label: words('运行状态', 'State'),
      table: 'venue_state',
      required: true,
      aliases: ['状态'],
    }),
    checked_on: day({ label: words('最近检查日期', 'Last checked on'), aliases: ['检查日期'] }),
    next_check_on: day({
      label: words('下次检查日期', 'Next check'),
      indexed: true,
      aliases: ['下次检查'],
    }),
    ...noteFields({ label: words('照片', 'Photos') }),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'name',
        'kind',
        'sponsor',
        ...headNames,
        'area',
        'functions',
        'opening_hours',
        'staff_count',
        'opened_on',
        'state',
      ],
    },
    { label: words('所在地', 'Place'), fields: [...placeNames, 'building'] },
    { label: words('检查与附件', 'Checks'), fields: ['checked_on', 'next_check_on', ...noteNames] },
  ],
  list: ['name', 'kind', 'village', 'place_text', 'head_name', 'head_contact', 'state', 'next_check_on'],
  naturalKey: ['name', 'village'],
  sort: 'name',
  indexes: [
    ['kind', 'name'],
    ['village', 'name'],
  ],
  duplicates: [['kind', 'village', 'place_text']],
  fill: (row) =>
    withSettledDay({ ...row, state: row['state'] ?? '01' }, { done: 'checked_on', planned: 'next_check_on' }),
  dues: [
    {
      field: 'next_check_on',
      label: words('阵地检查', 'Check a venue'),
      person: 'head_name',
      while: { field: 'state', values: ['01', '03'] },
    },
  ],
  period: 'opened_on',
});
