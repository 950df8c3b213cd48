import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/**
 * The list of matters that enter the grid (入格事项清单): approved, versioned, with entry and exit (准入/退出), the department
 * that handles each and its limit. Dongguan's own list was not found, so a town enters or imports it (domain §4.5, §13).
 */
export const issueMatter = defineLedger({
  id: 'issue_matter',
  revision: 2,
  area: 'issue',
  label: words('入格事项清单', 'List of matters'),
  counter: words('项', 'matters'),
  source: '网格事项准入退出办法（参照省级网格化管理办法第23—25条）',
  fields: {
    matter_no: text({
      label: words('事项编号', 'Number'),
      max: 20,
      code: true,
      required: true,
      search: true,
      aliases: ['入格事项序号', '序号', '编号'],
    }),
    name: text({
      label: words('事项名称', 'Matter'),
      max: 100,
      required: true,
      search: true,
      aliases: ['入格事项', '事项'],
    }),
    category: choice({ label: words('事项大类', 'Category'), table: 'issue_category', required: true }),
    item: choice({ label: words('事项小类', 'Item'), table: 'issue_item' }),
    lead_unit: text({
      label: words('主办部门', 'Lead department'),
      max: 100,
      required: true,
      suggest: true,
      aliases: ['责任部门', '入格部门', '牵头部门'],
    }),
    joint_units: text({ label: words('协办部门', 'Joint departments'), max: 200, suggest: true }),
    limit_days: integer({
      label: words('办理时限', 'Limit'),
      min: 1,
      max: 250,
      unit: words('个工作日', 'working days'),
      aliases: ['办结时限', '时限（工作日）'],
    }),
    level: choice({ label: words('问题级别', 'Level'), table: 'issue_level' }),
    basis: longText({ label: words('法律法规依据', 'Legal basis'), max: 1000 }),
    standard: longText({ label: words('处置标准', 'Standard of handling'), max: 1000 }),
    approval: text({ label: words('准入批准文号', 'Approval'), max: 100 }),
    list_version: text({
      label: words('清单版本', 'Version of the list'),
      max: 30,
      required: true,
      suggest: true,
    }),
    entered_on: day({
      label: words('准入日期', 'Entered on'),
      required: true,
      indexed: true,
      aliases: ['入格日期'],
    }),
    left_on: day({ label: words('退出日期', 'Left on'), aliases: ['退格日期'] }),
    exit_reason: text({ label: words('退出原因', 'Why it left'), max: 200 }),
    work_group: choice({
      label: words('网格工作类别', 'Group of grid work'),
      table: 'grid_matter_group',
      since: 2,
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['name'],
  subtitle: ['matter_no', 'lead_unit'],
  sections: [
    {
      label: words('事项', 'Matter'),
      fields: ['matter_no', 'name', 'category', 'item', 'work_group', 'level', 'list_version'],
    },
    {
      label: words('办理要求', 'Handling'),
      fields: ['lead_unit', 'joint_units', 'limit_days', 'standard', 'basis'],
    },
    {
      label: words('准入与退出', 'Entry and exit'),
      fields: ['approval', 'entered_on', 'left_on', 'exit_reason', 'remark'],
    },
  ],
  list: ['matter_no', 'name', 'category', 'lead_unit', 'limit_days', 'list_version', 'entered_on', 'left_on'],
  naturalKey: ['matter_no', 'list_version'],
  sort: 'matter_no',
  indexes: [['category', 'matter_no']],
  rules: [
    dayOrder(
      { field: 'entered_on', label: words('准入日期', 'Entered on') },
      { field: 'left_on', label: words('退出日期', 'Left on') },
    ),
  ],
});
