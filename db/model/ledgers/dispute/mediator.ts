import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { residentIdBirth } from '../../fields/gb11643.ts';
import { link } from '../../fields/link.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { ownContact } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Mediators (人民调解员), full or part time, with the law firm that sends them and the station they sit at. */
export const mediator = defineLedger({
  id: 'mediator',
  revision: 2,
  area: 'dispute',
  label: words('人民调解员', 'Mediators'),
  counter: words('人', 'mediators'),
  source: '人民调解法第十三条至第十六条；人民调解统计',
  fields: {
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['调解员', '调解员姓名'],
    }),
    sex: choice({ label: words('性别', 'Sex'), table: 'sex' }),
    id_no: residentId({
      label: words('公民身份号码', 'Id number'),
      search: true,
      masked: true,
      aliases: ['身份证号', '身份证号码'],
    }),
    birth_date: day({ label: words('出生日期', 'Born on'), since: 2 }),
    phone: ownContact(),
    org: link({
      label: words('所在调解组织', 'Body'),
      ledger: 'mediation_org',
      required: true,
      aliases: ['调解组织', '调委会'],
    }),
    work: choice({
      label: words('专兼职', 'Full or part time'),
      table: 'mediator_work',
      required: true,
      aliases: ['专职/兼职'],
    }),
    state: choice({ label: words('状态', 'State'), table: 'mediator_state', indexed: true }),
    person: link({ label: words('本人（实有人口）', 'Resident'), ledger: 'person' }),
    education: choice({ label: words('学历', 'Education'), table: 'education' }),
    political: choice({ label: words('政治面貌', 'Political status'), table: 'political' }),
    firm: text({
      label: words('派出律师事务所', 'Law firm'),
      help: words('政府购买服务的，填派出单位', 'Whoever sends a mediator the town pays for'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['律师事务所', '派出单位'],
    }),
    station: text({
      label: words('派驻地点', 'Sits at'),
      help: words('派出所、司法分局、法庭等', 'Police station, justice office, court'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['派驻单位', '派驻派出所'],
    }),
    certificate_no: text({
      label: words('调解员证号', 'Certificate'),
      max: 50,
      code: true,
      search: true,
      aliases: ['证号'],
    }),
    shifts: multiChoice({
      label: words('值班班次', 'Shifts'),
      help: words('驻派出所24小时值班的，选各人所值班次', 'Of those on duty around the clock at a station'),
      table: 'duty_shift',
      since: 2,
    }),
    skills: multiChoice({ label: words('擅长类型', 'Skilled in'), table: 'med_kind' }),
    appointed_on: day({ label: words('聘任日期', 'Appointed on'), aliases: ['聘用日期'] }),
    term_end: day({ label: words('聘期届满日', 'Term ends'), indexed: true, aliases: ['聘期至'] }),
    trained_on: day({ label: words('最近培训日期', 'Last trained on') }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['org', 'station'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'name',
        'sex',
        'birth_date',
        'id_no',
        'phone',
        'org',
        'work',
        'state',
        'person',
        'education',
        'political',
      ],
    },
    {
      label: words('聘任', 'Appointment'),
      fields: [
        'firm',
        'station',
        'shifts',
        'certificate_no',
        'skills',
        'appointed_on',
        'term_end',
        'trained_on',
      ],
    },
    { label: words('附件', 'Attachments'), fields: [...noteNames] },
  ],
  list: ['name', 'org', 'work', 'phone', 'firm', 'station', 'term_end', 'state'],
  naturalKey: ['name', 'phone'],
  sort: 'name',
  indexes: [['org', 'name']],
  rules: [
    dayOrder(
      { field: 'appointed_on', label: words('聘任日期', 'Appointed on') },
      { field: 'term_end', label: words('聘期届满日', 'Term ends') },
    ),
  ],
  fill: (row) => ({
    ...row,
    birth_date: row['birth_date'] ?? birthOf(row['id_no']),
    state: row['state'] ?? '1',
  }),
  dues: [
    {
      field: 'term_end',
      label: words('聘期届满', 'Term ends'),
      person: 'name',
      while: { field: 'state', values: ['1'] },
    },
  ],
  ending: 'vacate',
});

/** Day of birth an id number tells. */
const birthOf = (number: Values[string] | undefined): string | null =>
  typeof number === 'string' ? residentIdBirth(number) : null;
