import type { Values } from '../model/field-kind.ts';
import type { Grid } from './grids.ts';
import type { Building } from './housing.ts';
import type { Resident, Workplace } from './people/household-plan.ts';
import { type Random, weighted } from './random.ts';
import type { Instant } from './days.ts';
import type { Town } from './town.ts';

/** `issue_item` code, title, what was seen; by how often grid workers report it. */
const drawItem = weighted<readonly [string, string, string]>([
  [['0101', '疏散通道被占用', '一楼楼梯口堆放杂物，占用疏散通道，已要求清理。'], 18],
  [['0104', '电动自行车违规充电', '有人在楼道内给电动自行车充电，存在火灾隐患。'], 22],
  [['0102', '灭火器过期', '灭火器压力不足、已过有效期，应更换。'], 12],
  [['0105', '私拉乱接电线', '室内私拉乱接电线，插座过载。'], 9],
  [['0201', '租住人员未登记', '入户核查发现新住人员未办理登记。'], 14],
  [['0203', '门禁失效', '楼栋门禁损坏，无法正常锁闭。'], 6],
  [['0301', '无证生产经营', '现场未能出示营业执照。'], 4],
  [['1001', '邻里纠纷', '因晚间噪声与邻居发生争执，已到场劝解。'], 7],
  [['1204', '垃圾堆放', '路边堆放建筑垃圾，影响通行。'], 8],
  [['1301', '占道经营', '商户在人行道摆卖。'], 6],
  [['1502', '内涝积水', '暴雨后低洼路段积水约20厘米。'], 2],
  [['1801', '拖欠工资', '多名工人反映被拖欠两个月工资。'], 2],
  [['1602', '违规储存瓶装气', '餐饮店后厨违规存放多个液化石油气瓶。'], 3],
]);
const HANDLERS = [
  '消防救援大队',
  '公安分局',
  '市场监管分局',
  '住建局',
  '城管分局',
  '社区居委会',
  '人力资源社会保障分局',
] as const;

/** What an issue of a grid may be about. */
export interface Scene {
  readonly grid: Grid;
  readonly buildings: readonly Building[];
  readonly units: readonly Workplace[];
  readonly people: readonly Resident[];
}

/** An issue with what was written of it. */
export interface AddedIssue {
  readonly id: string;
  readonly values: Values;
}

/** Days issues go back: a year and three months, so that the last months have the same of a year before beside them. */
export const ISSUE_DAYS = 460;

/** Writes one issue of the last months; most are closed, the newest still on their way. */
export function addIssue(town: Town, scene: Scene, serial: number): AddedIssue | null {
  const { random } = town;
  const { grid, buildings } = scene;
  const building = buildings[random.below(Math.max(1, buildings.length))];
  if (building === undefined) return null;
  const at = town.days.recently(random, ISSUE_DAYS);
  const [item, title, description] = drawItem(random);
  const reporter = grid.staff[random.below(Math.max(1, grid.staff.length))];
  const values: Values = {
    serial_no: `ZW${iso(at).slice(0, 10).replaceAll('-', '')}${String(serial).padStart(7, '0')}`,
    title: `${building.name}${title}`,
    category: item.slice(0, 2),
    item,
    level: random.chance(0.92) ? '01' : '02',
    hazard_level: random.chance(0.97) ? '01' : '02',
    issue_source: random.chance(0.8) ? '01' : random.pick(['02', '03', '04']),
    occurred_at: iso(at - 3_600_000),
    reported_at: iso(at),
    village: grid.division,
    grid: grid.id,
    address: building.address,
    place_text: building.path,
    place: building.point,
    description,
    ...(reporter === undefined
      ? {}
      : { reporter: reporter.id, reporter_name: reporter.name, reporter_contact: reporter.phone }),
    object_building: building.id,
    ...partyOf(town, scene, item),
    ...progressOf(town, at),
  };
  return { id: town.add('issue', { at, values }), values };
}

function partyOf(town: Town, { units, people }: Scene, item: string): Values {
  const { random } = town;
  const unit = units[random.below(Math.max(1, units.length))];
  const party = people[random.below(Math.max(1, people.length))];
  if (item.startsWith('03') || item.startsWith('13') || item === '1801')
    return {
      ...(unit !== undefined && { object_unit: unit.id }),
      ...(item === '1801' && owedWages(random)),
    };
  if (party === undefined || random.chance(0.4)) return {};
  const contact = party.phone === null ? {} : { party_contact: party.phone };
  return { party: party.id, party_name: party.name, ...contact, people_count: 1 + random.below(4) };
}

/** Two months' wages of some workers, fen. */
function owedWages(random: Random): Values {
  const people_count = 3 + random.below(30);
  return { people_count, amount: people_count * 2 * (450_000 + 1000 * random.below(250)) };
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Days an issue is given, and the share of them that is needed at most where nothing goes wrong. */
const LIMIT_DAYS = { least: 3, more: 12 } as const;
const USUAL_SHARE = 0.7;
/** One issue in so many is closed after its limit, and some days after that: it is late while it is open. */
const LATE = { oneIn: 18, days: 14 } as const;

/** How far an issue has come by today: what would be closed later is still on its way. */
function progressOf({ random, days }: Town, at: Instant): Values {
  const accepted = at + HOUR_MS;
  const limit_days = LIMIT_DAYS.least + random.below(LIMIT_DAYS.more);
  const deadline = at + limit_days * DAY_MS;
  const isLate = random.below(LATE.oneIn) === 0;
  const needed_days = isLate
    ? limit_days + 1 + random.below(LATE.days)
    : random.below(Math.ceil(limit_days * USUAL_SHARE));
  const handled = accepted + needed_days * DAY_MS;
  const begun = {
    accepted_at: iso(accepted),
    handle_by: iso(deadline),
    deadline: iso(deadline),
    dispatched_to: random.pick(HANDLERS),
    handling_level: '3',
  };
  if (days.now - at < DAY_MS) return { status: '10', deadline: iso(deadline) };
  if (handled + 2 * HOUR_MS > days.now)
    return { status: random.pick(['20', '30', '40', '40', '50']), ...begun };
  return {
    status: random.chance(0.5) ? '70' : '80',
    ...begun,
    handled_at: iso(handled),
    handling: '已到现场处理，隐患消除。',
    verified_at: iso(handled + HOUR_MS),
    verification: '经现场核查，情况属实，已整改到位。',
    closed_at: iso(handled + 2 * HOUR_MS),
  };
}

const iso = (at: Instant): string => new Date(at).toISOString();
