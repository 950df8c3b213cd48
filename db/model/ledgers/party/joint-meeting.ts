import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Joint meetings of a village (党群联席会议、班子联席会议) with what they settled and whether it was done. */
export const jointMeeting = defineLedger({
  id: 'joint_meeting',
  revision: 1,
  area: 'party',
  label: words('联席会议', 'Joint meetings'),
  counter: words('次', 'meetings'),
  source: '“一核心、两联席、三统筹、四公开、五监督”之两联席',
  fields: {
    village: villageField({ isTownToo: true }),
    kind: choice({
      label: words('会议类别', 'Kind'),
      table: 'joint_meeting_kind',
      required: true,
      aliases: ['类别', '会议类型'],
    }),
    title: text({
      label: words('会议名称', 'Meeting'),
      max: 100,
      required: true,
      search: true,
      aliases: ['名称', '会议主题'],
    }),
    held_on: day({
      label: words('召开日期', 'Held on'),
      required: true,
      indexed: true,
      aliases: ['会议日期', '日期', '时间'],
    }),
    place_text: text({ label: words('地点', 'Where'), max: 100, suggest: true, aliases: ['会议地点'] }),
    chair: text({ label: words('主持人', 'Chair'), max: 50, search: true, suggest: true }),
    attendees: longText({
      label: words('参会单位和人员', 'Who took part'),
      max: 1000,
      search: true,
      aliases: ['参会人员', '参加单位', '参加人员'],
    }),
    people_count: integer({
      label: words('参会人数', 'People'),
      min: 0,
      max: 9999,
      unit: words('人', 'people'),
      aliases: ['人数'],
    }),
    agenda: longText({
      label: words('议题', 'Agenda'),
      help: words('一题一行', 'A matter a line'),
      max: 2000,
      required: true,
      search: true,
      aliases: ['会议议题', '主要议题'],
    }),
    outcome: longText({
      label: words('议定事项', 'Settled'),
      max: 2000,
      search: true,
      aliases: ['会议结果', '决定事项'],
    }),
    state: choice({
      label: words('落实情况', 'Follow-up'),
      table: 'follow_up_state',
      required: true,
      aliases: ['状态'],
    }),
    responsible: text({
      label: words('落实责任人', 'Responsible'),
      max: 50,
      suggest: true,
      when: { field: 'state', values: ['02', '03'] },
      aliases: ['责任人', '责任单位'],
    }),
    finish_by: day({
      label: words('落实期限', 'To be done by'),
      indexed: true,
      when: { field: 'state', values: ['02', '03'] },
      aliases: ['完成时限'],
    }),
    finished_on: day({
      label: words('落实日期', 'Done on'),
      when: { field: 'state', values: ['03'] },
      aliases: ['完成日期'],
    }),
    ...noteFields({ label: words('签到与记录', 'Minutes') }),
  },
  title: ['title'],
  subtitle: ['village', 'held_on'],
  sections: [
    {
      label: words('会议', 'Meeting'),
      fields: ['village', 'kind', 'title', 'held_on', 'place_text', 'chair', 'attendees', 'people_count'],
    },
    {
      label: words('议定与落实', 'Outcome'),
      fields: ['agenda', 'outcome', 'state', 'responsible', 'finish_by', 'finished_on', ...noteNames],
    },
  ],
  list: ['held_on', 'title', 'village', 'kind', 'state', 'responsible', 'finish_by'],
  naturalKey: ['village', 'held_on', 'title'],
  sort: '-held_on',
  indexes: [
    ['village', 'held_on'],
    ['state', 'held_on'],
  ],
  rules: [
    dayOrder(
      { field: 'held_on', label: words('召开日期', 'Held on') },
      { field: 'finished_on', label: words('落实日期', 'Done on') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  dues: [
    {
      field: 'finish_by',
      label: words('联席会议事项落实', 'Carry out what was settled'),
      person: 'responsible',
      while: { field: 'state', values: ['02'] },
    },
  ],
  period: 'held_on',
});
