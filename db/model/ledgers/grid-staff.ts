import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { grid } from '../fields/grid.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { phone } from '../fields/phone.ts';
import { residentId } from '../fields/resident-id.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { villageField } from './parts/place.ts';
import { dayOrder } from '../rules/day-order.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../rules/document-rules.ts';

const document: DocumentFields = { type: 'doc_type', number: 'doc_no', birth: 'birth_date', sex: 'sex' };

/**
 * Grid staff (网格员): who holds which post in which grid, with the A/B stand-in (AB岗): the deputy takes over the
 * grid while the holder is away. Fields of the person follow GB/T 31000-2015 综治队伍人员.
 */
export const gridStaff = defineLedger({
  id: 'grid_staff',
  revision: 1,
  area: 'grid',
  label: words('网格员', 'Grid staff'),
  counter: words('人', 'people'),
  source: 'GB/T 34300-2017、GB/T 31000-2015 综治队伍人员',
  fields: {
    staff_no: text({
      label: words('工号', 'Staff number'),
      max: 20,
      code: true,
      search: true,
      indexed: true,
      aliases: ['员工号', '网格员编号'],
    }),
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['网格员姓名', '人员姓名'],
    }),
    doc_type: choice({
      label: words('证件种类', 'Kind of document'),
      table: 'id_doc',
      required: true,
      aliases: ['证件类型', '证件代码'],
    }),
    doc_no: residentId({
      label: words('证件号码', 'Document number'),
      help: words('居民身份证填 18 位公民身份号码', 'The 18-character id number of a resident identity card'),
      otherDocuments: true,
      required: true,
      search: true,
      masked: true,
      aliases: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '身份证'],
    }),
    person: link({
      label: words('实有人口', 'Resident'),
      help: words('住在本镇街的，关联其人口记录', 'The record of the person where they live in the town'),
      ledger: 'person',
    }),
    sex: choice({ label: words('性别', 'Sex'), table: 'sex' }),
    birth_date: day({ label: words('出生日期', 'Birth date'), aliases: ['出生年月日'] }),
    ethnic: choice({ label: words('民族', 'Ethnic group'), table: 'ethnic' }),
    political: choice({ label: words('政治面貌', 'Political affiliation'), table: 'political' }),
    education: choice({ label: words('学历', 'Education'), table: 'education', aliases: ['文化程度'] }),
    phone: phone({
      label: words('联系电话', 'Telephone'),
      required: true,
      search: true,
      masked: true,
      aliases: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
    }),
    post: choice({
      label: words('岗位', 'Post'),
      table: 'grid_post',
      required: true,
      aliases: ['网格岗位', '职务', '岗位类别'],
    }),
    village: villageField(),
    grid: grid({
      label: words('负责网格', 'Grid'),
      help: words('主责网格；代管的网格由替岗人员的记录体现', 'The grid this person is in charge of'),
      aliases: ['所属网格', '网格', '网格编码'],
    }),
    stand_in: link({
      label: words('B 岗替岗人员', 'Stand-in (B)'),
      help: words('本人（A 岗）不在岗时由其接替', 'Takes over while this person (A) is away'),
      ledger: 'grid_staff',
      aliases: ['B岗', '替岗人员', 'AB岗'],
    }),
    state: choice({
      label: words('在岗状态', 'Employment'),
      table: 'staff_state',
      required: true,
      aliases: ['状态', '人员状态'],
    }),
    joined_on: day({ label: words('入职日期', 'Joined on'), aliases: ['上岗日期'] }),
    left_on: day({ label: words('离职日期', 'Left on'), aliases: ['离岗日期'] }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['post', 'grid'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'name',
        'staff_no',
        'doc_type',
        'doc_no',
        'sex',
        'birth_date',
        'ethnic',
        'political',
        'education',
        'phone',
        'person',
      ],
    },
    {
      label: words('岗位', 'Post'),
      fields: ['post', 'village', 'grid', 'stand_in', 'state', 'joined_on', 'left_on', 'remark'],
    },
  ],
  list: ['name', 'post', 'village', 'grid', 'phone', 'state', 'stand_in'],
  naturalKey: ['doc_type', 'doc_no'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['grid', 'name'],
  ],
  duplicates: [['name', 'phone']],
  rules: [
    documentFits(document),
    dayOrder(
      { field: 'joined_on', label: words('入职日期', 'Joined on') },
      { field: 'left_on', label: words('离职日期', 'Left on') },
    ),
  ],
  fill: (row) => ({ ...fillFromDocument(row, document), state: row['state'] ?? '01' }),
  derived: ['birth_date', 'sex'],
});
