import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import type { Language } from '../model/localized.ts';
import type { DutySheet, SheetDay } from '../roster/duty-sheet.ts';
import type { Store } from '../store/api.ts';
import { filled } from './duties.ts';
import { monthsBetween, type MonthDuties } from './fairness.ts';
import { isServing, oneOf } from './month-problem.ts';
import { sheetPerson, sheetPost } from './people.ts';
import { rosterStates } from './roster-state.ts';
import { rosterTitle } from './roster-title.ts';
import { readTeam, type TeamFacts } from './team-facts.ts';

/** The days a sheet shows, both included. */
export interface SheetRange {
  readonly team: string;
  readonly from: string;
  readonly to: string;
  readonly language: Language;
}

/** The roster of some days as it is printed and exported; `null` when there is no such team. */
export function dutySheet(store: Store, { team, from, to, language }: SheetRange): DutySheet | null {
  const facts = readTeam(store, team);
  if (facts === null) return null;
  const names = store.names(language);
  const months = monthsBetween(store, facts, { from: from.slice(0, 7), to: to.slice(0, 7) });
  const duties = filled(months.flatMap((month) => month.duties)).filter(
    ({ day }) => from <= day && day <= to,
  );
  const [used, usedPosts] = [new Set(duties.map((d) => d.member)), new Set(duties.map((d) => d.post))];
  const days = daysOf(facts, from, to);
  return {
    title: titleOf(facts, months, { from, to, days }),
    unit: facts.team.unit_name ?? facts.team.name,
    team: facts.team.name,
    kind: oneOf(['office', 'patrol'], facts.team.kind),
    from,
    to,
    phone: facts.team.duty_phone ?? '',
    fax: facts.team.fax ?? '',
    notes: (facts.team.notes ?? '').split('\n').filter((line) => line.trim() !== ''),
    prepared: facts.team.prepared ?? '',
    reviewed: facts.team.reviewed ?? '',
    issued: facts.team.issued ?? '',
    watermark: facts.team.watermark ?? '',
    state: leastState(months),
    days,
    posts: facts.posts
      .filter((post) => !post.isRemoved || usedPosts.has(post.id))
      .map((post) => sheetPost(facts, post, names)),
    people: facts.members
      .filter((member) => used.has(member.id) || (!member.isRemoved && isServing(member, { from, to })))
      .map((member) => sheetPerson(member, names)),
    duties: duties.map(({ day, post, member, planned }) => ({
      date: day,
      post,
      person: member,
      isChanged: planned !== null && planned !== member,
    })),
  };
}

/** Every day of the range, with holiday and the campaigns of the day as its remark. */
function daysOf(facts: TeamFacts, from: string, to: string): readonly SheetDay[] {
  const days: SheetDay[] = [];
  for (let date = from; date <= to; date = dayAfter(date, 1)) {
    const { class: dayClass, holiday, isMakeUp } = facts.calendar.dayOf(date);
    const campaigns = facts.campaigns.filter((one) => one.from_day <= date && date <= one.to_day);
    const remark = [...new Set(campaigns.map(({ name }) => name))].join('、');
    days.push({ date, class: dayClass, holiday, isMakeUp, remark });
  }
  return days;
}

/** A sheet of several months is only as final as its least final month. */
function leastState(months: readonly MonthDuties[]): DutySheet['state'] {
  const states = months.map(({ roster }) => roster.state);
  return rosterStates.find((state) => states.includes(state)) ?? 'draft';
}

/** A month has the roster's title, a holiday its name (国庆节值班安排表), any other range its days. */
function titleOf(
  facts: TeamFacts,
  months: readonly MonthDuties[],
  { from, to, days }: { readonly from: string; readonly to: string; readonly days: readonly SheetDay[] },
): string {
  const month = from.slice(0, 7);
  const whole = rosterTitle(facts.team, month);
  if (from === `${month}-01` && dayAfter(to, 1).endsWith('-01') && to.startsWith(month))
    return months[0]?.roster.title ?? whole;
  const [year = '', number = ''] = month.split('-');
  const holidays = new Set(days.map(({ holiday, isMakeUp }) => (isMakeUp ? null : holiday)));
  const [holiday] = holidays;
  const when = `${year}年${Number(number)}月`;
  if (holidays.size === 1 && typeof holiday === 'string')
    return whole.replace(when, `${year}年${holiday}`).replace(/(网格巡查)?值班表$/, '$1值班安排表');
  return whole.replace(when, `${dayText(from)}至${dayText(to, from)}`);
}

/** 2026年12月1日; without the year where it is that of the day before. */
function dayText(date: string, after = ''): string {
  const [year, month, day] = date.split('-');
  const head = after.startsWith(year ?? '') ? '' : `${year}年`;
  return `${head}${Number(month)}月${Number(day)}日`;
}
