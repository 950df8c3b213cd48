import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import { type Desk, type Place, spread } from './desk.ts';
import { addChambers } from './chambers.ts';
import { dueWithin, before, headValues, personValues } from './values.ts';

/** Writes social organisations with their years, service projects, chambers, partner forces and volunteers. */
export function addSociety(desk: Desk): void {
  const orgs = spread(desk.villages, 24).map((village, i) => addOrg(desk, village, i));
  for (const [i, org] of orgs.entries()) addProject(desk, org, i);
  addChambers(desk);
  const forces = spread(desk.villages, 20).map((village, i) => addForce(desk, village, i));
  addVolunteers(desk, forces);
}

interface Org {
  readonly id: string;
  readonly name: string;
  readonly village: Place;
}

const orgNames: readonly (readonly [kind: string, name: string, field: string])[] = [
  ['02', '社会工作服务中心', '04'],
  ['01', '志愿者协会', '16'],
  ['02', '长者日间照料中心', '05'],
  ['01', '商贸行业协会', '11'],
  ['02', '青少年成长服务中心', '06'],
  ['03', '乡贤公益基金会', '03'],
];

function addOrg(desk: Desk, village: Place, turn: number): Org {
  const { random } = desk;
  const [kind, ending, field] = orgNames[turn % orgNames.length] ?? ['99', '服务社', '04'];
  const name = `东莞市练习${village.name.replace(/(社区|村)$/, '')}${ending}`;
  const id = desk.put('social_org', {
    name,
    reg_no: desk.nextCreditCode('52'),
    kind,
    service_fields: [field],
    reg_org: '东莞市民政局',
    supervisor: '社会事务局',
    approve_date: before(desk, 3000),
    fund_source: random.pick(['会费、捐赠', '政府购买服务', '捐赠、服务收入']),
    state: random.chance(0.92) ? '01' : '02',
    term_to: random.chance(0.2) ? dueWithin(desk, 80) : desk.days.ago(-300 - random.below(700)),
    village: village.id,
    place_text: `${village.name}服务综合楼`,
    legal_name: desk.colleague().name,
    legal_contact: desk.nextPhone(),
    concern: '00',
    foreign_bg: false,
    has_party: random.chance(0.4),
    party_count: random.below(12),
    has_union: random.chance(0.2),
  });
  for (const year of [desk.days.year - 2, desk.days.year - 1])
    desk.put('social_org_year', {
      org: id,
      year,
      annual_check: random.pick(['01', '01', '02']),
      project_count: random.below(6),
      income: 100 * (80_000 + random.below(900_000)),
      bought: 100 * random.below(400_000),
      spending: 100 * (70_000 + random.below(800_000)),
      staff_count: 3 + random.below(20),
      served_count: 500 + random.below(6000),
    });
  return { id, name, village };
}

const projects: readonly (readonly [field: string, name: string, target: string])[] = [
  ['01', '社区禁毒社会工作服务', '社区戒毒康复人员及家属'],
  ['02', '社区矫正对象帮教服务', '社区矫正对象'],
  ['03', '困难家庭救助帮扶', '低保、临时困难家庭'],
  ['04', '社区综合服务中心运营', '本村（社区）居民'],
  ['05', '独居长者关爱行动', '独居、高龄长者'],
  ['12', '新莞人融入计划', '异地务工人员及子女'],
];

function addProject(desk: Desk, { id, name: provider, village }: Org, turn: number): void {
  const { random, days } = desk;
  const [field, name, target] = projects[turn % projects.length] ?? ['99', '其他服务', ''];
  const isOver = random.chance(0.3);
  desk.put('service_project', {
    name,
    field,
    village: village.id,
    buyer: turn % 2 === 0 ? `${desk.home.name}社会事务局` : `${village.name}村（居）民委员会`,
    provider_name: provider,
    provider: id,
    budget: 100 * (60_000 + 1000 * random.below(300)),
    start_on: `${isOver ? days.year - 1 : days.year}-01-01`,
    end_on: isOver ? `${days.year - 1}-12-31` : days.due(random, 240),
    ...headValues(desk.colleague()),
    target_people: target,
    worker_count: 1 + random.below(5),
    volunteer_count: 10 + random.below(60),
    case_count: 5 + random.below(40),
    activity_count: 6 + random.below(40),
    served_count: 300 + random.below(4000),
    state: isOver ? '03' : '02',
    grade: isOver ? random.pick(['01', '02', '02', '03']) : null,
  });
}

interface Force {
  readonly id: string;
  readonly village: Place;
}

const forces: readonly (readonly [kind: string, name: string, serves: string[]])[] = [
  ['05', '义警志愿队', ['4', '7']],
  ['01', '工业区联防队', ['4']],
  ['03', '护校志愿队', ['4', '5']],
  ['02', '商会调解服务队', ['3']],
  ['06', '出租屋房东联络组', ['2', '7']],
];

function addForce(desk: Desk, village: Place, turn: number): Force {
  const { random } = desk;
  const [kind, name, serves] = forces[turn % forces.length] ?? ['06', '居民联络组', ['2']];
  const id = desk.put('partner_force', {
    name: `${village.name}${name}`,
    kind,
    village: village.id,
    place_text: `${village.name}综治中心`,
    ...headValues(desk.colleague()),
    people_count: 12 + random.below(60),
    serves,
    duties: '巡查、宣传、发现问题及时上报。',
    joined_on: before(desk, 1500),
    agreed_to: random.chance(0.3) ? dueWithin(desk, 80) : null,
  });
  for (const counted_on of monthEnds(desk)) {
    const reported = random.below(40);
    desk.put('partner_report', { force: id, counted_on, reported, adopted: Math.floor(reported * 0.7) });
  }
  return { id, village };
}

/** The ends of the last two months. */
const monthEnds = ({ days }: Desk): readonly string[] =>
  [1, 0].map((months) => dayAfter(`${days.monthAgo(months)}-01`, -1));

function addVolunteers(desk: Desk, all: readonly Force[]): void {
  const { random } = desk;
  for (const { id, village } of all)
    for (let i = 0; i < 3; i++)
      desk.put('volunteer', {
        ...personValues(desk, desk.colleague()),
        village: village.id,
        hukou_kind: random.pick(['01', '04', '04']),
        force: id,
        skills: random.pick([['01'], ['01', '06'], ['07', '09'], ['02']]),
        joined_on: before(desk, 1400),
        hours: 100 + 5 * random.below(900),
      });
}
