import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
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

/** Leads on crimes and incidents (线索). Who told of it is masked: the code name is enough for the reward. */
export const clue = defineLedger({
  id: 'clue',
  revision: 1,
  area: 'security',
  label: words('案事件线索', 'Leads'),
  counter: words('条', 'leads'),
  source: '东莞市全民创安线索收集',
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
      label: words('登记日期', 'Recorded on'),
      required: true,
      indexed: true,
      aliases: ['日期', '受理日期'],
    }),
    kind: choice({ label: words('线索类别', 'Kind'), table: 'clue_kind', required: true, aliases: ['类别'] }),
    clue_source: choice({
      label: words('线索来源', 'Source'),
      table: 'clue_source',
      required: true,
      aliases: ['来源'],
    }),
    post: link({ label: words('上报执勤点', 'Post'), ledger: 'watch_post', aliases: ['执勤点'] }),
    code_name: text({
      label: words('举报人代号', 'Code name'),
      help: words('用代号登记，不写举报人真实姓名', 'A code name, never the real one'),
      max: 50,
      masked: true,
      aliases: ['代号'],
    }),
    informer_contact: phone({ label: words('举报人电话', 'Informer telephone'), masked: true }),
    content: longText({
      label: words('线索内容', 'Content'),
      max: 4000,
      required: true,
      search: true,
      aliases: ['内容'],
    }),
    ...placeFields({ address: words('涉及地点', 'Where'), isTownToo: true }),
    ...handoverFields(),
    result: choice({ label: words('核查结果', 'Result'), table: 'clue_result' }),
    is_rewarded: yesNo({ label: words('是否申请奖励', 'Reward asked for'), aliases: ['是否奖励'] }),
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
        'post',
        'code_name',
        'informer_contact',
        'content',
      ],
    },
    { label: words('涉及地点', 'Place'), fields: placeNames },
    { label: words('移送与反馈', 'Hand-over'), fields: handoverNames },
    { label: words('结果', 'Result'), fields: ['result', 'is_rewarded', ...noteNames] },
  ],
  list: [
    'clue_no',
    'found_on',
    'kind',
    'village',
    'handover_state',
    'handed_on',
    'reply_due',
    'result',
    'clue_source',
  ],
  naturalKey: ['clue_no'],
  sort: '-found_on',
  takes: [{ link: 'post', fields: { village: 'village', grid: 'grid' } }],
  indexes: [
    ['number_year', 'serial'],
    ['village', 'found_on'],
    ['handover_state', 'found_on'],
  ],
  rules: [
    dayOrder(
      { field: 'found_on', label: words('登记日期', 'Recorded on') },
      { field: 'handed_on', label: words('移送日期', 'Handed over on') },
    ),
    ...handoverRules,
  ],
  fill: (row) =>
    withYearNumber(
      { ...row, handover_state: row['handover_state'] ?? handoverState(row) },
      { number: 'clue_no', day: 'found_on', word: '线索' },
    ),
  numbering: yearNumbering,
  ending: 'void',
  sensitive: true,
  dues: [handoverDue],
  wants: [handoverWant],
  period: 'found_on',
});
