import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** What was done in a key area, day by day; kept on its page. */
export const keyAreaWork = defineLedger({
  id: 'key_area_work',
  revision: 1,
  area: 'security',
  label: words('重点地区整治工作', 'Work in key areas'),
  counter: words('次', 'times'),
  source: 'GB/T 31000-2015 治安重点地区排查整治（整治情况）',
  fields: {
    key_area: link({
      label: words('重点地区', 'Area'),
      ledger: 'key_area',
      required: true,
      aliases: ['重点地区名称'],
    }),
    done_on: day({ label: words('工作日期', 'Day'), required: true, indexed: true, aliases: ['日期'] }),
    kind: choice({
      label: words('工作类别', 'Kind'),
      table: 'key_area_act',
      required: true,
      aliases: ['类别'],
    }),
    units: text({ label: words('参加单位', 'Units'), max: 200, suggest: true }),
    people_count: integer({
      label: words('出动人数', 'People'),
      min: 0,
      max: 9999,
      unit: words('人', 'people'),
    }),
    places_checked: integer({
      label: words('检查场所数', 'Places checked'),
      min: 0,
      max: 9999,
      unit: words('处', 'places'),
    }),
    hazards_found: integer({
      label: words('发现隐患数', 'Hazards found'),
      min: 0,
      max: 9999,
      unit: words('处', 'hazards'),
    }),
    content: longText({
      label: words('工作情况', 'What was done'),
      max: 1024,
      required: true,
      search: true,
    }),
    photos: attachment({ label: words('照片', 'Photos') }),
  },
  title: ['kind'],
  subtitle: ['done_on', 'key_area'],
  sections: [
    {
      label: words('整治工作', 'Work'),
      fields: [
        'key_area',
        'done_on',
        'kind',
        'units',
        'people_count',
        'places_checked',
        'hazards_found',
        'content',
        'photos',
      ],
    },
  ],
  list: [
    'done_on',
    'kind',
    'key_area',
    'units',
    'people_count',
    'places_checked',
    'hazards_found',
    'content',
  ],
  naturalKey: ['key_area', 'done_on', 'kind'],
  sort: '-done_on',
  partOf: 'key_area',
  period: 'done_on',
});
