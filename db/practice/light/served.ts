import type { Values } from '../../model/field-kind.ts';
import { put, type Scene, someName } from './scene.ts';

/** Kinds of people served with what the record of each says beside. */
const kinds: readonly (readonly [string, Values])[] = [
  ['04', {}],
  ['06', { disability_kind: '4', disability_grade: '3', labour_ability: '2' }],
  ['07', { support_amount: 115_000, labour_ability: '2' }],
  ['03', {}],
  ['11', { veteran_kind: '1' }],
  ['08', { support_form: '2', support_amount: 192_000, labour_ability: '3' }],
  ['05', {}],
  ['01', { matter: '反映征地补偿标准' }],
];

/** Writes people served: somebody of each of the known grids, on one list after another. */
export function addServed(scene: Scene): void {
  for (const [i, { grid, people }] of scene.known.entries()) {
    const [kind, more] = kinds[i % kinds.length] ?? kinds[0] ?? ['99', {}];
    const [person] = people;
    if (person === undefined) continue;
    const isOver = i % 9 === 8;
    put(scene, 'served_person', {
      person: person.id,
      kind,
      village: grid.division,
      grid: grid.id,
      from_day: scene.days.ago(120 + i),
      ...more,
      needs: '需定期上门探访',
      unit: '村（居）委会',
      worker: someName(scene),
      worker_contact: scene.town.nextPhone(),
      visited_on: scene.days.ago(5 + (i % 20)),
      next_visit_on: scene.days.due(scene.random, 25),
      ...(isOver && { to_day: scene.days.ago(2), end_reason: '迁出' }),
    });
  }
}
