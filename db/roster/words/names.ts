import { dutyTables } from '../../model/codes/duty-tables.ts';
import { type Language, type Localized, words } from '../../model/localized.ts';
import { weekdayOf } from '../../model/calendar/day-arithmetic.ts';
import type { Counter, RosterProblem, Rule } from '../problem.ts';

/** Names of what a problem knows by id; an id nobody knows stands for itself. */
export interface Names {
  readonly person: (id: string) => string;
  readonly post: (id: string) => string;
  readonly skill: (id: string) => Localized;
  readonly leaveKind: (kind: string) => Localized;
  readonly rule: (id: string) => Rule | undefined;
  readonly leave: (id: string) => RosterProblem['leaves'][number] | undefined;
  readonly request: (id: string) => RosterProblem['requests'][number] | undefined;
  readonly pair: (id: string) => RosterProblem['pairs'][number] | undefined;
  readonly campaign: (id: string) => RosterProblem['campaigns'][number] | undefined;
  readonly personById: (id: string) => RosterProblem['people'][number] | undefined;
}

/** Looks names up in the problem, and labels of skills and kinds of leave in the code tables as they come with the product. */
export function namesOf(problem: RosterProblem): Names {
  const people = byId(problem.people);
  const posts = byId(problem.posts);
  const rules = byId(problem.rules);
  const leaves = byId(problem.leaves);
  const requests = byId(problem.requests);
  const pairs = byId(problem.pairs);
  const campaigns = byId(problem.campaigns);
  return {
    person: (id) => people.get(id)?.name || id,
    post: (id) => posts.get(id)?.name || id,
    skill: (id) => labelOf('duty_skill', id),
    leaveKind: (kind) => labelOf('duty_leave_kind', kind),
    rule: (id) => rules.get(id),
    leave: (id) => leaves.get(id),
    request: (id) => requests.get(id),
    pair: (id) => pairs.get(id),
    campaign: (id) => campaigns.get(id),
    personById: (id) => people.get(id),
  };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function labelOf(table: string, code: string): Localized {
  const item = dutyTables.find(({ id }) => id === table)?.items.find((one) => one.code === code);
  return item === undefined ? words(code, code) : words(item.name, item.name_en ?? item.name);
}

const weekdaysZh = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const weekdaysEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 12月5日（周六）, 5 Dec (Sat). */
export function dateWords(date: string): Localized {
  const plain = plainDate(date);
  const weekday = weekdayOf(date);
  return words(`${plain.zh}（${weekdaysZh[weekday] ?? ''}）`, `${plain.en} (${weekdaysEn[weekday] ?? ''})`);
}

function plainDate(date: string): Localized {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return words(`${month}月${day}日`, `${day} ${monthsEn[month - 1] ?? ''}`);
}

/** 12月5日至7日, 12月30日至1月2日, 5–7 Dec; one day is that day. */
export function rangeWords({ from, to }: { readonly from: string; readonly to: string }): Localized {
  if (from === to) return plainDate(from);
  const [first, last] = [plainDate(from), plainDate(to)];
  if (from.slice(0, 7) !== to.slice(0, 7))
    return words(`${first.zh}至${last.zh}`, `${first.en} – ${last.en}`);
  return words(`${first.zh}至${Number(to.slice(8, 10))}日`, `${Number(from.slice(8, 10))}–${last.en}`);
}

/** 周一、周三. */
export function weekdayWords(weekdays: readonly number[]): Localized {
  // The week of an office begins on Monday.
  const inOrder = weekdays.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return listWords(
    inOrder.map((day) => words(`每${weekdaysZh[day] ?? ''}`, `every ${weekdaysEn[day] ?? ''}`)),
  );
}

/** Several things in a row, as each language lists them. */
export function listWords(items: readonly (Localized | string)[]): Localized {
  const of = (language: Language) => items.map((item) => (typeof item === 'string' ? item : item[language]));
  return words(of('zh').join('、'), of('en').join(', '));
}

export const counterWords: Readonly<Record<Counter, Localized>> = {
  total: words('值班', 'duties'),
  workday: words('工作日值班', 'duties on working days'),
  restday: words('双休日值班', 'duties on rest days'),
  holiday: words('法定节假日值班', 'duties on holidays'),
  spring: words('春节值班', 'Spring Festival duties'),
  night: words('夜班', 'night duties'),
};

/** A number as people write it: no more than one decimal, and none when it is whole. */
export function numberText(value: number): string {
  return String(Math.round(value * 10) / 10);
}
