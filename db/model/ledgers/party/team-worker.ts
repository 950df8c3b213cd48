import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { ownPersonFields, ownPersonNames } from '../parts/own-person.ts';
import { villageField } from '../parts/place.ts';

/** People of the grass-roots teams (队伍人员): Party organisers, social workers, community educators and the like. */
export const teamWorker = defineLedger({
  id: 'team_worker',
  revision: 1,
  area: 'party',
  label: words('队伍人员', 'Team workers'),
  counter: words('人', 'people'),
  source: '专职党建组织员、社工、社区教育人员等队伍；人员字段 GB/T 31000-2015',
  fields: {
    ...ownPersonFields(),
    kind: choice({
      label: words('队伍类别', 'Team'),
      table: 'team_worker_kind',
      required: true,
      aliases: ['队伍', '类别', '人员类别'],
    }),
    village: villageField({ isTownToo: true }),
    station: link({
      label: words('驻点阵地', 'Station'),
      ledger: 'venue',
      aliases: ['服务阵地', '驻点'],
    }),
    employer: text({
      label: words('用人单位', 'Employer'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['派出单位', '所属机构', '工作单位'],
    }),
    qualification: choice({
      label: words('职业水平', 'Qualification'),
      table: 'social_work_grade',
      aliases: ['职业资格', '社工证'],
    }),
    serves: multiChoice({
      label: words('承担事项', 'Serves'),
      help: words('按“七个有人”选择', 'One or more of the seven kinds'),
      table: 'seven_haves',
      aliases: ['七个有人', '工作内容'],
    }),
    hired_on: day({ label: words('入职日期', 'Hired on'), aliases: ['聘用日期', '上岗日期'] }),
    contract_to: day({
      label: words('合同到期日期', 'Contract ends on'),
      indexed: true,
      aliases: ['合同到期', '聘期届满'],
    }),
    state: choice({
      label: words('在岗状态', 'State'),
      table: 'staff_state',
      required: true,
      aliases: ['状态'],
    }),
    left_on: day({ label: words('离岗日期', 'Left on'), aliases: ['离职日期'] }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    { label: words('人员', 'Person'), fields: [...ownPersonNames] },
    {
      label: words('岗位', 'Post'),
      fields: [
        'kind',
        'village',
        'station',
        'employer',
        'qualification',
        'serves',
        'hired_on',
        'contract_to',
        'state',
        'left_on',
        ...noteNames,
      ],
    },
  ],
  list: ['name', 'kind', 'village', 'employer', 'contact', 'contract_to', 'state'],
  naturalKey: ['name', 'contact', 'kind'],
  sort: 'name',
  indexes: [
    ['kind', 'name'],
    ['village', 'name'],
  ],
  duplicates: [['name', 'village', 'kind']],
  rules: [
    notFuture('birth_date'),
    dayOrder(
      { field: 'hired_on', label: words('入职日期', 'Hired on') },
      { field: 'contract_to', label: words('合同到期日期', 'Contract ends on') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  dues: [
    {
      field: 'contract_to',
      label: words('人员合同到期', 'Contract ends'),
      person: 'name',
      while: { field: 'state', values: ['01'] },
    },
  ],
  period: 'hired_on',
});
