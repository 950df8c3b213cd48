import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Lists of small powers of villages (村级微权清单): who may do what, by which steps, watched by whom. */
export const powerList = defineLedger({
  id: 'power_list',
  revision: 1,
  area: 'party',
  label: words('村级微权清单', 'Village powers'),
  counter: words('项', 'items'),
  source: '东莞市村级微权清单',
  fields: {
    village: villageField({ isTownToo: true }),
    item_no: integer({
      label: words('序号', 'Item'),
      min: 1,
      max: 9999,
      required: true,
      indexed: true,
      aliases: ['清单序号', '编号'],
    }),
    power: text({
      label: words('权力事项', 'Power'),
      max: 200,
      required: true,
      search: true,
      aliases: ['事项', '事项名称', '权力名称'],
    }),
    kind: choice({
      label: words('权力类别', 'Kind'),
      table: 'village_power',
      required: true,
      aliases: ['类别', '事项类别'],
    }),
    holder: text({
      label: words('行使主体', 'Who may use it'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['责任主体', '权力主体'],
    }),
    basis: text({ label: words('依据', 'Basis'), max: 200, suggest: true, aliases: ['政策依据'] }),
    steps: longText({
      label: words('运行流程', 'Steps'),
      help: words('一步一行', 'A step a line'),
      max: 2000,
      aliases: ['流程', '操作流程', '办理流程'],
    }),
    publication: text({
      label: words('公开方式', 'Made public by'),
      max: 100,
      suggest: true,
      aliases: ['公开形式', '公开'],
    }),
    supervisor: text({
      label: words('监督主体', 'Watched by'),
      max: 100,
      suggest: true,
      aliases: ['监督机构', '监督单位'],
    }),
    list_version: text({
      label: words('清单版本', 'Version'),
      help: words('如“2026年版”', 'As 2026'),
      max: 30,
      suggest: true,
      aliases: ['版本'],
    }),
    valid_from: day({ label: words('启用日期', 'Valid from'), required: true, aliases: ['生效日期'] }),
    valid_to: day({ label: words('停用日期', 'Valid to'), aliases: ['失效日期'] }),
    review_on: day({
      label: words('下次修订日期', 'To be revised by'),
      help: words('到期时“今日”里提醒；修订后改填下一次', 'Today reminds of it; then give the next'),
      indexed: true,
      aliases: ['修订日期', '计划修订日期'],
    }),
    ...noteFields({ label: words('流程图', 'Flow chart') }),
  },
  title: ['power'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('权力事项', 'Power'),
      fields: ['village', 'item_no', 'power', 'kind', 'holder', 'basis'],
    },
    { label: words('运行与监督', 'Use and supervision'), fields: ['steps', 'publication', 'supervisor'] },
    {
      label: words('版本', 'Version'),
      fields: ['list_version', 'valid_from', 'valid_to', 'review_on', ...noteNames],
    },
  ],
  list: ['village', 'item_no', 'power', 'kind', 'holder', 'supervisor', 'valid_to'],
  naturalKey: ['village', 'item_no', 'valid_from'],
  sort: 'item_no',
  indexes: [
    ['village', 'item_no'],
    ['kind', 'item_no'],
  ],
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('启用日期', 'Valid from') },
      { field: 'valid_to', label: words('停用日期', 'Valid to') },
    ),
  ],
  dues: [
    { field: 'review_on', label: words('微权清单修订', 'Revise the list of powers'), until: 'valid_to' },
  ],
});
