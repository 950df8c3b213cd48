import type { Building } from './housing.ts';
import { weighted } from './random.ts';
import { dayOf } from './days.ts';
import type { Town } from './town.ts';

const drawGrade = weighted([
  ['1', 70],
  ['2', 20],
  ['3', 8],
  ['4', 2],
]);

/** Writes the rental house record of a building that is let; returns its id. */
export function addRentalHouse(town: Town, building: Building): string {
  const { random } = town;
  const { grid, owner, rooms } = building;
  const at = town.days.recently(random, 600);
  const tenants = Math.round(rooms.length * 1.8);
  return town.add('rental_house', {
    at,
    values: {
      house_no: `CZ${grid.code}${String(town.rows()).padStart(8, '0')}`,
      house_name: building.name,
      village: grid.division,
      grid: grid.id,
      address: building.address,
      address_text: building.path,
      place: building.point,
      building: building.id,
      kind: building.kind === '03' ? '02' : '01',
      rental_use: '02',
      building_use: '01',
      letting_way: '02',
      structure: '03',
      floors: Number(rooms.at(-1)?.roomNo.slice(0, -2) ?? 1),
      building_count: 1,
      room_count: rooms.length,
      tenant_count: tenants,
      owner_name: owner.name,
      owner_doc_type: '111',
      owner_doc_no: owner.idNo,
      ...(owner.person === undefined ? {} : { owner_person: owner.person }),
      owner_contact: owner.phone,
      state: '01',
      grade: drawGrade(random),
      hazard_type: random.chance(0.1) ? '02' : '00',
      access_control: rooms.length >= 20 ? '02' : random.pick(['00', '01', '02']),
      smoke_alarm_count: rooms.length,
      pledge_date: dayOf(town.days.recently(random, 700)),
      checked_on: dayOf(town.days.recently(random, 60)),
      next_check: town.days.due(random, 120),
    },
  });
}
