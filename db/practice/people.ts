import type { Values } from '../model/field-kind.ts';
import type { Building, Owner, Room } from './housing.ts';
import { longName, personName, rareName, surname } from './names.ts';
import { origin, type Origin } from './origins.ts';
import { type Random, weighted } from './random.ts';
import { ageOn, birthDay, dayOf, daysAgo, type Instant, recently, type Town } from './town.ts';

/**
 * Share of households in let rooms that are registered here. With the owners, the estates and the dormitories it
 * makes 户籍 to 流动 1 : 3.9 (20.4 %) over the whole town, as in Dongguan's largest towns; a test counts it.
 */
const RENTED_REGISTERED_SHARE = 0.175;
const SHARE_WITHOUT_PHONE = 0.06;
/** One person in so many is from abroad, left behind, without any document. */
const ONE_IN = { foreign: 300, leftBehind: 400, withoutDocument: 2000, focus: 150, missedCheck: 12 } as const;
/** Every 20,000 people there is one with a rare character and one with a name of 60 characters, the first early. */
const RARE_EVERY = 20_000;

/** People in a family household: 1.95 on average, as in the census of 2020. */
const drawFamilySize = weighted([
  [1, 47],
  [2, 26],
  [3, 16],
  [4, 7],
  [5, 3],
  [6, 1],
]);
const drawHeadAge = weighted([
  [18, 6],
  [23, 14],
  [28, 20],
  [33, 20],
  [38, 15],
  [43, 10],
  [48, 7],
  [53, 4],
  [58, 2],
  [66, 1],
  [76, 1],
]);
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

/** Somebody already written, as issues and grid facts refer to them. */
export interface Resident {
  readonly id: string;
  readonly name: string;
  /** Citizen id number; `null` for other documents. */
  readonly idNo: string | null;
  readonly phone: string | null;
}

/** A place of work in the neighbourhood. */
export interface Workplace {
  readonly id: string;
  readonly name: string;
}

/** What people's rows depend on beside their room. */
export interface Neighbourhood {
  /** Rooms people may have moved here from. */
  readonly earlierRooms: readonly Room[];
  readonly workplaces: readonly Workplace[];
  /** Rental house record of the building, where it is let. */
  readonly rentalHouse: string | null;
  /** People in the town before this household. */
  readonly before: number;
  /** The household may not be larger. */
  readonly most: number;
}

interface Member {
  readonly male: boolean;
  readonly birth: string;
  /** Code of `family_relation`. */
  readonly relation: string;
  readonly family: string;
}

/** Fills a room with a household: people, their household, where they live and lived. Returns the people. */
export function addHousehold(town: Town, room: Room, around: Neighbourhood): readonly Resident[] {
  const { random } = town;
  const { building } = room;
  const owner = building.living === 'owner' && around.before >= 0 && isFirst(room) ? building.owner : null;
  const isRegistered =
    owner !== null || building.living === 'owner' || random.chance(registeredShare(building));
  const members = drawMembers(town, { owner, building, most: around.most });
  const at = recently(random, 500);
  const household = town.newId(at);
  const home = { room, at, household, isRegistered, origin: isRegistered ? null : origin(random) };
  const residents = members.map((member, i) =>
    addPerson(town, home, { ...around, member, owner: i === 0 ? owner : null, number: around.before + i }),
  );
  addHouseholdRow(town, home, residents[0]);
  return residents;
}

/** Owners' houses and estates hold most of those registered here; the share over all people comes out as 1 : 3.9. */
function registeredShare(building: Building): number {
  if (building.living === 'bought') return 0.5;
  return building.living === 'dormitory' ? 0.01 : RENTED_REGISTERED_SHARE;
}

const isFirst = (room: Room): boolean => room.building.rooms[0] === room;

interface Home {
  readonly room: Room;
  readonly at: Instant;
  readonly household: string;
  readonly isRegistered: boolean;
  readonly origin: Origin | null;
}

function addHouseholdRow(town: Town, home: Home, head: Resident | undefined): void {
  const { room, at, isRegistered } = home;
  const { grid, living } = room.building;
  const values: Values = {
    ...(isRegistered ? { household_no: `${grid.code.slice(6)}${String(town.rows()).padStart(8, '0')}` } : {}),
    kind: living === 'dormitory' ? '02' : '01',
    ...headValues(head),
    village: grid.division,
    grid: grid.id,
    room: room.id,
    address: room.address,
    registered_on: dayOf(at),
    concern: town.random.chance(0.01) ? '03' : '00',
  };
  town.add('household', { at, id: home.household, values });
}

function headValues(head: Resident | undefined): Values {
  if (head === undefined) return {};
  const { id, name, idNo, phone } = head;
  return {
    head: id,
    // GB/T 31000 gives the head's name 50 characters, fewer than a person's own.
    head_name: [...name].slice(0, 50).join(''),
    ...(idNo === null ? {} : { head_id_no: idNo }),
    ...(phone === null ? {} : { head_contact: phone }),
  };
}

function drawMembers(
  town: Town,
  {
    owner,
    building,
    most,
  }: { readonly owner: Owner | null; readonly building: Building; readonly most: number },
): readonly Member[] {
  const { random } = town;
  const headAge = drawHeadAge(random) + random.below(5);
  const head: Member = {
    male: owner?.male ?? random.chance(0.56),
    birth: owner?.birth ?? birthDay(random, headAge),
    relation: '02',
    family: surname(random),
  };
  if (building.living === 'dormitory')
    return dormitoryMembers(town, head, Math.min(most, 2 + random.below(6)));
  const size = Math.min(most, drawFamilySize(random));
  const age = ageOn(head.birth);
  return Array.from({ length: size }, (_, i) => (i === 0 ? head : relative(town, { head, age, place: i })));
}

/** Dormitories hold workmates of one sex, not families. */
function dormitoryMembers(town: Town, head: Member, size: number): readonly Member[] {
  return Array.from({ length: size }, (_, i) =>
    i === 0
      ? head
      : {
          male: head.male,
          birth: birthDay(town.random, 18 + town.random.below(30)),
          relation: '99',
          family: surname(town.random),
        },
  );
}

/** Second a spouse, then children, at the end of a large household a parent. */
function relative(
  town: Town,
  { head, age, place }: { readonly head: Member; readonly age: number; readonly place: number },
): Member {
  const { random } = town;
  if (place === 1 && age >= 22) {
    const years = Math.max(20, age - 4 + random.below(7));
    return { male: !head.male, birth: birthDay(random, years), relation: '10', family: surname(random) };
  }
  if (place >= 4 && age < 60) {
    const male = random.chance(0.4);
    return {
      male,
      birth: birthDay(random, age + 22 + random.below(10)),
      relation: male ? '51' : '52',
      family: head.family,
    };
  }
  const male = random.chance(0.53);
  const years = Math.max(0, age - 21 - random.below(12));
  return { male, birth: birthDay(random, years), relation: male ? '20' : '30', family: head.family };
}

interface PersonPlan extends Neighbourhood {
  readonly member: Member;
  readonly owner: Owner | null;
  /** Number of the person in the town, from 0. */
  readonly number: number;
}

function addPerson(town: Town, home: Home, plan: PersonPlan): Resident {
  const { random } = town;
  const { member, owner } = plan;
  const { name, ethnic } = owner ?? nameOf(town, plan);
  const age = ageOn(member.birth);
  const document = documentOf(town, plan);
  const phone = owner?.phone ?? (age < 12 || random.chance(SHARE_WITHOUT_PHONE) ? null : town.nextPhone());
  const at = home.at;
  const id = owner?.person ?? town.newId(at);
  const from = startDay(town, home, member);
  const values: Values = {
    name,
    ...document,
    sex: member.male ? '1' : '2',
    birth_date: member.birth,
    ethnic,
    ...(phone === null ? {} : { phone }),
    ...statusOf(town, { age, relation: member.relation }),
    ...workOf(town, age, plan.workplaces),
    ...addressOf(home),
    ...kindsOf(town, { home, age, from, document }),
    household: home.household,
    head_relation: member.relation,
    is_focus: random.below(ONE_IN.focus) === 0,
    source: random.chance(0.7) ? '01' : '02',
    ...checkedOn(town),
  };
  town.add('person', { at, id, values });
  addResidences(town, { home, plan, person: id, from });
  return { id, name, idNo: document.doc_type === '111' ? document.doc_no : null, phone };
}

const checkedOn = ({ random }: Town): Values =>
  random.below(ONE_IN.missedCheck) === 0 ? {} : { checked_on: dayOf(recently(random, 300)) };

function nameOf(
  town: Town,
  { member, number }: PersonPlan,
): { readonly name: string; readonly ethnic: string } {
  const place = number % RARE_EVERY;
  if (place === 300) return { name: rareName(town.random, member.family), ethnic: '01' };
  if (place === 777) return { name: longName(town.random, 60), ethnic: '05' };
  return personName(town.random, member.family, member.male);
}

interface Document {
  readonly doc_type: string;
  readonly doc_no: string;
}

/** Numbers of other documents begin with letters no authority issues together (H000, ZZ), or with the office's own T. */
function documentOf(town: Town, { member, owner }: PersonPlan): Document {
  const { random } = town;
  if (owner !== null) return { doc_type: '111', doc_no: owner.idNo };
  const serial = String(town.rows()).padStart(7, '0').slice(-7);
  if (random.below(ONE_IN.foreign) === 0) {
    return random.chance(0.7)
      ? { doc_type: '516', doc_no: `H0${serial}` }
      : { doc_type: '414', doc_no: `ZZ${serial}` };
  }
  if (random.below(ONE_IN.withoutDocument) === 0) return { doc_type: '990', doc_no: `T${serial}` };
  return { doc_type: '111', doc_no: town.nextResidentId(member.birth, member.male) };
}

function statusOf(
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

function workOf(town: Town, age: number, workplaces: readonly Workplace[]): Values {
  const { random } = town;
  if (age < 18 || age >= 60) return {};
  const work = workplaces[random.below(Math.max(1, workplaces.length))];
  const occupation = random.pick(OCCUPATIONS);
  if (work === undefined || random.chance(0.35)) return { occupation };
  return { occupation, workplace: work.name, unit: work.id };
}

function addressOf({ room, origin: from, isRegistered }: Home): Values {
  const { grid } = room.building;
  return {
    village: grid.division,
    grid: grid.id,
    address: room.address,
    residence_place: '441900',
    residence_address: room.path,
    hukou_place: from?.place ?? '广东省东莞市',
    hukou_address: from?.address ?? room.path,
    hh_consistent: isRegistered ? '01' : '02',
  };
}

function kindsOf(
  town: Town,
  {
    home,
    age,
    from,
    document,
  }: { readonly home: Home; readonly age: number; readonly from: string; readonly document: Document },
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

/** When somebody moved in: those registered since long, floating people mostly within a few years; never before birth. */
function startDay(town: Town, home: Home, member: Member): string {
  const { random } = town;
  const years = home.isRegistered ? 3 + random.below(25) : Math.floor(-Math.log(1 - random.fraction()) * 2.2);
  const day = daysAgo(10 + years * 365 + random.below(365));
  return day < member.birth ? member.birth : day;
}

function addResidences(
  town: Town,
  {
    home,
    plan,
    person,
    from,
  }: { readonly home: Home; readonly plan: PersonPlan; readonly person: string; readonly from: string },
): void {
  const { random } = town;
  const { building } = home.room;
  const kind = { owner: '01', rented: '02', bought: '01', dormitory: '04', none: '99' }[building.living];
  const place = { village: building.grid.division, grid: building.grid.id };
  const earlier = plan.earlierRooms[random.below(Math.max(1, plan.earlierRooms.length))];
  // Two in five of those old enough have an earlier home here: a quarter of all intervals are over.
  const since = dayOf(Date.parse(from) - (30 + random.below(1500)) * 86_400_000);
  if (earlier !== undefined && earlier !== home.room && since > plan.member.birth && random.below(5) < 2) {
    const values: Values = {
      person,
      room: earlier.id,
      address: earlier.address,
      village: earlier.building.grid.division,
      grid: earlier.building.grid.id,
      kind: '02',
      from_day: since,
      to_day: from,
      event: '03',
      source: '01',
    };
    town.add('residence', { at: home.at, values });
  }
  const values: Values = {
    person,
    room: home.room.id,
    address: home.room.address,
    ...place,
    kind,
    from_day: from,
    event: '01',
    ...(plan.rentalHouse === null ? {} : { rental_house: plan.rentalHouse }),
    ...(building.owner.person === undefined || building.living !== 'rented'
      ? {}
      : { landlord: building.owner.person }),
    source: random.chance(0.7) ? '01' : '02',
    reported_on: from,
  };
  town.add('residence', { at: home.at, values });
}
