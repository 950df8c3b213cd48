import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Timetable of liaison (驻点安排): which team is at which point on which day, and who was there. */
export const liaisonSession = defineLedger({
  id: 'liaison_session',
  revision: 1,
  area: 'council',
  label: words('驻点安排', 'Liaison timetable'),
  counter: words('次', 'sessions'),
  source: '领导干部驻点普遍直接联系群众制度（驻点安排表公示）',
  fields: {
    session_day: day({
      label: words('驻点日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['日期'],
    }),
    team: link({ label: words('驻点团队', 'Team'), ledger: 'liaison_team', required: true }),
    village: villageField(),
    point: link({
      label: words('固定联系点', 'Point'),
      ledger: 'liaison_point',
      aliases: ['联系点', '地点'],
    }),
    hours: text({ label: words('时段', 'Hours'), max: 30, suggest: true, aliases: ['时间'] }),
    leader: text({
      label: words('带队领导', 'Leader'),
      max: 50,
      required: true,
      search: true,
      suggest: true,
      aliases: ['领导'],
    }),
    state: choice({
      label: words('状态', 'State'),
      table: 'liaison_session_state',
      required: true,
      indexed: true,
    }),
    attended: text({
      label: words('到场人员', 'Who was there'),
      max: 300,
      search: true,
      aliases: ['参加人员'],
    }),
    received: integer({
      label: words('接待人次', 'People received'),
      min: 0,
      max: 9_999,
      unit: words('人次', 'people'),
    }),
    visited: integer({
      label: words('走访户数', 'Households visited'),
      min: 0,
      max: 9_999,
      unit: words('户', 'households'),
    }),
    reason: text({
      label: words('取消原因', 'Why cancelled'),
      max: 200,
      when: { field: 'state', values: ['3'] },
    }),
    ...noteFields(),
  },
  title: ['session_day', 'team'],
  subtitle: ['point', 'state'],
  sections: [
    {
      label: words('安排', 'Timetable'),
      fields: ['session_day', 'team', 'village', 'point', 'hours', 'leader', 'state', 'reason'],
    },
    { label: words('开展情况', 'What was done'), fields: ['attended', 'received', 'visited', ...noteNames] },
  ],
  list: ['session_day', 'team', 'village', 'point', 'hours', 'leader', 'state', 'received', 'visited'],
  naturalKey: ['team', 'session_day'],
  sort: '-session_day',
  indexes: [
    ['village', 'session_day'],
    ['state', 'session_day'],
  ],
  takes: [
    { link: 'team', fields: { village: 'village', leader: 'leader' } },
    { link: 'point', fields: { hours: 'hours', village: 'village' } },
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '1' }),
  period: 'session_day',
  dues: [
    {
      field: 'session_day',
      label: words('驻点', 'Liaison session'),
      person: 'leader',
      while: { field: 'state', values: ['1'] },
    },
  ],
});
