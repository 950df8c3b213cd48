import { randomUUID } from 'node:crypto';
import {
  cancelChange,
  lookChange,
  makeChange,
  type ChangeLook,
  type DutyChange,
} from '../../../duty/change-duties.ts';
import { filled } from '../../../duty/duties.ts';
import { readMonth } from '../../../duty/month-standing.ts';
import { Refused } from '../../../duty/refusal.ts';
import { words } from '../../../model/localized.ts';
import { rosterWords } from '../../../roster/words/roster-words.ts';
import type { Store } from '../../../store/api.ts';
import type { CommandOption, Input } from '../../command.ts';
import {
  carryOut,
  changeOf,
  refusalOf,
  teamNamed,
  todayOf,
  unitOption,
  writeIdOption,
} from '../../duty-team.ts';
import { Refusal, UsageError } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

const options = {
  date: { type: 'string', value: 'DAY', help: words('原值班日期', 'Day of the duty') },
  person: { type: 'string', value: 'NAME', help: words('原值班人姓名或编号', 'Who has it: name or id') },
  post: {
    type: 'string',
    value: 'POST',
    help: words('岗位；只有一个时可不写', 'Post; where there are several'),
  },
  with: { type: 'string', value: 'NAME', help: words('调换人姓名或编号', 'Who takes it: name or id') },
  'other-date': {
    type: 'string',
    value: 'DAY',
    help: words('对方值班日期：串班；不写：代班', "The other's day: a swap; absent: a substitute"),
  },
  'other-post': { type: 'string', value: 'POST', help: words('对方岗位', "The other's post") },
  reason: { type: 'string', value: 'TEXT', help: words('调班原因', 'Why') },
  cancel: { type: 'string', value: 'ID', help: words('撤销这条调班记录', 'Cancels this change') },
  'dry-run': { type: 'boolean', help: words('只看违反哪些规则', 'Only say which rules it would break') },
} as const satisfies Record<string, CommandOption>;

/** `zw roster swap`: a swap (串班) or substitute (代班) as a record, or cancels one. */
export const rosterSwapCommand = storeCommand({
  name: 'roster swap',
  summary: words(
    '串班或代班：登记调班并改动值班表；违反规则的会说明是哪一条',
    'Swaps two duties or lets somebody step in, as a record; says which rule it would break',
  ),
  positionals: [],
  options: { ...unitOption, ...options, ...writeIdOption },
  prints: '{id, state, broken:[{date, post, person, fact, by, text}], cost, change}',
  run: (store, input, context) => {
    const team = teamNamed(store, input).id;
    const today = todayOf(context);
    if (typeof input.options['cancel'] === 'string') {
      const cancelled = cancelChange(store, { id: input.options['cancel'], today });
      if (cancelled instanceof Refused) throw refusalOf(cancelled);
      const records = carryOut(store, cancelled.writes, { input, context });
      const id = input.options['cancel'];
      return { id, state: 'cancelled', broken: [], cost: 0, change: changeOf(records) };
    }
    const change = changeNamed(store, team, input);
    const look = lookChange(store, { team, change, today });
    if (look instanceof Refused) throw refusalOf(look);
    const broken = brokenOf(look);
    const state = look.isWaiting ? 'waiting' : 'active';
    if (input.options['dry-run'] === true) return { id: null, state, broken, cost: look.cost, change: null };
    const reason = typeof input.options['reason'] === 'string' ? input.options['reason'] : '';
    const writes = makeChange(look, { team, change, reason, now: context.now(), newId: randomUUID });
    if (writes instanceof Refused) throw broken.length > 0 ? breaks(broken) : refusalOf(writes);
    const records = carryOut(store, writes, { input, context });
    return { id: records[0]?.id ?? null, state, broken, cost: look.cost, change: changeOf(records) };
  },
});

const brokenOf = ({ months }: ChangeLook) =>
  months.flatMap(({ standing, broken }) => {
    const say = rosterWords(standing.problem);
    return broken.map((violation) => ({ ...violation, text: say.violation(violation) }));
  });

/** The sentence is that of the first rule it breaks; details have them all. */
function breaks(broken: ReturnType<typeof brokenOf>): Refusal {
  const [first] = broken;
  const text = first?.text ?? words('', '');
  return new Refusal(
    'not-allowed',
    words(`违反必须满足的规则：${text.zh}`, `It breaks a rule that must hold: ${text.en}`),
    { kind: 'rule', broken },
  );
}

function changeNamed(store: Store, team: string, { options: given }: Input): DutyChange {
  const { date, person, with: other, 'other-date': otherDate } = given;
  if (typeof date !== 'string' || typeof person !== 'string' || typeof other !== 'string')
    throw new UsageError(words('须给出 --date、--person、--with', '--date, --person and --with are needed'));
  const [mine, theirs] = [
    personNamed(store, { team, date }, person),
    personNamed(store, { team, date }, other),
  ];
  const post = postOf(store, { team, date, person: mine }, given['post']);
  if (typeof otherDate !== 'string')
    return { kind: 'substitute', date, post, person: mine, otherPerson: theirs };
  const otherPost = postOf(store, { team, date: otherDate, person: theirs }, given['other-post']);
  // Where the other month has no roster yet, the post is the same unless told.
  return {
    kind: 'swap',
    date,
    post,
    person: mine,
    otherDate,
    otherPost: otherPost === '' ? post : otherPost,
    otherPerson: theirs,
  };
}

interface At {
  readonly team: string;
  readonly date: string;
}

function personNamed(store: Store, { team, date }: At, text: string): string {
  const people = monthOf(store, { team, date }).problem.people.filter(
    ({ id, name }) => id === text || name === text,
  );
  const [person, ...others] = people;
  if (person === undefined || others.length > 0) throw refusalOf(new Refused('person', { person: text }));
  return person.id;
}

/** The post named, or the only one the person has on the day; empty where the month has no roster. */
function postOf(
  store: Store,
  { team, date, person }: At & { readonly person: string },
  named: string | boolean | undefined,
): string {
  const { problem, duties, roster } = monthOf(store, { team, date });
  if (typeof named === 'string') {
    const post = problem.posts.find(({ id, name }) => id === named || name === named);
    if (post === undefined) throw refusalOf(new Refused('duty', { date, post: named }));
    return post.id;
  }
  if (roster === null) return '';
  const [duty] = filled(duties).filter(({ day, member }) => day === date && member === person);
  if (duty === undefined) throw refusalOf(new Refused('duty', { date }));
  return duty.post;
}

function monthOf(store: Store, { team, date }: At) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new UsageError(words('日期应为 2026-12-05', 'A day is 2026-12-05'));
  const standing = readMonth(store, team, date.slice(0, 7));
  if (standing === null) throw refusalOf(new Refused('team'));
  return standing;
}
