import type { Building } from './housing.ts';
import { weighted } from './random.ts';
import { dayOf } from './days.ts';
import type { Town } from './town.ts';

/** Code and name of `facility_kind`, by weight; video points are 75,961 for 10.47 M people, more than half of ours. */
const drawKind = weighted<readonly [string, string]>([
  [['04', '视频点'], 60],
  [['01', '消防栓'], 12],
  [['03', '微型消防站'], 4],
  [['05', '路灯'], 8],
  [['09', '充电点'], 6],
  [['08', '电梯'], 4],
  [['02', '灭火器箱'], 3],
  [['12', '公厕'], 1],
  [['16', '公告栏'], 2],
]);

/** Writes a facility at a building. `serial` counts the facilities of the town. */
export function addFacility(town: Town, building: Building, serial: number): string {
  const { random } = town;
  const { grid } = building;
  const at = town.days.recently(random, 800);
  const [kind, label] = drawKind(random);
  const video = {
    video_class: random.pick(['1', '2', '2', '3']),
    network: random.chance(0.6) ? '公安视频专网' : '互联网',
  };
  return town.add('facility', {
    at,
    values: {
      code: `S${grid.code.slice(6, 12)}${String(serial).padStart(7, '0')}`,
      name: `${building.name}${label}`,
      kind,
      ...(kind === '04' ? video : {}),
      village: grid.division,
      grid: grid.id,
      address: building.address,
      place_text: `${building.path}门前`,
      place: building.point,
      building: building.id,
      owner_name: building.owner.name,
      owner_contact: building.owner.phone,
      state: random.chance(0.94) ? '01' : '02',
      installed_on: dayOf(town.days.recently(random, 3000)),
      checked_on: dayOf(town.days.recently(random, 180)),
    },
  });
}
