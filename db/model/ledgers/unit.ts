import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { creditCode } from '../fields/credit-code.ts';
import { day } from '../fields/day.ts';
import { decimal } from '../fields/decimal.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { money } from '../fields/money.ts';
import { phone } from '../fields/phone.ts';
import { residentId } from '../fields/resident-id.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import type { Values } from '../field-kind.ts';
import { words } from '../localized.ts';
import { withSettledDay } from '../rules/settled-day.ts';
import { gridField, pointField, villageField } from './parts/place.ts';
import { followsInspection } from './parts/inspected.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../rules/document-rules.ts';

const enterprise = { field: 'kind', values: ['01', '02'] };
const legalDocument: DocumentFields = { type: 'legal_doc_type', number: 'legal_doc_no' };
const people = words('人', 'people');

/**
 * Units (实有单位): enterprises, sole traders, public bodies and other organisations with a place in the town. Field
 * names and lengths follow GB/T 31000-2015 非公有制经济组织. `reg_no` is the natural key: it equals the credit code, or
 * is the old licence or organisation number of a unit that has none.
 */
export const unit = defineLedger({
  id: 'unit',
  revision: 4,
  area: 'unit',
  label: words('实有单位', 'Units'),
  counter: words('家', 'units'),
  source: 'GB/T 31000-2015 非公有制经济组织、社会组织；GB 32100-2015',
  fields: {
    name: text({
      label: words('单位名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: [
        '企业名称',
        '名称',
        '公司名称',
        '商户名称',
        '字号名称',
        '市场主体名称',
        '主体名称',
        '企业（机构）名称',
      ],
      source: 'GB/T 31000 企业名称',
    }),
    uscc: creditCode({
      label: words('统一社会信用代码', 'Credit code'),
      search: true,
      indexed: true,
      aliases: ['社会信用代码', '信用代码', '统一信用代码', '统一社会信用代码证号'],
    }),
    reg_no: text({
      label: words('登记证号', 'Registration number'),
      help: words(
        '有统一社会信用代码的自动带出；没有的填原营业执照号、组织机构代码或本单位编号',
        'Filled from the credit code; else the old licence or organisation number',
      ),
      max: 32,
      code: true,
      required: true,
      search: true,
      aliases: [
        '营业执照号',
        '注册号',
        '工商注册号',
        '组织机构代码',
        '登记号',
        '证照号码',
        '统一代码或注册号',
      ],
      source: 'GB/T 31000 统一社会信用代码/登记证号',
    }),
    old_reg_no: text({
      label: words('原登记号', 'Former number'),
      help: words(
        '换发统一社会信用代码前的营业执照号或组织机构代码',
        'Licence or organisation number before the credit code',
      ),
      max: 32,
      code: true,
      search: true,
      aliases: ['原营业执照号', '原注册号', '原组织机构代码'],
      since: 4,
    }),
    kind: choice({
      label: words('单位类别', 'Kind'),
      table: 'unit_kind',
      required: true,
      aliases: ['单位类型', '类别', '主体类型', '市场主体类型'],
    }),
    ent_class: choice({
      label: words('企业类别', 'Kind of enterprise'),
      table: 'enterprise_class',
      when: enterprise,
      aliases: ['企业类型', '登记类型'],
    }),
    small_place: choice({
      label: words('三小场所', 'Small place'),
      table: 'small_place',
      aliases: ['三小类别', '是否三小场所'],
    }),
    industry: text({
      label: words('行业', 'Industry'),
      help: words('GB/T 4754 行业代码或名称', 'Code or name of GB/T 4754'),
      max: 50,
      suggest: true,
      aliases: ['行业类别', '所属行业', '行业门类', '行业代码'],
    }),
    state: choice({
      label: words('经营状态', 'State'),
      table: 'unit_state',
      required: true,
      aliases: ['状态', '登记状态', '企业状态', '主体状态'],
    }),
    opened_on: day({ label: words('成立日期', 'Founded on'), aliases: ['开业日期', '注册日期', '成立时间'] }),
    business_scope: longText({
      label: words('经营范围', 'Scope of business'),
      max: 2000,
      since: 2,
      search: true,
      aliases: ['主营业务', '经营项目', '经营范围及方式'],
    }),
    capital: money({
      label: words('注册资本', 'Registered capital'),
      min: 0,
      max: 99_999_999_999,
      since: 2,
      aliases: ['注册资金', '资金数额', '出资额'],
    }),
    reg_authority: text({
      label: words('登记机关', 'Registered with'),
      max: 100,
      since: 2,
      suggest: true,
      aliases: ['发照机关', '管辖机关'],
    }),
    approved_on: day({
      label: words('核准日期', 'Approved on'),
      since: 2,
      aliases: ['核准时间', '发照日期', '变更核准日期'],
    }),
    village: villageField(),
    grid: gridField(),
    address: address({ label: words('标准地址', 'Standard address') }),
    address_text: text({
      label: words('单位地址', 'Address as written'),
      max: 200,
      search: true,
      aliases: [
        '企业地址',
        '地址',
        '经营地址',
        '住所',
        '住所（经营场所）',
        '经营场所',
        '详细地址',
        '注册地址',
      ],
      source: 'GB/T 31000 企业地址',
    }),
    room: link({ label: words('所在房屋', 'Room'), ledger: 'room', aliases: ['房屋'] }),
    building: link({
      label: words('所在楼栋', 'Building'),
      ledger: 'building',
      aliases: ['楼栋', '楼栋编码'],
    }),
    place: pointField(),
    contact: phone({
      label: words('单位电话', 'Telephone'),
      search: true,
      masked: true,
      aliases: ['联系电话', '电话', '联系方式', '企业联系方式', '手机'],
      source: 'GB/T 31000 企业联系方式',
    }),
    staff_count: integer({
      label: words('员工数', 'Staff'),
      min: 0,
      max: 999_999,
      unit: people,
      aliases: ['企业员工数', '从业人数', '员工人数', '职工人数'],
    }),
    area: decimal({
      label: words('经营面积', 'Area'),
      digits: 2,
      min: 0,
      max: 9_999_999,
      unit: words('平方米', 'm²'),
      aliases: ['面积', '营业面积'],
    }),

    legal_name: text({
      label: words('法定代表人', 'Legal representative'),
      max: 80,
      name: true,
      search: true,
      aliases: [
        '法定代表人姓名',
        '法人',
        '法人代表',
        '负责人',
        '负责人姓名',
        '经营者',
        '经营者姓名',
        '法定代表人（负责人）',
        '投资人',
      ],
      source: 'GB/T 31000 法定代表人姓名',
    }),
    legal_doc_type: choice({
      label: words('法定代表人证件种类', 'Kind of document'),
      table: 'id_doc',
      aliases: ['法定代表人证件代码', '法人证件类型'],
    }),
    legal_doc_no: residentId({
      label: words('法定代表人证件号码', 'Document number'),
      otherDocuments: true,
      search: true,
      masked: true,
      aliases: ['法人身份证号', '法定代表人身份证号', '负责人身份证号', '法人证件号码'],
    }),
    legal_contact: phone({
      label: words('法定代表人电话', 'Representative telephone'),
      search: true,
      masked: true,
      aliases: ['法定代表人联系方式', '法人电话', '法人联系方式', '负责人电话', '负责人联系方式'],
    }),
    legal_person: link({
      label: words('法定代表人（实有人口）', 'Representative (resident)'),
      ledger: 'person',
    }),
    security_name: text({
      label: words('治保负责人', 'Security officer'),
      max: 50,
      aliases: ['治保负责人姓名', '安全负责人'],
      source: 'GB/T 31000 治保负责人姓名',
    }),
    security_contact: phone({
      label: words('治保负责人电话', 'Security officer telephone'),
      masked: true,
      aliases: ['治保负责人联系方式', '安全负责人电话'],
    }),

    is_hazchem: yesNo({
      label: words('是否危化企业', 'Dangerous chemicals'),
      when: enterprise,
      aliases: ['危化企业'],
    }),
    hazard_type: choice({
      label: words('安全隐患类型', 'Kind of hazard'),
      table: 'hazard_type',
      aliases: ['隐患类型'],
    }),
    concern: choice({ label: words('关注程度', 'Concern'), table: 'concern' }),
    labor_grade: choice({
      label: words('劳资风险等级', 'Labour risk'),
      table: 'labor_grade',
      when: enterprise,
      aliases: ['企业劳资风险等级'],
    }),

    checked_on: day({ label: words('最近检查日期', 'Last checked on'), since: 3 }),
    next_check_on: day({ label: words('下次检查日期', 'Next check'), since: 3, indexed: true }),
    party_ready: yesNo({ label: words('是否具备建立中共党组织条件', 'Fit for a Party branch') }),
    has_party: yesNo({ label: words('是否有中共党组织', 'Party branch') }),
    party_count: integer({
      label: words('中共党员数量', 'Party members'),
      min: 0,
      max: 999_999,
      unit: people,
      aliases: ['党员数'],
    }),
    has_union: yesNo({ label: words('是否有工会', 'Trade union') }),
    union_count: integer({
      label: words('工会会员数量', 'Union members'),
      min: 0,
      max: 999_999,
      unit: people,
      when: { field: 'has_union', values: ['true'] },
    }),
    has_youth: yesNo({ label: words('是否有共青团组织', 'Youth League branch') }),
    youth_count: integer({
      label: words('共青团员数量', 'Youth League members'),
      min: 0,
      max: 999_999,
      unit: people,
      when: { field: 'has_youth', values: ['true'] },
    }),
    has_women: yesNo({ label: words('是否有妇女组织', "Women's organisation") }),
    women_count: integer({ label: words('妇女数量', 'Women'), min: 0, max: 999_999, unit: people }),

    photos: attachment({ label: words('照片', 'Photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['reg_no', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'name',
        'uscc',
        'reg_no',
        'old_reg_no',
        'kind',
        'ent_class',
        'small_place',
        'industry',
        'state',
        'opened_on',
        'capital',
        'reg_authority',
        'approved_on',
        'contact',
        'staff_count',
        'area',
        'business_scope',
      ],
    },
    {
      label: words('所在地', 'Place'),
      fields: ['village', 'grid', 'address', 'address_text', 'building', 'room', 'place'],
    },
    {
      label: words('负责人', 'People in charge'),
      fields: [
        'legal_name',
        'legal_doc_type',
        'legal_doc_no',
        'legal_contact',
        'legal_person',
        'security_name',
        'security_contact',
      ],
    },
    {
      label: words('安全与风险', 'Safety and risk'),
      fields: ['is_hazchem', 'hazard_type', 'concern', 'labor_grade', 'checked_on', 'next_check_on'],
    },
    {
      label: words('党群组织', 'Party and mass organisations'),
      fields: [
        'party_ready',
        'has_party',
        'party_count',
        'has_union',
        'union_count',
        'has_youth',
        'youth_count',
        'has_women',
        'women_count',
      ],
    },
    { label: words('附件', 'Attachments'), fields: ['photos', 'remark'] },
  ],
  list: [
    'name',
    'reg_no',
    'kind',
    'legal_name',
    'contact',
    'village',
    'grid',
    'address_text',
    'staff_count',
    'state',
  ],
  naturalKey: ['reg_no'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['grid', 'name'],
    ['kind', 'name'],
  ],
  duplicates: [['name', 'village']],
  rules: [documentFits(legalDocument)],
  fill: (row) =>
    withSettledDay(
      { ...fillFromDocument(row, legalDocument), ...numbersOf(row), state: row['state'] ?? '01' },
      { done: 'checked_on', planned: 'next_check_on' },
    ),
  ending: 'vacate',
  follows: [
    followsInspection({ link: 'object_unit', checkedOn: 'checked_on', nextCheck: 'next_check_on' }),
    {
      part: 'labour_assessment',
      link: 'unit',
      newest: 'period',
      fields: ['labor_grade'],
      needsParts: true,
      values: ({ whole, newest }) => ({ labor_grade: newest?.['grade'] ?? whole['labor_grade'] ?? null }),
    },
  ],
  dues: [
    {
      field: 'next_check_on',
      label: words('单位检查', 'Check of a unit'),
      while: { field: 'state', values: ['01'] },
    },
  ],
});

/** Longest number from before the credit code of 2015: a business licence had 15 digits, an organisation 9 characters. */
const OLD_NUMBER = 15;

/** The credit code is the number of a unit that has one; the number it had before is kept beside (GB 32100-2015). */
function numbersOf({ uscc, reg_no, old_reg_no }: Values): Values {
  if (typeof uscc !== 'string') return {};
  const isOld = typeof reg_no === 'string' && reg_no.length <= OLD_NUMBER;
  return { reg_no: uscc, old_reg_no: old_reg_no ?? (isOld ? reg_no : null) };
}
