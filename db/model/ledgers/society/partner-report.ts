import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { words } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';
import { notFuture } from '../../rules/day-order.ts';

const count = { min: 0, max: 999_999, unit: words('条', 'reports') } as const;

/** How much a partner force reported in a month (协作上报情况), as the town counts it at the month's end. */
export const partnerReport = defineLedger({
  id: 'partner_report',
  revision: 1,
  area: 'society',
  label: words('协作上报情况', 'Reports of partners'),
  counter: words('条', 'rows'),
  source: '多方协作体系上报数',
  partOf: 'force',
  fields: {
    force: link({
      label: words('协作力量', 'Force'),
      ledger: 'partner_force',
      required: true,
      aliases: ['力量名称', '名称'],
    }),
    counted_on: day({
      label: words('统计日期', 'Counted on'),
      help: words('当月最后一天', 'The last day of the month'),
      required: true,
      indexed: true,
      aliases: ['日期', '月份'],
    }),
    reported: integer({
      label: words('上报数', 'Reported'),
      ...count,
      required: true,
      aliases: ['上报信息数'],
    }),
    adopted: integer({ label: words('采纳数', 'Taken up'), ...count, aliases: ['有效数', '核实数'] }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['force', 'counted_on'],
  sections: [
    {
      label: words('上报情况', 'Reports'),
      fields: ['force', 'counted_on', 'reported', 'adopted', 'remark'],
    },
  ],
  list: ['force', 'counted_on', 'reported', 'adopted'],
  naturalKey: ['force', 'counted_on'],
  sort: '-counted_on',
  rules: [
    notFuture('counted_on'),
    ({ reported, adopted }, context) =>
      typeof reported === 'number' && typeof adopted === 'number' && adopted > reported
        ? [broken('adopted', words('采纳数不多于上报数', 'No more taken up than reported'), context)]
        : [],
  ],
  period: 'counted_on',
});
