import type { Store } from '../store/api.ts';
import { addCivicLedgers } from './civic/index.ts';
import { divisionsOf } from './divisions.ts';
import { addCare } from './care/care.ts';
import { addDutyTeam } from './duty.ts';
import { addFacility } from './facilities.ts';
import { addGrid, type Grid, type GridPlan } from './grids.ts';
import { addBuilding, type AddressHead, type Building, type Owner, type Room } from './housing.ts';
import { addIssue, ISSUE_DAYS } from './issues.ts';
import { type PracticeOptions, rememberMade } from './made.ts';
import { addMatters } from './matters.ts';
import { addChecks } from './checks/index.ts';
import { addCouncil } from './council/index.ts';
import { addSafetyLedgers, type Known, type RentalHouse } from './light/index.ts';
import { addMediation } from './mediation/mediation.ts';
import { addHousehold } from './people.ts';
import type { Resident, Workplace } from './people/household-plan.ts';
import { practicePhoto } from './photo.ts';
import { layVillages, type Village } from './places.ts';
import { addLabourRisks } from './labour.ts';
import { addRentalHouse } from './rentals.ts';
import { addRewards } from './rewards.ts';
import { type Sample, startSample } from './sample.ts';
import { startTown, type Town } from './town.ts';
import { addUnit } from './units.ts';

export { practiceMade, type PracticeOptions, rememberMade } from './made.ts';
export { city, cityRows, divisionsOf, officeOf, officesOf, townRows } from './divisions.ts';

/** How far the generator is. The people are the first half of `total`, indexes and search the second. */
export interface PracticeProgress {
  readonly done: number;
  readonly total: number;
}

/** Code of 虎门镇, Dongguan's most populous town. */
export const practiceTown = '441900121000';

/** Smallest and largest town that can be asked for; the largest is the peak town of DESIGN §1. */
export const practiceSizes = { least: 1000, most: 1_200_000, usual: 20_000 } as const;

/** Rates per person: units 855,000 / 10.47 M, facilities and video points 75,961 / 10.47 M, issues 1.672 M a year. */
const PER_PERSON = { unit: 0.068, facility: 0.012, issue: 0.16 } as const;
const PEOPLE_PER_GRID = 4000;

/**
 * Fills a new practice database with a town, in slices: the caller decides between two slices whether to answer
 * others, to report, or to stop (the file is then half a town and should be thrown away).
 * @throws when the store's town is not one of Dongguan
 */
export function* practiceSteps(store: Store, options: PracticeOptions): Generator<PracticeProgress, void> {
  const { people, seed, today } = options;
  if (!store.info.practice) throw new Error('only a practice file takes a practice town');
  const photo = store.attachments.put(practicePhoto(), '练习照片.png', 'image/png').hash;
  const town = startTown(store.bulk, { seed, today, photo });
  const { division, villages } = addDivisions(town, store.info.town.code);
  const head: AddressHead = { province: '广东省', city: '东莞市', town: store.info.town.name };
  const total = 2 * people;
  const sample = startSample();
  const known: Known[] = [];
  let housed = 0;
  for (const plan of planGrids(town, villages, people)) {
    for (const added of fillGrid(town, plan, { head, sample, before: housed, known })) {
      housed += added;
      yield { done: housed, total };
    }
  }
  addDutyTeam(town, { seed, townName: store.info.town.name });
  addCare(town, { seed, sample });
  addLabourRisks(town, { seed, sample });
  addRewards(town, { seed, sample });
  const office = { seed, townName: store.info.town.name, division, known };
  addSafetyLedgers(town, office);
  addCivicLedgers(town, office);
  addChecks(town, office);
  addCouncil(town, office);
  addMediation(town, { seed, sample, townName: store.info.town.name, villages });
  addMatters(town, { seed, issues: sample.openIssues });
  town.flush();
  for (const { done, total: of } of store.bulk.finishSteps())
    yield { done: people + Math.floor((people * done) / of), total };
  yield { done: total, total };
}

/** Runs the generator to its end at once. */
export function generatePractice(
  store: Store,
  options: PracticeOptions,
  onProgress: (progress: PracticeProgress) => void = () => undefined,
): void {
  for (const progress of practiceSteps(store, options)) onProgress(progress);
  rememberMade(store, options);
}

interface VillageRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Writes the town and its villages, with ids from the seed as everything else. */
function addDivisions(
  town: Town,
  code: string,
): { readonly division: string; readonly villages: readonly VillageRecord[] } {
  const divisions = divisionsOf(code);
  if (divisions === null) throw new Error(`no town of Dongguan has the code ${code}`);
  const at = town.days.longAgo(town.random);
  const parent = town.add('division', { at, values: divisions.townValues });
  const villages = divisions.villageValues(parent).map((values) => ({
    id: town.add('division', { at, values }),
    code: String(values['code']),
    name: String(values['short_name']),
  }));
  return { division: parent, villages };
}

/** Grids of all villages with their people; every village has at least one, and the people add up exactly. */
function planGrids(town: Town, divisions: readonly VillageRecord[], people: number): readonly GridPlan[] {
  const villages = layVillages(divisions, town.random);
  const weights = villages.map(() => 0.4 + town.random.fraction());
  const sum = weights.reduce((a, b) => a + b, 0);
  let left = people;
  return villages.flatMap((village, i) => {
    const isLast = i === villages.length - 1;
    const here = isLast ? left : Math.round((people * (weights[i] ?? 0)) / sum);
    left -= here;
    return splitVillage(village, divisions[i]?.id ?? '', here);
  });
}

function splitVillage(village: Village, division: string, people: number): readonly GridPlan[] {
  const count = Math.max(1, Math.round(people / PEOPLE_PER_GRID));
  return Array.from({ length: count }, (_, index) => {
    const share = Math.floor(people / count) + (index < people % count ? 1 : 0);
    return { village, division, index, count, people: share };
  });
}

/** What has been built in a grid so far; later rows refer to it. */
interface Growth {
  readonly grid: Grid;
  /** What of all this ledgers drawn last will speak of. */
  readonly sample: Sample;
  readonly buildings: Memory<Building>;
  readonly landlords: Memory<Owner>;
  readonly units: Workplace[];
  readonly rentals: RentalHouse[];
  readonly people: Memory<Resident>;
  /** Rooms that people can have moved from. */
  readonly rooms: Memory<Room>;
  housed: number;
  facilities: number;
}

/** How many earlier things are kept for later rows to refer to; more would only cost memory. */
const REMEMBERED = 200;

interface Surroundings {
  readonly head: AddressHead;
  readonly sample: Sample;
  /** People of the town before this grid. */
  readonly before: number;
  /** Takes this grid, when there is room, for the ledgers that come last. */
  readonly known: Known[];
}

/** Grids, beside the first of each village, and people and units of each, that the ledgers of the offices refer to. */
const KNOWN = { grids: 60, each: 6 } as const;

/** Builds a grid up, building by building; yields the people added by each. */
function* fillGrid(
  town: Town,
  plan: GridPlan,
  { head, sample, before, known }: Surroundings,
): Generator<number, void> {
  const grid = addGrid(town, plan);
  const growth: Growth = {
    grid,
    sample,
    buildings: memory(),
    landlords: memory(),
    units: [],
    rentals: [],
    people: memory(),
    rooms: memory(),
    housed: 0,
    facilities: 0,
  };
  for (let serial = 1; growth.housed < plan.people; serial++) {
    const building = addBuilding(town, grid, { serial, head, landlords: growth.landlords.items });
    growth.buildings.add(building);
    addUnits(town, growth, { building, townName: head.town });
    if (building.living !== 'none') yield fillBuilding(town, growth, { building, before });
    addFacilities(town, growth, building);
  }
  const last = growth.buildings.items.at(-1);
  if (last !== undefined)
    for (let due = unitsDue(growth); due > 0; due--)
      keepUnit(growth, addUnit(town, last, { townName: head.town }));
  const issues = Math.max(1, Math.round((plan.people * PER_PERSON.issue * ISSUE_DAYS) / 365));
  const scene = { grid, buildings: growth.buildings.items, units: growth.units, people: growth.people.items };
  for (let i = 0; i < issues; i++) {
    const issue = addIssue(town, scene, town.rows());
    if (issue !== null) sample.addIssue(issue, grid);
  }
  if (plan.index === 0 || known.length < KNOWN.grids)
    known.push({
      grid,
      people: growth.people.items.slice(0, KNOWN.each),
      units: growth.units.slice(0, KNOWN.each),
      rentals: growth.rentals.slice(0, KNOWN.each),
    });
}

function fillBuilding(
  town: Town,
  growth: Growth,
  { building, before }: { readonly building: Building; readonly before: number },
): number {
  const start = growth.housed;
  const rentalHouse = building.living === 'rented' ? addRentalHouse(town, building) : null;
  if (rentalHouse !== null && growth.rentals.length < KNOWN.each)
    growth.rentals.push({ id: rentalHouse, name: building.name, path: building.path });
  for (const room of building.rooms) {
    const most = growth.grid.people - growth.housed;
    if (most <= 0) break;
    const isOwnerRoom = building.living === 'owner' && room === building.rooms[0];
    // One room in twelve stands empty.
    if (!isOwnerRoom && town.random.below(12) === 0) continue;
    const people = addHousehold(town, room, {
      earlierRooms: growth.rooms.items,
      workplaces: growth.units,
      rentalHouse,
      before: before + growth.housed,
      most,
    });
    growth.housed += people.length;
    for (const person of people) {
      growth.people.add(person);
      growth.sample.addPerson(person, growth.grid.division);
    }
    growth.rooms.add(room);
  }
  if (building.owner.person !== undefined && building.living === 'owner')
    growth.landlords.add(building.owner);
  return growth.housed - start;
}

/** Shops and workshops come as the people do; factories take all that are due. */
function addUnits(
  town: Town,
  growth: Growth,
  { building, townName }: { readonly building: Building; readonly townName: string },
): void {
  const due = unitsDue(growth);
  const count = building.living === 'none' ? Math.max(1, due) : Math.floor(due / 2);
  for (let i = 0; i < count; i++) keepUnit(growth, addUnit(town, building, { townName }));
}

function keepUnit({ grid, units, sample }: Growth, unit: Workplace): void {
  units.push(unit);
  sample.addUnit(unit, grid.division);
}

const unitsDue = ({ housed, units }: Growth): number =>
  Math.ceil((housed + 1) * PER_PERSON.unit) - units.length;

function addFacilities(town: Town, growth: Growth, building: Building): void {
  const due = Math.ceil(growth.housed * PER_PERSON.facility);
  for (; growth.facilities < due; growth.facilities++) addFacility(town, building, town.rows());
}

/** The last things added, as many as are kept; a new one takes the place of the oldest. */
interface Memory<T> {
  readonly items: readonly T[];
  add(item: T): void;
}

function memory<T>(): Memory<T> {
  const items: T[] = [];
  let added = 0;
  return {
    items,
    add(item) {
      items[added % REMEMBERED] = item;
      added += 1;
    },
  };
}
