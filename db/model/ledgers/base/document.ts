import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** The library of documents (文件库): opinions, plans and notices the town works by, with the scan. */
export const document = defineLedger({
  id: 'document',
  revision: 1,
  area: 'base',
  label: words('文件库', 'Documents'),
  counter: words('份', 'documents'),
  source: '党政机关公文处理工作条例（文号、发文机关、成文日期）',
  fields: {
    title: text({
      label: words('文件标题', 'Title'),
      max: 200,
      required: true,
      search: true,
      aliases: ['标题', '文件名称', '名称'],
    }),
    doc_no: text({
      label: words('发文字号', 'Number'),
      help: words('如“东委发〔2018〕1号”', 'As printed'),
      max: 50,
      search: true,
      aliases: ['文号', '文件号'],
    }),
    issuer: text({
      label: words('发文机关', 'Issued by'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['发文单位', '印发单位'],
    }),
    kind: choice({
      label: words('文件种类', 'Kind'),
      table: 'document_kind',
      required: true,
      aliases: ['文种', '种类'],
    }),
    topics: multiChoice({
      label: words('文件主题', 'Topics'),
      table: 'document_topic',
      aliases: ['主题', '类别'],
    }),
    issued_on: day({
      label: words('成文日期', 'Dated'),
      required: true,
      indexed: true,
      aliases: ['发文日期', '印发日期', '日期'],
    }),
    valid_from: day({ label: words('施行日期', 'In force from'), aliases: ['生效日期'] }),
    valid_to: day({ label: words('有效期至', 'In force until'), indexed: true, aliases: ['失效日期'] }),
    state: choice({
      label: words('效力状态', 'State'),
      table: 'document_state',
      required: true,
      aliases: ['状态', '效力'],
    }),
    replaces: link({
      label: words('替代文件', 'Replaces'),
      help: words('被本文件废止或修改的文件', 'The document this one repeals or amends'),
      ledger: 'document',
    }),
    keeper: text({ label: words('承办人', 'Looked after by'), max: 50, suggest: true }),
    summary: longText({ label: words('内容摘要', 'Summary'), max: 2000, search: true, aliases: ['摘要'] }),
    ...noteFields({ label: words('文件正文', 'Text of the document') }),
  },
  title: ['title'],
  subtitle: ['doc_no', 'issuer'],
  sections: [
    {
      label: words('文件', 'Document'),
      fields: ['title', 'doc_no', 'issuer', 'kind', 'topics', 'issued_on'],
    },
    {
      label: words('效力', 'Force'),
      fields: ['valid_from', 'valid_to', 'state', 'replaces', 'keeper', 'summary', ...noteNames],
    },
  ],
  list: ['title', 'doc_no', 'issuer', 'kind', 'issued_on', 'state'],
  naturalKey: ['title', 'issuer', 'issued_on'],
  sort: '-issued_on',
  indexes: [['kind', 'issued_on'], ['state', 'issued_on'], ['title']],
  duplicates: [['doc_no']],
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('施行日期', 'In force from') },
      { field: 'valid_to', label: words('有效期至', 'In force until') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  dues: [
    {
      field: 'valid_to',
      label: words('文件到期', 'A document ends'),
      person: 'keeper',
      while: { field: 'state', values: ['01', '02'] },
    },
  ],
  period: 'issued_on',
});
