import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/**
 * Forces of the cooperation of many (多方协作力量): enterprises, social organisations, schools, social workers, volunteers
 * and citizens who help to watch and report. What they reported stands month by month in `partner_report`.
 */
export const partnerForce = defineLedger({
  id: 'partner_force',
  revision: 1,
  area: 'society',
  label: words('多方协作力量', 'Partner forces'),
  counter: words('支', 'forces'),
  source: '多方协作体系（企业、社会组织、学校、社工、志愿者、市民）',
  fields: {
    name: text({
      label: words('力量名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '队伍名称'],
    }),
    kind: choice({
      label: words('参与主体', 'Kind'),
      table: 'partner_kind',
      required: true,
      aliases: ['主体', '类别'],
    }),
    ...placeFields({ isTownToo: true }),
    unit: link({
      label: words('所属单位', 'Unit'),
      ledger: 'unit',
      when: { field: 'kind', values: ['01', '03'] },
      aliases: ['单位'],
    }),
    social_org: link({
      label: words('所属社会组织', 'Social organisation'),
      ledger: 'social_org',
      when: { field: 'kind', values: ['02', '04'] },
    }),
    ...headFields(),
    people_count: integer({
      label: words('人数', 'People'),
      min: 0,
      max: 999_999,
      unit: words('人', 'people'),
      aliases: ['人员数量', '队员数'],
    }),
    serves: multiChoice({
      label: words('承担事项', 'Serves'),
      help: words('按“七个有人”选择', 'One or more of the seven kinds'),
      table: 'seven_haves',
      aliases: ['七个有人', '职责'],
    }),
    duties: longText({ label: words('主要任务', 'Tasks'), max: 400, search: true, aliases: ['任务'] }),
    joined_on: day({ label: words('加入日期', 'Joined on'), indexed: true, aliases: ['成立日期'] }),
    agreed_to: day({
      label: words('协议到期日期', 'Agreed until'),
      indexed: true,
      aliases: ['协议期限'],
    }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('力量', 'Force'),
      fields: [
        'name',
        'kind',
        'unit',
        'social_org',
        ...headNames,
        'people_count',
        'serves',
        'duties',
        'joined_on',
        'agreed_to',
      ],
    },
    { label: words('所在地与附件', 'Place'), fields: [...placeNames, ...noteNames] },
  ],
  list: ['name', 'kind', 'village', 'head_name', 'head_contact', 'people_count', 'serves'],
  naturalKey: ['name', 'village'],
  sort: 'name',
  indexes: [
    ['kind', 'name'],
    ['village', 'name'],
  ],
  ending: 'vacate',
  dues: [{ field: 'agreed_to', label: words('协作协议到期', 'Agreement ends'), person: 'head_name' }],
  period: 'joined_on',
});
