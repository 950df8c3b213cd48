import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import type { Values } from '../../model/field-kind.ts';
import { visitPlan } from '../../model/ledgers/care/visit-plan.ts';
import { personName } from '../names.ts';
import type { Random } from '../random.ts';
import type { Sampled } from '../sample.ts';
import type { CareDesk } from './care.ts';

const UNITS: Readonly<Record<string, string>> = {
  '01': '司法所',
  '02': '司法所',
  '03': '社区卫生服务中心',
  '04': '禁毒办',
  '05': '社区卫生服务中心',
  '06': '团委',
};
const SITUATIONS = [
  '在家，情绪稳定，生活正常，无异常情况。',
  '已找到工作，按时上下班，家庭关系正常。',
  '精神状态良好，能按要求报告情况。',
  '家属反映近期作息规律，按时服药。',
  '近期失业在家，已介绍到人力资源服务站登记求职。',
] as const;

interface Case {
  readonly kind: string;
  /** Record of the guardian, where there is one. */
  readonly guardian: string | null;
}

/** Writes the label of a person, sometimes with an earlier level or taken off already, and the visits paid. */
export function addLabel(desk: CareDesk, person: Sampled, { kind, guardian }: Case): void {
  const { random } = desk;
  const listed = desk.town.days.ago(40 + random.below(900));
  const owner = personName(random, '陈', random.chance(0.7)).name;
  const shared: Values = {
    person: person.id,
    kind,
    unit: UNITS[kind] ?? '综治办',
    owner,
    owner_duty: random.pick(['村（社区）干部', '网格长', '镇班子成员', '民警']),
    village: person.division,
    ...(random.chance(0.92) && {
      document_no: `列管〔${desk.town.days.year}〕${String(1 + random.below(900))}号`,
    }),
    ...(guardian !== null && random.chance(0.85) && { guardian }),
  };
  const level = levelOf(random, kind);
  const changed = random.chance(0.12) ? dayAfter(listed, 20) : null;
  if (changed !== null)
    desk.put('care_label', {
      ...shared,
      ...levelOf(random, kind),
      from_day: listed,
      to_day: changed,
      event: '02',
      state: '20',
    });
  const isOver = random.chance(0.12);
  const label: Values = {
    ...shared,
    ...level,
    from_day: changed ?? listed,
    event: changed === null ? '01' : '02',
    ...(isOver
      ? { to_day: desk.town.days.ago(random.below(20)), end_reason: '01', event: '03', state: '30' }
      : { state: kind === '03' || kind === '06' ? '11' : '10' }),
  };
  addVisits(desk, label, owner);
}

function levelOf(random: Random, kind: string): Values {
  if (kind === '03') {
    const danger = random.below(20);
    const level = danger < 11 ? '01' : danger < 16 ? '02' : danger < 19 ? '03' : '04';
    return { level: level === '04' ? '01' : '02', danger_level: level };
  }
  return { level: random.pick(['01', '02', '02', '03']) };
}

/** Visits of the last months up to the town's today; the last one leaves the next due within days of it. */
function addVisits(desk: CareDesk, label: Values, owner: string): void {
  const { random } = desk;
  const rows = (): readonly Values[] => [];
  const plan = (newest: Values | null): Values => visitPlan({ whole: label, newest, parts: () => [], rows });
  const visits: Values[] = [];
  const end = typeof label['to_day'] === 'string' ? label['to_day'] : desk.town.days.today;
  // The newest first: back from today by what the rules ask, four at most.
  let day = dayAfter(end, -random.below(9));
  for (let i = 0; i < 4 && day > String(label['from_day']); i += 1) {
    visits.push({
      visited_on: day,
      visitor: owner,
      way: random.pick(['01', '01', '03', '05']),
      is_met: random.chance(0.9),
      finding: random.chance(0.93) ? '01' : '02',
      situation: random.pick(SITUATIONS),
    });
    day = dayAfter(day, -(7 + random.below(40)));
  }
  const id = desk.put('care_label', { ...label, ...plan(visits[0] ?? null) });
  const { person, kind } = label;
  for (const visit of visits)
    desk.put('care_visit', { label: id, person: person ?? null, kind: kind ?? null, ...visit });
}
