import type { Values } from '../../model/field-kind.ts';
import type { Desk, Place } from './desk.ts';
import { dueWithin, before, headValues } from './values.ts';

/** Venues of the town by kind, and what they are called. */
const townVenues: readonly (readonly [string, string, string])[] = [
  ['01', '党群服务中心', '党务、政务、群团服务'],
  ['04', '“先锋号”职工服务中心', '维权、技能培训、职工文体'],
  ['05', '“莞香花”青少年服务中心', '青少年辅导、心理咨询'],
  ['06', '“白玉兰”家庭服务中心', '婚姻家庭辅导、妇女维权'],
  ['07', '法律援助工作站', '法律援助申请、咨询'],
  ['09', '平安文化体验公园', '安全体验、案例展示'],
  ['11', '爱心观护基地', '涉罪未成年人观护帮教'],
  ['14', '社会组织孵化基地', '孵化、培训、项目对接'],
];

/** Writes the venues of the town and its villages; returns that of each village, for what happens in them. */
export function addVenues(desk: Desk): ReadonlyMap<string, string> {
  const { home: place } = desk;
  for (const kind of townVenues)
    add(desk, { place, kind, at: { village: place.id, place_text: `${place.name}中心大道1号` } });
  const venues = new Map<string, string>();
  for (const [i, village] of desk.villages.entries()) {
    const at = desk.at(village);
    venues.set(
      village.id,
      add(desk, { place: village, kind: ['02', '党群服务站', '党务、网格、便民服务'], at }),
    );
    if (i % 2 === 0)
      add(desk, { place: village, kind: ['08', '公共法律服务工作室', '法律咨询、人民调解'], at });
    if (i % 6 === 1)
      add(desk, {
        place: village,
        kind: ['10', '平安文化体验点', '案例展示、安全体验'],
        at: desk.at(village),
      });
  }
  return venues;
}

interface Planned {
  readonly place: Place;
  readonly kind: readonly [kind: string, name: string, functions: string];
  readonly at: Values;
}

function add(desk: Desk, { place, kind: [kind, name, functions], at }: Planned): string {
  const { random } = desk;
  return desk.put('venue', {
    name: `${place.name}${name}`,
    kind,
    ...at,
    sponsor: `${desk.home.name}党政办`,
    ...headValues(desk.colleague()),
    area: 8_000 + 100 * random.below(400),
    functions,
    opening_hours: '周一至周五 8:30—12:00，14:00—17:30',
    staff_count: 2 + random.below(6),
    opened_on: before(desk, 2500),
    state: '01',
    checked_on: before(desk, 160),
    next_check_on: dueWithin(desk, 120),
  });
}
