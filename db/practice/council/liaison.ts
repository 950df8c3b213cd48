import { dayAfter, weekdayOf } from '../../model/calendar/day-arithmetic.ts';
import type { Values } from '../../model/field-kind.ts';
import { named, put, someName, times, type Known, type Scene } from '../light/scene.ts';

/** Villages with a team in a practice town, weeks behind it, and opinions of each. */
const SIZE = { villages: 4, weeks: 14, opinions: 9 } as const;

/** What residents said: title, code of `liaison_matter`, text, where, answer. */
const sayings: readonly (readonly [string, string, string, string, string])[] = [
  ['路灯不亮', '11', '村口三盏路灯不亮，晚上出行不安全。', '村口', '已通知供电部门更换。'],
  ['垃圾清运不及时', '02', '垃圾桶经常满溢，气味较大。', '市场东侧', '已增加清运次数。'],
  ['停车位不足', '01', '下班后车辆乱停，消防车进不来。', '三巷', '已列入停车位规划。'],
  ['出租屋电线杂乱', '03', '楼道电线老化，怕起火。', '二街', '已上门检查并要求整改。'],
  ['入学政策咨询', '04', '外地户籍子女怎样申请公办学位。', '联系点', '已当场说明办理条件和材料。'],
  ['河涌有异味', '02', '雨后河涌发黑有异味。', '河边路', '已转水务部门排查排污口。'],
  ['长者饭堂开办', '10', '希望开办长者饭堂。', '联系点', '已列入年度计划。'],
  ['分红时间', '09', '今年股份分红何时发放。', '联系点', '已当场答复，十二月底前发放。'],
  ['夜间施工噪声', '02', '工地晚上十一点后仍施工。', '工业路', '已转城管部门查处。'],
];

/** Writes teams with members and points, timetables, receptions, visits, opinions and logs. */
export function addLiaison(scene: Scene): void {
  let serial = 0;
  for (const known of firstOfVillages(scene)) {
    const office = addTeam(scene, known);
    for (const week of times(SIZE.weeks, (at) => at - 1)) addSession(scene, known, { ...office, week });
    for (const i of times(SIZE.opinions, (at) => at)) {
      serial += 1;
      addOpinion(scene, known, { serial, i });
    }
  }
}

/** One known grid of each of the first villages. */
function firstOfVillages({ known }: Scene): readonly Known[] {
  const villages = new Map(known.map((one) => [one.grid.division, one]));
  return [...villages.values()].slice(0, SIZE.villages);
}

interface Office {
  readonly team: string;
  readonly point: string;
  readonly leader: string;
}

function addTeam(scene: Scene, { grid }: Known): Office {
  const leader = someName(scene);
  const village = grid.division;
  const team = put(scene, 'liaison_team', {
    name: `${grid.village.name}驻点团队`,
    village,
    leader,
    leader_post: scene.random.pick(['党委副书记', '党委委员', '副镇长']),
    leader_contact: scene.town.nextPhone(),
    from_day: scene.days.newYear,
  });
  for (const role of ['2', '2', '3', '4'] as const)
    put(scene, 'liaison_member', {
      team,
      name: someName(scene),
      role,
      unit: scene.random.pick(['党政办', '综治办', '社会事务局', '规划建设局']),
      contact: scene.town.nextPhone(),
    });
  const point = put(scene, 'liaison_point', {
    name: `${grid.village.name}党群服务中心联系点`,
    village,
    grid: grid.id,
    place_text: `${grid.village.name}党群服务中心`,
    team,
    weekday: '2',
    hours: '09:00-11:30',
    ...named(scene),
    is_posted: true,
  });
  return { team, point, leader };
}

/** The next day of the week on which teams are at their points, a Tuesday; today when it is one. */
function nextTuesday(today: string): string {
  return dayAfter(today, (2 - weekdayOf(today) + 7) % 7);
}

function addSession(scene: Scene, known: Known, of: Office & { readonly week: number }): void {
  const { grid, people } = known;
  const { today } = scene.days;
  const day = dayAfter(nextTuesday(today), -7 * (of.week + 1));
  const isOver = day < today;
  const village = grid.division;
  const session = put(scene, 'liaison_session', {
    session_day: day,
    team: of.team,
    village,
    point: of.point,
    hours: '09:00-11:30',
    leader: of.leader,
    state: isOver ? '2' : '1',
    ...(isOver && { attended: `${of.leader}等4人`, received: 2, visited: 1 }),
  });
  if (!isOver) return;
  const [said, visited] = [sayings[of.week % sayings.length], people[of.week % Math.max(1, people.length)]];
  if (said === undefined || visited === undefined) return;
  const { name, id, household } = visited;
  const resident: Values = { resident_name: name, person: id, household };
  put(scene, 'liaison_reception', {
    received_at: `${day}T01:30:00.000Z`,
    session,
    point: of.point,
    village,
    receiver: of.leader,
    ...resident,
    matter: said[1],
    content: said[2],
    answer: said[4],
  });
  put(scene, 'liaison_visit', {
    visited_at: `${day}T03:00:00.000Z`,
    session,
    visitors: of.leader,
    village,
    grid: grid.id,
    address_text: `${grid.village.name}${said[3]}`,
    ...resident,
    present_count: 1 + scene.random.below(3),
    notes: said[2],
  });
  put(scene, 'liaison_log', {
    log_day: day,
    writer: of.leader,
    village,
    session,
    place_text: `${grid.village.name}党群服务中心`,
    contacts: visited.name,
    content: `今天驻点接待群众，反映较多的是${said[0]}。${said[4]}`,
    thoughts: '同类问题应集中研究解决。',
  });
}

function addOpinion(
  scene: Scene,
  { grid, people }: Known,
  of: { readonly serial: number; readonly i: number },
): void {
  const said = sayings[of.i % sayings.length];
  const person = people[of.i % Math.max(1, people.length)];
  if (said === undefined || person === undefined) return;
  const [title, matter, content, place, answer] = said;
  const collected = scene.days.ago(2 + ((of.serial * 7) % 120));
  const isAtOnce = atOnce.includes(of.i);
  const opinion = put(scene, 'liaison_opinion', {
    serial: of.serial,
    title,
    collected_on: collected,
    way: of.i % 2 === 0 ? '1' : '2',
    village: grid.division,
    matter,
    content,
    place_text: `${grid.village.name}${place}`,
    resident_name: person.name,
    person: person.id,
    household: person.household,
    ...(isAtOnce
      ? { handling: '1' }
      : { handling: '2', unit: '城管分局', deadline: dayAfter(collected, 14) }),
    ...handled({ collected, today: scene.days.today }, { serial: of.serial, isAtOnce, answer }),
  });
  if (!isAtOnce) addHandOver(scene, opinion, collected);
}

/** Collected sixteen days ago. */
const LATE_OPINION = 2;

/** Questions among the sayings: they are answered at once. */
const atOnce: readonly number[] = [4, 7];

/** Closed within the two weeks they have; what came in last is open, and one opinion is late. */
function handled(
  { collected, today }: { readonly collected: string; readonly today: string },
  of: { readonly serial: number; readonly isAtOnce: boolean; readonly answer: string },
): Values {
  const closed = dayAfter(collected, of.isAtOnce ? 0 : 3 + (of.serial % 11));
  const isOpen = closed > today || (!of.isAtOnce && of.serial === LATE_OPINION);
  if (isOpen) return { state: '20' };
  return {
    state: '40',
    answered_on: closed,
    answer: of.answer,
    told_on: closed,
    told: '已电话告知。',
    satisfaction: '1',
    closed_on: closed,
  };
}

function addHandOver(scene: Scene, opinion: string, day: string): void {
  put(scene, 'liaison_opinion_step', {
    case_record: opinion,
    action: 'hand_over',
    action_name: '转办',
    from_state: '10',
    to_state: '20',
    acted_at: `${day}T08:00:00.000Z`,
    actor: '练习数据生成',
  });
}
