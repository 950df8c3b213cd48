import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Sessions of a mediation case (人民调解记录): the n-th talk, who was there, what was said, what came of it. */
export const mediationSession = defineLedger({
  id: 'mediation_session',
  revision: 1,
  area: 'dispute',
  label: words('调解记录', 'Sessions'),
  counter: words('次', 'sessions'),
  source: '司法部人民调解文书格式：人民调解记录',
  fields: {
    med_case: link({
      label: words('调解案件', 'Case'),
      ledger: 'mediation_case',
      required: true,
      aliases: ['案号'],
    }),
    round: integer({
      label: words('第几次', 'Number'),
      help: words('保存时自动编号', 'Given when it is saved'),
      automatic: true,
    }),
    held_at: instant({
      label: words('调解时间', 'At'),
      required: true,
      indexed: true,
      aliases: ['时间'],
    }),
    place: text({ label: words('调解地点', 'Where'), max: 100, suggest: true, aliases: ['地点'] }),
    present: text({
      label: words('到场当事人', 'Parties present'),
      max: 200,
      aliases: ['当事人'],
    }),
    attendees: text({ label: words('其他参加人', 'Others present'), max: 200, aliases: ['参加人'] }),
    mediators: text({ label: words('调解员', 'Mediators'), max: 100, suggest: true }),
    content: longText({
      label: words('调解情况', 'What was said'),
      max: 10_000,
      required: true,
      aliases: ['记录', '调解记录内容'],
    }),
    result: choice({ label: words('调解结果', 'Result'), table: 'med_result', required: true }),
    next_at: instant({
      label: words('下次调解时间', 'Next session'),
      indexed: true,
      when: { field: 'result', values: ['3'] },
    }),
    clerk: text({ label: words('记录人', 'Recorder'), max: 50, suggest: true }),
    ...noteFields({ label: words('签名的记录', 'Signed record') }),
  },
  title: ['held_at'],
  subtitle: ['med_case'],
  sections: [
    {
      label: words('调解', 'Session'),
      fields: [
        'med_case',
        'round',
        'held_at',
        'place',
        'present',
        'attendees',
        'mediators',
        'content',
        'result',
        'next_at',
        'clerk',
        ...noteNames,
      ],
    },
  ],
  list: ['round', 'held_at', 'place', 'present', 'mediators', 'result', 'next_at'],
  naturalKey: ['med_case', 'held_at'],
  sort: 'held_at',
  indexes: [['med_case', 'round']],
  numbering: { field: 'round', within: ['med_case'] },
  partOf: 'med_case',
});
