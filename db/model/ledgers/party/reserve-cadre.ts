import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { withSettledDay } from '../../rules/settled-day.ts';
import { notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { ownPersonFields, ownPersonNames } from '../parts/own-person.ts';
import { villageField } from '../parts/place.ts';

/**
 * The reserve of village secretaries and officials (“头雁”工程后备干部). Data of the organisation department: sensitive,
 * so that it leaves in no general export and every view is logged.
 */
export const reserveCadre = defineLedger({
  id: 'reserve_cadre',
  revision: 1,
  area: 'party',
  label: words('后备干部', 'Reserve officials'),
  counter: words('人', 'people'),
  source: '“头雁”工程书记与后备干部队伍；组织部门数据',
  sensitive: true,
  fields: {
    ...ownPersonFields(),
    village: villageField(),
    current_post: text({
      label: words('现任职务', 'Present post'),
      max: 100,
      search: true,
      aliases: ['现职务', '职务', '工作单位及职务'],
    }),
    origin: choice({ label: words('后备来源', 'Origin'), table: 'reserve_origin', aliases: ['来源'] }),
    target: choice({
      label: words('培养岗位', 'Trained for'),
      table: 'reserve_target',
      required: true,
      aliases: ['后备岗位', '培养方向'],
    }),
    listed_on: day({
      label: words('入库日期', 'Listed on'),
      required: true,
      aliases: ['入库时间', '确定日期'],
    }),
    mentor: text({
      label: words('培养责任人', 'Mentor'),
      help: words('联系培养的镇（街道）领导或书记', 'The leader who looks after the training'),
      max: 50,
      search: true,
      suggest: true,
      aliases: ['联系领导', '帮带人'],
    }),
    plan: longText({ label: words('培养计划', 'Plan'), max: 2000, aliases: ['培养措施'] }),
    state: choice({
      label: words('培养状态', 'State'),
      table: 'reserve_state',
      required: true,
      aliases: ['状态'],
    }),
    reviewed_on: day({ label: words('最近评估日期', 'Reviewed on'), aliases: ['评估日期'] }),
    grade: choice({
      label: words('评估等次', 'Grade'),
      table: 'review_grade',
      aliases: ['评估结果', '考核等次'],
    }),
    next_review_on: day({
      label: words('下次评估日期', 'Next review'),
      indexed: true,
      aliases: ['下次评估'],
    }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['target', 'village'],
  sections: [
    { label: words('人员', 'Person'), fields: [...ownPersonNames, 'village', 'current_post'] },
    {
      label: words('培养', 'Training'),
      fields: ['origin', 'target', 'listed_on', 'mentor', 'plan', 'state'],
    },
    {
      label: words('评估', 'Review'),
      fields: ['reviewed_on', 'grade', 'next_review_on', ...noteNames],
    },
  ],
  list: ['name', 'village', 'current_post', 'target', 'mentor', 'grade', 'next_review_on', 'state'],
  naturalKey: ['name', 'village', 'listed_on'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['state', 'name'],
  ],
  rules: [notFuture('birth_date', 'listed_on', 'reviewed_on')],
  fill: (row) =>
    withSettledDay(
      { ...row, state: row['state'] ?? '01' },
      { done: 'reviewed_on', planned: 'next_review_on' },
    ),
  dues: [
    {
      field: 'next_review_on',
      label: words('后备干部评估', 'Review of a reserve official'),
      person: 'mentor',
      while: { field: 'state', values: ['01'] },
    },
  ],
  period: 'listed_on',
});
