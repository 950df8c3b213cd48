import { monthDays } from '../duty/month-days.ts';
import { templateOf } from '../duty/templates.ts';
import { chinaCalendar } from '../model/calendar/china.ts';
import { dayAfter, monthsAfter } from '../model/calendar/day-arithmetic.ts';
import type { Values } from '../model/field-kind.ts';
import { longName, personName, surname } from './names.ts';
import { recordIds } from './identifiers.ts';
import { seededRandom } from './random.ts';
import type { Town } from './town.ts';

/** People of the office team by role, as a town office of thirty has them. */
const staffing = [
  { role: '01', count: 5, department: ['党委', '政府', '人大'] },
  { role: '02', count: 15, department: ['党政办', '综治办', '经济发展局', '规划建设局', '社会事务局'] },
  { role: '03', count: 10, department: ['党政办', '应急管理分局', '宣传办'] },
] as const;

/** Added to the town's seed, so that duty staff are drawn from chance of their own and nothing else moves. */
const DUTY_STREAM = 0x64_75_74_79;

interface Member {
  readonly id: string;
  readonly role: string;
}

/** Writes the duty team of the office with its people, rules, the rosters of two months, and what goes with them. */
export function addDutyTeam(
  town: Town,
  { seed, townName }: { readonly seed: number; readonly townName: string },
): void {
  const random = seededRandom(seed + DUTY_STREAM);
  const own: Town = { ...town, random, newId: recordIds(random) };
  const [last, present, next] = [town.days.monthAgo(1), town.days.monthAgo(0), town.days.monthAgo(-1)];
  const desk = { town: own, at: town.days.longAgo(random), townName, last, present, next };
  const team = addTeam(desk);
  const members = addMembers(desk, team);
  const posts = addPosts(desk, team);
  addAgreements(desk, { team, members, posts });
  addLastMonths(desk, { team, members, posts });
  addCalendar(desk);
}

interface Desk {
  readonly town: Town;
  readonly at: number;
  readonly townName: string;
  /** Months: done, published, still to be planned. */
  readonly last: string;
  readonly present: string;
  readonly next: string;
}

interface Team {
  readonly team: string;
  readonly members: readonly Member[];
  readonly posts: ReadonlyMap<string, string>;
}

const template = templateOf('office-day-night');

/** A row with its own id, so that the town's ids stay what they were. */
const put = ({ town, at }: Desk, ledger: string, values: Values): string =>
  town.add(ledger, { at, id: town.newId(at), values });

function addTeam(desk: Desk): string {
  const unit = `${desk.townName}人民政府`;
  const values: Values = {
    ...template.team,
    name: `${desk.townName}机关值班`,
    unit_name: unit,
    duty_phone: '0769-00000110',
    fax: '0769-00000119',
    prepared: '党政办',
  };
  const team = put(desk, 'duty_team', values);
  for (const rule of template.rules) put(desk, 'duty_rule', { is_active: true, ...rule, team });
  return team;
}

function addMembers(desk: Desk, team: string): readonly Member[] {
  const { random } = desk.town;
  const used = new Set<string>();
  const members: Member[] = [];
  for (const { role, count, department } of staffing) {
    for (let i = 0; i < count; i += 1) {
      const isMan = random.chance(0.6);
      const name = members.length === 29 ? longName(random, 12) : newName(desk, used, isMan);
      used.add(name);
      const values: Values = {
        team,
        name,
        department: random.pick(department),
        phone: desk.town.nextPhone(),
        roles: [role],
        skills: skillsOf(desk, { isMan, isLast: i === count - 1 }),
        position: members.length + 1,
        share: 100,
        ...(members.length === 8 && noNights(desk)),
      };
      members.push({ id: put(desk, 'duty_member', filled(values)), role });
    }
  }
  return members;
}

/** One officer is spared the nights. */
const noNights = ({ last, present }: Desk): Values => ({
  no_night_from: `${last}-01`,
  no_night_to: dayAfter(monthsAfter(`${present}-01`, 8), -1),
  no_night_reason: '身体原因',
});

const filled = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0)),
  );

function skillsOf(
  { town }: Desk,
  { isMan, isLast }: { readonly isMan: boolean; readonly isLast: boolean },
): readonly string[] {
  const skills = town.random.chance(0.7) ? ['01'] : [];
  if (isLast) skills.push('03');
  if (!isMan) skills.push('06');
  return skills;
}

/** A name nobody in the team has yet. */
function newName({ town }: Desk, used: ReadonlySet<string>, isMan: boolean): string {
  for (;;) {
    const { name } = personName(town.random, surname(town.random), isMan);
    if (!used.has(name)) return name;
  }
}

function addPosts(desk: Desk, team: string): ReadonlyMap<string, string> {
  return new Map(
    template.posts.map((post) => {
      const need = Number(post['need_workday'] ?? 1);
      const needs = { need_restday: need, need_holiday: need, need_spring: need };
      return [String(post['name']), put(desk, 'duty_post', { ...needs, ...post, team })];
    }),
  );
}

/** Leave, requests, a pair and a campaign of next month, so that there is something to plan around. */
function addAgreements(desk: Desk, { team, members, posts }: Team): void {
  const [leaders, officers, clerks] = ['01', '02', '03'].map((role) => membersOf(members, role));
  const { next } = desk;
  const [lastDay = '', fourthLast = ''] = [monthDays(next).at(-1), monthDays(next).at(-4)];
  const who = (among: readonly Member[] | undefined, i: number): string => among?.[i]?.id ?? '';
  const leave = (member: string, kind: string, days: readonly [string, string]): string =>
    put(desk, 'duty_leave', { member, kind, from_day: days[0], to_day: days[1] });
  leave(who(leaders, 1), '08', [`${next}-21`, `${next}-25`]);
  leave(who(officers, 2), '01', [`${next}-07`, `${next}-11`]);
  leave(who(officers, 7), '09', [`${next}-14`, `${next}-18`]);
  leave(who(clerks, 4), '02', [`${next}-02`, `${next}-04`]);
  const wholeMonth = { from_day: `${next}-01`, to_day: lastDay, weight: '1' };
  put(desk, 'duty_request', {
    ...wholeMonth,
    member: who(leaders, 3),
    kind: 'never',
    weekdays: ['3'],
    remark: '每周三参加例会',
  });
  put(desk, 'duty_request', {
    ...wholeMonth,
    member: who(officers, 9),
    kind: 'avoid',
    from_day: `${next}-24`,
    to_day: `${next}-26`,
    weight: '2',
  });
  put(desk, 'duty_pair', { team, kind: 'presence', first: who(leaders, 0), second: who(leaders, 1) });
  put(desk, 'duty_pair', { team, kind: 'apart', first: who(officers, 0), second: who(officers, 5) });
  put(desk, 'duty_campaign', {
    team,
    name: '冬春火灾防控',
    from_day: fourthLast,
    to_day: lastDay,
    post: posts.get('夜班') ?? '',
    need: 2,
  });
}

const membersOf = (members: readonly Member[], role: string): readonly Member[] =>
  members.filter((member) => member.role === role);

/** A duty as it was and is now. */
interface Duty {
  readonly day: string;
  readonly post: string;
  readonly seat: number;
  readonly member: string;
  readonly planned?: string;
}

/** Last month as it was done and this one as it is published: everybody in turn. */
function addLastMonths(desk: Desk, team: Team): void {
  const { last, present } = desk;
  const done = duties(team, monthDays(last), 0);
  const planned = duties(team, monthDays(present), monthDays(last).length);
  const published = addSwap(desk, team, planned);
  addRoster(desk, team, { month: last, state: 'locked', duties: done });
  addRoster(desk, team, { month: present, state: 'published', duties: published });
  addLog(desk, team, [...done, ...published]);
  addCompensation(desk, done);
}

const turns: readonly { readonly post: string; readonly role: string; readonly seats: number }[] = [
  { post: '带班领导', role: '01', seats: 1 },
  { post: '白班', role: '02', seats: 2 },
  { post: '夜班', role: '03', seats: 1 },
];

function duties({ members, posts }: Team, days: readonly string[], before: number): readonly Duty[] {
  return days.flatMap((day, i) =>
    turns.flatMap(({ post, role, seats }) => {
      const list = membersOf(members, role);
      return Array.from({ length: seats }, (_, seat) => ({
        day,
        post: posts.get(post) ?? '',
        seat: seat + 1,
        member: list[((before + i) * seats + seat) % list.length]?.id ?? '',
      }));
    }),
  );
}

/** Two officers swap two days of this month. */
function addSwap(desk: Desk, { team, posts }: Team, before: readonly Duty[]): readonly Duty[] {
  const at = (day: string): Duty | undefined =>
    before.find((duty) => duty.day === day && duty.post === posts.get('白班') && duty.seat === 1);
  const [mine, other] = [at(`${desk.present}-17`), at(`${desk.present}-20`)];
  if (mine === undefined || other === undefined) return before;
  put(desk, 'duty_change', {
    team,
    kind: 'swap',
    day: mine.day,
    post: mine.post,
    member: mine.member,
    other_day: other.day,
    other_post: other.post,
    other_member: other.member,
    reason: '外出培训',
    state: 'active',
    recorded_at: `${dayAfter(`${desk.present}-01`, -2)}T02:00:00.000Z`,
  });
  return before.map((duty) => {
    if (duty === mine) return { ...duty, member: other.member, planned: mine.member };
    return duty === other ? { ...duty, member: mine.member, planned: other.member } : duty;
  });
}

function addRoster(
  desk: Desk,
  { team }: Team,
  of: { readonly month: string; readonly state: string; readonly duties: readonly Duty[] },
): void {
  const [year, month] = of.month.split('-');
  const roster = put(desk, 'duty_roster', {
    team,
    month: of.month,
    title: `${desk.townName}${year}年${Number(month)}月值班表`,
    state: of.state,
    status: 'hand',
    published_at: `${monthsAfter(`${of.month}-28`, -1)}T02:00:00.000Z`,
    ...(of.state === 'locked' && { locked_at: `${monthDays(of.month).at(-1) ?? ''}T08:00:00.000Z` }),
  });
  for (const { day, post, seat, member, planned } of of.duties) {
    const changed = planned === undefined ? {} : { planned };
    const origin = planned === undefined ? 'import' : 'swap';
    put(desk, 'duty_assignment', { roster, day, post, seat, member, origin, ...changed });
  }
}

/** The last three days before today. */
function addLog(desk: Desk, { team }: Team, known: readonly Duty[]): void {
  const weathers = ['晴，22～29℃', '多云，21～28℃', '小雨转多云，20～26℃'];
  for (const [i, weather] of weathers.entries()) {
    const day = desk.town.days.ago(weathers.length - i);
    put(desk, 'duty_log', {
      team,
      day,
      shift: '01',
      on_duty: `带班领导及值班人员 ${known.filter((duty) => duty.day === day).length} 人`,
      weather,
      calls: '09:20 市值班室来电，查岗，人员在岗。',
      matters: '巡查办公楼及周边，无异常。',
      handover: i === 1 ? '道路积水抢修未完成，请跟进。' : '无。',
      signed_at: `${day}T09:30:00.000Z`,
    });
  }
}

/** Every duty of a day off in last month has earned a day; somebody has taken one. */
function addCompensation(desk: Desk, done: readonly Duty[]): void {
  const calendar = chinaCalendar();
  const earned = done.filter(({ day }) => !calendar.isWorkingDay(day));
  for (const { member, day } of earned)
    put(desk, 'duty_compensation', { member, kind: 'earned', day, hours: 80 });
  const [first] = earned;
  if (first !== undefined)
    put(desk, 'duty_compensation', { member: first.member, kind: 'used', day: `${desk.last}-26`, hours: 80 });
}

/** Holidays of the last two months as the office entered them: the days the program ships, too. */
function addCalendar(desk: Desk): void {
  const calendar = chinaCalendar();
  const before = desk.town.days.monthAgo(2);
  for (const day of [...monthDays(before), ...monthDays(desk.last)]) {
    const kind = calendar.kindOf(day);
    if (kind !== 'holiday' && kind !== 'make-up') continue;
    put(desk, 'duty_calendar_day', { day, kind, name: calendar.nameOf(day)?.zh ?? '' });
  }
}
