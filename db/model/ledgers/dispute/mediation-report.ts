import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/**
 * Statistics of mediation sent to the ministry (人民调解统计报表): one record for each table filled, of a month, half year
 * or year, of the whole town or of one body. The numbers are counted when it is printed.
 */
export const mediationReport = defineLedger({
  id: 'mediation_report',
  revision: 1,
  area: 'dispute',
  label: words('人民调解统计报表', 'Mediation statistics'),
  counter: words('份', 'tables'),
  source: '司法部《关于印发人民调解文书格式和统计报表的通知》（2010年12月）',
  fields: {
    title: text({
      label: words('报表名称', 'Title'),
      help: words('如：2026年上半年人民调解案件情况统计表', 'Which period the table is of'),
      max: 100,
      required: true,
      search: true,
      aliases: ['名称'],
    }),
    from_day: day({ label: words('统计起日', 'From'), required: true, indexed: true, aliases: ['开始日期'] }),
    to_day: day({ label: words('统计止日', 'To'), required: true, aliases: ['结束日期'] }),
    org: link({
      label: words('调解组织', 'Body'),
      help: words('不填为全镇（街道）', 'Empty for the whole town'),
      ledger: 'mediation_org',
    }),
    filled_by: text({ label: words('填表人', 'Filled by'), max: 50, suggest: true }),
    reviewed_by: text({ label: words('审核人', 'Reviewed by'), max: 50, suggest: true }),
    filled_on: day({ label: words('填报日期', 'Filled on') }),
    ...noteFields(),
  },
  title: ['title'],
  subtitle: ['org'],
  sections: [
    {
      label: words('报表', 'Table'),
      fields: ['title', 'from_day', 'to_day', 'org', 'filled_by', 'reviewed_by', 'filled_on', ...noteNames],
    },
  ],
  list: ['title', 'from_day', 'to_day', 'org', 'filled_by', 'filled_on'],
  naturalKey: ['title'],
  sort: '-from_day',
  rules: [
    dayOrder(
      { field: 'from_day', label: words('统计起日', 'From') },
      { field: 'to_day', label: words('统计止日', 'To') },
    ),
  ],
});
