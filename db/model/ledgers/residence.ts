import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { gridField, villageField } from './parts/place.ts';
import { broken } from '../rules/broken.ts';
import { dayOrder, notFuture } from '../rules/day-order.ts';

const noPlace = words(
  '房屋、标准地址、住址描述至少填一项',
  'Give at least one of room, standard address and description',
);

/**
 * Residence intervals (居住区间): who lived where from when to when. An open interval (no end) is where the person
 * lives now. Moving out sets the end and the event; nothing is deleted. Within the town the day of leaving is the day of
 * moving in; both intervals of such a change carry event 02, so that 03 counts those who left.
 */
export const residence = defineLedger({
  id: 'residence',
  revision: 2,
  area: 'population',
  label: words('居住区间', 'Residence intervals'),
  counter: words('条', 'intervals'),
  source: '东莞市出租屋治安与消防安全管理条例（三个工作日内报送）、流动人口登记',
  fields: {
    person: link({
      label: words('居住人', 'Person'),
      help: words('填证件号码', 'By document number'),
      ledger: 'person',
      required: true,
      aliases: ['姓名', '人员', '身份证号', '身份证号码', '公民身份号码', '证件号码', '租客'],
    }),
    room: link({ label: words('房屋', 'Room'), ledger: 'room', aliases: ['房号', '所住房屋', '房屋名称'] }),
    address: address({
      label: words('标准地址', 'Standard address'),
      aliases: ['地址', '居住地址', '现住地址', '详细地址'],
    }),
    place_text: text({
      label: words('住址描述', 'Where'),
      help: words('没有房屋和标准地址时填写', 'Where there is neither room nor address'),
      max: 200,
      search: true,
      aliases: ['住址'],
    }),
    village: villageField(),
    grid: gridField(),
    kind: choice({
      label: words('居住方式', 'Way of living'),
      table: 'residence_kind',
      aliases: ['居住类型'],
    }),
    from_day: day({
      label: words('入住日期', 'From'),
      required: true,
      aliases: ['迁入日期', '起始日期', '开始日期', '来住日期'],
    }),
    to_day: day({
      label: words('离开日期', 'To'),
      help: words('仍在居住的留空', 'Empty while the person lives here'),
      aliases: ['迁出日期', '截止日期', '结束日期', '搬离日期'],
    }),
    event: choice({
      label: words('居住变动', 'Event'),
      table: 'residence_event',
      required: true,
      aliases: ['变动类型', '变动', '登记类型'],
    }),
    end_reason: choice({
      label: words('离开原因', 'Reason for leaving'),
      table: 'residence_end_reason',
      since: 2,
      aliases: ['迁出原因', '注销原因', '搬离原因'],
    }),
    landlord: link({ label: words('房东（实有人口）', 'Landlord (resident)'), ledger: 'person' }),
    rental_house: link({
      label: words('出租屋', 'Rental house'),
      help: words('填房屋编号', 'By house number'),
      ledger: 'rental_house',
      aliases: ['出租屋编号'],
    }),
    source: choice({ label: words('数据来源', 'Source'), table: 'data_source', aliases: ['来源'] }),
    reported_on: day({ label: words('登记日期', 'Reported on'), aliases: ['申报日期', '采集日期'] }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['person', 'from_day'],
  subtitle: ['room', 'place_text'],
  sections: [
    {
      label: words('居住', 'Residence'),
      fields: [
        'person',
        'room',
        'address',
        'place_text',
        'village',
        'grid',
        'kind',
        'from_day',
        'to_day',
        'event',
        'end_reason',
      ],
    },
    {
      label: words('登记', 'Registration'),
      fields: ['rental_house', 'landlord', 'source', 'reported_on', 'remark'],
    },
  ],
  list: ['person', 'room', 'place_text', 'village', 'from_day', 'to_day', 'event', 'kind', 'source'],
  naturalKey: ['person', 'from_day'],
  sort: '-from_day',
  period: 'from_day',
  indexes: [
    ['from_day'],
    ['person', 'from_day'],
    ['room', 'from_day'],
    ['village', 'from_day'],
    ['grid', 'from_day'],
  ],
  rules: [
    dayOrder(
      { field: 'from_day', label: words('入住日期', 'From') },
      { field: 'to_day', label: words('离开日期', 'To') },
    ),
    notFuture('from_day', 'reported_on'),
    (row, context) => {
      const isPlaced = ['room', 'address', 'place_text'].some((name) => typeof row[name] === 'string');
      return isPlaced ? [] : [broken('room', noPlace, context)];
    },
    (row) => {
      const isOver = row['event'] === '03' || row['event'] === '04';
      return isOver && typeof row['to_day'] !== 'string'
        ? [{ field: 'to_day', code: 'required', level: 'error' }]
        : [];
    },
  ],
  fill: (row) => ({ ...row, event: row['event'] ?? (typeof row['to_day'] === 'string' ? '03' : '01') }),
  ending: 'vacate',
  interval: {
    subject: 'person',
    places: ['room', 'address', 'place_text', 'village', 'grid'],
    words: ['room', 'place_text', 'address'],
    details: ['kind', 'rental_house', 'landlord', 'source', 'remark'],
    from: 'from_day',
    to: 'to_day',
    event: 'event',
    reason: { field: 'end_reason', required: ['cancel'] },
    reported: 'reported_on',
    actions: {
      enter: {
        label: words('迁入', 'Move in'),
        event: '01',
        sentence: words('{day} 迁入 {new}', 'Moves to {new} on {day}'),
      },
      change: {
        label: words('变更', 'Move'),
        event: '02',
        sentence: words('{day} 从 {old} 迁往 {new}', 'Moves from {old} to {new} on {day}'),
      },
      leave: {
        label: words('迁出', 'Move out'),
        event: '03',
        sentence: words('{day} 从 {old} 迁出', 'Leaves {old} on {day}'),
      },
      cancel: {
        label: words('注销', 'Cancel'),
        event: '04',
        sentence: words('{day} 注销在 {old} 的居住', 'Residence at {old} is cancelled on {day}'),
      },
    },
    correction: words(
      '{day} 起的住处由 {old} 更正为 {new}',
      'Home since {day} is corrected from {old} to {new}',
    ),
    present: [
      { field: 'village', from: 'village' },
      { field: 'grid', from: 'grid' },
      { field: 'address', from: 'address' },
      { field: 'residence_address', words: true },
      { field: 'residence_place', end: true },
      // 人户一致 ends with going elsewhere; 人户分离 may go on or end, which nobody but the person knows.
      { field: 'hh_consistent', turns: { '01': '02' } },
    ],
  },
});
