import type { Values } from '../model/field-kind.ts';
import type { Grid } from './grids.ts';
import { personName, surname } from './names.ts';
import { pointInGrid, street } from './places.ts';
import { weighted } from './random.ts';
import type { Instant } from './days.ts';
import type { Town } from './town.ts';

/** A kind of building and how it is laid out; the shares are those of a factory town's villages. */
interface BuildingKind {
  /** Code of `building_kind`. */
  readonly kind: string;
  /** Code of `building_use`. */
  readonly use: string;
  readonly structure: string;
  readonly floors: readonly [number, number];
  readonly roomsPerFloor: readonly [number, number];
  /** How people live here; `none` for factories and shops. */
  readonly living: 'owner' | 'rented' | 'bought' | 'dormitory' | 'none';
}

const drawKind = weighted<BuildingKind>([
  [{ kind: '01', use: '01', structure: '03', floors: [3, 6], roomsPerFloor: [2, 5], living: 'rented' }, 58],
  [{ kind: '01', use: '01', structure: '03', floors: [2, 4], roomsPerFloor: [1, 1], living: 'owner' }, 16],
  [{ kind: '02', use: '01', structure: '02', floors: [7, 18], roomsPerFloor: [4, 4], living: 'bought' }, 4],
  [{ kind: '03', use: '10', structure: '02', floors: [6, 9], roomsPerFloor: [6, 10], living: 'rented' }, 3],
  [
    { kind: '04', use: '01', structure: '02', floors: [4, 6], roomsPerFloor: [8, 12], living: 'dormitory' },
    3,
  ],
  [{ kind: '05', use: '04', structure: '01', floors: [1, 4], roomsPerFloor: [1, 2], living: 'none' }, 9],
  [{ kind: '06', use: '02', structure: '02', floors: [1, 3], roomsPerFloor: [3, 8], living: 'none' }, 7],
]);

/** Where somebody lives or works, with all that records about them repeat of it. */
export interface Room {
  readonly id: string;
  readonly roomNo: string;
  readonly address: string;
  readonly path: string;
  readonly building: Building;
}
export interface Building {
  readonly id: string;
  readonly address: string;
  readonly path: string;
  readonly name: string;
  readonly point: string;
  readonly grid: Grid;
  readonly living: BuildingKind['living'];
  readonly kind: string;
  readonly owner: Owner;
  readonly rooms: readonly Room[];
  readonly at: Instant;
}

/** The owner of a building; `person` is their record where they live in the town. */
export interface Owner {
  readonly name: string;
  readonly ethnic: string;
  readonly male: boolean;
  readonly birth: string;
  readonly idNo: string;
  readonly phone: string;
  readonly person?: string;
}

/** Names of town and city that every address begins with. */
export interface AddressHead {
  readonly province: string;
  readonly city: string;
  readonly town: string;
}

/** What a building depends on: its serial in the grid from 1, the town's name, owners already living in the grid. */
export interface BuildingPlan {
  readonly serial: number;
  readonly head: AddressHead;
  readonly landlords: readonly Owner[];
}

/** Writes a building with its rooms and an address for each. */
export function addBuilding(town: Town, grid: Grid, { serial, head, landlords }: BuildingPlan): Building {
  const { random } = town;
  const layout = drawKind(random);
  const at = town.days.recently(random, 700);
  const floors = between(town, layout.floors);
  const roomsPerFloor = between(town, layout.roomsPerFloor);
  const place = placeOf(town, grid, { serial, layout, head });
  const owner = drawOwner(town, { living: layout.living, at, landlords });
  const address = town.add('address', {
    at,
    values: { ...place.levels, full_path: place.path, place: place.point },
  });
  const id = town.newId(at);
  town.add('building', {
    at,
    id,
    values: {
      code: `${grid.code}${String(serial).padStart(5, '0')}`,
      name: place.name,
      ...(place.estate === '' ? {} : { estate_name: place.estate }),
      village: grid.division,
      grid: grid.id,
      address,
      place: place.point,
      kind: layout.kind,
      building_use: layout.use,
      structure: layout.structure,
      state: '02',
      floor_area: floors * roomsPerFloor * (3500 + random.below(2500)),
      floors,
      room_count: floors * roomsPerFloor,
      built_year: 1988 + random.below(36),
      ...ownerValues(owner),
    },
  });
  const base = {
    id,
    address,
    path: place.path,
    name: place.name,
    point: place.point,
    grid,
    living: layout.living,
    kind: layout.kind,
    owner,
    at,
  };
  const rooms: Room[] = [];
  const building: Building = { ...base, rooms };
  for (let floor = 1; floor <= floors; floor++) {
    for (let n = 1; n <= roomsPerFloor; n++)
      rooms.push(addRoom(town, building, { floor, n, levels: place.levels }));
  }
  return building;
}

const ownerValues = ({ name, phone, person }: Owner): Values => ({
  owner_name: name,
  owner_contact: phone,
  ...(person === undefined ? {} : { owner_person: person }),
});

const ROOM_USES = { owner: '01', rented: '02', bought: '01', dormitory: '08', none: '06' } as const;

function addRoom(
  town: Town,
  building: Building,
  { floor, n, levels }: { readonly floor: number; readonly n: number; readonly levels: Values },
): Room {
  const roomNo = `${floor}${String(n).padStart(2, '0')}`;
  const path = `${building.path}${floor}层${roomNo}`;
  const { grid, owner, at } = building;
  const address = town.add('address', {
    at,
    values: { ...levels, floor: `${floor}层`, room_no: roomNo, full_path: path },
  });
  const id = town.newId(at);
  town.add('room', {
    at,
    id,
    values: {
      building: building.id,
      room_no: roomNo,
      name: `${building.name}${roomNo}`,
      floor,
      village: grid.division,
      grid: grid.id,
      address,
      room_use: building.kind === '06' ? '05' : ROOM_USES[building.living],
      area: 1200 + town.random.below(9000),
      ...(building.living === 'dormitory' ? { bed_count: 8 } : {}),
      ...ownerValues(owner),
    },
  });
  return { id, roomNo, address, path, building };
}

interface Place {
  readonly levels: Values;
  readonly path: string;
  readonly name: string;
  readonly estate: string;
  readonly point: string;
}

function placeOf(
  town: Town,
  grid: Grid,
  {
    serial,
    layout,
    head,
  }: { readonly serial: number; readonly layout: BuildingKind; readonly head: AddressHead },
): Place {
  const { random } = town;
  const { road, lane, estate } = street(grid.village, random);
  // The serial makes the path unique: no two buildings of a grid share a door, as no two do in a village.
  const doorNo = `${grid.index + 1}${String(serial).padStart(3, '0')}号`;
  const building = layout.kind === '01' ? '' : `${1 + random.below(12)}${layout.kind === '02' ? '栋' : '幢'}`;
  const parts = {
    ...head,
    village: grid.village.name,
    street: `${road}${lane}`,
    door_no: doorNo,
    estate,
    building,
  };
  const filled = Object.entries(parts).filter(([, value]) => value !== '');
  const path = filled.map(([, value]) => value).join('');
  return {
    levels: { ...Object.fromEntries(filled), division: grid.division, grid: grid.id },
    path,
    name: `${estate}${road}${lane}${doorNo}${building}`,
    estate,
    point: pointInGrid(grid.village, grid, random),
  };
}

/**
 * The owner of a house they live in gets a person id now and is written when the house is filled; owners of rented
 * houses are, half the time, owners who live in the grid.
 */
function drawOwner(
  town: Town,
  {
    living,
    at,
    landlords,
  }: { readonly living: BuildingKind['living']; readonly at: Instant; readonly landlords: readonly Owner[] },
): Owner {
  const { random } = town;
  const known = landlords[random.below(Math.max(landlords.length, 1))];
  if (living === 'rented' && known !== undefined && random.chance(0.5)) return known;
  const male = random.chance(0.65);
  const { name, ethnic } = personName(random, surname(random), male);
  const birth = town.days.birthDay(random, 35 + random.below(40));
  const idNo = town.nextResidentId(birth, male);
  return {
    name,
    ethnic,
    male,
    birth,
    idNo,
    phone: town.nextPhone(),
    ...(living === 'owner' ? { person: town.newId(at) } : {}),
  };
}

const between = (town: Town, [least, most]: readonly [number, number]): number =>
  least + town.random.below(most - least + 1);
