import { defineLedger } from '../define-ledger.ts';
import { day } from '../fields/day.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { words } from '../localized.ts';
import { broken } from '../rules/broken.ts';
import { dayOrder } from '../rules/day-order.ts';

const noNeed = words('填写人数，或选“全员在岗”', 'Give the number of people, or everybody');

/** Campaigns (专项行动): more, fewer or all people on posts for some days, as at typhoons or Qingming (台风、清明). */
export const dutyCampaign = defineLedger({
  id: 'duty_campaign',
  revision: 1,
  area: 'duty',
  label: words('专项行动', 'Campaigns'),
  counter: words('次', 'campaigns'),
  source: '防汛防台风应急响应、清明森林防火等工作安排',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍'],
    }),
    name: text({
      label: words('行动名称', 'Name'),
      max: 50,
      required: true,
      search: true,
      suggest: true,
      aliases: ['名称', '行动'],
    }),
    from_day: day({ label: words('开始日期', 'From'), required: true, aliases: ['起始日期'] }),
    to_day: day({ label: words('结束日期', 'To'), required: true, aliases: ['截止日期'] }),
    post: link({
      label: words('岗位', 'Post'),
      help: words('不选表示队内所有岗位', 'None chosen: all posts of the team'),
      ledger: 'duty_post',
    }),
    is_everybody: yesNo({
      label: words('全员在岗', 'Everybody'),
      help: words('能到的人员全部上岗', 'Everybody who can is on duty'),
      aliases: ['全员'],
    }),
    need: integer({
      label: words('每天人数', 'People a day'),
      help: words('代替平时的人数；0 表示不安排', 'In place of the usual number; 0: nobody'),
      min: 0,
      max: 500,
      unit: words('人', 'people'),
      aliases: ['人数'],
    }),
  },
  title: ['name'],
  subtitle: ['team', 'from_day'],
  sections: [
    {
      label: words('行动', 'Campaign'),
      fields: ['team', 'name', 'from_day', 'to_day', 'post', 'is_everybody', 'need'],
    },
  ],
  list: ['team', 'name', 'from_day', 'to_day', 'post', 'is_everybody', 'need'],
  naturalKey: ['team', 'name', 'from_day'],
  sort: '-from_day',
  indexes: [['from_day']],
  rules: [
    dayOrder(
      { field: 'from_day', label: words('开始日期', 'From') },
      { field: 'to_day', label: words('结束日期', 'To') },
    ),
    (row, context) =>
      row['is_everybody'] === true || typeof row['need'] === 'number'
        ? []
        : [broken('need', noNeed, context)],
  ],
  fill: (row) => ({ ...row, to_day: row['to_day'] ?? row['from_day'] ?? null }),
});
