import { defineLedger } from '../../define-ledger.ts';
import type { Value, Values } from '../../field-kind.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { documentFits, fillFromDocument } from '../../rules/document-rules.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';
import { documentOf, subjectFields } from '../parts/subject.ts';
import { withYearNumber, yearNumberFields, yearNumbering, yearNumberNames } from '../parts/year-number.ts';

const victim = subjectFields(words('受害人', 'Victim'));
const offender = subjectFields(words('加害人', 'Offender'));
const closed = { field: 'state', values: ['03'] };
const open = { field: 'state', values: ['01', '02'] } as const;

/** Measure that is a visit (回访). */
const VISIT = '11';

/** The visit that is planned; `null` once one was paid on its day or after. */
function visitLeft({ next_visit_on: planned = null }: Values, measures: readonly Values[]): Value {
  const isPaid = measures.some(
    ({ kind, done_on: on }) =>
      kind === VISIT && typeof on === 'string' && typeof planned === 'string' && on >= planned,
  );
  return isPaid ? null : planned;
}

/** Domestic violence handled together by several offices (家庭暴力案件联动处理); what was done stands in its measures. */
export const domesticViolence = defineLedger({
  id: 'domestic_violence',
  revision: 1,
  area: 'safety',
  label: words('家暴联动', 'Domestic violence'),
  counter: words('宗', 'cases'),
  source: '反家庭暴力法；东莞市家庭暴力案件联动处理机制',
  fields: {
    record_no: text({
      label: words('登记编号', 'Number'),
      help: words('保存时自动编号', 'Given when it is saved'),
      max: 32,
      code: true,
      search: true,
      indexed: true,
      aliases: ['编号', '案件编号'],
    }),
    ...yearNumberFields(),
    reported_on: day({
      label: words('登记日期', 'Recorded on'),
      required: true,
      indexed: true,
      aliases: ['接报日期'],
    }),
    report_way: choice({ label: words('发现途径', 'How it came to light'), table: 'violence_report_way' }),
    reporter_name: text({ label: words('反映人', 'Reported by'), max: 50, masked: true }),
    reporter_contact: phone({ label: words('反映人电话', 'Reporter telephone'), masked: true }),
    state: choice({
      label: words('处置状态', 'State'),
      table: 'violence_state',
      required: true,
      aliases: ['状态'],
    }),
    victim: victim.person,
    victim_name: victim.name,
    victim_doc_type: victim.doc_type,
    victim_doc_no: victim.doc_no,
    victim_contact: victim.contact,
    protected_group: choice({
      label: words('特殊保护对象', 'Under special protection'),
      table: 'protected_group',
    }),
    offender: offender.person,
    offender_name: offender.name,
    offender_doc_type: offender.doc_type,
    offender_doc_no: offender.doc_no,
    offender_contact: offender.contact,
    relation: choice({ label: words('双方关系', 'Relation'), table: 'violence_relation' }),
    happened_on: day({ label: words('发生日期', 'Happened on') }),
    kinds: multiChoice({ label: words('暴力形式', 'Forms'), table: 'violence_kind', aliases: ['家暴形式'] }),
    is_repeated: yesNo({ label: words('是否多次发生', 'Repeated') }),
    detail: longText({
      label: words('情况记录', 'Account'),
      max: 2000,
      required: true,
      aliases: ['简要情况'],
    }),
    warning_no: text({
      label: words('告诫书编号', 'Number of the written warning'),
      max: 50,
      code: true,
      search: true,
      aliases: ['告诫书文号'],
    }),
    worker: text({ label: words('跟进人', 'Followed up by'), max: 50, suggest: true, aliases: ['责任人'] }),
    next_visit_on: day({ label: words('下次回访日期', 'Next visit'), indexed: true, aliases: ['回访日期'] }),
    closed_on: day({ label: words('结案日期', 'Closed on'), when: closed }),
    closing: longText({ label: words('结案意见', 'Closing remark'), max: 1024, when: closed }),
    ...placeFields({ address: words('发生地点', 'Where') }),
    ...noteFields(),
  },
  title: ['record_no'],
  subtitle: ['reported_on', 'village'],
  sections: [
    {
      label: words('接报', 'Report'),
      fields: [
        'record_no',
        ...yearNumberNames,
        'reported_on',
        'report_way',
        'state',
        'reporter_name',
        'reporter_contact',
      ],
    },
    {
      label: words('双方', 'Parties'),
      fields: [
        'victim_name',
        'victim',
        'victim_doc_type',
        'victim_doc_no',
        'victim_contact',
        'protected_group',
        'offender_name',
        'offender',
        'offender_doc_type',
        'offender_doc_no',
        'offender_contact',
        'relation',
      ],
    },
    {
      label: words('情况', 'What happened'),
      fields: ['happened_on', 'kinds', 'is_repeated', 'detail', ...placeNames],
    },
    {
      label: words('跟进', 'Follow-up'),
      fields: ['warning_no', 'worker', 'next_visit_on', 'closed_on', 'closing', ...noteNames],
    },
  ],
  list: [
    'record_no',
    'reported_on',
    'victim_name',
    'relation',
    'village',
    'state',
    'next_visit_on',
    'worker',
    'warning_no',
  ],
  naturalKey: ['record_no'],
  sort: '-reported_on',
  takes: [
    { link: 'victim', fields: { victim_name: 'name', village: 'village', grid: 'grid' } },
    { link: 'offender', fields: { offender_name: 'name' } },
  ],
  indexes: [
    ['village', 'reported_on'],
    ['number_year', 'serial'],
  ],
  rules: [
    documentFits(documentOf('victim')),
    documentFits(documentOf('offender')),
    notFuture('happened_on'),
    dayOrder(
      { field: 'reported_on', label: words('登记日期', 'Recorded on') },
      { field: 'closed_on', label: words('结案日期', 'Closed on') },
    ),
  ],
  fill: (row) =>
    withYearNumber(
      {
        ...fillFromDocument(fillFromDocument(row, documentOf('victim')), documentOf('offender')),
        state: row['state'] ?? '01',
      },
      { number: 'record_no', day: 'reported_on', word: '家暴' },
    ),
  numbering: yearNumbering,
  ending: 'void',
  sensitive: true,
  follows: [
    {
      part: 'violence_measure',
      link: 'violence',
      newest: 'done_on',
      fields: ['next_visit_on'],
      needsParts: true,
      values: ({ whole, parts }) => ({ next_visit_on: visitLeft(whole, parts()) }),
    },
  ],
  dues: [{ field: 'next_visit_on', label: words('家暴回访', 'Visit'), person: 'worker', while: open }],
  period: 'reported_on',
});
