import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { decimal } from '../fields/decimal.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { phone } from '../fields/phone.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { gridField, pointField, villageField } from './parts/place.ts';

/** Buildings (楼栋): what stands at an address, with its size, use and chief. Fields follow GB/T 31000-2015 楼栋长. */
export const building = defineLedger({
  id: 'building',
  revision: 1,
  area: 'housing',
  label: words('楼栋', 'Buildings'),
  counter: words('栋', 'buildings'),
  source: 'GB/T 31000-2015 楼栋长、二标四实 实有房屋',
  fields: {
    code: text({
      label: words('楼栋编码', 'Building code'),
      help: words('公安或本镇街的楼栋编号，二维码门牌上的编号', 'The number on the door plate'),
      max: 30,
      code: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['楼栋编号', '建筑编码', '建筑物编码', '门牌编码'],
    }),
    name: text({
      label: words('楼栋名称', 'Building name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '建筑名称', '栋名'],
      source: 'GB/T 31000 楼栋名称',
    }),
    estate_name: text({
      label: words('小区名称', 'Estate'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['小区'],
      source: 'GB/T 31000 小区名称',
    }),
    estate_code: text({
      label: words('小区编码', 'Estate code'),
      max: 18,
      code: true,
      source: 'GB/T 31000 小区编码',
    }),
    village: villageField(),
    grid: gridField(),
    address: address({
      label: words('标准地址', 'Standard address'),
      aliases: ['地址', '楼栋地址', '所在地详址', '详细地址'],
    }),
    place: pointField(),
    kind: choice({ label: words('建筑类别', 'Kind'), table: 'building_kind', aliases: ['类别', '建筑类型'] }),
    building_use: choice({
      label: words('建筑用途', 'Use'),
      table: 'building_use',
      aliases: ['用途', '房屋用途'],
    }),
    structure: choice({
      label: words('建筑结构', 'Structure'),
      table: 'building_structure',
      aliases: ['结构', '房屋结构'],
    }),
    state: choice({
      label: words('建筑状态', 'State'),
      table: 'building_state',
      required: true,
      aliases: ['状态'],
    }),
    floor_area: decimal({
      label: words('建筑面积', 'Floor area'),
      digits: 2,
      min: 0,
      max: 9_999_999,
      unit: words('平方米', 'm²'),
      aliases: ['面积'],
      source: 'GB/T 31000 建筑面积',
    }),
    floors: integer({
      label: words('层数', 'Floors'),
      min: 0,
      max: 999,
      unit: words('层', 'floors'),
      aliases: ['总层数', '楼层数'],
    }),
    units: integer({ label: words('单元数', 'Stairways'), min: 0, max: 999, unit: words('个', 'stairways') }),
    room_count: integer({
      label: words('套（间）数', 'Rooms'),
      min: 0,
      max: 9_999,
      unit: words('间', 'rooms'),
      aliases: ['房间数', '套数', '间数'],
    }),
    households: integer({
      label: words('户数', 'Households'),
      min: 0,
      max: 9_999,
      unit: words('户', 'households'),
    }),
    people: integer({ label: words('人数', 'People'), min: 0, max: 99_999, unit: words('人', 'people') }),
    built_year: integer({
      label: words('建成年份', 'Built in'),
      min: 1800,
      max: 2200,
      unit: words('年', 'CE'),
      aliases: ['建造年代', '建成时间'],
    }),
    owner_name: text({
      label: words('业主姓名', 'Owner'),
      max: 100,
      name: true,
      search: true,
      aliases: ['房主', '房东', '业主', '产权人'],
    }),
    owner_person: link({ label: words('业主（实有人口）', 'Owner (resident)'), ledger: 'person' }),
    owner_contact: phone({
      label: words('业主电话', 'Owner telephone'),
      search: true,
      masked: true,
      aliases: ['房主电话', '房东电话', '业主联系方式'],
    }),
    chief: link({
      label: words('楼栋长', 'Building chief'),
      ledger: 'person',
      aliases: ['楼长'],
      help: words('关联楼栋长的人口记录', 'The record of the chief'),
    }),
    chief_name: text({
      label: words('楼栋长姓名', 'Chief name'),
      max: 50,
      name: true,
      search: true,
      source: 'GB/T 31000 楼栋长 姓名',
    }),
    chief_contact: phone({
      label: words('楼栋长电话', 'Chief telephone'),
      search: true,
      masked: true,
      aliases: ['楼栋长手机号码'],
    }),
    photos: attachment({ label: words('照片', 'Photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['village', 'code'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'code',
        'name',
        'estate_name',
        'estate_code',
        'village',
        'grid',
        'address',
        'place',
        'kind',
        'building_use',
        'structure',
        'state',
      ],
    },
    {
      label: words('规模', 'Size'),
      fields: ['floor_area', 'floors', 'units', 'room_count', 'households', 'people', 'built_year'],
    },
    {
      label: words('业主与楼栋长', 'Owner and chief'),
      fields: ['owner_name', 'owner_person', 'owner_contact', 'chief', 'chief_name', 'chief_contact'],
    },
    { label: words('附件', 'Attachments'), fields: ['photos', 'remark'] },
  ],
  list: ['code', 'name', 'village', 'grid', 'building_use', 'floors', 'room_count', 'state', 'owner_name'],
  naturalKey: ['code'],
  sort: 'code',
  indexes: [
    ['village', 'name'],
    ['grid', 'name'],
  ],
  duplicates: [['name', 'village']],
  fill: (row) => ({ ...row, state: row['state'] ?? '02' }),
});
