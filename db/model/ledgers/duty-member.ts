import { defineLedger } from '../define-ledger.ts';
import { day } from '../fields/day.ts';
import { decimal } from '../fields/decimal.ts';
import { grid } from '../fields/grid.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { multiChoice } from '../fields/multi-choice.ts';
import { phone } from '../fields/phone.ts';
import { text } from '../fields/text.ts';
import { words, type Localized } from '../localized.ts';
import { broken } from '../rules/broken.ts';
import { dayOrder } from '../rules/day-order.ts';

/** Balance of before the product: duties beyond the fair share, with one decimal place, negative when still owed. */
const opening = (label: Localized) =>
  decimal({
    label,
    help: words(
      '启用本系统前已多值的次数；少值的填负数',
      'Done beyond the fair share before; negative: owed',
    ),
    digits: 1,
    min: -999,
    max: 999,
    unit: words('次', 'duties'),
  });

const sameGrid = words('A、B 岗网格不能相同', 'The own and the second grid are the same');

/** People of a duty team (值班人员). The same name twice in a team is told apart by the department behind it. */
export const dutyMember = defineLedger({
  id: 'duty_member',
  revision: 1,
  area: 'duty',
  label: words('值班人员', 'Duty staff'),
  counter: words('人', 'people'),
  source: '党政机关值班工作惯例、GB/T 34300-2017 网格巡查',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍', '队伍名称', '值班组'],
    }),
    name: text({
      label: words('姓名', 'Name'),
      help: words('队内同名的，在姓名后加部门区别', 'Two of one name in a team: add the department'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['值班人员', '人员姓名', '值班人', '人员'],
    }),
    department: text({
      label: words('部门职务', 'Department and post'),
      max: 60,
      search: true,
      suggest: true,
      aliases: ['部门', '职务', '所在部门', '单位'],
    }),
    phone: phone({
      label: words('联系电话', 'Telephone'),
      help: words('印在值班表上', 'Printed on the roster'),
      search: true,
      masked: true,
      aliases: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
    }),
    staff: link({
      label: words('网格员', 'Grid staff'),
      help: words('是网格员的，关联其网格员记录', 'The record of a grid worker'),
      ledger: 'grid_staff',
    }),
    roles: multiChoice({
      label: words('值班角色', 'Roles'),
      help: words('决定可以排哪些岗位', 'Say which posts the person can take'),
      table: 'duty_role',
      required: true,
      aliases: ['角色', '岗位', '值班岗位', '类别'],
    }),
    skills: multiChoice({
      label: words('值班技能', 'Qualifications'),
      table: 'duty_skill',
      aliases: ['技能', '资质'],
    }),
    own_grid: grid({
      label: words('A 岗网格', 'Own grid'),
      help: words('本人主责的网格', 'The grid the person is in charge of'),
      aliases: ['所属网格', '网格', '负责网格', 'A岗网格', 'A岗'],
    }),
    second_grid: grid({
      label: words('B 岗网格', 'Second grid'),
      help: words('替他人顶岗的网格', 'The grid the person stands in for'),
      aliases: ['替岗网格', 'B岗网格', 'B岗'],
    }),
    position: integer({
      label: words('轮值顺序', 'Place in turn'),
      min: 0,
      max: 99_999,
      aliases: ['顺序', '序号', '排序', '轮序'],
    }),
    share: decimal({
      label: words('承担比例', 'Share'),
      help: words('1 为正常；0.5 表示只值一半', '1 is the usual share, 0.5 is half of it'),
      digits: 2,
      min: 0.05,
      max: 5,
      aliases: ['比例', '系数'],
    }),
    joined_on: day({
      label: words('参加值班起', 'From'),
      help: words('中途加入的填写；从平均次数算起', 'For those who join later; they start at the average'),
      aliases: ['加入日期', '开始日期', '入职日期'],
    }),
    left_on: day({
      label: words('参加值班止', 'Until'),
      help: words('最后一天', 'The last day'),
      aliases: ['退出日期', '离开日期', '离职日期'],
    }),
    no_night_from: day({ label: words('免夜班起', 'No nights from'), aliases: ['免夜班开始'] }),
    no_night_to: day({
      label: words('免夜班止', 'No nights until'),
      help: words('不填表示一直免夜班', 'Empty: without end'),
      aliases: ['免夜班结束'],
    }),
    no_night_reason: text({
      label: words('免夜班原因', 'Why no nights'),
      help: words('如孕期、哺乳期、身体原因', 'Such as pregnancy'),
      max: 50,
      suggest: true,
    }),
    opening_workday: opening(words('工作日期初', 'Working days before')),
    opening_restday: opening(words('双休日期初', 'Rest days before')),
    opening_holiday: opening(words('节假日期初', 'Holidays before')),
    opening_spring: opening(words('春节期初', 'Spring Festivals before')),
    opening_night: opening(words('夜班期初', 'Nights before')),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['name'],
  subtitle: ['team', 'roles'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: ['team', 'name', 'department', 'phone', 'roles', 'skills', 'staff'],
    },
    {
      label: words('排班', 'Planning'),
      fields: ['own_grid', 'second_grid', 'position', 'share', 'joined_on', 'left_on'],
    },
    { label: words('免夜班', 'No nights'), fields: ['no_night_from', 'no_night_to', 'no_night_reason'] },
    {
      label: words('期初次数', 'Before this product'),
      fields: [
        'opening_workday',
        'opening_restday',
        'opening_holiday',
        'opening_spring',
        'opening_night',
        'remark',
      ],
    },
  ],
  list: ['team', 'name', 'department', 'roles', 'phone', 'skills', 'own_grid', 'position', 'left_on'],
  naturalKey: ['team', 'name'],
  sort: 'position',
  indexes: [['position'], ['team', 'position'], ['staff']],
  rules: [
    dayOrder(
      { field: 'joined_on', label: words('参加值班起', 'From') },
      { field: 'left_on', label: words('参加值班止', 'Until') },
    ),
    dayOrder(
      { field: 'no_night_from', label: words('免夜班起', 'No nights from') },
      { field: 'no_night_to', label: words('免夜班止', 'No nights until') },
    ),
    (row, context) =>
      typeof row['own_grid'] === 'string' && row['own_grid'] === row['second_grid']
        ? [broken('second_grid', sameGrid, context)]
        : [],
  ],
  fill: (row) => ({ ...row, share: row['share'] ?? 100, position: row['position'] ?? 0 }),
});
