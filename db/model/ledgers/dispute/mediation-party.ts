import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { creditCode } from '../../fields/credit-code.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../../rules/document-rules.ts';

const document: DocumentFields = { type: 'doc_type', number: 'doc_no', birth: 'birth_date', sex: 'sex' };
const isPerson = { field: 'kind', values: ['1'] } as const;
const isBody = { field: 'kind', values: ['2', '3'] } as const;

/** Parties of a mediation case (当事人) with their agents, as the forms ask for them. */
export const mediationParty = defineLedger({
  id: 'mediation_party',
  revision: 1,
  area: 'dispute',
  label: words('当事人', 'Parties'),
  counter: words('人', 'parties'),
  source: '司法部人民调解文书格式',
  fields: {
    med_case: link({
      label: words('调解案件', 'Case'),
      ledger: 'mediation_case',
      required: true,
      aliases: ['案号', '案件'],
    }),
    role: choice({
      label: words('当事人地位', 'Part in the case'),
      table: 'med_party_role',
      required: true,
      aliases: ['地位'],
    }),
    kind: choice({
      label: words('主体类别', 'Kind'),
      table: 'med_party_kind',
      required: true,
      aliases: ['类别'],
    }),
    name: text({
      label: words('姓名或名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['姓名', '名称', '当事人'],
    }),
    person: link({ label: words('本人（实有人口）', 'Resident'), ledger: 'person', when: isPerson }),
    unit: link({ label: words('本单位（实有单位）', 'Unit of the register'), ledger: 'unit', when: isBody }),
    sex: choice({ label: words('性别', 'Sex'), table: 'sex', when: isPerson }),
    birth_date: day({ label: words('出生日期', 'Born on'), when: isPerson }),
    ethnic: choice({ label: words('民族', 'Ethnic group'), table: 'ethnic', when: isPerson }),
    doc_type: choice({ label: words('证件种类', 'Kind of document'), table: 'id_doc', when: isPerson }),
    doc_no: residentId({
      label: words('证件号码', 'Document number'),
      otherDocuments: true,
      search: true,
      masked: true,
      when: isPerson,
      aliases: ['身份证号', '公民身份号码'],
    }),
    credit_code: creditCode({
      label: words('统一社会信用代码', 'Credit code'),
      search: true,
      when: isBody,
    }),
    head: text({
      label: words('法定代表人', 'Legal representative'),
      max: 50,
      when: isBody,
      aliases: ['负责人'],
    }),
    occupation: text({ label: words('职业或职务', 'Occupation'), max: 50, suggest: true, aliases: ['职业'] }),
    employer: text({ label: words('工作单位', 'Works at'), max: 100, suggest: true, when: isPerson }),
    address: text({ label: words('住址', 'Address'), max: 200, aliases: ['地址', '住所'] }),
    phone: phone({
      label: words('联系方式', 'Telephone'),
      search: true,
      masked: true,
      aliases: ['电话', '联系电话'],
    }),
    agent: text({
      label: words('代理人', 'Agent'),
      help: words('有代理人的填写，并附授权委托书', 'With the authority as a file of the case'),
      max: 50,
      search: true,
    }),
    agent_relation: text({
      label: words('代理人与当事人关系', 'Relation of the agent'),
      max: 50,
      suggest: true,
    }),
    agent_phone: phone({ label: words('代理人电话', 'Telephone of the agent'), masked: true }),
    agent_scope: text({
      label: words('代理权限', 'Authority'),
      help: words('一般代理，或写明可代为承认、放弃、变更、和解', 'General, or what the agent may concede'),
      max: 200,
    }),
  },
  title: ['name'],
  subtitle: ['role', 'med_case'],
  sections: [
    {
      label: words('当事人', 'Party'),
      fields: [
        'med_case',
        'role',
        'kind',
        'name',
        'person',
        'unit',
        'sex',
        'birth_date',
        'ethnic',
        'doc_type',
        'doc_no',
        'credit_code',
        'head',
        'occupation',
        'employer',
        'address',
        'phone',
      ],
    },
    { label: words('代理人', 'Agent'), fields: ['agent', 'agent_relation', 'agent_phone', 'agent_scope'] },
  ],
  list: ['role', 'name', 'kind', 'sex', 'phone', 'address', 'agent'],
  naturalKey: ['med_case', 'role', 'name'],
  sort: 'name',
  indexes: [['person', 'name']],
  rules: [documentFits(document)],
  fill: (row) => fillFromDocument(row, document),
  partOf: 'med_case',
});
