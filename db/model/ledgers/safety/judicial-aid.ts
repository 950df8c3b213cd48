import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { documentFits, fillFromDocument } from '../../rules/document-rules.ts';
import {
  handoverDue,
  handoverFields,
  handoverNames,
  handoverRules,
  handoverState,
  handoverWant,
} from '../parts/handover.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';
import { documentOf, subjectFields } from '../parts/subject.ts';

const applicant = subjectFields(words('申请人', 'Applicant'));

/** Applications for judicial aid (国家司法救助) that the town takes in and hands on; approval is the authorities'. */
export const judicialAid = defineLedger({
  id: 'judicial_aid',
  revision: 1,
  area: 'safety',
  label: words('司法救助移送', 'Judicial aid'),
  counter: words('件', 'applications'),
  source: '关于建立完善国家司法救助制度的意见（试行）',
  fields: {
    applicant: applicant.person,
    applicant_name: applicant.name,
    applicant_doc_type: applicant.doc_type,
    applicant_doc_no: residentId({
      label: words('申请人证件号码', 'Applicant: document number'),
      otherDocuments: true,
      required: true,
      search: true,
      masked: true,
      aliases: ['申请人身份证号', '身份证号'],
    }),
    applicant_contact: applicant.contact,
    village: villageField(),
    applied_on: day({ label: words('申请日期', 'Applied on'), required: true, indexed: true }),
    ground: choice({
      label: words('救助事由', 'Ground'),
      table: 'aid_ground',
      required: true,
      aliases: ['事由'],
    }),
    case_no: text({
      label: words('关联案号', 'Case number'),
      max: 50,
      code: true,
      search: true,
      aliases: ['案号'],
    }),
    hardship: longText({ label: words('困难情况', 'Hardship'), max: 2000, aliases: ['家庭困难情况'] }),
    asked: money({ label: words('申请金额', 'Asked'), min: 0, max: 9_999_999 }),
    authority: choice({ label: words('救助机关', 'Authority'), table: 'aid_body' }),
    ...handoverFields(),
    result: choice({ label: words('救助结果', 'Result'), table: 'aid_result' }),
    granted: money({
      label: words('救助金额', 'Granted'),
      min: 0,
      max: 9_999_999,
      when: { field: 'result', values: ['01'] },
    }),
    ...noteFields(),
  },
  title: ['applicant_name'],
  subtitle: ['applied_on', 'village'],
  sections: [
    {
      label: words('申请', 'Application'),
      fields: [
        'applicant_name',
        'applicant',
        'applicant_doc_type',
        'applicant_doc_no',
        'applicant_contact',
        'village',
        'applied_on',
        'ground',
        'case_no',
        'asked',
        'hardship',
      ],
    },
    { label: words('移送', 'Hand-over'), fields: ['authority', ...handoverNames] },
    { label: words('结果', 'Result'), fields: ['result', 'granted', ...noteNames] },
  ],
  list: [
    'applicant_name',
    'applied_on',
    'village',
    'authority',
    'handover_state',
    'reply_due',
    'result',
    'granted',
  ],
  naturalKey: ['applicant_doc_no', 'applied_on'],
  sort: '-applied_on',
  takes: [{ link: 'applicant', fields: { applicant_name: 'name', village: 'village' } }],
  indexes: [
    ['village', 'applied_on'],
    ['handover_state', 'applied_on'],
  ],
  rules: [
    documentFits(documentOf('applicant')),
    dayOrder(
      { field: 'applied_on', label: words('申请日期', 'Applied on') },
      { field: 'handed_on', label: words('移送日期', 'Handed over on') },
    ),
    ...handoverRules,
  ],
  fill: (row) => ({
    ...fillFromDocument(row, documentOf('applicant')),
    handover_state: row['handover_state'] ?? handoverState(row),
  }),
  ending: 'void',
  dues: [handoverDue],
  wants: [handoverWant],
  period: 'applied_on',
});
