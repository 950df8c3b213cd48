import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import type { Values } from '../../model/field-kind.ts';
import { personName } from '../names.ts';
import type { Sampled } from '../sample.ts';
import type { CareDesk } from './care.ts';

/** Writes the details of a kind, and the guardian where one is needed; returns the guardian's record. */
export function addKindRows(desk: CareDesk, person: Sampled, kind: string): string | null {
  const [ledger, make] = details[kind] ?? [];
  if (ledger === undefined || make === undefined) return null;
  desk.put(ledger, { person: person.id, ...make(desk) });
  if (kind === '06') addServices(desk, person);
  return (kind === '03' || kind === '06') && desk.random.chance(0.9) ? addGuardian(desk, person) : null;
}

type Details = (desk: CareDesk) => Values;

const details: Readonly<Record<string, readonly [string, Details]>> = {
  '01': ['care_released', released],
  '02': ['care_correction', correction],
  '03': ['care_mental', mental],
  '04': ['care_drug', drug],
  '05': ['care_aids', aids],
  '06': ['care_youth', youth],
};

const helper = (desk: CareDesk): Values => ({
  helper_name: personName(desk.random, '李', desk.random.chance(0.5)).name,
  helper_contact: desk.town.nextPhone(),
});

function released(desk: CareDesk): Values {
  const { random } = desk;
  const release = desk.town.days.ago(60 + random.below(1200));
  const isPlaced = random.chance(0.8);
  return {
    is_recidivist: random.chance(0.1),
    orig_crime: random.pick(['05', '05', '06', '04', '02']),
    orig_term: `有期徒刑${random.pick(['十个月', '一年', '一年六个月', '三年', '五年'])}`,
    prison: random.pick(['东莞监狱', '清远监狱', '韶关监狱']),
    release_date: release,
    risk_type: random.chance(0.2) ? '01' : '02',
    linkup_date: release,
    linkup: random.pick(['03', '05', '06']),
    ...(isPlaced
      ? { placement_date: dayAfter(release, 20), placement: random.pick(['05', '06', '07']) }
      : { unplaced_reason: '本人自谋职业，正在找工作。' }),
    ...helper(desk),
    reoffended: false,
  };
}

function correction(desk: CareDesk): Values {
  const { random } = desk;
  const start = desk.town.days.ago(30 + random.below(300));
  return {
    correction_no: `SJ${desk.town.days.year}${String(1 + random.below(99_999)).padStart(6, '0')}`,
    correction_kind: random.pick(['02', '02', '02', '03', '04']),
    crime: random.pick(['危险驾驶罪', '盗窃罪', '帮助信息网络犯罪活动罪', '故意伤害罪']),
    term: '有期徒刑一年，缓刑二年',
    start_date: start,
    end_date: dayAfter(start, 730),
    receive: random.pick(['01', '03']),
    state: '01',
    is_habitual: false,
    has_team: true,
    team: ['01', '04', '07'],
    has_escape: false,
    has_missed: false,
  };
}

function mental(desk: CareDesk): Values {
  const { random } = desk;
  const isHarmful = random.chance(0.08);
  return {
    diagnosis: random.pick(['01', '01', '01', '04', '06', '02']),
    onset_date: desk.town.days.ago(600 + random.below(6000)),
    has_incident: isHarmful,
    ...(isHarmful && {
      incident_count: 1 + random.below(3),
      last_incident: desk.town.days.ago(100 + random.below(500)),
    }),
    treatment: random.pick(['02', '02', '02', '01', '04']),
    hospital: '东莞市第七人民医院',
    care_team: ['01', '02', '05'],
    care_help: ['02', '05'],
    family_econ: random.pick(['02', '03', '04']),
    on_dibao: random.chance(0.2),
  };
}

function drug(desk: CareDesk): Values {
  const { random } = desk;
  return {
    first_found: desk.town.days.ago(300 + random.below(3000)),
    control: random.pick(['01', '05', '05', '06']),
    controller_name: personName(random, '黄', true).name,
    controller_contact: desk.town.nextPhone(),
    ...helper(desk),
    has_crime: random.chance(0.3),
    cause: random.pick(['01', '02', '04']),
    effect: '01',
  };
}

function aids(desk: CareDesk): Values {
  const { random } = desk;
  return {
    found_on: desk.town.days.ago(200 + random.below(2000)),
    infection: random.pick(['01', '02', '03']),
    has_crime: random.chance(0.3),
    concern: random.pick(['00', '00', '03']),
    custody: '02',
    custody_org: '社区卫生服务中心',
    ...helper(desk),
  };
}

function youth(desk: CareDesk): Values {
  const { random } = desk;
  return {
    youth_type: random.pick(['01', '02', '04', '05']),
    family: random.pick(['02', '05', '06', '07']),
    school: random.pick(['镇属中学', '中等职业学校', '已离校']),
    found_on: desk.town.days.ago(60 + random.below(500)),
    has_crime: random.chance(0.1),
    help_way: random.pick(['02', '03', '04', '07']),
    ...helper(desk),
  };
}

function addGuardian(desk: CareDesk, person: Sampled): string {
  const { random, town } = desk;
  const isMan = random.chance(0.5);
  const agreed = desk.town.days.ago(30 + random.below(300));
  return desk.put('care_guardian', {
    person: person.id,
    name: personName(random, person.name.slice(0, 1), isMan).name,
    relation: isMan ? '51' : '52',
    id_no: town.nextResidentId(town.days.birthDay(random, 45 + random.below(20)), isMan),
    contact: town.nextPhone(),
    agreement_no: `监护〔${town.days.year}〕${String(1 + random.below(900))}号`,
    agreement_on: agreed,
    agreement_to: dayAfter(agreed, 365),
    has_subsidy: random.chance(0.6),
  });
}

function addServices(desk: CareDesk, person: Sampled): void {
  const { random } = desk;
  for (let i = random.below(4); i >= 0; i -= 1)
    desk.put('care_service', {
      person: person.id,
      kind: '06',
      served_on: desk.town.days.ago(5 + 30 * i + random.below(20)),
      way: random.pick(['02', '03', '04', '07']),
      unit: random.pick(['“莞香花”项目', '“助力更生”项目', '镇团委']),
      helper: personName(random, '何', random.chance(0.4)).name,
      content: random.pick([
        '心理辅导一次，谈学习与交友。',
        '联系职业培训，陪同报名。',
        '上门了解家庭困难，协助申请救助。',
      ]),
    });
}
