/** Why something about an inspection is not done; each has its sentence in the window. */
export type InspectionRefusal = 'list' | 'inspection' | 'nothing-found' | 'ordered';

/** An expected refusal of `db/checks`. */
export class Refused {
  readonly why: InspectionRefusal;
  constructor(why: InspectionRefusal) {
    this.why = why;
  }
}
