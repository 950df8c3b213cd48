import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** Kit of a watch post: radios, shields, torches; what must be replaced by when. */
export const watchKit = defineLedger({
  id: 'watch_kit',
  revision: 1,
  area: 'security',
  label: words('执勤点装备', 'Kit of posts'),
  counter: words('项', 'items'),
  source: '东莞市全民创安警民联防',
  fields: {
    post: link({
      label: words('执勤点', 'Post'),
      ledger: 'watch_post',
      required: true,
      aliases: ['执勤点编号', '执勤点名称'],
    }),
    kind: choice({ label: words('装备名称', 'Kit'), table: 'watch_kit', required: true, aliases: ['装备'] }),
    model: text({ label: words('型号', 'Model'), max: 50, suggest: true }),
    count: integer({
      label: words('数量', 'Number'),
      required: true,
      min: 0,
      max: 9999,
      unit: words('件', 'pieces'),
    }),
    state: choice({
      label: words('装备状态', 'State'),
      table: 'kit_state',
      required: true,
      aliases: ['状态'],
    }),
    keeper: text({ label: words('保管人', 'Kept by'), max: 50 }),
    issued_on: day({ label: words('配发日期', 'Issued on') }),
    replace_on: day({
      label: words('更换日期', 'Replace on'),
      help: words('灭火器、急救箱等到期更换的日期', 'When extinguishers and first-aid boxes expire'),
      indexed: true,
      aliases: ['有效期至'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['kind'],
  subtitle: ['post'],
  sections: [
    {
      label: words('装备', 'Kit'),
      fields: ['post', 'kind', 'model', 'count', 'state', 'keeper', 'issued_on', 'replace_on', 'remark'],
    },
  ],
  list: ['kind', 'model', 'count', 'state', 'keeper', 'issued_on', 'replace_on', 'post'],
  naturalKey: ['post', 'kind'],
  sort: 'kind',
  indexes: [['kind']],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  partOf: 'post',
  dues: [
    {
      field: 'replace_on',
      label: words('装备更换', 'Replace kit'),
      person: 'keeper',
      while: { field: 'state', values: ['01', '02'] },
    },
  ],
});
