import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { instant } from '../fields/instant.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { monthText } from '../rules/clock-text.ts';

/** A team's roster of one month (值班表): its state, how it was found, and the rules it was made with. */
export const dutyRoster = defineLedger({
  id: 'duty_roster',
  revision: 1,
  area: 'duty',
  label: words('值班表', 'Rosters'),
  counter: words('张', 'rosters'),
  source: '党政机关值班工作惯例',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍'],
    }),
    month: text({
      label: words('月份', 'Month'),
      help: words('如 2026-12', 'Such as 2026-12'),
      max: 7,
      required: true,
      indexed: true,
      aliases: ['年月'],
    }),
    title: text({
      label: words('标题', 'Title'),
      help: words('印在值班表上方', 'Printed above the roster'),
      max: 100,
      search: true,
      aliases: ['值班表标题'],
    }),
    state: choice({ label: words('状态', 'State'), table: 'duty_roster_state', required: true }),
    status: choice({ label: words('排班结果', 'Outcome'), table: 'duty_roster_status' }),
    cost: integer({
      label: words('偏离值', 'Cost'),
      help: words('未能照顾到的规则之和，越小越好', 'What the soft rules cost; less is better'),
    }),
    bound: integer({
      label: words('理论下限', 'Bound'),
      help: words('已证明不可能低于此数', 'Proven to be the least'),
    }),
    solver: text({ label: words('求解程序', 'Solver'), max: 100 }),
    problem: text({
      label: words('排班数据摘要', 'Digest of the problem'),
      help: words('排班所用数据的指纹，相同数据得到相同的表', 'The same digest gives the same roster'),
      max: 100,
    }),
    rules: longText({
      label: words('排班时的规则', 'Rules it was made with'),
      help: words('排班时规则的存档（JSON）', 'The rules at the time (JSON)'),
      max: 200_000,
    }),
    planned_at: instant({ label: words('排班时间', 'Planned at') }),
    published_at: instant({ label: words('发布时间', 'Published at') }),
    locked_at: instant({ label: words('锁定时间', 'Locked at') }),
    reason: text({
      label: words('撤回原因', 'Why it was taken back'),
      max: 200,
    }),
  },
  title: ['title'],
  subtitle: ['team', 'state'],
  sections: [
    { label: words('值班表', 'Roster'), fields: ['team', 'month', 'title', 'state'] },
    {
      label: words('排班', 'Planning'),
      fields: ['status', 'cost', 'bound', 'planned_at', 'solver', 'problem', 'rules'],
    },
    { label: words('发布', 'Publishing'), fields: ['published_at', 'locked_at', 'reason'] },
  ],
  list: ['month', 'team', 'title', 'state', 'status', 'cost', 'published_at'],
  naturalKey: ['team', 'month'],
  sort: '-month',
  rules: [monthText('month')],
  fill: (row) => ({ ...row, state: row['state'] ?? 'draft' }),
});
