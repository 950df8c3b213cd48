/** Why something about a roster is not done; the closed list, each with its sentence in the window and in `zw`. */
const dutyRefusals = [
  'team',
  'roster',
  'duty',
  'change',
  'person',
  'locked',
  'past',
  'state',
  'reason',
  'village',
  'staff',
  'rule',
  'published',
  'posts',
  'members',
  'rule-gone',
] as const;
export type DutyRefusal = (typeof dutyRefusals)[number];

/** An expected refusal of `db/duty`. */
export class Refused {
  readonly why: DutyRefusal;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(why: DutyRefusal, details: Readonly<Record<string, unknown>> = {}) {
    this.why = why;
    this.details = details;
  }
}
