import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/**
 * Bodies that mediate (调解组织): committees of villages, towns and units, third-party platforms (医调委, 交调中心, 商会, 金调委),
 * rooms at police stations, justice offices and courts, studios of mediators. Its mark stands in the numbers of its cases.
 */
export const mediationOrg = defineLedger({
  id: 'mediation_org',
  revision: 1,
  area: 'dispute',
  label: words('调解组织', 'Mediation bodies'),
  counter: words('个', 'bodies'),
  source: '人民调解法；人民调解组织统计',
  fields: {
    name: text({
      label: words('组织名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '调委会名称', '调解室名称'],
    }),
    sign: text({
      label: words('案号简称', 'Mark in case numbers'),
      help: words(
        '案号（2026）虎人调字第1号中的“虎”；各组织不要相同',
        'What stands before 人调字 in case numbers; different for each body',
      ),
      max: 10,
      required: true,
      aliases: ['简称', '字号'],
    }),
    kind: choice({
      label: words('组织类型', 'Kind'),
      table: 'mediation_org_kind',
      required: true,
      indexed: true,
      aliases: ['类型', '调委会类型'],
    }),
    state: choice({ label: words('运作状态', 'State'), table: 'mediation_org_state', aliases: ['状态'] }),
    founder: text({ label: words('设立单位', 'Set up by'), max: 100, aliases: ['设立机构', '主管单位'] }),
    founded_on: day({ label: words('设立日期', 'Set up on'), aliases: ['成立日期', '成立时间'] }),
    ...placeFields({ isTownToo: true }),
    ...headFields({ label: words('主任', 'Head') }),
    brand_person: text({
      label: words('品牌调解员', 'Mediator it is named after'),
      max: 50,
      search: true,
      aliases: ['品牌人物'],
    }),
    member_count: integer({
      label: words('委员人数', 'Members'),
      min: 0,
      max: 999,
      unit: words('人', 'people'),
      aliases: ['成员数', '委员数'],
    }),
    full_time_count: integer({
      label: words('专职调解员数', 'Full-time mediators'),
      min: 0,
      max: 999,
      unit: words('人', 'people'),
    }),
    service_hours: text({
      label: words('服务时间', 'Hours'),
      max: 100,
      aliases: ['值班时间', '办公时间'],
    }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: ['name', 'sign', 'kind', 'state', 'founder', 'founded_on'],
    },
    { label: words('所在地', 'Place'), fields: [...placeNames] },
    {
      label: words('人员', 'People'),
      fields: [...headNames, 'brand_person', 'member_count', 'full_time_count', 'service_hours'],
    },
    { label: words('附件', 'Attachments'), fields: [...noteNames] },
  ],
  list: ['name', 'kind', 'sign', 'village', 'head_name', 'head_contact', 'full_time_count', 'state'],
  naturalKey: ['name'],
  sort: 'name',
  indexes: [['village', 'name']],
  fill: (row) => ({ ...row, state: row['state'] ?? '1' }),
  ending: 'vacate',
});
