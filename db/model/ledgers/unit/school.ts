import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { followsInspection } from '../parts/inspected.ts';
import { namedPerson } from '../parts/named-person.ts';
import { takesUnit } from '../parts/at-unit.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

const principal = namedPerson(words('校长', 'Head'));
const leader = namedPerson(words('分管安全保卫责任人', 'Deputy for safety'));
const guard = namedPerson(words('安全保卫责任人', 'Safety officer'));
const police = namedPerson(words('治安责任人', 'Police officer'));

/** Schools and kindergartens with those who answer for their safety (学校及周边安全). */
export const school = defineLedger({
  id: 'school',
  revision: 1,
  area: 'unit',
  label: words('学校', 'Schools'),
  counter: words('所', 'schools'),
  source: 'GB/T 31000-2015 学校',
  fields: {
    name: text({
      label: words('学校名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      aliases: ['名称'],
    }),
    unit: link({ label: words('实有单位', 'Unit'), ledger: 'unit' }),
    kind: choice({
      label: words('学校办学类型', 'Kind'),
      table: 'school_kind',
      required: true,
      aliases: ['办学类型', '学校类型', '类型'],
    }),
    is_public: yesNo({ label: words('是否公办', 'Public'), aliases: ['公办'] }),
    students: integer({
      label: words('在校学生人数', 'Pupils'),
      min: 0,
      max: 999_999,
      unit: words('人', 'people'),
      aliases: ['学生人数', '在校生数'],
    }),
    staff: integer({ label: words('教职工人数', 'Staff'), min: 0, max: 99_999, unit: words('人', 'people') }),
    authority: text({
      label: words('所属主管教育行政部门', 'Education authority'),
      max: 100,
      suggest: true,
      aliases: ['主管部门'],
    }),
    principal_name: principal.name,
    principal_contact: principal.contact,
    sec_leader_name: leader.name,
    sec_leader_contact: leader.contact,
    sec_name: guard.name,
    sec_contact: guard.contact,
    police_name: police.name,
    police_contact: police.contact,
    guard_count: integer({
      label: words('安全保卫人数', 'Guards'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
      aliases: ['保安人数'],
    }),
    has_alarm: yesNo({ label: words('一键报警是否联网', 'Alarm connected') }),
    checked_on: day({ label: words('最近检查日期', 'Last checked') }),
    next_check_on: day({ label: words('下次检查日期', 'Next check'), indexed: true }),
    ...placeFields({ address: words('学校地址', 'Address') }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('学校', 'School'),
      fields: ['name', 'unit', 'kind', 'is_public', 'students', 'staff', 'authority'],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    {
      label: words('安全责任人', 'Those who answer'),
      fields: [
        'principal_name',
        'principal_contact',
        'sec_leader_name',
        'sec_leader_contact',
        'sec_name',
        'sec_contact',
        'police_name',
        'police_contact',
      ],
    },
    {
      label: words('安全防范', 'Safety'),
      fields: ['guard_count', 'has_alarm', 'checked_on', 'next_check_on', ...noteNames],
    },
  ],
  list: [
    'name',
    'kind',
    'village',
    'students',
    'principal_name',
    'principal_contact',
    'sec_name',
    'sec_contact',
    'next_check_on',
  ],
  naturalKey: ['name'],
  sort: 'name',
  takes: [takesUnit('principal_name')],
  indexes: [['village', 'name']],
  fill: (row) => withSettledDay(row, { done: 'checked_on', planned: 'next_check_on' }),
  ending: 'vacate',
  follows: [
    followsInspection({ link: 'object_school', checkedOn: 'checked_on', nextCheck: 'next_check_on' }),
  ],
  dues: [{ field: 'next_check_on', label: words('校园安全检查', 'Check of a school'), person: 'sec_name' }],
});
