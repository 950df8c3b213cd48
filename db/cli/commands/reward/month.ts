import { randomUUID } from 'node:crypto';
import { type Localized, words } from '../../../model/localized.ts';
import { chinaDay } from '../../../model/office-time.ts';
import { makeMonthSheet } from '../../../reward/make-sheet.ts';
import { RewardRefused, type RewardRefusal } from '../../../reward/refusal.ts';
import { Refusal, UsageError } from '../../refusal.ts';
import { storeCommand, written } from '../../with-store.ts';

const refusals: Readonly<Record<RewardRefusal, Localized>> = {
  village: words('没有这个村（社区）', 'There is no such village'),
  month: words('这个月还没有开始', 'This month has not begun'),
  'handed-in': words(
    '考核表已提交核对，退回重编后才能重新生成',
    'The sheet was handed in; it is made anew once it is sent back',
  ),
  nobody: words('这个村（社区）没有网格员和上报', 'No grid staff and no reports in this village'),
};

/** `zw reward month 2026-10 --village NAME`: makes the reward sheet of a village and month, or makes it anew. */
export const rewardMonthCommand = storeCommand({
  name: 'reward month',
  summary: words(
    '生成一个村（社区）一个月的网格员考核奖励表；已有的重新计算，手工填写的出勤和增减保留',
    'Makes the reward sheet of a village and month; made again, what was entered by hand stays',
  ),
  positionals: ['YYYY-MM'],
  options: {
    village: {
      type: 'string',
      value: 'NAME|CODE',
      required: true,
      help: words('村（社区）的名称或代码', 'Name or code of the village'),
    },
    'write-id': {
      type: 'string',
      value: 'UUID',
      help: words('写入编号；重试时用同一编号不会重复写入', 'Id of this write; repeating it changes nothing'),
    },
  },
  prints: '{sheet, isNew, people, reports, points, amount}',
  run: (store, { positionals, options }, context) => {
    const [month = ''] = positionals;
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      throw new UsageError(words('月份应写成 2026-10', 'Write the month as 2026-10'));
    const village = store.names(context.language).linkOf('division', String(options['village']));
    if (typeof village !== 'object') throw refused('village');
    const today = chinaDay(context.now());
    const desk = { store, caller: context.caller, today, newId: randomUUID };
    const made = makeMonthSheet(desk, { village: village.id, month });
    if (made instanceof RewardRefused) throw refused(made.why);
    const given = options['write-id'];
    const writeId = typeof given === 'string' ? given : randomUUID();
    const records = written(store.write({ writeId, caller: context.caller, writes: made.writes }));
    const sheet = records[0]?.id ?? made.sheet;
    const values = store.get('reward_sheet', sheet, context.caller)?.values ?? {};
    const { people, reports, points, amount } = values;
    return { sheet, isNew: made.isNew, people, reports, points, amount };
  },
});

const refused = (why: RewardRefusal): Refusal =>
  new Refusal(why === 'village' ? 'not-found' : 'not-allowed', refusals[why]);
