import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Inquiries of a mediation case (人民调解调查记录), question and answer, signed page by page. */
export const mediationInvestigation = defineLedger({
  id: 'mediation_investigation',
  revision: 1,
  area: 'dispute',
  label: words('调查记录', 'Inquiries'),
  counter: words('份', 'inquiries'),
  source: '司法部人民调解文书格式：人民调解调查记录',
  fields: {
    med_case: link({
      label: words('调解案件', 'Case'),
      ledger: 'mediation_case',
      required: true,
      aliases: ['案号'],
    }),
    started_at: instant({ label: words('调查时间', 'At'), required: true, aliases: ['时间'] }),
    place: text({ label: words('调查地点', 'Where'), max: 100, suggest: true, aliases: ['地点'] }),
    attendees: text({ label: words('参加人', 'Present'), max: 200 }),
    asked: text({
      label: words('被调查人', 'Who was asked'),
      max: 50,
      required: true,
      search: true,
    }),
    asked_sex: choice({ label: words('被调查人性别', 'Sex'), table: 'sex', aliases: ['性别'] }),
    asked_age: integer({
      label: words('被调查人年龄', 'Age'),
      min: 0,
      max: 130,
      unit: words('岁', 'years'),
      aliases: ['年龄'],
    }),
    asked_employer: text({ label: words('被调查人单位', 'Works at'), max: 100 }),
    asked_address: text({ label: words('被调查人住址', 'Address'), max: 200 }),
    asked_phone: phone({ label: words('被调查人电话', 'Telephone'), masked: true }),
    relation: text({ label: words('与当事人关系', 'Relation to the parties'), max: 50 }),
    content: longText({
      label: words('调查内容', 'Questions and answers'),
      help: words('一问一答，各起一行', 'One line for each question and each answer'),
      max: 10_000,
      required: true,
      aliases: ['记录'],
    }),
    investigator: text({ label: words('调查人', 'Asked by'), max: 50, suggest: true }),
    clerk: text({ label: words('记录人', 'Recorder'), max: 50, suggest: true }),
    ...noteFields({ label: words('签名的记录', 'Signed record') }),
  },
  title: ['asked', 'started_at'],
  subtitle: ['med_case'],
  sections: [
    {
      label: words('调查', 'Inquiry'),
      fields: [
        'med_case',
        'started_at',
        'place',
        'attendees',
        'asked',
        'asked_sex',
        'asked_age',
        'asked_employer',
        'asked_address',
        'asked_phone',
        'relation',
        'content',
        'investigator',
        'clerk',
        ...noteNames,
      ],
    },
  ],
  list: ['started_at', 'asked', 'relation', 'place', 'investigator', 'clerk'],
  naturalKey: ['med_case', 'started_at', 'asked'],
  sort: 'started_at',
  indexes: [['started_at']],
  partOf: 'med_case',
});
