import { weekdayOf } from '../../model/calendar/day-arithmetic.ts';
import type { Values } from '../../model/field-kind.ts';
import { gradeOf, nextCheckOf, usualScale } from '../../model/inspection/grade.ts';
import { writeItemNotes } from '../../model/inspection/item-notes.ts';
import { writeItemNumbers } from '../../model/inspection/item-numbers.ts';
import { readyLists, type ReadyList } from '../../model/inspection/ready-lists/index.ts';
import { put, setScene, someName, times, type Scene, type SceneOptions } from '../light/scene.ts';
import type { Town } from '../town.ts';
import { addNotice } from './notices.ts';

/** Added to the town's seed: chance of inspections. */
const CHECKS_STREAM = 0x63_68_65_63;
/** Inspections of a practice town, of which four in five are of rental houses. */
const INSPECTIONS = 60;
/** Days patrols go back: all of last month and the one before it. */
const ROLLUP_DAYS = 62;

/** A list of the town with the items of its template. */
interface List {
  readonly id: string;
  readonly template: ReadyList;
}

/** Writes the shipped check lists, inspections with hazards and notices, and patrol roll-ups. */
export function addChecks(town: Town, options: Omit<SceneOptions, 'stream'>): void {
  const scene = setScene(town, { ...options, stream: CHECKS_STREAM });
  const lists = readyLists.map((template) => addList(scene, template));
  for (const i of times(INSPECTIONS, (at) => at)) addInspection(scene, lists, i);
  addRollups(scene);
}

function addList(scene: Scene, template: ReadyList): List {
  const id = put(scene, 'check_list', template.values);
  for (const item of template.items) put(scene, 'check_item', { ...item, list: id });
  return { id, template };
}

/** What is checked with which list: a rental house, else a shop. */
interface Target {
  readonly list: List;
  readonly values: Values;
}

function addInspection(scene: Scene, lists: readonly List[], i: number): void {
  const { random } = scene;
  const target = drawTarget(scene, lists);
  if (target === null) return;
  const { items } = target.list.template;
  const failed = items.filter(() => random.chance(i % 3 === 0 ? 0.15 : 0.03));
  // Newest last, so that the number of the year goes on with the day.
  const day = scene.days.ago(Math.floor((INSPECTIONS - i) * 1.4));
  const isOrdered = failed.length > 0 && i % 4 !== 1;
  const values: Values = {
    serial: i + 1,
    ...target.values,
    checked_at: `${day}T0${1 + (i % 8)}:30:00.000Z`,
    list: target.list.id,
    checkers: `${someName(scene)}、${someName(scene)}`,
    party_name: someName(scene),
    signature: '1',
    ...ticked(items, failed, day),
    result: failed.length === 0 ? '1' : isOrdered ? '3' : '2',
  };
  const inspection = put(scene, 'inspection', values);
  if (failed.length > 0) addNotice(scene, { inspection, values, failed, isOrdered, day, serial: i + 1 });
}

function drawTarget(scene: Scene, [houses, shops]: readonly List[]): Target | null {
  const { random } = scene;
  const { grid, rentals, units } = scene.somewhere();
  const house = random.chance(0.8) ? rentals[random.below(Math.max(1, rentals.length))] : undefined;
  const unit = units[random.below(Math.max(1, units.length))];
  const place = { village: grid.division, grid: grid.id };
  if (house !== undefined && houses !== undefined) {
    const { id, name, path } = house;
    const values = { ...place, object_kind: '10', object_rental: id, object_name: name, place_text: path };
    return { list: houses, values };
  }
  if (unit === undefined || shops === undefined) return null;
  const values = { ...place, object_kind: '21', object_unit: unit.id, object_name: unit.name };
  return { list: shops, values };
}

/** Results of the items, with grade and next check. */
function ticked(items: readonly Values[], failed: readonly Values[], day: string): Values {
  const numbersOf = (some: readonly Values[]) => some.map((item) => Number(item['item_no']));
  const points = failed.reduce((sum, item) => sum + Number(item['points']), 0);
  const hasMajor = failed.some((item) => item['severity'] === '02');
  const grade = gradeOf(points, hasMajor, usualScale);
  return {
    passed_items: writeItemNumbers(numbersOf(items.filter((item) => !failed.includes(item)))),
    failed_items: writeItemNumbers(numbersOf(failed)),
    item_notes: writeItemNotes(new Map(numbersOf(failed).map((no) => [no, '现场检查发现不符合要求']))),
    points,
    grade,
    next_check: nextCheckOf(day, grade, usualScale),
  };
}

const isWeekday = (day: string): boolean => weekdayOf(day) % 6 !== 0;

/** What the first grid workers did on weekdays of the last months, as the patrol app tells it. */
function addRollups(scene: Scene): void {
  const { random } = scene;
  const workers = scene.known
    .slice(0, 6)
    .flatMap(({ grid }) => grid.staff.slice(0, 1).map((one) => ({ grid, one })));
  const weekdays = times(ROLLUP_DAYS, (at) => scene.days.ago(at + 1)).filter(isWeekday);
  for (const day of weekdays)
    for (const { grid, one } of workers) {
      const objects = 18 + random.below(6);
      const problems = random.below(4);
      put(scene, 'patrol_rollup', {
        patrolled_on: day,
        worker: one.phone.slice(-6),
        worker_name: one.name,
        staff: one.id,
        object_kind: '10',
        village: grid.division,
        grid: grid.id,
        object_count: objects,
        photo_count: objects * 3,
        problem_count: problems,
        fixed_count: Math.floor(problems / 2),
        reported_count: problems - Math.floor(problems / 2),
      });
    }
}
