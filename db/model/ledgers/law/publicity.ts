import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { villageField } from '../parts/place.ts';

/** Publicity (宣传活动): above all prevention told by cases (全民创安·以案说防), and the law, fraud, drugs, fire. */
export const publicity = defineLedger({
  id: 'publicity',
  revision: 1,
  area: 'law',
  label: words('宣传活动', 'Publicity'),
  counter: words('场', 'events'),
  source: '全民创安·以案说防；“谁执法谁普法”',
  fields: {
    held_on: day({
      label: words('活动日期', 'Held on'),
      required: true,
      indexed: true,
      aliases: ['日期', '时间', '宣传日期'],
    }),
    topic: text({
      label: words('活动主题', 'Topic'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['主题', '活动名称', '名称'],
    }),
    kind: choice({
      label: words('活动类别', 'Kind'),
      table: 'publicity_kind',
      required: true,
      indexed: true,
      aliases: ['类别', '宣传类别'],
    }),
    village: villageField({ isTownToo: true }),
    venue: link({ label: words('活动阵地', 'Venue'), ledger: 'venue', aliases: ['阵地'] }),
    place_text: text({
      label: words('地点', 'Where'),
      max: 200,
      search: true,
      suggest: true,
      aliases: ['活动地点', '宣传地点'],
    }),
    organiser: text({
      label: words('主办单位', 'Held by'),
      max: 100,
      suggest: true,
      aliases: ['组织单位', '宣传单位'],
    }),
    speaker: text({ label: words('主讲人', 'Speaker'), max: 50, suggest: true, aliases: ['宣讲人'] }),
    case_told: longText({
      label: words('讲述案例', 'Case told'),
      help: words('隐去当事人姓名', 'Without the names of those concerned'),
      max: 1000,
      search: true,
      when: { field: 'kind', values: ['01', '02', '03', '04', '05', '07'] },
      aliases: ['案例', '案例内容'],
    }),
    audience: multiChoice({ label: words('宣传对象', 'Audience'), table: 'audience', aliases: ['对象'] }),
    people_count: integer({
      label: words('参加人数', 'People'),
      min: 0,
      max: 999_999,
      unit: words('人', 'people'),
      aliases: ['人数', '受众人数', '参与人数'],
    }),
    leaflet_count: integer({
      label: words('派发资料数', 'Leaflets'),
      min: 0,
      max: 999_999,
      unit: words('份', 'leaflets'),
      aliases: ['资料份数', '发放资料'],
    }),
    photos: attachment({ label: words('活动照片', 'Photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['topic'],
  subtitle: ['village', 'held_on'],
  sections: [
    {
      label: words('活动', 'Event'),
      fields: [
        'held_on',
        'topic',
        'kind',
        'village',
        'venue',
        'place_text',
        'organiser',
        'speaker',
        'audience',
        'people_count',
        'leaflet_count',
      ],
    },
    { label: words('案例与照片', 'Case and photos'), fields: ['case_told', 'photos', 'remark'] },
  ],
  list: ['held_on', 'topic', 'kind', 'village', 'place_text', 'people_count'],
  naturalKey: ['village', 'held_on', 'topic'],
  sort: '-held_on',
  indexes: [
    ['village', 'held_on'],
    ['kind', 'held_on'],
  ],
  rules: [notFuture('held_on')],
  wants: [{ field: 'photos', label: words('活动照片', 'Photos'), while: { field: 'kind', values: ['01'] } }],
  period: 'held_on',
});
