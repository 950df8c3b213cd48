import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { words } from '../localized.ts';
import { broken } from '../rules/broken.ts';

const samePerson = words('甲、乙不能是同一人', 'The two are one person');

/** Two people whose duties depend on each other (搭配约定). */
export const dutyPair = defineLedger({
  id: 'duty_pair',
  revision: 1,
  area: 'duty',
  label: words('搭配约定', 'Pairs'),
  counter: words('对', 'pairs'),
  source: '党政机关值班工作惯例（正副职不同时离岗、回避）',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍'],
    }),
    kind: choice({
      label: words('搭配方式', 'Kind'),
      help: words(
        '不同时离岗：正副职不同时请假或夜班后同时休息',
        'Never both away: leader and deputy on leave or resting at the same time',
      ),
      table: 'duty_pair_kind',
      required: true,
      aliases: ['方式', '类别'],
    }),
    first: link({
      label: words('甲', 'First'),
      help: words('新手跟班的，甲为新手', 'With a mentor: the newcomer'),
      ledger: 'duty_member',
      required: true,
      aliases: ['人员一', '新手'],
    }),
    second: link({
      label: words('乙', 'Second'),
      help: words('新手跟班的，乙为带教人', 'With a mentor: the mentor'),
      ledger: 'duty_member',
      required: true,
      aliases: ['人员二', '带教人'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 500, aliases: ['原因'] }),
  },
  title: ['first', 'second'],
  subtitle: ['kind', 'team'],
  sections: [{ label: words('搭配', 'Pair'), fields: ['team', 'kind', 'first', 'second', 'remark'] }],
  list: ['team', 'kind', 'first', 'second', 'remark'],
  naturalKey: ['team', 'kind', 'first', 'second'],
  sort: 'team',
  rules: [
    (row, context) =>
      typeof row['first'] === 'string' && row['first'] === row['second']
        ? [broken('second', samePerson, context)]
        : [],
  ],
});
