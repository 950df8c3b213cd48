import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { yesNo } from '../fields/yes-no.ts';
import { words } from '../localized.ts';

/**
 * Duties (值班安排): who is on which post on which day. `seat` counts the people of one post on one day, so that planning a
 * month again updates its duties instead of doubling them; a seat without a person is a hole.
 */
export const dutyAssignment = defineLedger({
  id: 'duty_assignment',
  revision: 1,
  area: 'duty',
  label: words('值班安排', 'Duties'),
  counter: words('班次', 'duties'),
  source: '党政机关值班工作惯例',
  fields: {
    roster: link({
      label: words('值班表', 'Roster'),
      ledger: 'duty_roster',
      required: true,
      aliases: ['所属值班表'],
    }),
    day: day({ label: words('值班日期', 'Day'), required: true, aliases: ['日期'] }),
    post: link({
      label: words('值班岗位', 'Post'),
      ledger: 'duty_post',
      required: true,
      aliases: ['岗位'],
    }),
    seat: integer({
      label: words('席位', 'Seat'),
      help: words('同一岗位当天的第几人', 'Which of the people of the post on that day'),
      required: true,
      min: 1,
      max: 500,
    }),
    member: link({
      label: words('值班人员', 'Person'),
      help: words('空着表示还缺人', 'Empty: nobody yet'),
      ledger: 'duty_member',
      aliases: ['姓名', '值班人'],
    }),
    planned: link({
      label: words('原排人员', 'Planned person'),
      help: words('调班前排定的人', 'Who it was before the change'),
      ledger: 'duty_member',
    }),
    origin: choice({ label: words('安排方式', 'Origin'), table: 'duty_origin', aliases: ['来源'] }),
    is_locked: yesNo({
      label: words('锁定', 'Locked'),
      help: words('重新排班时不变动', 'Not moved when the month is planned again'),
    }),
  },
  title: ['day', 'post', 'member'],
  subtitle: ['roster'],
  sections: [
    {
      label: words('班次', 'Duty'),
      fields: ['roster', 'day', 'post', 'seat', 'member', 'planned', 'origin', 'is_locked'],
    },
  ],
  list: ['day', 'post', 'member', 'planned', 'origin', 'is_locked', 'roster'],
  naturalKey: ['roster', 'day', 'post', 'seat'],
  sort: '-day',
  period: 'day',
  indexes: [['day'], ['member', 'day']],
  fill: (row) => ({ ...row, seat: row['seat'] ?? 1 }),
});
