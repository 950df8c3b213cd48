import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { guardianFields, guardianNames, subjectField } from './care-fields.ts';

/**
 * Guardians (监护人) of people with severe mental disorder and of minors, with the agreement on guardianship (监护协议)
 * and whether the subsidy instead of reward (以奖代补) is paid.
 */
export const careGuardian = defineLedger({
  id: 'care_guardian',
  revision: 2,
  area: 'care',
  label: words('监护人', 'Guardians'),
  counter: words('人', 'guardians'),
  source: 'GB/T 31000-2015 严重精神障碍患者、重点青少年（监护人）；严重精神障碍患者监护人以奖代补',
  sensitive: true,
  partOf: 'person',
  fields: {
    person: subjectField(words('被监护人', 'Ward')),
    ...guardianFields(),
    guardian_person: link({ label: words('监护人（实有人口）', 'Guardian (resident)'), ledger: 'person' }),
    agreement_no: text({ label: words('监护协议编号', 'Agreement number'), max: 50 }),
    agreement_on: day({ label: words('监护协议签订日期', 'Agreed on') }),
    agreement_to: day({ label: words('监护协议到期日期', 'Agreed until') }),
    ended_on: day({
      label: words('监护终止日期', 'Guardianship ended on'),
      help: words('填写后不再提醒协议到期', 'Nothing is due any more once it is given'),
      since: 2,
    }),
    has_subsidy: yesNo({ label: words('是否享受以奖代补', 'Gets the subsidy') }),
    ...noteFields({ label: words('监护协议扫描件', 'Agreement, scanned') }),
  },
  title: ['name'],
  subtitle: ['relation'],
  sections: [
    { label: words('监护人', 'Guardian'), fields: ['person', ...guardianNames, 'guardian_person'] },
    {
      label: words('监护协议', 'Agreement'),
      fields: ['agreement_no', 'agreement_on', 'agreement_to', 'ended_on', 'has_subsidy', ...noteNames],
    },
  ],
  list: ['name', 'relation', 'contact', 'person', 'agreement_to', 'has_subsidy'],
  naturalKey: ['person', 'name'],
  sort: 'agreement_to',
  indexes: [['agreement_to']],
  rules: [
    dayOrder(
      { field: 'agreement_on', label: words('监护协议签订日期', 'Agreed on') },
      { field: 'agreement_to', label: words('监护协议到期日期', 'Agreed until') },
    ),
  ],
  dues: [
    {
      field: 'agreement_to',
      label: words('监护协议到期', 'Guardianship agreement ends'),
      person: 'name',
      until: 'ended_on',
    },
  ],
});
