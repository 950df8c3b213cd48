import type { Refused } from '../../../db/duty/refusal.ts';
import { Refusal } from '../../contract/serve.ts';

/** What a refusal is about, when it is about something that is not there. */
const missing: readonly string[] = ['team', 'roster', 'duty', 'change', 'person', 'village'];

/** An expected refusal of `db/duty` as the window is told: `duty-` and the reason. */
export function refusalOf({ why, details }: Refused): Refusal {
  return new Refusal(missing.includes(why) ? 'not-found' : 'refused', `duty-${why}`, details);
}
