import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** What was done to train a reserve official (跟踪培养记录); sensitive as the official's own record. */
export const cadreTraining = defineLedger({
  id: 'cadre_training',
  revision: 1,
  area: 'party',
  label: words('跟踪培养记录', 'Training records'),
  counter: words('次', 'records'),
  source: '“头雁”工程跟踪培养',
  sensitive: true,
  partOf: 'cadre',
  fields: {
    cadre: link({
      label: words('后备干部', 'Reserve official'),
      ledger: 'reserve_cadre',
      required: true,
      aliases: ['姓名', '培养对象'],
    }),
    held_on: day({
      label: words('日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['培养日期', '时间'],
    }),
    kind: choice({
      label: words('培养方式', 'Way'),
      table: 'cadre_training_kind',
      required: true,
      aliases: ['方式', '类别'],
    }),
    subject: text({
      label: words('内容', 'Subject'),
      max: 200,
      required: true,
      search: true,
      aliases: ['培训内容', '主题'],
    }),
    hours: decimal({
      label: words('学时', 'Hours'),
      digits: 1,
      min: 0,
      max: 9999,
      unit: words('学时', 'hours'),
    }),
    by_whom: text({
      label: words('实施单位（人）', 'By'),
      max: 100,
      suggest: true,
      aliases: ['组织单位', '实施单位', '实施人'],
    }),
    grade: choice({ label: words('评价等次', 'Grade'), table: 'review_grade', aliases: ['评价', '结果'] }),
    ...noteFields(),
  },
  title: ['subject'],
  subtitle: ['cadre', 'held_on'],
  sections: [
    {
      label: words('培养记录', 'Record'),
      fields: ['cadre', 'held_on', 'kind', 'subject', 'hours', 'by_whom', 'grade', ...noteNames],
    },
  ],
  list: ['cadre', 'held_on', 'kind', 'subject', 'hours', 'by_whom', 'grade'],
  naturalKey: ['cadre', 'held_on', 'subject'],
  sort: '-held_on',
  rules: [notFuture('held_on')],
  period: 'held_on',
});
