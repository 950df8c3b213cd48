import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words, type Localized } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

const people = (label: Localized, aliases: readonly string[]) =>
  integer({ label, min: 0, max: 99_999, unit: words('人', 'people'), aliases });

/** Sessions of consultation (协商会议): one meeting may deal with several topics; who came and how they voted are its parts. */
export const consultSession = defineLedger({
  id: 'consult_session',
  revision: 1,
  area: 'council',
  label: words('协商会议', 'Consultation sessions'),
  counter: words('场', 'sessions'),
  source: '中办发〔2015〕41号；东莞市社区协商实施意见（平台、程序）',
  fields: {
    title: text({
      label: words('会议名称', 'Title'),
      max: 200,
      required: true,
      search: true,
      aliases: ['名称', '会议主题'],
    }),
    village: villageField(),
    platform: choice({
      label: words('协商平台', 'Platform'),
      table: 'consult_platform',
      required: true,
      aliases: ['会议形式', '平台', '形式'],
    }),
    noticed_on: day({ label: words('公告日期', 'Announced on') }),
    notice: longText({
      label: words('公告内容', 'Announcement'),
      help: words('议题、时间、地点、参加人', 'Topics, time, place, who takes part'),
      max: 2000,
    }),
    held_at: instant({
      label: words('会议时间', 'Held at'),
      required: true,
      indexed: true,
      aliases: ['时间', '开会时间', '会议日期'],
    }),
    place: text({ label: words('会议地点', 'Place'), max: 200, suggest: true, aliases: ['地点'] }),
    host: text({ label: words('主持人', 'Host'), max: 50, search: true, suggest: true }),
    recorder: text({ label: words('记录人', 'Minutes by'), max: 50, suggest: true }),
    invited: people(words('应到人数', 'Invited'), ['应到']),
    present: people(words('实到人数', 'Present'), ['实到', '参加人数']),
    non_local: people(words('非户籍参加人数', 'Non-registered residents present'), ['非户籍人数']),
    absent: text({ label: words('缺席人员', 'Absent'), max: 500 }),
    minutes: longText({
      label: words('会议记录', 'Minutes'),
      max: 20_000,
      search: true,
      aliases: ['发言记录', '记录'],
    }),
    resolution: longText({
      label: words('会议决议', 'Resolution'),
      max: 4000,
      search: true,
      aliases: ['决议', '协商结果'],
    }),
    photos: attachment({ label: words('会议照片', 'Photos') }),
    ...noteFields(),
  },
  title: ['title'],
  subtitle: ['village', 'held_at'],
  sections: [
    {
      label: words('会议', 'Session'),
      fields: [
        'title',
        'village',
        'platform',
        'held_at',
        'place',
        'host',
        'recorder',
        'noticed_on',
        'notice',
      ],
    },
    { label: words('到会', 'Attendance'), fields: ['invited', 'present', 'non_local', 'absent'] },
    { label: words('记录与决议', 'Minutes'), fields: ['minutes', 'resolution', 'photos', ...noteNames] },
  ],
  list: ['title', 'village', 'platform', 'held_at', 'place', 'host', 'invited', 'present', 'non_local'],
  naturalKey: ['village', 'title', 'held_at'],
  sort: '-held_at',
  indexes: [
    ['village', 'held_at'],
    ['platform', 'held_at'],
  ],
  period: 'held_at',
});
