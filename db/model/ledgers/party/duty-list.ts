import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { villageField } from '../parts/place.ts';

/**
 * Lists of duties (职责清单) of the three village bodies 党工委, 村（居）委会 and 经联社, an item a record. A changed
 * item is ended and a new one begun, so that the list of any day can be printed.
 */
export const dutyList = defineLedger({
  id: 'duty_list',
  revision: 1,
  area: 'party',
  label: words('职责清单', 'Lists of duties'),
  counter: words('项', 'items'),
  source: '东莞市“三套马车”职责清单（党工委、村（居）委会、经联社）',
  fields: {
    village: villageField({ isTownToo: true }),
    body: choice({
      label: words('村级组织', 'Village body'),
      table: 'village_body',
      required: true,
      aliases: ['组织', '责任主体', '主体'],
    }),
    item_no: integer({
      label: words('序号', 'Item'),
      min: 1,
      max: 9999,
      required: true,
      indexed: true,
      aliases: ['清单序号', '编号'],
    }),
    duty: text({
      label: words('职责事项', 'Duty'),
      max: 200,
      required: true,
      search: true,
      aliases: ['职责', '职责内容', '事项'],
    }),
    detail: longText({ label: words('具体内容', 'In detail'), max: 2000, aliases: ['内容', '工作要求'] }),
    mechanism: choice({ label: words('对应机制', 'Mechanism'), table: 'village_mechanism' }),
    basis: text({
      label: words('依据', 'Basis'),
      help: words('法规、文件名称和条款', 'Law or document with the article'),
      max: 200,
      suggest: true,
      aliases: ['职责依据', '政策依据'],
    }),
    document: link({ label: words('依据文件', 'Document'), ledger: 'document' }),
    post: text({
      label: words('责任岗位', 'Post'),
      max: 50,
      suggest: true,
      aliases: ['责任人', '岗位'],
    }),
    valid_from: day({ label: words('启用日期', 'Valid from'), required: true, aliases: ['生效日期'] }),
    valid_to: day({ label: words('停用日期', 'Valid to'), aliases: ['失效日期'] }),
    review_on: day({
      label: words('下次修订日期', 'To be revised by'),
      help: words('到期时“今日”里提醒；修订后改填下一次', 'Today reminds of it; then give the next'),
      indexed: true,
      aliases: ['修订日期', '计划修订日期'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['duty'],
  subtitle: ['body', 'village'],
  sections: [
    {
      label: words('事项', 'Item'),
      fields: ['village', 'body', 'item_no', 'duty', 'detail', 'mechanism', 'post'],
    },
    {
      label: words('依据与效力', 'Basis'),
      fields: ['basis', 'document', 'valid_from', 'valid_to', 'review_on', 'remark'],
    },
  ],
  list: ['village', 'body', 'item_no', 'duty', 'post', 'valid_from', 'valid_to'],
  naturalKey: ['village', 'body', 'item_no', 'valid_from'],
  sort: 'item_no',
  indexes: [['village', 'body', 'item_no'], ['body', 'item_no'], ['valid_from']],
  rules: [
    dayOrder(
      { field: 'valid_from', label: words('启用日期', 'Valid from') },
      { field: 'valid_to', label: words('停用日期', 'Valid to') },
    ),
  ],
  dues: [
    { field: 'review_on', label: words('职责清单修订', 'Revise the list of duties'), until: 'valid_to' },
  ],
});
