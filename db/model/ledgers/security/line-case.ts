import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { caseIdentity } from '../parts/case-identity.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

const people = words('人', 'people');

/** Cases and incidents on a railway, road or line (涉路（线）案（事）件). */
export const lineCase = defineLedger({
  id: 'line_case',
  revision: 1,
  area: 'security',
  label: words('涉路案（事）件', 'Cases on lines'),
  counter: words('宗', 'cases'),
  source: 'GB/T 31000-2015 涉路（线）案（事）件',
  fields: {
    ...caseIdentity(),
    line: link({ label: words('路线（护路护线）', 'Guarded line'), ledger: 'line_guard' }),
    line_name: text({
      label: words('路线名称', 'Name of the line'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
    }),
    village: villageField(),
    nature: choice({ label: words('性质', 'Nature'), table: 'line_case_nature', required: true }),
    occur_date: day({ label: words('发生日期', 'Occurred on'), required: true, indexed: true }),
    solve_date: day({ label: words('破案日期', 'Solved on') }),
    offender_count: integer({ label: words('作案人数', 'Offenders'), min: 0, max: 999, unit: people }),
    escape_count: integer({ label: words('在逃人数', 'At large'), min: 0, max: 999, unit: people }),
    arrest_count: integer({ label: words('抓捕人数', 'Caught'), min: 0, max: 999, unit: people }),
    detail: longText({
      label: words('侦破情况', 'Investigation'),
      max: 4000,
      search: true,
      aliases: ['案件情况'],
    }),
    ...noteFields(),
  },
  title: ['case_name'],
  subtitle: ['occur_date', 'line_name'],
  sections: [
    {
      label: words('案（事）件', 'Case'),
      fields: ['case_no', 'case_name', 'line_name', 'line', 'village', 'nature', 'occur_date'],
    },
    {
      label: words('侦破', 'Investigation'),
      fields: ['solve_date', 'offender_count', 'escape_count', 'arrest_count', 'detail', ...noteNames],
    },
  ],
  list: [
    'case_no',
    'case_name',
    'line_name',
    'village',
    'nature',
    'occur_date',
    'solve_date',
    'offender_count',
    'escape_count',
    'arrest_count',
  ],
  naturalKey: ['case_no'],
  sort: '-occur_date',
  takes: [{ link: 'line', fields: { line_name: 'name', village: 'village' } }],
  indexes: [['village', 'occur_date']],
  rules: [
    notFuture('occur_date'),
    dayOrder(
      { field: 'occur_date', label: words('发生日期', 'Occurred on') },
      { field: 'solve_date', label: words('破案日期', 'Solved on') },
    ),
  ],
  ending: 'void',
  period: 'occur_date',
});
