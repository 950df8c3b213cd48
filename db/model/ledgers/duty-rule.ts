import { codeTableById } from '../codes/code-tables.ts';
import { defineLedger } from '../define-ledger.ts';
import { choice } from '../fields/choice.ts';
import { decimal } from '../fields/decimal.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import type { Values } from '../field-kind.ts';
import { words } from '../localized.ts';

/** Kinds that need a number: hours of rest, at most so many, at least so many. */
const numbered = [
  'rest',
  'nights-in-row',
  'days-in-row',
  'per-week',
  'per-month',
  'weekends',
  'spacing',
  'skill',
  'novice',
];

/** Rules of a team (排班规则), closed in kind, open in numbers and strength; shown as sentences in the window. */
export const dutyRule = defineLedger({
  id: 'duty_rule',
  revision: 1,
  area: 'duty',
  label: words('排班规则', 'Rules'),
  counter: words('条', 'rules'),
  source: '党政机关值班工作惯例；劳动法第三十八条、女职工劳动保护特别规定（夜班）',
  fields: {
    team: link({
      label: words('值班队伍', 'Team'),
      ledger: 'duty_team',
      required: true,
      aliases: ['队伍'],
    }),
    name: text({
      label: words('规则名称', 'Name'),
      help: words('一支队伍内不重复', 'Unique in the team'),
      max: 50,
      required: true,
      search: true,
      aliases: ['规则', '名称'],
    }),
    kind: choice({
      label: words('规则类别', 'Kind'),
      table: 'duty_rule_kind',
      required: true,
      aliases: ['类别'],
    }),
    number: decimal({
      label: words('数值', 'Number'),
      help: words(
        '小时、天数、次数或人数，随规则类别而定',
        'Hours, days, duties or people, as the kind asks',
      ),
      digits: 1,
      min: 0,
      max: 500,
      when: { field: 'kind', values: numbered },
      aliases: ['上限', '数量'],
    }),
    counter: choice({
      label: words('计数对象', 'Counter'),
      table: 'duty_counter',
      when: { field: 'kind', values: ['per-week', 'per-month', 'fair'] },
    }),
    skill: choice({
      label: words('技能', 'Qualification'),
      table: 'duty_skill',
      when: { field: 'kind', values: ['skill', 'novice'] },
    }),
    post: link({
      label: words('限于岗位', 'Only on post'),
      help: words('不选表示所有岗位', 'None chosen: all posts'),
      ledger: 'duty_post',
      aliases: ['岗位'],
    }),
    is_hard: yesNo({
      label: words('必须满足', 'Must hold'),
      help: words('选“否”则尽量满足，按权重计', 'No: it may be broken at the price of its weight'),
      aliases: ['硬性'],
    }),
    weight: integer({
      label: words('权重', 'Weight'),
      help: words('尽量满足的规则，数字越大越优先', 'Price of breaking it by one'),
      min: 1,
      max: 1000,
    }),
    is_active: yesNo({ label: words('启用', 'In use'), aliases: ['是否启用'] }),
  },
  title: ['name'],
  subtitle: ['team', 'kind'],
  sections: [
    {
      label: words('规则', 'Rule'),
      fields: ['team', 'name', 'kind', 'number', 'counter', 'skill', 'post'],
    },
    { label: words('效力', 'Strength'), fields: ['is_hard', 'weight', 'is_active'] },
  ],
  list: ['team', 'name', 'kind', 'number', 'counter', 'is_hard', 'weight', 'is_active'],
  naturalKey: ['team', 'name'],
  sort: 'team',
  rules: [
    (row) => [
      ...(numbered.includes(String(row['kind'])) && typeof row['number'] !== 'number'
        ? missing('number')
        : []),
      ...(['skill', 'novice'].includes(String(row['kind'])) && typeof row['skill'] !== 'string'
        ? missing('skill')
        : []),
      ...(row['is_hard'] !== true && typeof row['weight'] !== 'number' ? missing('weight') : []),
    ],
  ],
  fill: (row) => ({
    ...row,
    name: row['name'] ?? kindName(row),
    is_active: row['is_active'] ?? true,
    is_hard: row['is_hard'] ?? typeof row['weight'] !== 'number',
  }),
});

const missing = (field: string) => [{ field, code: 'required', level: 'error' }] as const;

/** A rule without a name of its own is called by its kind. */
const kindName = ({ kind }: Values): string | null =>
  codeTableById.get('duty_rule_kind')?.items.find((item) => item.code === kind)?.name ?? null;
