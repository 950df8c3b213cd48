import type { Values } from '../../model/field-kind.ts';
import type { Colleague, Desk } from './desk.ts';
import { birthDay, daysAgo, dayOf, recently } from '../town.ts';

/** A day up to so many days before the town's today, and never on it. */
export const before = ({ random }: Desk, days: number): string => dayOf(recently(random, days));

/** A day from today to so many days on. */
export const ahead = ({ random }: Desk, days: number): string => daysAgo(-random.below(days));

/** Common person fields of somebody in a team or body. */
export function personValues({ random }: Desk, { name, sex, phone }: Colleague): Values {
  return {
    name,
    sex,
    contact: phone,
    birth_date: birthDay(random, 24 + random.below(34)),
    political: random.pick(['01', '01', '01', '03', '13']),
    education: random.pick(['21', '21', '31', '31', '61']),
  };
}

/** Name and telephone of the person in charge. */
export const headValues = ({ name, phone }: Colleague): Values => ({ head_name: name, head_contact: phone });
