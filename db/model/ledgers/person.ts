import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { grid } from '../fields/grid.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { money } from '../fields/money.ts';
import { multiChoice } from '../fields/multi-choice.ts';
import { phone } from '../fields/phone.ts';
import { residentId } from '../fields/resident-id.ts';
import { region } from '../fields/region.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import type { Values } from '../field-kind.ts';
import { words } from '../localized.ts';
import { dayOrder, notFuture } from '../rules/day-order.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../rules/document-rules.ts';
import { shownName } from '../rules/shown-name.ts';

const document: DocumentFields = { type: 'doc_type', number: 'doc_no', birth: 'birth_date', sex: 'sex' };
/** Sections shown by the kinds of the person, codes of table `person_kind`. */
const registered = { field: 'person_kinds', values: ['01'] };
const floating = { field: 'person_kinds', values: ['02'] };
const foreign = { field: 'person_kinds', values: ['03'] };
const leftBehind = { field: 'person_kinds', values: ['04'] };

/**
 * Residents (实有人口): one row for a person, with the fields all kinds share (GB/T 31000-2015 module 2, 19 common
 * fields) and sections for registered, floating, foreign and left-behind residents; a person may be of several kinds.
 * Field names and lengths are the standard's. A person is never deleted but vacated (注销); where they lived when is
 * in `residence`. Somebody without a document gets doc_type 990 and a number of the office's own (T + unit + serial).
 */
export const person = defineLedger({
  id: 'person',
  revision: 2,
  area: 'population',
  label: words('实有人口', 'Residents'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 实有人口（户籍、流动、境外、留守）',
  fields: {
    name: text({
      label: words('姓名', 'Name'),
      help: words('少数民族姓名用间隔号“·”；外国人可填外文姓名', 'As in the document'),
      max: 80,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['人员姓名', '中文姓名', '名字', '名称'],
    }),
    doc_type: choice({
      label: words('证件种类', 'Kind of document'),
      table: 'id_doc',
      required: true,
      aliases: ['证件类型', '证件代码', '证件类别'],
      source: 'GB/T 31000 证件代码',
    }),
    doc_no: residentId({
      label: words('证件号码', 'Document number'),
      help: words(
        '居民身份证填 18 位公民身份号码；无证件的填本单位临时编号',
        'The 18-character id number of a resident identity card',
      ),
      otherDocuments: true,
      required: true,
      search: true,
      masked: true,
      indexed: true,
      aliases: [
        '身份证号',
        '身份证号码',
        '公民身份号码',
        '公民身份证号码',
        '身份证',
        '居民身份证号码',
        '证件号',
        '身份号码',
        '身份证件号码',
      ],
      source: 'GB/T 31000 公民身份号码、证件号码',
    }),
    no_document_reason: text({
      label: words('无证原因', 'Why without a document'),
      max: 100,
      when: { field: 'doc_type', values: ['990'] },
      since: 2,
    }),
    person_kinds: multiChoice({
      label: words('人口类别', 'Kinds of resident'),
      help: words('决定下面填写哪些内容，可多选', 'Decides which parts are filled in below'),
      table: 'person_kind',
      required: true,
      aliases: ['人员类别', '人员类型', '人口类型', '户籍类型', '人口性质'],
    }),
    sex: choice({ label: words('性别', 'Sex'), table: 'sex', required: true }),
    birth_date: day({
      label: words('出生日期', 'Birth date'),
      help: words('填公民身份号码后自动带出', 'Filled in from the id number'),
      required: true,
      aliases: ['出生年月日', '出生年月', '生日'],
    }),
    ethnic: choice({ label: words('民族', 'Ethnic group'), table: 'ethnic' }),
    former_name: text({ label: words('曾用名', 'Former name'), max: 50, search: true }),
    phone: phone({
      label: words('联系电话', 'Telephone'),
      help: words('可填多个，用顿号分开', 'Several may be given'),
      search: true,
      masked: true,
      aliases: [
        '电话',
        '手机',
        '手机号',
        '手机号码',
        '联系方式',
        '电话号码',
        '移动电话',
        '联系手机',
        '本人电话',
      ],
      source: 'GB/T 31000 联系方式',
    }),
    native_place: region({
      label: words('籍贯', 'Native place'),
      help: words('省、市、县（区）名称或 6 位代码', 'Name of province, city and county, or code'),
    }),
    marital: choice({ label: words('婚姻状况', 'Marital status'), table: 'marital', aliases: ['婚姻'] }),
    political: choice({
      label: words('政治面貌', 'Political affiliation'),
      table: 'political',
      aliases: ['政治面目'],
    }),
    education: choice({
      label: words('学历', 'Education'),
      table: 'education',
      aliases: ['文化程度', '受教育程度'],
    }),
    religion: choice({ label: words('宗教信仰', 'Religion'), table: 'religion', aliases: ['宗教'] }),
    occupation_class: text({
      label: words('职业类别', 'Occupation class'),
      help: words('GB/T 6565 职业分类代码', 'Code of GB/T 6565'),
      max: 5,
      code: true,
    }),
    occupation: text({ label: words('职业', 'Occupation'), max: 30, suggest: true }),
    workplace: text({
      label: words('服务处所', 'Workplace'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['工作单位', '单位名称', '就业单位', '服务处所（工作单位）'],
    }),
    unit: link({
      label: words('工作单位（实有单位）', 'Unit'),
      help: words('在本镇街登记的单位', 'A unit registered in the town'),
      ledger: 'unit',
    }),
    photo: attachment({ label: words('照片', 'Photo') }),

    village: link({
      label: words('所属村（社区）', 'Village'),
      ledger: 'division',
      required: true,
      aliases: ['村社区', '村居', '社区', '所属社区', '现住村社区', '村（居）委会'],
    }),
    grid: grid({ label: words('所属网格', 'Grid'), aliases: ['网格', '网格编码', '网格编号'] }),
    address: address({
      label: words('标准地址', 'Standard address'),
      help: words('标准地址库中的现住地址', 'Present address in the address table'),
      aliases: ['现住标准地址'],
    }),
    residence_place: region({
      label: words('现住地', 'Place of residence'),
      help: words('省、市、县（区）名称或 6 位代码', 'Name of province, city and county, or code'),
      aliases: ['现住地区划', '现居住地'],
    }),
    residence_address: text({
      label: words('现住门（楼）详址', 'Present address'),
      max: 80,
      search: true,
      aliases: [
        '现住址',
        '现住地址',
        '居住地址',
        '现居住地址',
        '住址',
        '暂住地址',
        '现住详址',
        '详细地址',
        '家庭住址',
      ],
      source: 'GB/T 31000 现住门(楼)详址',
    }),
    hukou_place: region({
      label: words('户籍地', 'Registered place'),
      help: words('省、市、县（区）名称或 6 位代码', 'Name of province, city and county, or code'),
      aliases: ['户籍所在地', '户籍地区划', '户口所在地'],
    }),
    hukou_address: text({
      label: words('户籍门（楼）详址', 'Registered address'),
      max: 80,
      search: true,
      aliases: ['户籍地址', '户籍详址', '户籍地详址', '户口地址'],
      source: 'GB/T 31000 户籍门(楼)详址',
    }),
    hh_consistent: choice({
      label: words('人户一致标识', 'Lives where registered'),
      table: 'hh_consistent',
      aliases: ['人户一致', '是否人户一致', '人户状态'],
    }),

    household: link({
      label: words('所属户', 'Household'),
      help: words('填户号', 'By household number'),
      ledger: 'household',
      aliases: ['户号', '户编号'],
      source: 'GB/T 31000 户号',
    }),
    head_relation: choice({
      label: words('与户主关系', 'Relation to head'),
      table: 'family_relation',
      aliases: ['户主关系', '家庭关系'],
    }),

    inflow_reason: choice({
      label: words('流入原因', 'Reason for coming'),
      table: 'inflow_reason',
      aliases: ['来本地原因', '暂住事由', '居住事由'],
    }),
    permit_type: choice({ label: words('办证类型', 'Kind of permit'), table: 'permit_type' }),
    permit_no: text({
      label: words('居住证号码', 'Permit number'),
      max: 22,
      code: true,
      search: true,
      masked: true,
      aliases: ['居住证号', '暂住证号', '办证号码'],
      source: 'GB/T 31000 流动人口 证件号码',
    }),
    permit_date: day({ label: words('登记日期', 'Permit date'), aliases: ['办证日期', '发证日期'] }),
    permit_expire: day({ label: words('证件到期日期', 'Permit expires'), aliases: ['居住证到期日期'] }),
    dwelling_type: choice({
      label: words('住所类型', 'Kind of dwelling'),
      table: 'dwelling_type',
      aliases: ['住所类别', '居住类型'],
    }),

    surname_en: text({ label: words('外文姓', 'Surname'), max: 40, search: true, aliases: ['英文姓'] }),
    given_name_en: text({ label: words('外文名', 'Given name'), max: 40, search: true, aliases: ['英文名'] }),
    nationality: choice({
      label: words('国籍（地区）', 'Nationality'),
      table: 'nationality',
      aliases: ['国籍', '国家', '国家地区', '国籍(地区)'],
    }),
    doc_expire: day({
      label: words('证件有效期', 'Document expires'),
      aliases: ['证件有效期至', '证件有效期限'],
    }),
    china_purpose: choice({
      label: words('来华目的', 'Purpose in China'),
      table: 'china_purpose',
      aliases: ['来华事由'],
    }),
    arrive_date: day({ label: words('抵达日期', 'Arrived on'), aliases: ['入境日期'] }),
    leave_date: day({ label: words('预计离开日期', 'Leaves on'), aliases: ['离开日期'] }),

    left_type: choice({
      label: words('留守人员类型', 'Kind of left-behind person'),
      table: 'left_behind_type',
      aliases: ['留守类型'],
    }),
    health: choice({ label: words('健康状况', 'Health'), table: 'health' }),
    income: money({ label: words('个人年收入', 'Yearly income'), min: 0, max: 99_999_999 }),
    family_income: money({ label: words('家庭年收入', 'Family income'), min: 0, max: 99_999_999 }),
    member: link({
      label: words('家庭主要成员（实有人口）', 'Main family member (resident)'),
      ledger: 'person',
    }),
    member_name: text({ label: words('家庭主要成员姓名', 'Main family member'), max: 50 }),
    member_id_no: residentId({
      label: words('家庭主要成员公民身份号码', 'Member id number'),
      masked: true,
      aliases: ['家庭主要成员身份证号'],
    }),
    member_health: choice({ label: words('家庭主要成员健康状况', 'Member health'), table: 'health' }),
    member_relation: choice({ label: words('与留守人员关系', 'Relation'), table: 'family_relation' }),
    member_contact: phone({
      label: words('家庭主要成员联系电话', 'Member telephone'),
      masked: true,
      aliases: ['家庭主要成员联系方式'],
    }),
    member_work_address: text({
      label: words('家庭主要成员工作详址', 'Member workplace'),
      max: 200,
      aliases: ['家庭主要成员工作详细地址'],
    }),
    needs: longText({ label: words('困难及诉求', 'Needs'), max: 1024 }),
    help: longText({ label: words('帮扶情况', 'Help given'), max: 1024 }),

    is_focus: yesNo({
      label: words('是否重点关注人员', 'Of special concern'),
      aliases: ['是否重点关注', '重点人员', '是否关注'],
    }),
    source: choice({ label: words('数据来源', 'Source'), table: 'data_source', aliases: ['来源'] }),
    checked_on: day({
      label: words('核实日期', 'Checked on'),
      help: words('最近一次上门核实的日期', 'Last visit'),
      indexed: true,
      aliases: ['最近核实日期', '采集日期', '更新日期'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['doc_no', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'name',
        'doc_type',
        'doc_no',
        'no_document_reason',
        'person_kinds',
        'sex',
        'birth_date',
        'ethnic',
        'phone',
        'former_name',
        'native_place',
        'marital',
        'political',
        'education',
        'religion',
        'occupation_class',
        'occupation',
        'workplace',
        'unit',
        'photo',
      ],
    },
    {
      label: words('住处', 'Home'),
      fields: [
        'village',
        'grid',
        'address',
        'residence_place',
        'residence_address',
        'hukou_place',
        'hukou_address',
        'hh_consistent',
      ],
    },
    { label: words('户籍', 'Registration'), fields: ['household', 'head_relation'], when: registered },
    {
      label: words('流动', 'Floating'),
      fields: ['inflow_reason', 'permit_type', 'permit_no', 'permit_date', 'permit_expire', 'dwelling_type'],
      when: floating,
    },
    {
      label: words('境外', 'From abroad'),
      fields: [
        'surname_en',
        'given_name_en',
        'nationality',
        'doc_expire',
        'china_purpose',
        'arrive_date',
        'leave_date',
      ],
      when: foreign,
    },
    {
      label: words('留守', 'Left behind'),
      fields: [
        'left_type',
        'health',
        'income',
        'family_income',
        'member',
        'member_name',
        'member_id_no',
        'member_health',
        'member_relation',
        'member_contact',
        'member_work_address',
        'needs',
        'help',
      ],
      when: leftBehind,
    },
    { label: words('管理', 'Administration'), fields: ['is_focus', 'source', 'checked_on', 'remark'] },
  ],
  list: [
    'name',
    'sex',
    'birth_date',
    'doc_no',
    'phone',
    'person_kinds',
    'village',
    'grid',
    'residence_address',
    'checked_on',
  ],
  naturalKey: ['doc_type', 'doc_no'],
  sort: 'name',
  indexes: [['village', 'name'], ['grid', 'name'], ['sex', 'name'], ['birth_date']],
  duplicates: [['name', 'birth_date']],
  rules: [
    documentFits(document),
    shownName('name'),
    notFuture('birth_date', 'checked_on'),
    dayOrder(
      { field: 'permit_date', label: words('登记日期', 'Permit date') },
      { field: 'permit_expire', label: words('证件到期日期', 'Permit expires') },
    ),
    dayOrder(
      { field: 'arrive_date', label: words('抵达日期', 'Arrived on') },
      { field: 'leave_date', label: words('预计离开日期', 'Leaves on') },
    ),
  ],
  fill: (row) => fillName(fillFromDocument(row, document)),
  derived: ['name', 'birth_date', 'sex'],
  ending: 'vacate',
});

/** A foreigner without a Chinese name is listed by surname and given name as in the passport. */
function fillName(row: Values): Values {
  if (typeof row['name'] === 'string') return row;
  const name = [row['surname_en'], row['given_name_en']].filter((part) => typeof part === 'string').join(' ');
  return name === '' ? row : { ...row, name };
}
