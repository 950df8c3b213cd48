import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Volunteer guards and patrols (群防群治组织). */
export const massPreventionOrg = defineLedger({
  id: 'mass_prevention_org',
  revision: 1,
  area: 'safety',
  label: words('群防群治组织', 'Volunteer guards'),
  counter: words('支', 'groups'),
  source: 'GB/T 31000-2015 群防群治组织',
  fields: {
    name: text({
      label: words('组织名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '队伍名称'],
    }),
    org_type: choice({
      label: words('组织类型', 'Kind'),
      table: 'mass_prevention',
      required: true,
      aliases: ['类型', '队伍类型'],
    }),
    supervisor: text({
      label: words('主管单位', 'Supervised by'),
      max: 100,
      suggest: true,
      aliases: ['业务主管单位'],
    }),
    people_count: integer({
      label: words('人员数量', 'People'),
      min: 0,
      max: 999_999,
      unit: words('人', 'people'),
      aliases: ['人数', '队员人数'],
    }),
    ...headFields(),
    functions: longText({ label: words('主要职能', 'Tasks'), max: 400, aliases: ['职责'] }),
    founded_on: day({ label: words('成立日期', 'Founded on') }),
    ...placeFields(),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['org_type', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: ['name', 'org_type', 'supervisor', 'people_count', 'founded_on', ...headNames, 'functions'],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: ['name', 'org_type', 'village', 'people_count', 'head_name', 'head_contact', 'supervisor'],
  naturalKey: ['village', 'name'],
  sort: 'name',
  ending: 'vacate',
});
