import { type Desk, type Place, spread, type Village } from './desk.ts';
import type { Workplace } from '../people/household-plan.ts';
import { addLists } from './lists.ts';
import { addVenues } from './venues.ts';
import { dueWithin, before, headValues } from './values.ts';

/** Venues by village, for what happens in them. */
export interface PartyWork {
  readonly venues: ReadonlyMap<string, string>;
}

/** Writes lists of duties and powers, decisions, joint meetings, venues, Party branches and joint activities. */
export function addPartyWork(desk: Desk): PartyWork {
  addLists(desk);
  const { villages } = desk;
  for (const [i, village] of villages.entries()) addDecision(desk, village, i);
  for (const village of spread(villages, 24)) addMeeting(desk, village);
  const venues = addVenues(desk);
  addBranches(desk);
  for (const village of spread(villages, 24)) addActivity(desk, village);
  return { venues };
}

const matters: readonly (readonly [kind: string, title: string, yuan: number])[] = [
  ['02', '旧厂房物业公开招租', 860_000],
  ['03', '村道路灯改造工程', 420_000],
  ['04', '老人活动中心设备购置', 68_000],
  ['06', '年度股份分红方案', 5_200_000],
  ['08', '修订村规民约', 0],
  ['09', '增设视频监控和充电棚', 310_000],
  ['03', '雨污分流支管工程', 1_750_000],
];

/** A matter somewhere between the proposal and the last disclosure. */
function addDecision(desk: Desk, village: Place, turn: number): void {
  const { random } = desk;
  const [kind, title, yuan] = matters[turn % matters.length] ?? ['99', '其他事项', 0];
  const reached = 1 + random.below(6);
  const start = 40 + random.below(200);
  const day = (step: number): string | null =>
    step <= reached ? desk.days.ago(start - 6 * (step - 1)) : null;
  const entitled = 40 + random.below(50);
  const voted = entitled - random.below(8);
  const isVoted = reached >= 4;
  desk.put('major_decision', {
    village: village.id,
    title,
    kind,
    amount: yuan === 0 ? null : yuan * 100,
    proposer: `${village.name}党工委`,
    proposed_on: day(1),
    discussed_on: day(2),
    considered_on: day(3),
    resolved_on: day(4),
    ...(isVoted && { due_to_vote: entitled, voted, agreed: voted - random.below(5), result: '01' }),
    published_on: day(5),
    published_to: reached >= 5 ? desk.days.ago(start - 24 - 7) : null,
    result_published_on: day(6),
    step: `0${String(reached)}`,
    ...(isVoted && {
      minutes: desk.paper(),
      responsible: desk.colleague().name,
      finish_by: dueWithin(desk, 90),
    }),
  });
}

function addMeeting(desk: Desk, village: Place): void {
  const { random } = desk;
  const kind = random.pick(['01', '02'] as const);
  const state = random.pick(['01', '02', '03'] as const);
  const held = 10 + random.below(200);
  desk.put('joint_meeting', {
    village: village.id,
    kind,
    title: kind === '01' ? '季度党群联席会议' : '班子联席会议',
    held_on: desk.days.ago(held),
    place_text: `${village.name}党群服务中心会议室`,
    chair: desk.colleague().name,
    attendees:
      kind === '01' ? '党员代表、村民代表、驻区企业、社会组织' : '党工委、村（居）委会、经联社班子成员',
    people_count: 8 + random.below(20),
    agenda: random.pick(['消防隐患整治和电动自行车停放', '出租屋门禁安装进度', '集体物业招租与安全责任']),
    outcome: '议定由责任人牵头，一个月内完成并向下次会议报告。',
    state,
    ...(state !== '01' && { responsible: desk.colleague().name, finish_by: dueWithin(desk, 50) }),
    ...(state === '03' && { finished_on: desk.days.ago(Math.max(1, held - 8)) }),
  });
}

/** A company, not a shop. */
const isCompany = ({ name }: Workplace): boolean => name.endsWith('公司');

function addBranches(desk: Desk): void {
  const { random, days } = desk;
  for (const { known, id, name } of spread(desk.villages, 24)) {
    const unit = known.units.find(isCompany);
    desk.put('party_org', {
      name: unit === undefined ? `${name}两新组织联合党支部` : `${unit.name}党支部`,
      kind: unit === undefined ? '04' : '03',
      owner_kind: '01',
      village: id,
      unit: unit?.id ?? null,
      superior: `${desk.home.name}两新组织党委`,
      ...headValues(desk.colleague()),
      member_count: 3 + random.below(30),
      founded_on: before(desk, 2500),
      elected_on: `${days.year - 2}-03-15`,
      term_to: random.chance(0.15) ? dueWithin(desk, 90) : `${days.year + 1}-03-14`,
      star: random.pick(['0', '3', '3', '4', '5']),
      star_year: days.year - 1,
      state: '01',
    });
  }
}

function addActivity(desk: Desk, village: Village): void {
  const { random } = desk;
  const unit = village.known.units.find(isCompany) ?? village.known.units[0];
  const programme = random.pick(['01', '02'] as const);
  desk.put('joint_activity', {
    title: programme === '01' ? '党员志愿服务进社区' : '企业恳谈会',
    held_on: before(desk, 420),
    programme,
    village: village.id,
    unit: unit?.id ?? null,
    partner: unit?.name ?? '',
    place_text: `${village.name}党群服务站`,
    people_count: 12 + random.below(60),
    content:
      programme === '01' ? '清理楼道杂物，宣传电动自行车安全。' : '听取企业用工、用电和员工子女入学意见。',
    outcome: programme === '01' ? '清理堵塞通道 3 处。' : '协调解决员工宿舍消防整改问题 1 个。',
  });
}
