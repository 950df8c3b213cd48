import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { caseIdentity } from '../parts/case-identity.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Homicides and other cases the police tell the town of (命案、案件), for watching a place; the police own the case. */
export const caseRecord = defineLedger({
  id: 'case_record',
  revision: 1,
  area: 'security',
  label: words('案件登记', 'Cases'),
  counter: words('宗', 'cases'),
  source: 'GB/T 31000-2015 命案（案件）',
  fields: {
    ...caseIdentity({ what: '案件' }),
    nature: choice({
      label: words('案件性质', 'Nature'),
      table: 'criminal_case_kind',
      required: true,
      aliases: ['性质', '案件类别'],
    }),
    is_homicide: yesNo({ label: words('是否命案', 'Homicide'), aliases: ['命案'] }),
    is_civil_turned: yesNo({
      label: words('是否民转刑', 'Grew out of a dispute'),
      help: words('由矛盾纠纷转化的刑事案件', 'A crime that a dispute turned into'),
      aliases: ['民转刑'],
    }),
    occur_date: day({
      label: words('发生日期', 'Occurred on'),
      required: true,
      indexed: true,
      aliases: ['发案日期'],
    }),
    state: choice({
      label: words('侦破状态', 'State'),
      table: 'case_state',
      required: true,
      aliases: ['状态', '是否破案'],
    }),
    solved_on: day({ label: words('破案日期', 'Solved on'), when: { field: 'state', values: ['02', '03'] } }),
    police: text({ label: words('办案单位', 'Handled by'), max: 100, suggest: true, aliases: ['派出所'] }),
    solve_detail: longText({ label: words('侦破情况', 'Investigation'), max: 4000, search: true }),
    ...placeFields({ address: words('发生地详址', 'Where') }),
    ...noteFields(),
  },
  title: ['case_name'],
  subtitle: ['case_no', 'village'],
  sections: [
    {
      label: words('案件', 'Case'),
      fields: ['case_no', 'case_name', 'nature', 'is_homicide', 'is_civil_turned', 'occur_date'],
    },
    { label: words('发生地', 'Place'), fields: placeNames },
    {
      label: words('侦破', 'Investigation'),
      fields: ['state', 'solved_on', 'police', 'solve_detail', ...noteNames],
    },
  ],
  list: [
    'case_no',
    'case_name',
    'nature',
    'is_homicide',
    'occur_date',
    'village',
    'state',
    'solved_on',
    'police',
  ],
  naturalKey: ['case_no'],
  sort: '-occur_date',
  indexes: [['village', 'occur_date']],
  rules: [
    notFuture('occur_date'),
    dayOrder(
      { field: 'occur_date', label: words('发生日期', 'Occurred on') },
      { field: 'solved_on', label: words('破案日期', 'Solved on') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  ending: 'void',
  period: 'occur_date',
});
