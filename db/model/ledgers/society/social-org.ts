import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { phone } from '../../fields/phone.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../../rules/document-rules.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

const legalDocument: DocumentFields = { type: 'legal_doc_type', number: 'legal_doc_no' };

/**
 * Social organisations (社会组织) with the 22 fields of GB/T 31000; those of civil affairs' register and those only filed
 * with the town stand side by side. Yearly figures are parts of the record (`social_org_year`).
 */
export const socialOrg = defineLedger({
  id: 'social_org',
  revision: 1,
  area: 'society',
  label: words('社会组织', 'Organisations'),
  counter: words('家', 'organisations'),
  source: 'GB/T 31000-2015 模块5 社会组织；登记信息以民政部门为准',
  fields: {
    name: text({
      label: words('名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['社会组织名称', '单位名称'],
      source: 'GB/T 31000 名称',
    }),
    reg_no: text({
      label: words('登记证号', 'Registration number'),
      help: words(
        '统一社会信用代码；镇备案的填备案号',
        'The credit code, or the number it is filed under with the town',
      ),
      max: 32,
      code: true,
      required: true,
      search: true,
      aliases: ['统一社会信用代码', '信用代码', '登记号', '统一社会信用代码/登记证号'],
      source: 'GB/T 31000 统一社会信用代码/登记证号',
    }),
    kind: choice({
      label: words('社会组织类型', 'Kind'),
      table: 'social_org_type',
      required: true,
      aliases: ['类型', '类别'],
      source: 'GB/T 31000 社会组织类型',
    }),
    service_fields: multiChoice({
      label: words('服务领域', 'Fields'),
      table: 'service_field',
      aliases: ['领域', '业务领域'],
    }),
    reg_org: text({
      label: words('登记机关', 'Registered with'),
      max: 100,
      suggest: true,
      aliases: ['登记机关代码', '登记管理机关'],
      source: 'GB/T 31000 登记机关代码',
    }),
    supervisor: text({
      label: words('业务主管单位', 'Supervised by'),
      max: 100,
      suggest: true,
      aliases: ['主管单位'],
    }),
    approve_date: day({
      label: words('批准日期', 'Approved on'),
      indexed: true,
      aliases: ['成立日期', '登记日期'],
      source: 'GB/T 31000 批准日期',
    }),
    fund_source: text({
      label: words('资金来源', 'Funds from'),
      max: 100,
      suggest: true,
      source: 'GB/T 31000 资金来源',
    }),
    state: choice({
      label: words('登记状态', 'State'),
      table: 'social_org_state',
      required: true,
      aliases: ['状态'],
      source: 'GB/T 31000 状态',
    }),
    term_to: day({
      label: words('理事会届满日期', 'Board until'),
      indexed: true,
      aliases: ['届满日期', '换届日期'],
    }),
    unit: link({ label: words('实有单位', 'Unit'), ledger: 'unit' }),

    ...placeFields({ isTownToo: true, address: words('办公地址', 'Office') }),
    domicile: text({
      label: words('住所', 'Registered address'),
      max: 200,
      aliases: ['登记住所'],
      source: 'GB/T 31000 住所',
    }),

    legal_name: text({
      label: words('法定代表人（负责人）', 'Representative'),
      max: 80,
      name: true,
      search: true,
      aliases: ['法定代表人', '负责人', '法定代表人/负责人姓名', '负责人姓名', '会长'],
      source: 'GB/T 31000 法定代表人/负责人姓名',
    }),
    legal_doc_type: choice({
      label: words('负责人证件种类', 'Kind of document'),
      table: 'id_doc',
      aliases: ['负责人证件代码'],
    }),
    legal_doc_no: residentId({
      label: words('负责人证件号码', 'Document number'),
      otherDocuments: true,
      search: true,
      masked: true,
      aliases: ['负责人身份证号', '法定代表人身份证号'],
    }),
    legal_contact: phone({
      label: words('负责人电话', 'Representative telephone'),
      search: true,
      masked: true,
      aliases: ['负责人联系方式', '联系电话', '电话'],
    }),
    security_name: text({
      label: words('治保负责人', 'Security officer'),
      max: 50,
      aliases: ['治保负责人姓名'],
      source: 'GB/T 31000 治保负责人姓名',
    }),
    security_contact: phone({
      label: words('治保负责人电话', 'Security officer telephone'),
      masked: true,
      aliases: ['治保负责人联系方式'],
    }),
    concern: choice({ label: words('关注程度', 'Concern'), table: 'concern' }),
    foreign_bg: yesNo({
      label: words('是否有境外背景', 'Foreign background'),
      aliases: ['境外背景'],
    }),

    has_party: yesNo({ label: words('是否有中共党组织', 'Party branch'), aliases: ['党组织'] }),
    party_count: integer({
      label: words('中共党员数量', 'Party members'),
      min: 0,
      max: 999_999,
      unit: words('人', 'people'),
      aliases: ['党员数'],
    }),
    has_union: yesNo({ label: words('是否有工会', 'Trade union') }),
    has_youth: yesNo({ label: words('是否有共青团组织', 'Youth League branch') }),
    has_women: yesNo({ label: words('是否有妇女组织', "Women's organisation") }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'name',
        'reg_no',
        'kind',
        'service_fields',
        'reg_org',
        'supervisor',
        'approve_date',
        'fund_source',
        'state',
        'term_to',
        'unit',
      ],
    },
    { label: words('所在地', 'Place'), fields: [...placeNames, 'domicile'] },
    {
      label: words('负责人与关注', 'People in charge'),
      fields: [
        'legal_name',
        'legal_doc_type',
        'legal_doc_no',
        'legal_contact',
        'security_name',
        'security_contact',
        'concern',
        'foreign_bg',
      ],
    },
    {
      label: words('党群组织', 'Party and mass organisations'),
      fields: ['has_party', 'party_count', 'has_union', 'has_youth', 'has_women', ...noteNames],
    },
  ],
  list: ['name', 'kind', 'reg_no', 'village', 'legal_name', 'legal_contact', 'state'],
  naturalKey: ['reg_no'],
  sort: 'name',
  indexes: [
    ['kind', 'name'],
    ['village', 'name'],
    ['state', 'name'],
  ],
  duplicates: [['name']],
  rules: [documentFits(legalDocument), notFuture('approve_date')],
  fill: (row) => ({ ...fillFromDocument(row, legalDocument), state: row['state'] ?? '01' }),
  ending: 'vacate',
  dues: [
    {
      field: 'term_to',
      label: words('社会组织换届', 'Election of a board'),
      person: 'legal_name',
      while: { field: 'state', values: ['01', '02', '05'] },
    },
  ],
  period: 'approve_date',
});
