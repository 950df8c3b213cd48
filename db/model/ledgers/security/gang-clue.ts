import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import {
  handoverDue,
  handoverFields,
  handoverNames,
  handoverRules,
  handoverState,
  handoverWant,
} from '../parts/handover.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';
import { withYearNumber, yearNumberFields, yearNumbering, yearNumberNames } from '../parts/year-number.ts';

/** Leads on gangs and organised crime handed to the police (涉黑涉恶线索移交). What becomes of them is the police's. */
export const gangClue = defineLedger({
  id: 'gang_clue',
  revision: 1,
  area: 'security',
  label: words('涉黑涉恶线索移交', 'Gang leads handed over'),
  counter: words('条', 'leads'),
  source: '扫黑除恶专项斗争线索移交',
  fields: {
    clue_no: text({
      label: words('线索编号', 'Number'),
      help: words('保存时自动编号', 'Given when it is saved'),
      max: 32,
      code: true,
      search: true,
      indexed: true,
      aliases: ['编号'],
    }),
    ...yearNumberFields(),
    found_on: day({
      label: words('受理日期', 'Taken in on'),
      required: true,
      indexed: true,
      aliases: ['登记日期', '日期'],
    }),
    kind: choice({
      label: words('线索类别', 'Kind'),
      table: 'gang_clue_kind',
      required: true,
      aliases: ['类别'],
    }),
    clue_source: choice({
      label: words('线索来源', 'Source'),
      table: 'clue_source',
      required: true,
      aliases: ['来源'],
    }),
    is_real_name: yesNo({ label: words('是否实名举报', 'Real name given') }),
    code_name: text({ label: words('举报人代号', 'Code name'), max: 50, masked: true, aliases: ['代号'] }),
    trade: text({ label: words('涉及行业', 'Trade'), max: 50, suggest: true, aliases: ['行业领域'] }),
    content: longText({
      label: words('线索内容', 'Content'),
      max: 4000,
      required: true,
      search: true,
      aliases: ['内容', '线索摘要'],
    }),
    ...placeFields({ address: words('涉及地点', 'Where'), isTownToo: true }),
    ...handoverFields(),
    result: choice({ label: words('核查结果', 'Result'), table: 'clue_result' }),
    ...noteFields(),
  },
  title: ['clue_no'],
  subtitle: ['kind', 'found_on'],
  sections: [
    {
      label: words('线索', 'Lead'),
      fields: [
        'clue_no',
        ...yearNumberNames,
        'found_on',
        'kind',
        'clue_source',
        'is_real_name',
        'code_name',
        'trade',
        'content',
      ],
    },
    { label: words('涉及地点', 'Place'), fields: placeNames },
    { label: words('移交与反馈', 'Hand-over'), fields: [...handoverNames, 'result', ...noteNames] },
  ],
  list: [
    'clue_no',
    'found_on',
    'kind',
    'village',
    'trade',
    'handover_state',
    'handed_on',
    'received_on',
    'result',
  ],
  naturalKey: ['clue_no'],
  sort: '-found_on',
  indexes: [
    ['number_year', 'serial'],
    ['village', 'found_on'],
    ['handover_state', 'found_on'],
  ],
  rules: [
    dayOrder(
      { field: 'found_on', label: words('受理日期', 'Taken in on') },
      { field: 'handed_on', label: words('移送日期', 'Handed over on') },
    ),
    ...handoverRules,
  ],
  fill: (row) =>
    withYearNumber(
      { ...row, handover_state: row['handover_state'] ?? handoverState(row) },
      { number: 'clue_no', day: 'found_on', word: '涉恶' },
    ),
  numbering: yearNumbering,
  ending: 'void',
  sensitive: true,
  dues: [handoverDue],
  wants: [handoverWant],
  period: 'found_on',
});
