import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Joint activities of villages with enterprises (共建活动): “党建领航 携手社区” and “政企连心桥”. */
export const jointActivity = defineLedger({
  id: 'joint_activity',
  revision: 1,
  area: 'party',
  label: words('共建活动', 'Joint activities'),
  counter: words('次', 'activities'),
  source: '“党建领航 携手社区”共建、“政企连心桥”',
  fields: {
    title: text({
      label: words('活动名称', 'Activity'),
      max: 100,
      required: true,
      search: true,
      aliases: ['名称', '活动主题'],
    }),
    held_on: day({
      label: words('活动日期', 'Held on'),
      required: true,
      indexed: true,
      aliases: ['日期', '时间'],
    }),
    programme: choice({
      label: words('共建项目', 'Programme'),
      table: 'joint_programme',
      required: true,
      aliases: ['项目'],
    }),
    village: villageField({ isTownToo: true }),
    unit: link({ label: words('共建单位', 'Unit'), ledger: 'unit', aliases: ['企业'] }),
    partner: text({
      label: words('参加单位', 'Partners'),
      help: words('几家单位用顿号隔开', 'Several are parted by 、'),
      max: 200,
      search: true,
      suggest: true,
      aliases: ['共建方', '参与单位', '企业名称'],
    }),
    party_org: link({ label: words('共建党组织', 'Party branch'), ledger: 'party_org' }),
    place_text: text({ label: words('地点', 'Where'), max: 100, suggest: true, aliases: ['活动地点'] }),
    people_count: integer({
      label: words('参加人数', 'People'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
      aliases: ['人数', '参与人数'],
    }),
    content: longText({
      label: words('活动内容', 'Content'),
      max: 2000,
      search: true,
      aliases: ['内容', '主要内容'],
    }),
    outcome: longText({
      label: words('解决事项', 'What came of it'),
      help: words('为企业、群众解决的具体问题', 'Problems solved for enterprises or residents'),
      max: 1000,
      aliases: ['成效', '活动成效'],
    }),
    ...noteFields({ label: words('照片', 'Photos') }),
  },
  title: ['title'],
  subtitle: ['village', 'held_on'],
  sections: [
    {
      label: words('活动', 'Activity'),
      fields: [
        'title',
        'held_on',
        'programme',
        'village',
        'unit',
        'partner',
        'party_org',
        'place_text',
        'people_count',
      ],
    },
    { label: words('内容与成效', 'Content'), fields: ['content', 'outcome', ...noteNames] },
  ],
  list: ['held_on', 'title', 'programme', 'village', 'partner', 'people_count'],
  naturalKey: ['title', 'village', 'held_on'],
  sort: '-held_on',
  indexes: [
    ['village', 'held_on'],
    ['programme', 'held_on'],
  ],
  rules: [notFuture('held_on')],
  period: 'held_on',
});
