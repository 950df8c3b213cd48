import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { documentFits, fillFromDocument } from '../../rules/document-rules.ts';
import { documentOf, subjectFields } from '../parts/subject.ts';

const someone = subjectFields(words('涉案人员', 'Person'));

/** People involved in a case (涉案人员): suspects, victims, witnesses. Minors may be among them, so the class is sensitive. */
export const casePerson = defineLedger({
  id: 'case_person',
  revision: 1,
  area: 'security',
  label: words('涉案人员', 'People in cases'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 命案（涉案人员）',
  fields: {
    case_record: link({
      label: words('所属案件', 'Case'),
      ledger: 'case_record',
      required: true,
      aliases: ['案件编号', '案件'],
    }),
    role: choice({ label: words('涉案身份', 'Part'), table: 'case_role', required: true, aliases: ['身份'] }),
    someone: someone.person,
    someone_name: someone.name,
    someone_doc_type: someone.doc_type,
    someone_doc_no: someone.doc_no,
    someone_contact: someone.contact,
    sex: choice({ label: words('性别', 'Sex'), table: 'sex' }),
    home: text({ label: words('住址', 'Home'), max: 200, aliases: ['现住地详址'] }),
    is_minor: yesNo({ label: words('是否未成年人', 'Minor') }),
    is_at_large: yesNo({
      label: words('是否在逃', 'At large'),
      when: { field: 'role', values: ['01'] },
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['someone_name'],
  subtitle: ['role', 'case_record'],
  sections: [
    {
      label: words('涉案人员', 'Person'),
      fields: [
        'case_record',
        'role',
        'someone_name',
        'someone',
        'someone_doc_type',
        'someone_doc_no',
        'sex',
        'someone_contact',
        'home',
        'is_minor',
        'is_at_large',
        'remark',
      ],
    },
  ],
  list: [
    'someone_name',
    'role',
    'case_record',
    'sex',
    'someone_doc_no',
    'someone_contact',
    'is_minor',
    'is_at_large',
  ],
  naturalKey: ['case_record', 'role', 'someone_name'],
  sort: 'someone_name',
  takes: [{ link: 'someone', fields: { someone_name: 'name', sex: 'sex', home: 'residence_address' } }],
  indexes: [['someone_name']],
  rules: [documentFits({ ...documentOf('someone'), sex: 'sex' })],
  fill: (row) => fillFromDocument(row, { ...documentOf('someone'), sex: 'sex' }),
  ending: 'void',
  sensitive: true,
  partOf: 'case_record',
});
