import type { Values } from '../../model/field-kind.ts';
import type { Colleague, Desk } from './desk.ts';
import { dayOf } from '../days.ts';

/** A day up to so many days before the town's today, and never on it. */
export const before = ({ days, random }: Desk, most: number): string => dayOf(days.recently(random, most));

/** A day by which something is due: mostly within so many days, seldom late. */
export const dueWithin = ({ days, random }: Desk, most: number): string => days.due(random, most);

/** Common person fields of somebody in a team or body. */
export function personValues({ days, random }: Desk, { name, sex, phone }: Colleague): Values {
  return {
    name,
    sex,
    contact: phone,
    birth_date: days.birthDay(random, 24 + random.below(34)),
    political: random.pick(['01', '01', '01', '03', '13']),
    education: random.pick(['21', '21', '31', '31', '61']),
  };
}

/** Name and telephone of the person in charge. */
export const headValues = ({ name, phone }: Colleague): Values => ({ head_name: name, head_contact: phone });
