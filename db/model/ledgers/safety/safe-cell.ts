import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { takesUnit } from '../parts/at-unit.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Safe cells (平安细胞): villages, families, schools, firms that earned or work for the name, and when it is reviewed. */
export const safeCell = defineLedger({
  id: 'safe_cell',
  revision: 1,
  area: 'safety',
  label: words('平安细胞', 'Safe cells'),
  counter: words('个', 'cells'),
  source: '东莞市“平安细胞”工程',
  fields: {
    name: text({
      label: words('名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['创建单位', '单位名称', '家庭户主'],
    }),
    kind: choice({
      label: words('细胞类别', 'Kind'),
      table: 'safe_cell_kind',
      required: true,
      aliases: ['类别', '创建类别'],
    }),
    unit: link({ label: words('实有单位', 'Unit'), ledger: 'unit' }),
    state: choice({
      label: words('创建状态', 'State'),
      table: 'safe_cell_state',
      required: true,
      aliases: ['状态'],
    }),
    level: choice({ label: words('命名级别', 'Level'), table: 'award_level', aliases: ['级别'] }),
    awarded_on: day({ label: words('命名日期', 'Awarded on'), indexed: true, aliases: ['授牌日期'] }),
    document_no: text({ label: words('命名文号', 'Document number'), max: 50, aliases: ['文号'] }),
    review_on: day({ label: words('复审日期', 'Review on'), indexed: true, aliases: ['复核日期'] }),
    review: longText({ label: words('复审情况', 'Review'), max: 1024 }),
    ...headFields(),
    ...placeFields(),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('创建', 'Creation'),
      fields: ['name', 'kind', 'unit', 'state', 'level', 'awarded_on', 'document_no', 'review_on', 'review'],
    },
    { label: words('联系与所在地', 'Contact and place'), fields: [...headNames, ...placeNames] },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: ['name', 'kind', 'state', 'level', 'village', 'awarded_on', 'review_on', 'head_name', 'head_contact'],
  naturalKey: ['kind', 'village', 'name'],
  sort: 'name',
  takes: [takesUnit('head_name')],
  indexes: [
    ['village', 'awarded_on'],
    ['state', 'name'],
  ],
  rules: [
    dayOrder(
      { field: 'awarded_on', label: words('命名日期', 'Awarded on') },
      { field: 'review_on', label: words('复审日期', 'Review on') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  dues: [
    {
      field: 'review_on',
      label: words('平安细胞复审', 'Review of a safe cell'),
      person: 'head_name',
      while: { field: 'state', values: ['02'] },
    },
  ],
  wants: [
    {
      field: 'awarded_on',
      label: words('命名日期', 'Day of the award'),
      while: { field: 'state', values: ['02'] },
    },
  ],
  period: 'awarded_on',
});
