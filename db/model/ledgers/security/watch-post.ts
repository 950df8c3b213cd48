import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Posts of the joint watch of police and people (警民联防执勤点); members and kit stand on the page of the post. */
export const watchPost = defineLedger({
  id: 'watch_post',
  revision: 1,
  area: 'security',
  label: words('警民联防执勤点', 'Watch posts'),
  counter: words('个', 'posts'),
  source: '东莞市全民创安警民联防',
  fields: {
    code: text({
      label: words('执勤点编号', 'Number'),
      max: 30,
      code: true,
      required: true,
      search: true,
      aliases: ['编号', '点位编号'],
    }),
    name: text({
      label: words('执勤点名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '点位名称'],
    }),
    kind: choice({
      label: words('执勤点类别', 'Kind'),
      table: 'watch_post_kind',
      required: true,
      aliases: ['类别', '类型'],
    }),
    state: choice({
      label: words('执勤点状态', 'State'),
      table: 'watch_post_state',
      required: true,
      aliases: ['状态'],
    }),
    unit: link({ label: words('依托单位', 'Unit'), ledger: 'unit', aliases: ['单位'] }),
    ...headFields(),
    member_count: integer({
      label: words('队员人数', 'Members'),
      help: words(
        '名单在“执勤点成员”中登记，这里填总人数',
        'Names stand in the list of members; the total here',
      ),
      min: 0,
      max: 9999,
      unit: words('人', 'people'),
      aliases: ['人数', '参与人数'],
    }),
    duty_hours: text({ label: words('执勤时段', 'Hours'), max: 100, suggest: true }),
    roster: link({ label: words('值班排班表', 'Duty roster'), ledger: 'duty_roster' }),
    police: text({
      label: words('联系派出所', 'Police station'),
      max: 100,
      suggest: true,
      aliases: ['派出所'],
    }),
    police_officer: text({ label: words('联系民警', 'Officer'), max: 50, suggest: true }),
    opened_on: day({ label: words('设立日期', 'Opened on'), aliases: ['启用日期'] }),
    checked_on: day({ label: words('最近检查日期', 'Last checked') }),
    next_check_on: day({ label: words('下次检查日期', 'Next check'), indexed: true }),
    ...placeFields(),
    ...noteFields({ label: words('照片', 'Photos') }),
  },
  title: ['name'],
  subtitle: ['code', 'village'],
  sections: [
    {
      label: words('执勤点', 'Post'),
      fields: ['code', 'name', 'kind', 'state', 'unit', ...headNames, 'member_count', 'opened_on'],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    {
      label: words('执勤', 'Watch'),
      fields: [
        'duty_hours',
        'roster',
        'police',
        'police_officer',
        'checked_on',
        'next_check_on',
        ...noteNames,
      ],
    },
  ],
  list: [
    'code',
    'name',
    'kind',
    'village',
    'head_name',
    'head_contact',
    'member_count',
    'state',
    'next_check_on',
  ],
  naturalKey: ['code'],
  sort: 'code',
  takes: [
    {
      link: 'unit',
      fields: { village: 'village', grid: 'grid', place_text: 'address_text', place: 'place' },
    },
  ],
  indexes: [
    ['village', 'code'],
    ['state', 'code'],
  ],
  fill: (row) =>
    withSettledDay({ ...row, state: row['state'] ?? '01' }, { done: 'checked_on', planned: 'next_check_on' }),
  ending: 'vacate',
  dues: [
    {
      field: 'next_check_on',
      label: words('执勤点检查', 'Check of a post'),
      person: 'head_name',
      while: { field: 'state', values: ['01'] },
    },
  ],
});
