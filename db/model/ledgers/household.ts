import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { phone } from '../fields/phone.ts';
import { residentId } from '../fields/resident-id.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { gridField, villageField } from './parts/place.ts';

/**
 * Households (户): people kept together in the household register or living together. The natural key is the
 * household number; a household without one (not registered here) has no key and is matched by nobody.
 */
export const household = defineLedger({
  id: 'household',
  revision: 1,
  area: 'population',
  label: words('户', 'Households'),
  counter: words('户', 'households'),
  source: 'GB/T 31000-2015 户籍人口（户号、户主）',
  fields: {
    household_no: text({
      label: words('户号', 'Household number'),
      help: words('户口簿上的户号，未落户的留空', 'As in the household register; empty where there is none'),
      max: 20,
      code: true,
      search: true,
      indexed: true,
      aliases: ['户编号', '户口编号', '户籍号'],
    }),
    kind: choice({
      label: words('户类别', 'Kind'),
      table: 'household_kind',
      required: true,
      aliases: ['户别', '户口类别'],
    }),
    head_name: text({
      label: words('户主姓名', 'Name of head'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['户主'],
      source: 'GB/T 31000 户主姓名',
    }),
    head: link({
      label: words('户主（实有人口）', 'Head (resident)'),
      help: words('关联户主的人口记录', 'The record of the head'),
      ledger: 'person',
      aliases: ['户主人口记录'],
    }),
    head_id_no: residentId({
      label: words('户主公民身份号码', 'Head id number'),
      search: true,
      masked: true,
      aliases: ['户主身份证号', '户主身份证号码', '户主证件号码'],
      source: 'GB/T 31000 户主公民身份号码',
    }),
    head_contact: phone({
      label: words('户主联系电话', 'Head telephone'),
      search: true,
      masked: true,
      aliases: ['户主电话', '户主手机', '户主联系方式'],
      source: 'GB/T 31000 户主联系方式',
    }),
    village: villageField(),
    grid: gridField(),
    room: link({ label: words('所住房屋', 'Room'), ledger: 'room', aliases: ['房屋', '住房'] }),
    address: address({
      label: words('标准地址', 'Standard address'),
      aliases: ['地址', '住址', '户籍地址', '详细地址'],
    }),
    registered_on: day({ label: words('立户日期', 'Registered on') }),
    concern: choice({ label: words('关注程度', 'Concern'), table: 'concern' }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['head_name', 'household_no'],
  subtitle: ['village'],
  sections: [
    {
      label: words('户主', 'Head'),
      fields: ['household_no', 'kind', 'head_name', 'head', 'head_id_no', 'head_contact'],
    },
    {
      label: words('住处与归属', 'Home'),
      fields: ['village', 'grid', 'room', 'address', 'registered_on', 'concern', 'remark'],
    },
  ],
  list: ['household_no', 'head_name', 'head_contact', 'village', 'grid', 'address', 'kind'],
  naturalKey: ['household_no'],
  sort: 'head_name',
  indexes: [
    ['village', 'head_name'],
    ['grid', 'head_name'],
  ],
  duplicates: [['head_id_no']],
  fill: (row) => ({ ...row, kind: row['kind'] ?? '01' }),
  ending: 'vacate',
});
