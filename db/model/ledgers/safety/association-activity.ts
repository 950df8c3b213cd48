import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** Activities of an association for safety, kept on its page. */
export const associationActivity = defineLedger({
  id: 'association_activity',
  revision: 1,
  area: 'safety',
  label: words('促进会活动', 'Activities of associations'),
  counter: words('场', 'activities'),
  source: '东莞市平安建设促进会',
  fields: {
    association: link({
      label: words('促进会', 'Association'),
      ledger: 'safe_association',
      required: true,
      aliases: ['主办促进会'],
    }),
    held_on: day({ label: words('活动日期', 'Held on'), required: true, indexed: true, aliases: ['日期'] }),
    name: text({
      label: words('活动名称', 'Activity'),
      max: 100,
      required: true,
      search: true,
      aliases: ['名称', '主题'],
    }),
    kind: choice({
      label: words('活动类别', 'Kind'),
      table: 'association_activity_kind',
      required: true,
      aliases: ['类别'],
    }),
    place_text: text({ label: words('地点', 'Place'), max: 200, search: true, aliases: ['活动地点'] }),
    people_count: integer({
      label: words('参加人数', 'People'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
      aliases: ['人数'],
    }),
    spent: money({ label: words('使用经费', 'Spent'), min: 0, max: 99_999_999, aliases: ['经费', '金额'] }),
    content: longText({ label: words('活动情况', 'What was done'), max: 2000, search: true }),
    photos: attachment({ label: words('照片', 'Photos') }),
  },
  title: ['name'],
  subtitle: ['held_on', 'association'],
  sections: [
    {
      label: words('活动', 'Activity'),
      fields: [
        'association',
        'held_on',
        'name',
        'kind',
        'place_text',
        'people_count',
        'spent',
        'content',
        'photos',
      ],
    },
  ],
  list: ['held_on', 'name', 'kind', 'association', 'place_text', 'people_count', 'spent'],
  naturalKey: ['association', 'held_on', 'name'],
  sort: '-held_on',
  partOf: 'association',
  period: 'held_on',
});
