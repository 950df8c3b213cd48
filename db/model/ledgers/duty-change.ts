import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { instant } from '../fields/instant.ts';
import { link } from '../fields/link.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';

const swap = { field: 'kind', values: ['swap'] };

/**
 * Swaps and substitutes (串班、代班): records beside the duties, so that they can be cancelled and are carried out again
 * when the month is planned again. They wait while the other day's month has no roster.
 */
export const dutyChange = defineLedger({
  id: 'duty_change',
  revision: 1,
  area: 'duty',
  label: words('调班记录', 'Swaps and substitutes'),
  counter: words('条', 'changes'),
  source: '党政机关值班工作惯例（调班申请表）',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍'],
    }),
    kind: choice({ label: words('调班方式', 'Kind'), table: 'duty_change_kind', required: true }),
    day: day({ label: words('原值班日期', 'Day'), required: true, aliases: ['日期', '值班日期'] }),
    post: link({
      label: words('原值班岗位', 'Post'),
      ledger: 'duty_post',
      required: true,
      aliases: ['岗位'],
    }),
    member: link({
      label: words('原值班人', 'Person'),
      ledger: 'duty_member',
      required: true,
      aliases: ['原值班人员', '申请人'],
    }),
    other_member: link({
      label: words('调换人', 'Other person'),
      help: words('串班的对方，或代班的人', 'Who swaps or steps in'),
      ledger: 'duty_member',
      required: true,
      aliases: ['调班给', '代班人', '对方'],
    }),
    other_day: day({
      label: words('对方值班日期', 'Other day'),
      when: swap,
      aliases: ['调换日期'],
    }),
    other_post: link({
      label: words('对方值班岗位', 'Other post'),
      ledger: 'duty_post',
      when: swap,
    }),
    reason: text({
      label: words('调班原因', 'Reason'),
      max: 200,
      suggest: true,
      aliases: ['原因', '事由'],
    }),
    state: choice({ label: words('调班状态', 'State'), table: 'duty_change_state', required: true }),
    recorded_at: instant({
      label: words('登记时间', 'Recorded at'),
      required: true,
      indexed: true,
      aliases: ['申请时间'],
    }),
  },
  title: ['day', 'member', 'other_member'],
  subtitle: ['kind', 'state'],
  sections: [
    {
      label: words('调班', 'Change'),
      fields: ['team', 'kind', 'day', 'post', 'member', 'other_member', 'other_day', 'other_post'],
    },
    { label: words('登记', 'Record'), fields: ['reason', 'state', 'recorded_at'] },
  ],
  list: ['day', 'kind', 'post', 'member', 'other_member', 'other_day', 'reason', 'state', 'team'],
  naturalKey: ['team', 'day', 'member', 'recorded_at'],
  sort: '-recorded_at',
  period: 'day',
  indexes: [['day'], ['other_day']],
  rules: [
    (row) =>
      row['kind'] !== 'swap'
        ? []
        : ['other_day', 'other_post'].flatMap((field) =>
            typeof row[field] === 'string' ? [] : [{ field, code: 'required', level: 'error' }],
          ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? 'active' }),
});
