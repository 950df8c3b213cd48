import { defineLedger } from '../define-ledger.ts';
import { decimal } from '../fields/decimal.ts';
import { grid } from '../fields/grid.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { multiChoice } from '../fields/multi-choice.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { words } from '../localized.ts';
import { clockText, paddedClock } from '../rules/clock-text.ts';

const most = 200;
const people = words('人', 'people');

/**
 * Duty posts (值班岗位): a duty to be filled on every day that needs it, one column of the roster. A patrol has one post for
 * each grid and shift.
 */
export const dutyPost = defineLedger({
  id: 'duty_post',
  revision: 1,
  area: 'duty',
  label: words('值班岗位', 'Duty posts'),
  counter: words('个', 'posts'),
  source: '党政机关值班工作惯例',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍', '队伍名称'],
    }),
    name: text({
      label: words('岗位名称', 'Name'),
      help: words('值班表的列名，如“带班领导”“夜班”', 'Heads a column of the roster'),
      max: 50,
      required: true,
      search: true,
      indexed: true,
      aliases: ['岗位', '名称'],
    }),
    grid: grid({
      label: words('所在网格', 'Grid'),
      help: words('巡查岗位填写；只排熟悉该网格的人', 'Of a patrol; only people who know the grid take it'),
      aliases: ['网格', '网格编码'],
    }),
    start_time: text({
      label: words('开始时间', 'Begins at'),
      help: words('24 小时制，如 08:30', 'Such as 08:30'),
      max: 5,
      required: true,
      aliases: ['上班时间', '起始时间'],
    }),
    hours: decimal({
      label: words('时长', 'Length'),
      help: words('超过当日 24 时的延续到次日', 'A duty longer than the day reaches into the next'),
      digits: 1,
      min: 0.5,
      max: 48,
      unit: words('小时', 'hours'),
      aliases: ['小时数', '班次时长'],
    }),
    is_night: yesNo({
      label: words('夜班', 'Night duty'),
      help: words('计入夜班次数，受夜班规则约束', 'Counts as a night; night rules hold'),
      aliases: ['是否夜班'],
    }),
    roles: multiChoice({
      label: words('可值班的角色', 'Roles'),
      help: words('具备其中任一角色的人可排此岗', 'Anybody with one of these can take it'),
      table: 'duty_role',
      aliases: ['角色', '人员角色'],
    }),
    need_workday: integer({
      label: words('工作日人数', 'On working days'),
      min: 0,
      max: most,
      unit: people,
      aliases: ['平日人数'],
    }),
    need_restday: integer({
      label: words('双休日人数', 'On rest days'),
      min: 0,
      max: most,
      unit: people,
      aliases: ['周末人数'],
    }),
    need_holiday: integer({
      label: words('节假日人数', 'On holidays'),
      min: 0,
      max: most,
      unit: people,
      aliases: ['法定节假日人数'],
    }),
    need_spring: integer({
      label: words('春节人数', 'At Spring Festival'),
      min: 0,
      max: most,
      unit: people,
    }),
    rank: integer({
      label: words('重要程度', 'Importance'),
      help: words(
        '人手不够时先保证数字大的岗位（领导 3，干部 2，其他 1）',
        'Posts with a higher number are filled first when people are short',
      ),
      min: 1,
      max: 9,
    }),
    position: integer({
      label: words('列序', 'Column'),
      min: 0,
      max: 9999,
      aliases: ['顺序', '序号', '排序'],
    }),
  },
  title: ['name'],
  subtitle: ['team', 'start_time'],
  sections: [
    { label: words('岗位', 'Post'), fields: ['team', 'name', 'grid', 'roles', 'rank', 'position'] },
    { label: words('时间', 'Time'), fields: ['start_time', 'hours', 'is_night'] },
    {
      label: words('每天人数', 'People a day'),
      fields: ['need_workday', 'need_restday', 'need_holiday', 'need_spring'],
    },
  ],
  list: [
    'team',
    'name',
    'grid',
    'start_time',
    'hours',
    'is_night',
    'roles',
    'need_workday',
    'need_restday',
    'need_holiday',
  ],
  naturalKey: ['team', 'name'],
  sort: 'position',
  indexes: [['position'], ['team', 'position']],
  rules: [clockText('start_time')],
  fill: (row) => ({ ...row, ...defaults(row) }),
});

/** An empty need of a holiday is that of a rest day, an empty one of a rest day that of a working day. */
function defaults(row: Readonly<Record<string, unknown>>): Record<string, number | string> {
  const numberOf = (name: string, otherwise: number): number => {
    const value = row[name];
    return typeof value === 'number' ? value : otherwise;
  };
  const workday = numberOf('need_workday', 1);
  const restday = numberOf('need_restday', workday);
  const holiday = numberOf('need_holiday', restday);
  const start = row['start_time'];
  return {
    ...(typeof start === 'string' && { start_time: paddedClock(start) }),
    hours: numberOf('hours', 240),
    need_workday: workday,
    need_restday: restday,
    need_holiday: holiday,
    need_spring: numberOf('need_spring', holiday),
    rank: numberOf('rank', 1),
    position: numberOf('position', 0),
  };
}
