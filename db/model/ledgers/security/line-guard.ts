import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { namedPerson } from '../parts/named-person.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

const security = namedPerson(words('分管治保负责人', 'Security officer'));

/** Railways, roads, power lines and pipelines that are guarded (护路护线), a record for each section in a village. */
export const lineGuard = defineLedger({
  id: 'line_guard',
  revision: 1,
  area: 'security',
  label: words('护路护线', 'Guarded lines'),
  counter: words('段', 'sections'),
  source: 'GB/T 31000-2015 护路护线',
  fields: {
    name: text({
      label: words('路线名称', 'Line'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      suggest: true,
      aliases: ['名称', '线路名称'],
    }),
    kind: choice({
      label: words('路线类型', 'Kind'),
      table: 'line_type',
      required: true,
      aliases: ['类型', '线路类型'],
    }),
    village: villageField(),
    section: text({ label: words('路段起止', 'Section'), max: 100, search: true, aliases: ['路段'] }),
    length_km: decimal({
      label: words('长度', 'Length'),
      digits: 2,
      min: 0,
      max: 9999,
      unit: words('公里', 'km'),
    }),
    owner_name: text({
      label: words('隶属单位名称', 'Owned by'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['隶属单位'],
    }),
    owner_address: text({ label: words('隶属单位详址', 'Owner: address'), max: 200 }),
    owner_head: text({
      label: words('隶属单位负责人', 'Owner: head'),
      max: 50,
      aliases: ['隶属单位负责人姓名'],
    }),
    owner_contact: phone({
      label: words('隶属单位电话', 'Owner: telephone'),
      masked: true,
      aliases: ['隶属单位联系方式'],
    }),
    police_name: text({
      label: words('管辖单位名称', 'Police'),
      max: 100,
      suggest: true,
      aliases: ['管辖单位', '管辖派出所'],
    }),
    security_name: security.name,
    security_contact: security.contact,
    hazard_level: choice({
      label: words('治安隐患等级', 'Level of hazard'),
      table: 'line_hazard_level',
      aliases: ['隐患等级'],
    }),
    hazard: longText({
      label: words('治安隐患情况', 'Hazard'),
      max: 1024,
      search: true,
      aliases: ['隐患情况'],
    }),
    patrolled_on: day({ label: words('最近巡护日期', 'Last patrol') }),
    next_patrol_on: day({
      label: words('下次巡护日期', 'Next patrol'),
      indexed: true,
      aliases: ['巡护日期'],
    }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['section', 'village'],
  sections: [
    { label: words('路线', 'Line'), fields: ['name', 'kind', 'village', 'section', 'length_km'] },
    {
      label: words('隶属与管辖', 'Owner and police'),
      fields: [
        'owner_name',
        'owner_address',
        'owner_head',
        'owner_contact',
        'police_name',
        'security_name',
        'security_contact',
      ],
    },
    {
      label: words('隐患与巡护', 'Hazards and patrols'),
      fields: ['hazard_level', 'hazard', 'patrolled_on', 'next_patrol_on', ...noteNames],
    },
  ],
  list: [
    'name',
    'kind',
    'section',
    'village',
    'length_km',
    'owner_name',
    'hazard_level',
    'security_name',
    'patrolled_on',
    'next_patrol_on',
  ],
  naturalKey: ['name', 'village'],
  sort: 'name',
  indexes: [['village', 'name']],
  fill: (row) => withSettledDay(row, { done: 'patrolled_on', planned: 'next_patrol_on' }),
  ending: 'vacate',
  dues: [{ field: 'next_patrol_on', label: words('护路巡护', 'Patrol'), person: 'security_name' }],
});
