import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { crimeFields, helpFields, helpNames, subjectField } from './care-fields.ts';

/**
 * Youth at risk (重点青少年): kind, family, offences, who helps and how. Sealed records of minors (刑诉法 §286) do not belong
 * here. Guardians stand in `care_guardian`, each service in `care_service`.
 */
export const careYouth = defineLedger({
  id: 'care_youth',
  revision: 1,
  area: 'care',
  label: words('重点青少年', 'Youth at risk'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 重点青少年（§5.41–5.43）；未成年人保护法',
  sensitive: true,
  fields: {
    person: subjectField(),
    youth_type: choice({ label: words('人员类型', 'Kind'), table: 'youth_type', required: true }),
    family: choice({ label: words('家庭情况', 'Family'), table: 'youth_family' }),
    school: text({ label: words('就读学校或单位', 'School or workplace'), max: 100 }),
    found_on: day({ label: words('摸排日期', 'Found on') }),
    ...crimeFields(words('是否违法犯罪', 'Has offences'), words('违法犯罪情况', 'Offences')),
    ...helpFields(),
    help_way: choice({ label: words('帮扶手段', 'Way of helping'), table: 'youth_help' }),
  },
  title: ['person'],
  subtitle: [],
  sections: [
    {
      label: words('基本情况', 'Facts'),
      fields: ['person', 'youth_type', 'family', 'school', 'found_on', 'has_crime', 'crime_detail'],
    },
    { label: words('帮扶', 'Help'), fields: ['help_way', ...helpNames] },
  ],
  list: ['person', 'youth_type', 'family', 'school', 'help_way', 'helper_name', 'has_crime', 'found_on'],
  naturalKey: ['person'],
  sort: '-found_on',
  indexes: [['found_on']],
  rules: [notFuture('found_on')],
});
