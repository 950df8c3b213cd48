/** Edits by hand that can be taken back, newest last. */
export type EditSteps = readonly string[];

/** As many edits as a planner goes back by; older ones are in the history of the records. */
const KEPT = 50;

/** The steps after one more edit; an edit that changed nothing leaves none. */
export const afterEdit = (steps: EditSteps, change: string | null): EditSteps =>
  change === null ? steps : [...steps, change].slice(-KEPT);
