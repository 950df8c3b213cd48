import type { Values } from '../../model/field-kind.ts';
import { type Random, weighted } from '../random.ts';
import { dayOf } from '../days.ts';
import type { Town } from '../town.ts';
import type { Home, Workplace } from './household-plan.ts';

/** One person in so many is left behind, or was not visited this year. */
const ONE_IN = { leftBehind: 400, missedCheck: 12 } as const;

const drawEducation = weighted([
  ['71', 42],
  ['61', 22],
  ['41', 9],
  ['31', 14],
  ['21', 8],
  ['81', 4],
  ['14', 1],
]);
const OCCUPATIONS = [
  '普工',
  '车工',
  '服务员',
  '销售员',
  '司机',
  '个体经营',
  '保安',
  '质检员',
  '仓管员',
  '文员',
  '快递员',
  '厨师',
] as const;

/** Family, party, schooling. */
export function statusOf(
  town: Town,
  { age, relation }: { readonly age: number; readonly relation: string },
): Values {
  const { random } = town;
  const isMarried = relation === '10' || (age > 28 && random.chance(0.8));
  return {
    marital: age < 20 || !isMarried ? '10' : age > 65 && random.chance(0.3) ? '30' : '20',
    political: politicalOf(random, age),
    ...(age < 7 ? {} : { education: age < 13 ? '83' : drawEducation(random) }),
    religion: random.chance(0.02) ? '10' : '00',
  };
}

/** Party members from 20, League members from 14 to 28. */
function politicalOf(random: Random, age: number): string {
  if (age >= 20 && random.chance(0.05)) return '01';
  return age >= 14 && age <= 28 && random.chance(0.3) ? '03' : '13';
}

/** Occupation and workplace of those of working age. */
export function workOf(town: Town, age: number, workplaces: readonly Workplace[]): Values {
  const { random } = town;
  if (age < 18 || age >= 60) return {};
  const work = workplaces[random.below(Math.max(1, workplaces.length))];
  const occupation = random.pick(OCCUPATIONS);
  if (work === undefined || random.chance(0.35)) return { occupation };
  return { occupation, workplace: work.name, unit: work.id };
}

/** Where somebody lives and is registered, as fields of the person. */
export function addressOf({ room, origin: from, isRegistered }: Home): Values {
  const { grid } = room.building;
  return {
    village: grid.division,
    grid: grid.id,
    address: room.address,
    residence_place: '441900',
    residence_address: room.path,
    hukou_place: from?.code ?? '441900',
    hukou_address: from?.address ?? room.path,
    hh_consistent: isRegistered ? '01' : '02',
  };
}

/** Kind of person (户籍, 流动, 境外, 留守) with the fields that go with it. */
export function kindsOf(
  town: Town,
  {
    home,
    age,
    from,
    document,
  }: {
    readonly home: Home;
    readonly age: number;
    readonly from: string;
    readonly document: { readonly doc_type: string };
  },
): Values {
  const { random } = town;
  if (document.doc_type === '516' || document.doc_type === '414') {
    return { person_kinds: ['03'], nationality: 'CHN', china_purpose: '02', arrive_date: from };
  }
  if (home.isRegistered) {
    const isLeft = (age >= 60 || age < 14) && random.below(ONE_IN.leftBehind / 10) === 0;
    if (!isLeft) return { person_kinds: ['01'] };
    return { person_kinds: ['01', '04'], left_type: age < 14 ? '03' : '01', health: '20' };
  }
  const permit = age >= 16 && random.chance(0.7);
  return {
    person_kinds: ['02'],
    inflow_reason: age < 16 ? '06' : random.pick(['01', '01', '01', '01', '03', '06', '05', '99']),
    dwelling_type: { owner: '03', rented: '02', bought: '01', dormitory: '05', none: '99' }[
      home.room.building.living
    ],
    ...(permit
      ? { permit_type: '01', permit_no: `PX${String(town.rows()).padStart(9, '0')}`, permit_date: from }
      : {}),
  };
}

/** Day of the last visit. */
export const checkedOn = ({ days, random }: Town): Values =>
  random.below(ONE_IN.missedCheck) === 0 ? {} : { checked_on: dayOf(days.recently(random, 300)) };
