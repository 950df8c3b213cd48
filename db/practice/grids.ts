import { type Values } from '../model/field-kind.ts';
import { personName, surname } from './names.ts';
import { gridOutline, pointInGrid, type Village } from './places.ts';
import { dayOf } from './days.ts';
import type { Town } from './town.ts';

/** A grid while the town is built: what its people, houses and issues refer to. */
export interface Grid {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly village: Village;
  /** Division record of the village. */
  readonly division: string;
  readonly index: number;
  readonly count: number;
  /** People still to be housed here. */
  readonly people: number;
  readonly staff: readonly Staff[];
}
/** A member of the grid staff, as issues name them. */
interface Staff {
  readonly id: string;
  /** Staff number. */
  readonly no: string;
  readonly name: string;
  readonly phone: string;
}

/** Workers per grid: 9,889 for 2,894 grids in Dongguan. */
const STAFF_PER_GRID = 3.42;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** Where a grid stands among the grids of its village, and how many people it will have. */
export interface GridPlan {
  readonly village: Village;
  readonly division: string;
  readonly index: number;
  readonly count: number;
  readonly people: number;
}

/** Writes a grid with its outline and its staff. */
export function addGrid(town: Town, plan: GridPlan): Grid {
  const { village, index, count } = plan;
  const at = town.days.recently(town.random, 900);
  const id = town.newId(at);
  const code = `${village.code}${String(index + 1).padStart(3, '0')}`;
  const name = `${village.name}第${numeral(index + 1)}网格`;
  const staff = addStaff(town, { grid: id, division: plan.division });
  const values: Values = {
    code,
    name,
    village: plan.division,
    kind: '01',
    ...(staff[0] === undefined ? {} : { head: staff[0].id }),
    household_count: Math.round(plan.people / 1.95),
    area_km2: 150 + town.random.below(600),
    centre: pointInGrid(village, { index, count }, town.random),
    boundary: gridOutline(village, { index, count }, town.random),
    scope: `东至${village.roads[0] ?? ''}，西至${village.roads[1] ?? ''}，南至${village.roads[2] ?? ''}，北至${village.roads[3] ?? ''}`,
    started_on: '2016-01-01',
  };
  town.add('grid', { at, id, values });
  return { ...plan, id, code, name, staff };
}

function addStaff(
  town: Town,
  { grid, division }: { readonly grid: string; readonly division: string },
): readonly Staff[] {
  const { random } = town;
  const count = Math.floor(STAFF_PER_GRID) + (random.chance(STAFF_PER_GRID % 1) ? 1 : 0);
  const people = Array.from({ length: count }, () => ({
    at: town.days.recently(random, 900),
    male: random.chance(0.6),
  }));
  const ids = people.map(({ at }) => town.newId(at));
  return people.map(({ at, male }, i) => {
    const { name, ethnic } = personName(random, surname(random), male);
    const birth = town.days.birthDay(random, 22 + random.below(36));
    const phone = town.nextPhone();
    const id = ids[i] ?? town.newId(at);
    // A and B stand in for each other: 1st and 2nd, 3rd and 4th; an odd one out has the first.
    const standIn = ids[i % 2 === 0 ? i + 1 : i - 1] ?? ids[0];
    const no = `W${String(town.rows()).padStart(7, '0')}`;
    const values: Values = {
      staff_no: no,
      name,
      doc_type: '111',
      doc_no: town.nextResidentId(birth, male),
      sex: male ? '1' : '2',
      birth_date: birth,
      ethnic,
      political: random.chance(0.35) ? '01' : '13',
      education: random.pick(['31', '31', '21', '61', '41']),
      phone,
      post: i === 0 ? '01' : '02',
      village: division,
      grid,
      ...(standIn === undefined || standIn === id ? {} : { stand_in: standIn }),
      state: random.chance(0.96) ? '01' : '02',
      joined_on: dayOf(town.days.recently(random, 2500)),
    };
    town.add('grid_staff', { at, id, values });
    return { id, no, name, phone };
  });
}

/** 1..99 in Chinese numerals, as grids are numbered: 十二. */
function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = NUMERALS[(n % 10) - 1] ?? '';
  if (n >= 100) return String(n);
  return tens === 0 ? ones : `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${ones}`;
}
