import { randomUUID } from 'node:crypto';
import { readMonth, type MonthStanding } from '../duty/month-standing.ts';
import { Refused, type DutyRefusal } from '../duty/refusal.ts';
import { readTeams, type Team } from '../duty/team-facts.ts';
import { division } from '../model/ledgers/division.ts';
import { type Localized, words } from '../model/localized.ts';
import { chinaDay } from '../model/office-time.ts';
import type { RecordWrite, Store, WrittenRecord } from '../store/api.ts';
import { rowsOf } from '../duty/kept-rows.ts';
import type { CommandOption, Input, StoreContext } from './command.ts';
import { Refusal, UsageError } from './refusal.ts';
import { written } from './with-store.ts';

/** Options of every command about a team's rosters. */
export const unitOption = {
  unit: {
    type: 'string',
    value: 'U',
    required: true,
    help: words('值班队伍：名称、单位名称、村（社区）或编号', 'Duty team: name, unit, village or id'),
  },
} as const satisfies Record<string, CommandOption>;

/** Option of every command about one month. */
export const monthOption = {
  month: { type: 'string', value: 'YYYY-MM', required: true, help: words('月份', 'The month') },
} as const satisfies Record<string, CommandOption>;

/** Option of every command that writes. */
export const writeIdOption = {
  'write-id': {
    type: 'string',
    value: 'UUID',
    help: words(
      '写入编号；重试时用同一编号不会重复写入',
      'Id of this write; repeating it with the same id changes nothing',
    ),
  },
} as const satisfies Record<string, CommandOption>;

/** The team of `--unit`: by id, name, unit on paper or village. @throws Refusal when none or several fit. */
export function teamNamed(store: Store, input: Input): Team {
  const text = String(input.options['unit']);
  const villages = rowsOf(store, division, {}).filter((row) =>
    [row.code, row.name, row.short_name].includes(text),
  );
  const ids = villages.map(({ id }) => id);
  const teams = readTeams(store);
  const fits: readonly ((team: Team) => boolean)[] = [
    (team) => team.id === text || team.name === text,
    (team) => team.unit_name === text,
    (team) => team.village !== null && ids.includes(team.village),
  ];
  for (const fit of fits) {
    const [team, ...others] = teams.filter(fit);
    if (team === undefined) continue;
    if (others.length === 0) return team;
    const names = [team, ...others].map(({ name }) => name);
    throw new Refusal('invalid', words(`有几支队伍是“${text}”`, `Several teams are "${text}"`), { names });
  }
  throw refusalOf(new Refused('team', { unit: text }));
}

/** Month of an option. @throws UsageError when it is none. */
export function monthNamed(input: Input, name = 'month'): string {
  const month = String(input.options[name]);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month;
  throw new UsageError(
    words(`--${name} 应为 2026-12 这样的月份`, `--${name} must be a month such as 2026-12`),
  );
}

/** The month of `--unit` and `--month` as it stands. */
export function standingNamed(store: Store, input: Input): MonthStanding {
  const standing = readMonth(store, teamNamed(store, input).id, monthNamed(input));
  if (standing === null) throw refusalOf(new Refused('team'));
  return standing;
}

/** The office's day. */
export const todayOf = ({ now }: StoreContext): string => chinaDay(now());

/** Writes as one. @throws Refusal with the reason. */
export function carryOut(
  store: Store,
  writes: readonly RecordWrite[] | Refused,
  { input, context }: { readonly input: Input; readonly context: StoreContext },
): readonly WrittenRecord[] {
  if (writes instanceof Refused) throw refusalOf(writes);
  if (writes.length === 0) return [];
  const given = input.options['write-id'];
  const writeId = typeof given === 'string' ? given : randomUUID();
  return written(store.write({ writeId, caller: context.caller, writes }));
}

/** The change that takes a whole write back; `null` when nothing was different. */
export const changeOf = (records: readonly WrittenRecord[]): string | null =>
  records.find(({ change }) => change !== null)?.change ?? null;

/** A refusal of `db/duty` as `zw` tells it: `not-found` for what is missing, else `not-allowed`; details.kind is the reason. */
export function refusalOf({ why, details }: Refused): Refusal {
  const code = missing.includes(why) ? 'not-found' : 'not-allowed';
  return new Refusal(code, sentences[why], { kind: why, ...details });
}

const missing: readonly DutyRefusal[] = ['team', 'roster', 'duty', 'change', 'person', 'village'];

const sentences: Readonly<Record<DutyRefusal, Localized>> = {
  team: words('没有这支值班队伍', 'There is no such duty team'),
  roster: words('这个月还没有值班表', 'The month has no roster'),
  duty: words('没有这个班次', 'There is no such duty'),
  change: words('没有这条调班记录，或已撤销', 'There is no such change, or it was cancelled'),
  person: words('没有这名值班人员', 'There is no such person in the team'),
  village: words('没有这个村（社区）', 'There is no such village'),
  locked: words('值班表已锁定，不能改动', 'The roster is locked'),
  past: words('已经过去的值班不能再改', 'Duties of the past do not change'),
  state: words(
    '值班表要按“草稿、发布、锁定”逐步办理',
    'A roster goes from draft to published to locked, step by step',
  ),
  reason: words('撤回须填写原因（--reason）', 'Taking back needs a --reason'),
  staff: words('该村（社区）没有网格或在岗网格员', 'The village has no grids or no grid staff'),
  rule: words('违反必须满足的规则', 'It breaks a rule that must hold'),
  published: words('值班表已发布，请用 roster repair', 'The roster is published; use roster repair'),
  posts: words('队伍还没有值班岗位', 'The team has no posts'),
  members: words('队伍还没有值班人员', 'The team has no people'),
  'rule-gone': words('要放宽的规则或记录已变动', 'What was to give way has changed'),
};
