import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Honours of the town and its villages (创建荣誉), as 民主法治村（社区）, with the day by which each is reviewed. */
export const honour = defineLedger({
  id: 'honour',
  revision: 1,
  area: 'law',
  label: words('创建荣誉', 'Honours'),
  counter: words('项', 'honours'),
  source: '法治镇（街道）、民主法治村（社区）创建与复核',
  fields: {
    name: text({
      label: words('荣誉名称', 'Honour'),
      help: words('与牌匾、文件一致', 'As on the plaque or in the document'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['名称', '称号'],
    }),
    kind: choice({
      label: words('创建类别', 'Kind'),
      table: 'honour_kind',
      required: true,
      aliases: ['类别'],
    }),
    level: choice({
      label: words('命名级别', 'Level'),
      table: 'honour_level',
      required: true,
      aliases: ['级别', '等级'],
    }),
    village: villageField({ label: words('获评单位', 'Holder'), isTownToo: true }),
    awarded_on: day({
      label: words('命名日期', 'Awarded on'),
      required: true,
      indexed: true,
      aliases: ['获评日期', '授予日期', '命名时间'],
    }),
    issuer: text({
      label: words('命名机关', 'Awarded by'),
      max: 100,
      suggest: true,
      aliases: ['授予单位', '命名单位'],
    }),
    doc_no: text({ label: words('命名文号', 'Document'), max: 50, search: true, aliases: ['文号'] }),
    reviewed_on: day({ label: words('最近复核日期', 'Reviewed on'), aliases: ['复核日期'] }),
    review_on: day({
      label: words('下次复核日期', 'Next review'),
      indexed: true,
      aliases: ['复核期限', '下次复核'],
    }),
    head_name: text({
      label: words('创建责任人', 'Responsible'),
      max: 50,
      suggest: true,
      aliases: ['责任人'],
    }),
    state: choice({
      label: words('称号状态', 'State'),
      table: 'honour_state',
      required: true,
      aliases: ['状态'],
    }),
    ...noteFields({ label: words('牌匾与文件', 'Plaque and documents') }),
  },
  title: ['name'],
  subtitle: ['village', 'level'],
  sections: [
    {
      label: words('荣誉', 'Honour'),
      fields: ['name', 'kind', 'level', 'village', 'awarded_on', 'issuer', 'doc_no'],
    },
    {
      label: words('复核', 'Review'),
      fields: ['reviewed_on', 'review_on', 'head_name', 'state', ...noteNames],
    },
  ],
  list: ['name', 'kind', 'level', 'village', 'awarded_on', 'review_on', 'state'],
  naturalKey: ['village', 'name', 'level', 'awarded_on'],
  sort: '-awarded_on',
  indexes: [
    ['village', 'awarded_on'],
    ['kind', 'awarded_on'],
    ['level', 'awarded_on'],
  ],
  rules: [
    notFuture('awarded_on', 'reviewed_on'),
    dayOrder(
      { field: 'awarded_on', label: words('命名日期', 'Awarded on') },
      { field: 'reviewed_on', label: words('最近复核日期', 'Reviewed on') },
    ),
  ],
  fill: (row) =>
    withSettledDay({ ...row, state: row['state'] ?? '01' }, { done: 'reviewed_on', planned: 'review_on' }),
  dues: [
    {
      field: 'review_on',
      label: words('荣誉复核', 'Review of an honour'),
      person: 'head_name',
      while: { field: 'state', values: ['01', '02'] },
    },
  ],
  period: 'awarded_on',
});
