import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { voteRuleFields, voteRuleNames } from './vote-rule-fields.ts';

/**
 * Rules of voting (表决规则): how many must come and how many must agree, by kind of meeting. The rules of the law ship
 * with the product; those of statutes of a village are entered here.
 */
export const consultRule = defineLedger({
  id: 'consult_rule',
  revision: 1,
  area: 'council',
  label: words('表决规则', 'Rules of voting'),
  counter: words('条', 'rules'),
  source: '村民委员会组织法第二十二、二十六条；民法典第二百七十八条；自治章程',
  fields: {
    name: text({
      label: words('规则名称', 'Name'),
      max: 60,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称'],
    }),
    platform: choice({ label: words('适用会议', 'For'), table: 'consult_platform' }),
    ...voteRuleFields(),
    basis: longText({ label: words('依据', 'Basis'), max: 1024, aliases: ['法律依据'] }),
    remark: longText({ label: words('备注', 'Remark'), max: 500 }),
  },
  title: ['name'],
  subtitle: ['platform'],
  sections: [
    { label: words('表决规则', 'Rule'), fields: ['name', 'platform', ...voteRuleNames, 'basis', 'remark'] },
  ],
  list: ['name', 'platform', ...voteRuleNames],
  naturalKey: ['name'],
  sort: 'name',
  fill: (row) => ({ ...row, agree_base: row['agree_base'] ?? 'present' }),
});
