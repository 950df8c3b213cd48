import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

const people = words('人', 'people');

/** Service projects of communities, social organisations, social workers and volunteers together (四社联动服务项目). */
export const serviceProject = defineLedger({
  id: 'service_project',
  revision: 1,
  area: 'society',
  label: words('四社联动项目', 'Service projects'),
  counter: words('个', 'projects'),
  source: '社区、社会组织、社会工作者、社区志愿者“四社联动”，政府购买服务',
  fields: {
    name: text({
      label: words('项目名称', 'Project'),
      max: 100,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称'],
    }),
    field: choice({
      label: words('服务领域', 'Field'),
      table: 'service_field',
      required: true,
      aliases: ['领域', '项目领域'],
    }),
    village: villageField({ isTownToo: true }),
    buyer: text({
      label: words('购买方', 'Buyer'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['购买单位', '委托方'],
    }),
    provider_name: text({
      label: words('服务机构', 'Provider name'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['承接方', '承接机构', '服务单位'],
    }),
    provider: link({ label: words('服务机构（社会组织）', 'Provider on record'), ledger: 'social_org' }),
    budget: money({
      label: words('项目经费', 'Budget'),
      min: 0,
      max: 9_999_999_999,
      aliases: ['预算', '合同金额', '购买金额'],
    }),
    start_on: day({
      label: words('开始日期', 'From'),
      required: true,
      indexed: true,
      aliases: ['服务开始日期', '起始日期'],
    }),
    end_on: day({
      label: words('结束日期', 'To'),
      indexed: true,
      aliases: ['服务结束日期', '截止日期', '到期日期'],
    }),
    ...headFields({ label: words('项目负责人', 'Project head') }),
    target_people: text({
      label: words('服务对象', 'Served'),
      max: 200,
      suggest: true,
      aliases: ['对象'],
    }),
    worker_count: integer({ label: words('配备社工数', 'Social workers'), min: 0, max: 999, unit: people }),
    volunteer_count: integer({
      label: words('参与志愿者数', 'Volunteers'),
      min: 0,
      max: 99_999,
      unit: people,
      aliases: ['志愿者人数'],
    }),
    case_count: integer({
      label: words('个案数', 'Cases'),
      min: 0,
      max: 99_999,
      unit: words('个', 'cases'),
    }),
    activity_count: integer({
      label: words('活动场次', 'Activities'),
      min: 0,
      max: 99_999,
      unit: words('场', 'activities'),
      aliases: ['活动次数'],
    }),
    served_count: integer({
      label: words('服务人次', 'People served'),
      min: 0,
      max: 9_999_999,
      unit: words('人次', 'people'),
      aliases: ['服务人数'],
    }),
    state: choice({
      label: words('项目状态', 'State'),
      table: 'project_state',
      required: true,
      aliases: ['状态'],
    }),
    grade: choice({
      label: words('评估等次', 'Grade'),
      table: 'review_grade',
      aliases: ['评估结果', '末期评估'],
    }),
    content: longText({ label: words('服务内容', 'Content'), max: 2000, aliases: ['内容'] }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['field', 'village'],
  sections: [
    {
      label: words('项目', 'Project'),
      fields: [
        'name',
        'field',
        'village',
        'buyer',
        'provider_name',
        'provider',
        'budget',
        'start_on',
        'end_on',
        'state',
        ...headNames,
      ],
    },
    {
      label: words('服务成效', 'Service'),
      fields: [
        'target_people',
        'worker_count',
        'volunteer_count',
        'case_count',
        'activity_count',
        'served_count',
        'grade',
        'content',
        ...noteNames,
      ],
    },
  ],
  list: ['name', 'field', 'village', 'provider_name', 'budget', 'end_on', 'state'],
  naturalKey: ['name', 'village', 'start_on'],
  sort: 'name',
  indexes: [
    ['field', 'name'],
    ['village', 'name'],
    ['state', 'name'],
  ],
  rules: [
    dayOrder(
      { field: 'start_on', label: words('开始日期', 'From') },
      { field: 'end_on', label: words('结束日期', 'To') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '02' }),
  dues: [
    {
      field: 'end_on',
      label: words('项目结项评估', 'Close and grade a project'),
      person: 'head_name',
      while: { field: 'state', values: ['01', '02'] },
    },
  ],
  period: 'start_on',
});
