import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { residentFactNames, residentFacts, takesResident } from '../parts/resident-facts.ts';

/** People of the governance bodies (综治队伍人员). */
export const zzMember = defineLedger({
  id: 'zz_member',
  revision: 1,
  area: 'safety',
  label: words('综治队伍', 'Governance staff'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 综治队伍人员',
  fields: {
    org: link({
      label: words('所属机构', 'Body'),
      ledger: 'zz_org',
      required: true,
      aliases: ['综治机构', '所属综治中心', '单位'],
    }),
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
    }),
    ...residentFacts(),
    duty: choice({ label: words('职务', 'Duty'), table: 'zz_duty' }),
    rank: choice({ label: words('级别', 'Rank'), table: 'zz_rank' }),
    specialty: choice({ label: words('专业特长', 'Speciality'), table: 'zz_specialty' }),
    is_full_time: yesNo({ label: words('是否专职', 'Full-time'), aliases: ['专职'] }),
    contact: phone({
      label: words('联系电话', 'Telephone'),
      search: true,
      masked: true,
      aliases: ['联系方式', '电话', '手机'],
      source: 'GB/T 31000 联系方式',
    }),
    joined_on: day({ label: words('到岗日期', 'Since'), aliases: ['任职日期'] }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['org', 'duty'],
  sections: [
    {
      label: words('岗位', 'Post'),
      fields: ['org', 'name', 'duty', 'rank', 'is_full_time', 'joined_on', 'contact', 'specialty'],
    },
    {
      label: words('个人信息', 'Person'),
      fields: [...residentFactNames],
    },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: ['name', 'org', 'duty', 'rank', 'is_full_time', 'specialty', 'education', 'contact', 'joined_on'],
  naturalKey: ['org', 'name'],
  sort: 'name',
  takes: [takesResident],
  ending: 'vacate',
});
