import type { Values } from '../model/field-kind.ts';
import type { Building, Room } from './housing.ts';
import { origin } from './origins.ts';
import type { Home, Neighbourhood, Resident } from './people/household-plan.ts';
import { drawMembers } from './people/members.ts';
import { addPerson } from './people/persons.ts';
import { dayOf } from './days.ts';
import type { Town } from './town.ts';

/**
 * Share of households in let rooms that are registered here. With the owners, the estates and the dormitories it
 * makes 户籍 to 流动 1 : 3.9 (20.4 %) over the whole town, as in Dongguan's largest towns; a test counts it.
 */
const RENTED_REGISTERED_SHARE = 0.175;

/** Fills a room with a household: people, their household, where they live and lived. Returns the people. */
export function addHousehold(town: Town, room: Room, around: Neighbourhood): readonly Resident[] {
  const { random } = town;
  const { building } = room;
  const owner = building.living === 'owner' && around.before >= 0 && isFirst(room) ? building.owner : null;
  const isRegistered =
    owner !== null || building.living === 'owner' || random.chance(registeredShare(building));
  const members = drawMembers(town, { owner, building, most: around.most });
  const at = town.days.recently(random, 500);
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
