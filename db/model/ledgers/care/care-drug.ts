import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { crimeFields, helpFields, helpNames, subjectField } from './care-fields.ts';

/**
 * Drug users (吸毒人员): state of control, who controls and helps, cause and effect.
 */
export const careDrug = defineLedger({
  id: 'care_drug',
  revision: 1,
  area: 'care',
  label: words('吸毒人员', 'Drug users'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 吸毒人员；禁毒法、戒毒条例',
  sensitive: true,
  fields: {
    person: subjectField(),
    first_found: day({ label: words('初次发现日期', 'First found on'), required: true }),
    control: choice({ label: words('管控情况', 'Control'), table: 'drug_control', required: true }),
    controller_name: text({ label: words('管控人姓名', 'Controlled by'), max: 50, aliases: ['管控人'] }),
    controller_contact: phone({
      label: words('管控人联系方式', 'Controlled by: telephone'),
      masked: true,
      aliases: ['管控人电话'],
    }),
    ...helpFields(),
    ...crimeFields(words('有无犯罪史', 'Has offences'), words('犯罪情况', 'Offences')),
    cause: choice({ label: words('吸毒原因', 'Cause'), table: 'drug_cause' }),
    effect: choice({ label: words('吸毒后果', 'Effect'), table: 'drug_effect' }),
  },
  title: ['person'],
  subtitle: [],
  sections: [
    {
      label: words('吸毒情况', 'Drug use'),
      fields: ['person', 'first_found', 'cause', 'effect', 'has_crime', 'crime_detail'],
    },
    {
      label: words('管控与帮扶', 'Control and help'),
      fields: ['control', 'controller_name', 'controller_contact', ...helpNames],
    },
  ],
  list: [
    'person',
    'first_found',
    'control',
    'controller_name',
    'helper_name',
    'cause',
    'effect',
    'has_crime',
  ],
  naturalKey: ['person'],
  sort: '-first_found',
  indexes: [['first_found'], ['control', 'first_found']],
  rules: [notFuture('first_found')],
});
