import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { crimeFields, helpFields, helpNames, subjectField } from './care-fields.ts';

/**
 * People with HIV who are a danger to others (艾滋病危险人员). Nothing here may become known without consent of the person
 * (艾滋病防治条例 §39).
 */
export const careAids = defineLedger({
  id: 'care_aids',
  revision: 1,
  area: 'care',
  label: words('艾滋病危险人员', 'HIV'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 艾滋病危险人员；艾滋病防治条例',
  sensitive: true,
  fields: {
    person: subjectField(),
    found_on: day({ label: words('发现日期', 'Found on') }),
    infection: choice({ label: words('感染途径', 'Infection'), table: 'infection' }),
    ...crimeFields(words('是否有违法犯罪史', 'Has offences'), words('违法犯罪情况', 'Offences')),
    case_kind: text({ label: words('案件类别', 'Kind of case'), max: 20 }),
    concern: choice({ label: words('关注类型', 'Concern'), table: 'aids_concern', required: true }),
    ...helpFields(),
    custody: choice({ label: words('收治情况', 'Treatment or custody'), table: 'custody' }),
    custody_org: text({ label: words('收治机构名称', 'Where'), max: 100 }),
  },
  title: ['person'],
  subtitle: [],
  sections: [
    {
      label: words('基本情况', 'Facts'),
      fields: ['person', 'found_on', 'infection', 'concern', 'has_crime', 'crime_detail', 'case_kind'],
    },
    { label: words('收治与帮扶', 'Treatment and help'), fields: ['custody', 'custody_org', ...helpNames] },
  ],
  list: ['person', 'infection', 'concern', 'custody', 'custody_org', 'helper_name', 'found_on'],
  naturalKey: ['person'],
  sort: '-found_on',
  indexes: [['found_on']],
  rules: [notFuture('found_on')],
});
