import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { ownContact } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Legal advisers of villages (一村（社区）一法律顾问), one record a contract of a lawyer with a village. */
export const legalAdviser = defineLedger({
  id: 'legal_adviser',
  revision: 1,
  area: 'law',
  label: words('法律顾问', 'Legal advisers'),
  counter: words('名', 'advisers'),
  source: '一村（社区）一法律顾问制度',
  fields: {
    name: text({
      label: words('律师姓名', 'Lawyer'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['姓名', '法律顾问', '顾问姓名', '律师'],
    }),
    village: villageField({ isTownToo: true }),
    firm: text({
      label: words('律师事务所', 'Law firm'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['律所', '所属律所', '执业机构'],
    }),
    licence_no: text({
      label: words('执业证号', 'Licence'),
      max: 30,
      code: true,
      search: true,
      aliases: ['律师执业证号', '执业证'],
    }),
    contact: ownContact(),
    contract_from: day({
      label: words('聘用日期', 'Engaged from'),
      required: true,
      indexed: true,
      aliases: ['合同起始日期', '聘期开始'],
    }),
    contract_to: day({
      label: words('聘期届满日期', 'Engaged until'),
      required: true,
      indexed: true,
      aliases: ['合同到期日期', '合同终止日期', '聘期结束'],
    }),
    fee: money({
      label: words('年顾问费', 'Fee a year'),
      min: 0,
      max: 9_999_999,
      aliases: ['顾问费', '服务费'],
    }),
    visits: integer({
      label: words('每月到村次数', 'Visits a month'),
      min: 0,
      max: 31,
      unit: words('次', 'visits'),
      aliases: ['每月服务次数'],
    }),
    visit_days: text({
      label: words('到村时间', 'When'),
      help: words('如“每月第一、第三个星期三”', 'As the first Wednesday of a month'),
      max: 100,
      suggest: true,
      aliases: ['值班时间', '服务时间'],
    }),
    state: choice({
      label: words('聘用状态', 'State'),
      table: 'contract_state',
      required: true,
      aliases: ['状态'],
    }),
    ...noteFields({ label: words('合同', 'Contract') }),
  },
  title: ['name'],
  subtitle: ['firm', 'village'],
  sections: [
    {
      label: words('法律顾问', 'Adviser'),
      fields: ['name', 'firm', 'licence_no', 'contact', 'village'],
    },
    {
      label: words('聘用', 'Contract'),
      fields: ['contract_from', 'contract_to', 'fee', 'visits', 'visit_days', 'state', ...noteNames],
    },
  ],
  list: ['name', 'firm', 'village', 'contact', 'contract_from', 'contract_to', 'state'],
  naturalKey: ['name', 'village', 'contract_from'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['state', 'name'],
  ],
  duplicates: [['licence_no', 'village', 'state']],
  rules: [
    dayOrder(
      { field: 'contract_from', label: words('聘用日期', 'Engaged from') },
      { field: 'contract_to', label: words('聘期届满日期', 'Engaged until') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  dues: [
    {
      field: 'contract_to',
      label: words('法律顾问合同到期', 'Contract of a legal adviser ends'),
      person: 'name',
      while: { field: 'state', values: ['01'] },
    },
  ],
  period: 'contract_from',
});
