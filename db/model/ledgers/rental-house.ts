import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { computed } from '../fields/computed.ts';
import { day } from '../fields/day.ts';
import { decimal } from '../fields/decimal.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { phone } from '../fields/phone.ts';
import { residentId } from '../fields/resident-id.ts';
import { text } from '../fields/text.ts';
import type { Values } from '../field-kind.ts';
import { words } from '../localized.ts';
import { withSettledDay } from '../rules/settled-day.ts';
import { gridField, pointField, villageField } from './parts/place.ts';
import { followsInspection } from './parts/inspected.ts';
import { broken } from '../rules/broken.ts';
import { dayOrder } from '../rules/day-order.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../rules/document-rules.ts';

/** From how many rooms or beds a rental house must have access control: 东莞市出租屋治安与消防安全管理条例. */
const accessControlFrom = { rooms: 20, beds: 30 } as const;

const ownerDocument: DocumentFields = { type: 'owner_doc_type', number: 'owner_doc_no' };
const noAccessControl = words(
  '20 间或 30 张床位以上的出租屋须安装门禁',
  'A house of 20 rooms or 30 beds and more must have access control',
);

/**
 * Rental houses (出租屋): GB/T 31000-2015 出租房 with what Dongguan's ordinance asks of the landlord. Tenants are the
 * open residence intervals that name the house.
 */
export const rentalHouse = defineLedger({
  id: 'rental_house',
  revision: 2,
  area: 'housing',
  label: words('出租屋', 'Rental houses'),
  counter: words('栋（套）', 'houses'),
  source: 'GB/T 31000-2015 出租房；东莞市出租屋治安与消防安全管理条例',
  fields: {
    house_no: text({
      label: words('房屋编号', 'House number'),
      help: words('二维码门牌编号或登记备案号', 'The number on the door plate or of the registration'),
      max: 50,
      code: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['出租屋编号', '编号', '二维码编号', '门牌编码', '出租屋编码'],
    }),
    house_name: text({
      label: words('房屋名称', 'Name'),
      max: 200,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['出租屋名称', '名称'],
    }),
    record_no: text({
      label: words('登记备案号', 'Registration number'),
      max: 50,
      code: true,
      search: true,
      aliases: ['备案号', '租赁备案号'],
    }),
    kind: choice({ label: words('出租屋类型', 'Kind'), table: 'rental_kind', aliases: ['房屋类型', '类型'] }),
    village: villageField(),
    grid: gridField(),
    address: address({ label: words('标准地址', 'Standard address') }),
    address_text: text({
      label: words('房屋地址', 'Address as written'),
      max: 200,
      search: true,
      aliases: ['地址', '出租屋地址', '详细地址'],
    }),
    building: link({
      label: words('所在楼栋', 'Building'),
      ledger: 'building',
      aliases: ['楼栋', '楼栋编码'],
    }),
    place: pointField(),

    building_use: choice({ label: words('建筑用途', 'Use of building'), table: 'building_use' }),
    rental_use: choice({ label: words('出租用途', 'Let for'), table: 'rental_use', aliases: ['租赁用途'] }),
    letting_way: choice({ label: words('出租方式', 'Way of letting'), table: 'letting_way' }),
    structure: choice({
      label: words('建筑结构', 'Structure'),
      table: 'building_structure',
      aliases: ['结构', '房屋结构'],
    }),
    area: decimal({
      label: words('建筑面积', 'Area'),
      digits: 2,
      min: 0,
      max: 999_999,
      unit: words('平方米', 'm²'),
      aliases: ['面积', '出租面积'],
    }),
    floors: integer({
      label: words('层数', 'Floors'),
      min: 0,
      max: 200,
      unit: words('层', 'floors'),
      aliases: ['楼层数'],
    }),
    building_count: integer({
      label: words('栋数', 'Buildings'),
      min: 0,
      max: 999,
      unit: words('栋', 'buildings'),
      since: 2,
    }),
    flat_count: integer({
      label: words('套数', 'Flats'),
      min: 0,
      max: 9_999,
      unit: words('套', 'flats'),
      since: 2,
    }),
    room_count: integer({
      label: words('间数', 'Rooms'),
      min: 0,
      max: 9_999,
      unit: words('间', 'rooms'),
      aliases: ['房间数', '出租间数', '套间数'],
    }),
    bed_count: integer({
      label: words('床位数', 'Beds'),
      min: 0,
      max: 99_999,
      unit: words('张', 'beds'),
      aliases: ['床位'],
    }),
    tenant_count: integer({
      label: words('实住人数', 'People'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
      aliases: ['居住人数', '入住人数', '租住人数'],
    }),

    owner_name: text({
      label: words('房主姓名', 'Owner'),
      max: 80,
      name: true,
      required: true,
      search: true,
      aliases: ['房东', '房东姓名', '业主', '业主姓名', '出租人', '房主'],
    }),
    owner_doc_type: choice({
      label: words('房主证件种类', 'Kind of document'),
      table: 'id_doc',
      aliases: ['房东证件类型', '证件代码', '证件类型'],
    }),
    owner_doc_no: residentId({
      label: words('房主证件号码', 'Document number'),
      otherDocuments: true,
      search: true,
      masked: true,
      aliases: ['房东身份证号', '房东身份证号码', '房主身份证号', '业主身份证号', '证件号码'],
    }),
    owner_person: link({ label: words('房主（实有人口）', 'Owner (resident)'), ledger: 'person' }),
    owner_contact: phone({
      label: words('房主电话', 'Owner telephone'),
      required: true,
      search: true,
      masked: true,
      aliases: ['房东电话', '房主联系方式', '联系电话', '业主电话', '房东手机'],
    }),
    owner_address: text({
      label: words('房主现居详址', 'Owner address'),
      max: 200,
      aliases: ['房东住址', '房主住址'],
    }),
    sublessor_name: text({
      label: words('二手房东姓名', 'Sub-landlord'),
      max: 80,
      search: true,
      aliases: ['二手房东', '转租人'],
    }),
    sublessor_contact: phone({
      label: words('二手房东电话', 'Sub-landlord telephone'),
      search: true,
      masked: true,
    }),
    manager_name: text({
      label: words('管理员姓名', 'Manager'),
      max: 80,
      search: true,
      aliases: ['管理员', '管理人'],
    }),
    manager_contact: phone({ label: words('管理员电话', 'Manager telephone'), search: true, masked: true }),
    tenant_name: text({
      label: words('承租人姓名', 'Tenant'),
      help: words('整租的承租人；住户见居住区间', 'Of a house let as a whole; see residence intervals'),
      max: 80,
      search: true,
      aliases: ['承租人', '租客'],
    }),
    tenant_id_no: residentId({
      label: words('承租人公民身份号码', 'Tenant id number'),
      search: true,
      masked: true,
      aliases: ['承租人身份证号'],
    }),
    tenant_contact: phone({
      label: words('承租人电话', 'Tenant telephone'),
      search: true,
      masked: true,
      aliases: ['承租人联系方式'],
    }),

    state: choice({
      label: words('出租状态', 'State'),
      table: 'rental_state',
      required: true,
      aliases: ['状态'],
    }),
    grade: choice({
      label: words('分级', 'Grade'),
      table: 'rental_grade',
      aliases: ['出租屋分级', '等级', '风险等级'],
    }),
    hazard_type: choice({ label: words('隐患类型', 'Kind of hazard'), table: 'hazard_type' }),
    access_control: choice({
      label: words('门禁类型', 'Access control'),
      table: 'access_control',
      aliases: ['门禁'],
    }),
    access_required: computed({
      label: words('须装门禁', 'Access control required'),
      help: words('20 间以上或 30 张床位以上', 'From 20 rooms or 30 beds'),
      compute: needsAccessControl,
    }),
    smoke_alarm_count: integer({
      label: words('烟感数', 'Smoke alarms'),
      min: 0,
      max: 9_999,
      unit: words('个', 'alarms'),
      aliases: ['烟感'],
    }),
    pledge_date: day({ label: words('责任书签订日期', 'Pledge signed on'), aliases: ['责任书日期'] }),
    checked_on: day({ label: words('最近检查日期', 'Last checked on'), aliases: ['检查日期'] }),
    next_check: day({ label: words('下次检查日期', 'Next check'), indexed: true, aliases: ['下次检查日'] }),
    photos: attachment({ label: words('照片', 'Photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['house_name'],
  subtitle: ['house_no', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'house_no',
        'house_name',
        'record_no',
        'kind',
        'state',
        'village',
        'grid',
        'address',
        'address_text',
        'building',
        'place',
      ],
    },
    {
      label: words('房屋', 'House'),
      fields: [
        'building_use',
        'rental_use',
        'letting_way',
        'structure',
        'area',
        'floors',
        'building_count',
        'flat_count',
        'room_count',
        'bed_count',
        'tenant_count',
      ],
    },
    {
      label: words('房主', 'Owner'),
      fields: [
        'owner_name',
        'owner_doc_type',
        'owner_doc_no',
        'owner_person',
        'owner_contact',
        'owner_address',
      ],
    },
    {
      label: words('承租与管理', 'Letting'),
      fields: [
        'sublessor_name',
        'sublessor_contact',
        'manager_name',
        'manager_contact',
        'tenant_name',
        'tenant_id_no',
        'tenant_contact',
      ],
    },
    {
      label: words('安全', 'Safety'),
      fields: [
        'grade',
        'hazard_type',
        'access_control',
        'access_required',
        'smoke_alarm_count',
        'pledge_date',
        'checked_on',
        'next_check',
        'photos',
        'remark',
      ],
    },
  ],
  list: [
    'house_no',
    'house_name',
    'owner_name',
    'owner_contact',
    'village',
    'grid',
    'room_count',
    'tenant_count',
    'grade',
    'state',
  ],
  naturalKey: ['house_no'],
  sort: 'house_no',
  indexes: [
    ['village', 'house_no'],
    ['grid', 'house_no'],
    ['grade', 'house_no'],
  ],
  duplicates: [['owner_name', 'address_text']],
  rules: [
    documentFits(ownerDocument),
    dayOrder(
      { field: 'checked_on', label: words('最近检查日期', 'Last checked on') },
      { field: 'next_check', label: words('下次检查日期', 'Next check') },
    ),
    (row, context) =>
      needsAccessControl(row) === true && row['access_control'] === '00'
        ? [{ ...broken('access_control', noAccessControl, context), level: 'warning' }]
        : [],
  ],
  fill: (row) =>
    withSettledDay(
      { ...fillFromDocument(row, ownerDocument), state: row['state'] ?? '01' },
      { done: 'checked_on', planned: 'next_check' },
    ),
  ending: 'vacate',
  follows: [
    followsInspection({
      link: 'object_rental',
      checkedOn: 'checked_on',
      nextCheck: 'next_check',
      grade: 'grade',
    }),
  ],
  dues: [
    {
      field: 'next_check',
      label: words('检查', 'Inspection'),
      while: { field: 'state', values: ['01', '02'] },
    },
  ],
  wants: [
    {
      field: 'pledge_date',
      label: words('责任书签订日期', 'Pledge of the landlord'),
      while: { field: 'state', values: ['01'] },
    },
  ],
});

/** `null` while neither rooms nor beds are known. */
function needsAccessControl(row: Values): boolean | null {
  const [rooms, beds] = [row['room_count'], row['bed_count']];
  if (typeof rooms !== 'number' && typeof beds !== 'number') return null;
  return Number(rooms ?? 0) >= accessControlFrom.rooms || Number(beds ?? 0) >= accessControlFrom.beds;
}
