import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { subjectField } from './care-fields.ts';

const harmful = { field: 'has_incident', values: ['true'] };

/**
 * People with severe mental disorder who caused or may cause harm (肇事肇祸等严重精神障碍患者). Their danger level, whose
 * changes matter, stands in `care_label`, their guardians (up to several) in `care_guardian`.
 */
export const careMental = defineLedger({
  id: 'care_mental',
  revision: 1,
  area: 'care',
  label: words('严重精神障碍患者', 'Severe mental disorder'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 肇事肇祸等严重精神障碍患者；精神卫生法',
  sensitive: true,
  fields: {
    person: subjectField(),
    family_econ: choice({ label: words('家庭经济状况', 'Family finances'), table: 'family_econ' }),
    on_dibao: yesNo({ label: words('是否纳入低保', 'On minimum allowance') }),
    onset_date: day({ label: words('初次发病日期', 'First ill on') }),
    diagnosis: choice({ label: words('目前诊断类型', 'Diagnosis'), table: 'diagnosis', required: true }),
    has_incident: yesNo({ label: words('有无肇事肇祸史', 'Caused harm before') }),
    incident_count: integer({ label: words('肇事肇祸次数', 'Times'), min: 0, max: 99_999, when: harmful }),
    last_incident: day({ label: words('上次肇事肇祸日期', 'Last time'), when: harmful }),
    treatment: choice({ label: words('治疗情况', 'Treatment'), table: 'treatment' }),
    hospital: text({ label: words('治疗医院名称', 'Hospital'), max: 100 }),
    hospital_reason: multiChoice({
      label: words('实施住院治疗原因', 'Why in hospital'),
      table: 'hospital_reason',
    }),
    rehab: text({ label: words('接受康复训练机构名称', 'Rehabilitation at'), max: 100 }),
    care_team: multiChoice({ label: words('参与管理人员', 'Who takes part'), table: 'care_team' }),
    care_help: multiChoice({ label: words('帮扶情况', 'Help by'), table: 'care_help' }),
  },
  title: ['person'],
  subtitle: [],
  sections: [
    {
      label: words('病情', 'Illness'),
      fields: ['person', 'diagnosis', 'onset_date', 'has_incident', 'incident_count', 'last_incident'],
    },
    {
      label: words('治疗与帮扶', 'Treatment and help'),
      fields: [
        'treatment',
        'hospital',
        'hospital_reason',
        'rehab',
        'care_team',
        'care_help',
        'family_econ',
        'on_dibao',
      ],
    },
  ],
  list: [
    'person',
    'diagnosis',
    'treatment',
    'hospital',
    'has_incident',
    'incident_count',
    'last_incident',
    'care_help',
  ],
  naturalKey: ['person'],
  sort: '-onset_date',
  indexes: [['onset_date']],
  rules: [notFuture('onset_date', 'last_incident')],
});
