import type { Grid } from './grids.ts';
import type { AddedIssue } from './issues.ts';
import { isOnItsWay } from './matters.ts';
import type { Resident, Workplace } from './people/household-plan.ts';

/** Somebody of a village who may stand in a ledger that is drawn last. */
export interface Sampled extends Resident {
  /** Village record. */
  readonly division: string;
}

/** An enterprise with its village. */
export interface SampledUnit extends Workplace {
  readonly division: string;
}

/** One person in so many is kept, one enterprise or trader in so many: some ten thousand in the largest town. */
const EVERY = { person: 40, unit: 30 } as const;

/**
 * People and units kept while a town is built, evenly over all villages and without drawing anything, so that ledgers added
 * at the end (special care, labour risks …) can speak of them and nothing before them moves.
 */
export interface Sample {
  readonly people: readonly Sampled[];
  readonly units: readonly SampledUnit[];
  addPerson(person: Resident, division: string): void;
  /** Issues of the first grid, with the grid. */
  readonly issues: readonly AddedIssue[];
  readonly firstGrid: () => Grid | null;
  /** Issues of all grids that are still on their way. */
  readonly openIssues: readonly AddedIssue[];
  addUnit(unit: Workplace, division: string): void;
  addIssue(issue: AddedIssue, grid: Grid): void;
}

/** An empty sample. */
export function startSample(): Sample {
  const people: Sampled[] = [];
  const units: SampledUnit[] = [];
  const issues: AddedIssue[] = [];
  const openIssues: AddedIssue[] = [];
  let firstGrid: Grid | null = null;
  let persons = 0;
  let places = 0;
  return {
    people,
    units,
    issues,
    openIssues,
    firstGrid: () => firstGrid,
    addPerson(person, division) {
      if (persons % EVERY.person === 0) people.push({ ...person, division });
      persons += 1;
    },
    addUnit(unit, division) {
      if (places % EVERY.unit === 0) units.push({ ...unit, division });
      places += 1;
    },
    addIssue(issue, grid) {
      firstGrid ??= grid;
      if (grid === firstGrid) issues.push(issue);
      if (isOnItsWay(issue)) openIssues.push(issue);
    },
  };
}
