import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { money } from '../../fields/money.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Money an association for safety took in and spent, entry by entry; no accounting, only what is reported. */
export const associationFund = defineLedger({
  id: 'association_fund',
  revision: 1,
  area: 'safety',
  label: words('促进会经费', 'Funds of associations'),
  counter: words('笔', 'entries'),
  source: '东莞市平安建设促进会',
  fields: {
    association: link({
      label: words('促进会', 'Association'),
      ledger: 'safe_association',
      required: true,
    }),
    booked_on: day({
      label: words('收支日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['日期'],
    }),
    voucher_no: text({
      label: words('凭证号', 'Voucher number'),
      max: 30,
      code: true,
      required: true,
      search: true,
      aliases: ['凭证编号', '票据号'],
    }),
    direction: choice({
      label: words('收支方向', 'In or out'),
      table: 'fund_direction',
      required: true,
      aliases: ['收支'],
    }),
    item: choice({ label: words('经费项目', 'Item'), table: 'fund_item', required: true, aliases: ['项目'] }),
    amount: money({ label: words('金额', 'Amount'), required: true, min: 0, max: 99_999_999 }),
    party: text({
      label: words('来源或收款人', 'From or to'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['捐赠人', '收款人'],
    }),
    summary: text({ label: words('摘要', 'Summary'), max: 200, search: true, aliases: ['用途'] }),
    ...noteFields({ label: words('票据', 'Vouchers') }),
  },
  title: ['voucher_no'],
  subtitle: ['booked_on', 'association'],
  sections: [
    {
      label: words('收支', 'Entry'),
      fields: ['association', 'booked_on', 'voucher_no', 'direction', 'item', 'amount', 'party', 'summary'],
    },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: ['booked_on', 'voucher_no', 'direction', 'item', 'amount', 'party', 'summary', 'association'],
  naturalKey: ['association', 'booked_on', 'voucher_no'],
  sort: '-booked_on',
  ending: 'void',
  partOf: 'association',
  period: 'booked_on',
});
