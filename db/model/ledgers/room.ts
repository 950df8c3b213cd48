import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { choice } from '../fields/choice.ts';
import { decimal } from '../fields/decimal.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { phone } from '../fields/phone.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { gridField, villageField } from './parts/place.ts';

/** Rooms (房屋、套间): the flat or room somebody lives or works in. A room is known by its building and its number. */
export const room = defineLedger({
  id: 'room',
  revision: 1,
  area: 'housing',
  label: words('房屋', 'Rooms'),
  counter: words('间', 'rooms'),
  source: '二标四实 实有房屋',
  fields: {
    building: link({
      label: words('所属楼栋', 'Building'),
      help: words('填楼栋编码', 'By building code'),
      ledger: 'building',
      required: true,
      aliases: ['楼栋', '楼栋编码', '楼栋编号'],
    }),
    room_no: text({
      label: words('房号', 'Room number'),
      help: words('单元与房号，如“2单元301”', 'Stairway and number'),
      max: 30,
      code: true,
      required: true,
      aliases: ['房间号', '户室', '室号', '房屋编号'],
    }),
    name: text({
      label: words('房屋名称', 'Name'),
      help: words('楼栋名加房号，检索与打印用', 'Building and number, for searching and printing'),
      max: 150,
      search: true,
      indexed: true,
      aliases: ['房屋', '房屋全称'],
    }),
    floor: integer({
      label: words('所在楼层', 'Floor'),
      min: -9,
      max: 200,
      unit: words('层', 'floor'),
      aliases: ['楼层'],
    }),
    village: villageField(),
    grid: gridField(),
    address: address({
      label: words('标准地址', 'Standard address'),
      aliases: ['地址', '房屋地址', '详细地址'],
    }),
    room_use: choice({
      label: words('房屋用途', 'Use'),
      table: 'room_use',
      required: true,
      aliases: ['用途', '使用情况', '房屋状态'],
    }),
    area: decimal({
      label: words('建筑面积', 'Area'),
      digits: 2,
      min: 0,
      max: 999_999,
      unit: words('平方米', 'm²'),
      aliases: ['面积'],
    }),
    bed_count: integer({
      label: words('床位数', 'Beds'),
      min: 0,
      max: 999,
      unit: words('张', 'beds'),
      aliases: ['床位'],
    }),
    owner_name: text({
      label: words('房主姓名', 'Owner'),
      max: 100,
      name: true,
      search: true,
      aliases: ['业主', '业主姓名', '产权人', '房主'],
    }),
    owner_person: link({ label: words('房主（实有人口）', 'Owner (resident)'), ledger: 'person' }),
    owner_contact: phone({
      label: words('房主电话', 'Owner telephone'),
      search: true,
      masked: true,
      aliases: ['房主联系方式', '业主电话'],
    }),
    deed_no: text({
      label: words('产权证号', 'Title deed'),
      max: 50,
      code: true,
      aliases: ['不动产权证号', '房产证号'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'building',
        'room_no',
        'name',
        'floor',
        'village',
        'grid',
        'address',
        'room_use',
        'area',
        'bed_count',
      ],
    },
    {
      label: words('房主', 'Owner'),
      fields: ['owner_name', 'owner_person', 'owner_contact', 'deed_no', 'remark'],
    },
  ],
  list: ['name', 'room_no', 'building', 'village', 'grid', 'room_use', 'area', 'owner_name'],
  naturalKey: ['building', 'room_no'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['building', 'room_no'],
    ['grid', 'name'],
  ],
  fill: (row) => ({ ...row, room_use: row['room_use'] ?? '99' }),
});
