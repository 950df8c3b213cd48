import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { caseIdentity } from '../parts/case-identity.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Cases and incidents that touch the safety of pupils and teachers (涉及师生安全的案（事）件). Pupils are minors, so the class is sensitive. */
export const schoolCase = defineLedger({
  id: 'school_case',
  revision: 2,
  area: 'security',
  label: words('涉师生案（事）件', 'Cases at schools'),
  counter: words('宗', 'cases'),
  source: 'GB/T 31000-2015 涉及师生安全的案（事）件',
  fields: {
    ...caseIdentity(),
    school: link({
      label: words('学校', 'School'),
      ledger: 'school',
      required: true,
      aliases: ['学校名称'],
      source: 'GB/T 31000 学校名称',
    }),
    village: villageField(),
    occur_date: day({ label: words('发生日期', 'Occurred on'), required: true, indexed: true }),
    nature: choice({
      label: words('性质', 'Nature'),
      table: 'event_nature',
      required: true,
      aliases: ['案(事)件性质'],
    }),
    is_solved: yesNo({ label: words('是否破案', 'Solved'), source: 'GB/T 31000 是否破案' }),
    detail: longText({ label: words('案件情况', 'Account'), max: 4000, aliases: ['案(事)件情况'] }),
    handling: longText({ label: words('处置与整改', 'Handling'), max: 2000 }),
    recheck_on: day({ label: words('整改复查日期', 'Check again on'), indexed: true, aliases: ['复查日期'] }),
    rechecked_on: day({
      label: words('实际复查日期', 'Checked again on'),
      help: words('复查后填写，不再提醒', 'Nothing is due any more once it is given'),
      since: 2,
    }),
    worker: text({ label: words('跟进人', 'Followed up by'), max: 50, suggest: true }),
    ...noteFields(),
  },
  title: ['case_name'],
  subtitle: ['occur_date', 'school'],
  sections: [
    {
      label: words('案（事）件', 'Case'),
      fields: ['case_no', 'case_name', 'school', 'village', 'occur_date', 'nature', 'is_solved', 'detail'],
    },
    {
      label: words('处置', 'Handling'),
      fields: ['handling', 'worker', 'recheck_on', 'rechecked_on', ...noteNames],
    },
  ],
  list: [
    'case_no',
    'case_name',
    'school',
    'village',
    'occur_date',
    'nature',
    'is_solved',
    'worker',
    'recheck_on',
  ],
  naturalKey: ['case_no'],
  sort: '-occur_date',
  takes: [{ link: 'school', fields: { village: 'village' } }],
  indexes: [['village', 'occur_date']],
  rules: [
    notFuture('occur_date', 'rechecked_on'),
    dayOrder(
      { field: 'occur_date', label: words('发生日期', 'Occurred on') },
      { field: 'rechecked_on', label: words('实际复查日期', 'Checked again on') },
    ),
  ],
  ending: 'void',
  sensitive: true,
  dues: [
    {
      field: 'recheck_on',
      label: words('校园案事件整改复查', 'Check again'),
      person: 'worker',
      until: 'rechecked_on',
    },
  ],
  period: 'occur_date',
});
