import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { defineLedger, type LedgerRule } from '../../define-ledger.ts';
import { readPlaces } from '../../forms/form-mapping.ts';
import { words } from '../../localized.ts';
import { broken } from '../../rules/broken.ts';

/** Marks are kept by the window and `zw`; whoever writes them by hand is told when they cannot be read. */
const marksReadable: LedgerRule = Object.assign(
  ((row, context) => {
    const { mapping } = row;
    if (typeof mapping !== 'string' || readPlaces(mapping) !== null) return [];
    const sentence = words(
      '标记内容无法识别，请在“我的表格”中重新标记',
      'The marks cannot be read; mark the form anew',
    );
    return [broken('mapping', sentence, context)];
  }) satisfies LedgerRule,
  { reads: [['mapping']] },
);

/**
 * Forms of superior offices (报送表格): the file as it was sent, the ledger it is filled from, and the places marked by
 * hand. Kept as records, so that a form marked once is there next month, has a history and travels to other offices.
 */
export const formTemplate = defineLedger({
  id: 'form_template',
  revision: 1,
  area: 'base',
  label: words('报送表格', 'Forms'),
  counter: words('张', 'forms'),
  source: '上级单位下发的报送表格（本单位台账）',
  fields: {
    name: text({
      label: words('表格名称', 'Form'),
      help: words('按文件标题填写，如“流动人口情况月报表”', 'As its title says'),
      max: 100,
      required: true,
      search: true,
      name: true,
      indexed: true,
      aliases: ['名称', '表名'],
    }),
    ledger: text({
      label: words('取数台账', 'Ledger'),
      help: words('台账的代码，如 person', 'Id of the ledger it is filled from'),
      max: 60,
      required: true,
      indexed: true,
      aliases: ['台账'],
    }),
    kind: choice({
      label: words('填写方式', 'Filled with'),
      table: 'form_kind',
      required: true,
      indexed: true,
    }),
    issuer: text({
      label: words('下发单位', 'Issued by'),
      max: 50,
      suggest: true,
      search: true,
      aliases: ['发文单位', '来源单位'],
    }),
    frequency: choice({ label: words('报送周期', 'How often'), table: 'form_frequency' }),
    file: attachment({ label: words('表格文件', 'File'), required: true }),
    mapping: longText({
      label: words('点选的标记', 'Marks set by clicking'),
      help: words('由“我的表格”写入，不必手工填写', 'Written by the screen of forms'),
      max: 20_000,
    }),
    remark: longText({ label: words('备注', 'Remarks'), max: 500 }),
  },
  title: ['name'],
  subtitle: ['issuer'],
  sections: [
    { label: words('表格', 'Form'), fields: ['name', 'ledger', 'kind', 'issuer', 'frequency', 'file'] },
    { label: words('其他', 'Other'), fields: ['mapping', 'remark'] },
  ],
  list: ['name', 'ledger', 'kind', 'issuer', 'frequency', 'file'],
  naturalKey: ['name', 'ledger'],
  sort: 'name',
  rules: [marksReadable],
});
