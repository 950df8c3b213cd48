import type { Values } from '../../model/field-kind.ts';
import type { Days } from '../days.ts';
import { type Desk, type Place, spread } from './desk.ts';
import { dueWithin, before, personValues } from './values.ts';

/** Village bodies are elected for five years: 2021, 2026 … (村民委员会组织法第十一条). */
function termOf({ year }: Days): Values {
  const first = year - ((year - 1) % 5);
  return { term: `${first}届`, term_from: `${first}-01-16`, term_to: `${first + 5}-01-15` };
}

const works = [
  '党建、组织',
  '经济发展、集体资产',
  '综治、网格、信访',
  '规划建设、环境卫生',
  '民生服务、妇女工作',
];

/** Writes the village bodies, the reserve with its training, and the people of the teams. */
export function addOfficials(desk: Desk, venues: ReadonlyMap<string, string>): void {
  for (const village of desk.villages) addBody(desk, village);
  for (const village of spread(desk.villages, 24)) addReserve(desk, village);
  addTeams(desk, venues);
}

function addBody(desk: Desk, village: Place): void {
  const { random } = desk;
  const isOneHead = random.chance(0.85);
  const posts = [isOneHead ? ['01', '11', '21'] : ['01', '21'], ['02'], ['03', '12'], ['03', '13'], ['31']];
  for (const [i, held] of posts.entries()) {
    const isNewcomer = i === 3 && random.chance(0.2);
    desk.put('committee_member', {
      ...personValues(desk, desk.colleague()),
      political: '01',
      village: village.id,
      posts: held,
      is_three_in_one: i === 0 && isOneHead,
      work: works[i] ?? '',
      hukou_kind: isNewcomer ? '04' : '01',
      ...(isNewcomer && { is_pilot: true }),
      ...termOf(desk.days),
      state: '01',
    });
  }
  if (!isOneHead)
    desk.put('committee_member', {
      ...personValues(desk, desk.colleague()),
      village: village.id,
      posts: ['02', '11'],
      is_three_in_one: false,
      work: '村（居）务',
      hukou_kind: '01',
      ...termOf(desk.days),
      state: '01',
    });
}

function addReserve(desk: Desk, village: Place): void {
  const { random } = desk;
  const cadre = desk.put('reserve_cadre', {
    ...personValues(desk, desk.colleague()),
    village: village.id,
    current_post: random.pick(['村（社区）“两委”干部', '社区工作人员', '网格管理员', '企业车间主管']),
    origin: random.pick(['01', '02', '03', '06']),
    target: random.pick(['01', '02', '02']),
    listed_on: before(desk, 700),
    mentor: desk.colleague().name,
    plan: '跟班学习村务管理，参加一期镇组织的书记后备培训。',
    state: '01',
    reviewed_on: before(desk, 150),
    grade: random.pick(['01', '02', '02', '03']),
    next_review_on: dueWithin(desk, 150),
  });
  const records: readonly (readonly [string, string])[] = [
    ['01', '村（社区）后备干部集中培训'],
    ['02', '跟班参与集体资产交易工作'],
  ];
  for (const [kind, subject] of records)
    desk.put('cadre_training', {
      cadre,
      held_on: before(desk, 300),
      kind,
      subject,
      hours: 40 + 5 * random.below(8),
      by_whom: '组织人事办',
      grade: '02',
    });
}

const teams: readonly { readonly kind: string; readonly employer: string; readonly serves: string[] }[] = [
  { kind: '01', employer: '组织人事办', serves: ['2', '6'] },
  { kind: '02', employer: '练习社会工作服务中心', serves: ['1', '5'] },
  { kind: '02', employer: '练习社会工作服务中心', serves: ['3', '5'] },
  { kind: '03', employer: '社区教育学院', serves: ['1', '6'] },
  { kind: '04', employer: '禁毒办', serves: ['5'] },
];

function addTeams(desk: Desk, venues: ReadonlyMap<string, string>): void {
  const { random } = desk;
  const row = (village: Place, { kind, employer, serves }: (typeof teams)[number]): Values => ({
    ...personValues(desk, desk.colleague()),
    kind,
    village: village.id,
    station: venues.get(village.id) ?? '',
    employer,
    qualification: kind === '02' ? random.pick(['01', '01', '02']) : '00',
    serves,
    hired_on: before(desk, 1500),
    contract_to: random.chance(0.2) ? dueWithin(desk, 70) : desk.days.ago(-180 - random.below(700)),
    state: random.chance(0.94) ? '01' : '02',
  });
  for (const [i, village] of spread(desk.villages, 30).entries()) {
    const team = teams[i % teams.length];
    if (team !== undefined) desk.put('team_worker', row(village, team));
    if (i % 2 === 0 && teams[1] !== undefined) desk.put('team_worker', row(village, teams[1]));
  }
}
