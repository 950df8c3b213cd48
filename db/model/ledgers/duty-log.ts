import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { instant } from '../fields/instant.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';

/** The hand-over log (值班日志): what came in during a duty, what is handed to the next. */
export const dutyLog = defineLedger({
  id: 'duty_log',
  revision: 1,
  area: 'duty',
  label: words('值班日志', 'Duty log'),
  counter: words('篇', 'entries'),
  source: '党政机关值班工作惯例（值班日志、交接班制度）',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍'],
    }),
    day: day({ label: words('日期', 'Day'), required: true, aliases: ['值班日期'] }),
    shift: choice({ label: words('班次', 'Shift'), table: 'duty_shift', required: true }),
    on_duty: text({
      label: words('值班人员', 'On duty'),
      max: 200,
      required: true,
      search: true,
      aliases: ['值班人', '当班人员'],
    }),
    weather: text({
      label: words('天气', 'Weather'),
      help: words('如“多云，18～24℃，东北风 3 级”', 'As people write it'),
      max: 60,
      suggest: true,
      aliases: ['天气情况'],
    }),
    calls: longText({
      label: words('来电来文', 'Calls and papers'),
      help: words(
        '每件一行：时间、来电（文）单位、内容、办理情况',
        'A line each: time, from whom, what, what was done',
      ),
      max: 4000,
      search: true,
      aliases: ['来电来文记录', '电话记录'],
    }),
    matters: longText({
      label: words('值班情况', 'Matters'),
      help: words('当班处理的事项、突发情况及报告情况', 'What happened and was reported'),
      max: 4000,
      search: true,
      aliases: ['事项', '处理事项', '情况记录'],
    }),
    handover: longText({
      label: words('交班事项', 'Handed over'),
      help: words('留给下一班继续办理的事', 'What the next one has to go on with'),
      max: 2000,
      search: true,
      aliases: ['交接事项', '交接班事项'],
    }),
    signed_by: text({ label: words('交班人签名', 'Signed by'), max: 50, aliases: ['交班人', '签名'] }),
    signed_at: instant({ label: words('交班时间', 'Signed at'), aliases: ['签名时间'] }),
    taken_over_by: text({ label: words('接班人签名', 'Taken over by'), max: 50, aliases: ['接班人'] }),
  },
  title: ['day', 'shift', 'team'],
  subtitle: ['on_duty'],
  sections: [
    { label: words('当班', 'Duty'), fields: ['team', 'day', 'shift', 'on_duty', 'weather'] },
    { label: words('记录', 'Record'), fields: ['calls', 'matters'] },
    { label: words('交接', 'Hand-over'), fields: ['handover', 'signed_by', 'signed_at', 'taken_over_by'] },
  ],
  list: ['day', 'shift', 'team', 'on_duty', 'weather', 'handover', 'signed_by'],
  naturalKey: ['team', 'day', 'shift'],
  sort: '-day',
  period: 'day',
  indexes: [['day']],
  fill: (row) => ({ ...row, shift: row['shift'] ?? '01' }),
});
