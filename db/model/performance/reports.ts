import type { Values } from '../field-kind.ts';
import { chinaDay } from '../office-time.ts';
import type { Report } from './month-sheet.ts';

/** States of an issue that passed verification and was not sent back: 60 to be closed, 70 closed, 80 evaluated. */
export const verifiedStatuses = ['60', '70', '80'];

/** An issue as a report that can count; none where nobody of the grid reported it or it was never verified. */
export function reportOf(id: string, values: Values): readonly Report[] {
  const { reporter, reported_at: reported, verified_at: verified } = values;
  if (typeof reporter !== 'string' || typeof reported !== 'string' || typeof verified !== 'string') return [];
  return [
    {
      id,
      staff: reporter,
      category: String(values['category'] ?? ''),
      level: String(values['level'] ?? ''),
      subject: subjectOf(values),
      reported_at: reported,
      counted_on: chinaDay(new Date(verified)),
    },
  ];
}

/** The nearest thing a report is about, with its small category; without a thing it repeats none. */
export function subjectOf(values: Values): string | null {
  const names = [
    'object_room',
    'object_unit',
    'object_facility',
    'object_rental',
    'object_building',
    'address',
  ];
  const thing = names.map((name) => values[name]).find((value) => typeof value === 'string');
  return thing === undefined ? null : `${String(values['item'] ?? values['category'])} ${String(thing)}`;
}
