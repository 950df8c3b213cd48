import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { caseIdentity } from '../parts/case-identity.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Major cases and incidents (重特大案（事）件) and what the town did. */
export const majorCase = defineLedger({
  id: 'major_case',
  revision: 1,
  area: 'security',
  label: words('重特大案（事）件', 'Major cases'),
  counter: words('宗', 'cases'),
  source: 'GB/T 31000-2015 重特大案（事）件',
  fields: {
    ...caseIdentity({ number: '编码' }),
    occur_date: day({
      label: words('发生日期', 'Occurred on'),
      required: true,
      indexed: true,
      aliases: ['日期'],
    }),
    level: choice({
      label: words('案（事）件分级', 'Level'),
      table: 'event_level',
      required: true,
      aliases: ['案(事)件分级', '分级', '级别'],
    }),
    kind: choice({
      label: words('案（事）件类型', 'Kind'),
      table: 'major_case_kind',
      required: true,
      aliases: ['案(事)件类型', '类型'],
    }),
    people_count: integer({
      label: words('涉及人数', 'People'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
    }),
    dead_count: integer({ label: words('死亡人数', 'Dead'), min: 0, max: 9999, unit: words('人', 'people') }),
    hurt_count: integer({ label: words('受伤人数', 'Hurt'), min: 0, max: 9999, unit: words('人', 'people') }),
    detail: longText({
      label: words('案（事）件情况', 'Account'),
      max: 4000,
      search: true,
      aliases: ['案(事)件情况', '情况', '简要案情'],
    }),
    reported_to: text({ label: words('上报单位', 'Reported to'), max: 100, suggest: true }),
    reported_on: day({ label: words('上报日期', 'Reported on') }),
    handling: longText({ label: words('处置情况', 'Handling'), max: 4000 }),
    ...placeFields({ address: words('发生地详址', 'Where'), isTownToo: true }),
    ...noteFields(),
  },
  title: ['case_name'],
  subtitle: ['case_no', 'village'],
  sections: [
    {
      label: words('案（事）件', 'Case'),
      fields: [
        'case_no',
        'case_name',
        'occur_date',
        'level',
        'kind',
        'people_count',
        'dead_count',
        'hurt_count',
        'detail',
      ],
    },
    { label: words('发生地', 'Place'), fields: placeNames },
    { label: words('处置', 'Handling'), fields: ['reported_to', 'reported_on', 'handling', ...noteNames] },
  ],
  list: [
    'case_no',
    'case_name',
    'occur_date',
    'level',
    'kind',
    'village',
    'place_text',
    'dead_count',
    'hurt_count',
  ],
  naturalKey: ['case_no'],
  sort: '-occur_date',
  indexes: [['village', 'occur_date']],
  rules: [notFuture('occur_date')],
  ending: 'void',
  period: 'occur_date',
});
