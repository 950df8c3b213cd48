import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { words } from '../../localized.ts';

/** Names of `residentFacts`, in the order of a form. */
export const residentFactNames = ['person', 'sex', 'ethnic', 'birth_date', 'political', 'education'] as const;

/** What GB/T 31000-2015 module 1 asks of people in the safe town (综治队伍人员, 楼栋长) beside their name and telephone. */
export const residentFacts = () => ({
  person: link({ label: words('本人（实有人口）', 'Resident'), ledger: 'person' }),
  sex: choice({ label: words('性别', 'Sex'), table: 'sex' }),
  ethnic: choice({ label: words('民族', 'Ethnic group'), table: 'ethnic' }),
  political: choice({ label: words('政治面貌', 'Political affiliation'), table: 'political' }),
  birth_date: day({ label: words('出生日期', 'Birth date') }),
  education: choice({ label: words('学历', 'Education'), table: 'education' }),
});

/** Those facts come from the record of the resident. */
export const takesResident = {
  link: 'person',
  fields: {
    name: 'name',
    sex: 'sex',
    ethnic: 'ethnic',
    political: 'political',
    birth_date: 'birth_date',
    education: 'education',
  },
} as const;
