import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { decimal } from '../fields/decimal.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { multiChoice } from '../fields/multi-choice.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';

/** Duty teams (值班队伍): people who share the duties of one roster, and what stands on its paper. */
export const dutyTeam = defineLedger({
  id: 'duty_team',
  revision: 1,
  area: 'duty',
  label: words('值班队伍', 'Duty teams'),
  counter: words('支', 'teams'),
  source: '党政机关值班工作惯例、GB/T 34300-2017 网格巡查',
  fields: {
    name: text({
      label: words('队伍名称', 'Name'),
      help: words('如“镇机关值班”“虎门寨社区网格巡查”', 'As people call it'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '值班组', '队伍'],
    }),
    kind: choice({
      label: words('队伍类型', 'Kind'),
      table: 'duty_team_kind',
      required: true,
      aliases: ['类型', '类别'],
    }),
    unit_name: text({
      label: words('单位名称', 'Unit'),
      help: words('印在值班表上、盖章的单位全称', 'As printed on the roster, where the seal goes'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['单位', '盖章单位'],
    }),
    village: link({
      label: words('所属村（社区）', 'Village'),
      ledger: 'division',
      aliases: ['村社区', '村居', '社区'],
    }),
    // Told to everybody, so these are texts and not the masked numbers of people.
    duty_phone: text({
      label: words('值班电话', 'Duty telephone'),
      help: words('对外公布的值班室电话，可填几个', 'The number of the duty room, told to everybody'),
      max: 60,
      search: true,
      aliases: ['值班室电话', '电话'],
    }),
    fax: text({ label: words('传真', 'Fax'), max: 60, aliases: ['传真电话', '传真号码'] }),
    notes: longText({
      label: words('值班须知', 'Notes'),
      help: words('印在值班表下方，每段一行', 'Printed below the roster, a paragraph a line'),
      max: 2000,
      aliases: ['说明', '备注'],
    }),
    prepared: text({ label: words('制表人', 'Prepared by'), max: 50, suggest: true, aliases: ['制表'] }),
    reviewed: text({ label: words('审核人', 'Reviewed by'), max: 50, suggest: true, aliases: ['审核'] }),
    issued: text({ label: words('签发人', 'Issued by'), max: 50, suggest: true, aliases: ['签发', '批准'] }),
    watermark: text({
      label: words('水印文字', 'Watermark'),
      help: words('如“内部资料”；不填则不印', 'Printed in grey across the page; empty: none'),
      max: 30,
    }),
    mode: choice({
      label: words('排班方式', 'Way of planning'),
      help: words(
        '均衡排班使每人次数相近；按顺序轮流则照名单依次排',
        'Equal shares, or the order of the list',
      ),
      table: 'duty_mode',
      aliases: ['轮班方式'],
    }),
    fairness_window: choice({
      label: words('公平周期', 'Window of fairness'),
      help: words('次数多少在这段时间内拉平', 'Time over which the counts are evened out'),
      table: 'duty_window',
      aliases: ['均衡周期'],
    }),
    compensated: multiChoice({
      label: words('计调休的日期', 'Days that earn time off'),
      help: words('在这些日期值班，锁定值班表时计入调休', 'Duties on these days earn time off in lieu'),
      table: 'duty_day_class',
      aliases: ['调休日期'],
    }),
    compensation_hours: decimal({
      label: words('每班计调休', 'Time off a duty'),
      help: words('每值一班计入的调休小时数', 'Hours a duty earns'),
      digits: 1,
      min: 0,
      max: 48,
      unit: words('小时', 'hours'),
      aliases: ['调休小时', '调休时数'],
    }),
  },
  title: ['name'],
  subtitle: ['unit_name', 'duty_phone'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: ['name', 'kind', 'village', 'mode', 'fairness_window', 'compensated', 'compensation_hours'],
    },
    {
      label: words('值班表', 'On paper'),
      fields: ['unit_name', 'duty_phone', 'fax', 'notes', 'prepared', 'reviewed', 'issued', 'watermark'],
    },
  ],
  list: ['name', 'kind', 'unit_name', 'village', 'duty_phone', 'mode', 'fairness_window'],
  naturalKey: ['name'],
  sort: 'name',
  indexes: [['kind', 'name']],
  fill: (row) => ({
    ...row,
    mode: row['mode'] ?? 'fair',
    fairness_window: row['fairness_window'] ?? 'year',
  }),
});
