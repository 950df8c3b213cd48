import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/**
 * Legal bases (法规依据), an article a record: what issues and inspections cite. Text and fines are entered from the
 * official gazette by the office; none is shipped.
 */
export const legalBasis = defineLedger({
  id: 'legal_basis',
  revision: 1,
  area: 'base',
  label: words('法规依据', 'Legal bases'),
  counter: words('条', 'articles'),
  source: '东莞市出租屋治安与消防安全管理条例、生态文明建设促进与保障条例、物业管理办法、环境卫生管理规定等',
  fields: {
    law: text({
      label: words('法规名称', 'Law'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      indexed: true,
      aliases: ['法规', '名称', '依据名称'],
    }),
    article: text({
      label: words('条款', 'Article'),
      help: words('如“第十二条第一款”；引用全文的填“全文”', 'As 第十二条第一款, or 全文 for the whole'),
      max: 50,
      required: true,
      search: true,
      aliases: ['条文号', '条款号'],
    }),
    level: choice({
      label: words('效力层级', 'Level'),
      table: 'law_level',
      required: true,
      aliases: ['层级'],
    }),
    categories: multiChoice({
      label: words('适用事项', 'For issues of'),
      table: 'issue_category',
      aliases: ['事项大类', '适用大类'],
    }),
    content: longText({
      label: words('条文内容', 'Text'),
      max: 2000,
      search: true,
      aliases: ['条文', '内容'],
    }),
    penalty: longText({
      label: words('法律责任', 'Penalty'),
      max: 1000,
      aliases: ['处罚', '罚则'],
    }),
    enforcer: text({
      label: words('执法主体', 'Enforced by'),
      max: 100,
      suggest: true,
      aliases: ['执法部门', '主管部门'],
    }),
    valid_from: day({ label: words('施行日期', 'In force from'), aliases: ['生效日期'] }),
    valid_to: day({ label: words('失效日期', 'In force until'), aliases: ['废止日期'] }),
    state: choice({
      label: words('效力状态', 'State'),
      table: 'document_state',
      required: true,
      aliases: ['状态'],
    }),
    document: link({ label: words('文件', 'Document'), ledger: 'document' }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['law', 'article'],
  subtitle: ['state'],
  sections: [
    {
      label: words('依据', 'Basis'),
      fields: ['law', 'article', 'level', 'categories', 'content', 'penalty', 'enforcer'],
    },
    {
      label: words('效力', 'Force'),
      fields: ['valid_from', 'valid_to', 'state', 'document', 'remark'],
    },
  ],
  list: ['law', 'article', 'level', 'categories', 'enforcer', 'valid_from', 'state'],
  naturalKey: ['law', 'article'],
  sort: 'law',
  indexes: [['level', 'law']],
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('施行日期', 'In force from') },
      { field: 'valid_to', label: words('失效日期', 'In force until') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
});
