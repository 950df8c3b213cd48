import type { Output } from '../../../../electron/contract/calls.ts';

/** A month of a team as the data process tells it. */
export type Board = Output<'duty.board'>;
export type BoardDay = Board['days'][number];
export type BoardPost = Board['posts'][number];
export type BoardPerson = Board['people'][number];
type BoardDuty = Board['duties'][number];
type Broken = Board['broken'][number];
/** What a planner has found and nobody has kept yet. */
export type Proposal = NonNullable<Output<'duty.proposal'>>;

/** A duty with what its place on the board says of it. */
export interface CellDuty {
  readonly person: string;
  readonly name: string;
  readonly phone: string;
  /** Somebody else than the plan's (调). */
  readonly isChanged: boolean;
  readonly isLocked: boolean;
  /** How the duty came about; `null` in a proposal. */
  readonly origin: BoardDuty['origin'] | null;
  /** Whom the plan had meant; empty when it is the same person. */
  readonly plannedName: string;
  /** Other than in the roster that stands; only while a proposal is shown. */
  readonly isNew: boolean;
  readonly broken: readonly Broken[];
}

/** One post on one day. */
export interface Cell {
  readonly date: string;
  readonly post: string;
  readonly duties: readonly CellDuty[];
  /** People missing. */
  readonly missing: number;
  /** Broken rules that name the post but no person. */
  readonly broken: readonly Broken[];
}

/** Key of a cell in the map of cells. */
export const cellKey = (date: string, post: string): string => `${date} ${post}`;

/** A post on a day where nobody is and nobody is missed. */
export const emptyCell = (date: string, post: string): Cell => ({
  date,
  post,
  duties: [],
  missing: 0,
  broken: [],
});

/** What stands on the board instead of the roster's own duties while a plan is looked at. */
export interface Shown {
  readonly duties: readonly Pick<BoardDuty, 'date' | 'post' | 'person'>[];
  readonly holes: Board['holes'];
}

/** Every cell that holds somebody, misses somebody or breaks a rule, by `cellKey`. */
export function cellsOf(board: Board, shown: Shown | null): ReadonlyMap<string, Cell> {
  const cells = new Map<string, { -readonly [K in keyof Cell]: Cell[K] }>();
  const cellAt = (date: string, post: string) => {
    const key = cellKey(date, post);
    const cell = cells.get(key) ?? { ...emptyCell(date, post) };
    cells.set(key, cell);
    return cell;
  };
  const broken = shown === null ? board.broken : [];
  const entryOf = entries(board, { broken, isProposal: shown !== null });
  for (const duty of shown?.duties ?? board.duties) {
    const cell = cellAt(duty.date, duty.post);
    cell.duties = [...cell.duties, entryOf(duty)];
  }
  for (const hole of shown?.holes ?? board.holes) cellAt(hole.date, hole.post).missing = hole.missing;
  for (const one of broken) {
    if (one.person !== null || one.post === null) continue;
    const cell = cellAt(one.date, one.post);
    cell.broken = [...cell.broken, one];
  }
  return cells;
}

type PlainDuty = Pick<BoardDuty, 'date' | 'post' | 'person'>;

/** How a duty is shown, with the people and the standing duties looked up once. */
function entries(
  board: Board,
  { broken, isProposal }: { readonly broken: readonly Broken[]; readonly isProposal: boolean },
): (duty: PlainDuty) => CellDuty {
  const people = new Map(board.people.map((person) => [person.id, person]));
  const standing = new Map(board.duties.map((duty) => [dutyKey(duty), duty]));
  const isCompared = isProposal && board.duties.length > 0;
  return (duty) => {
    const before = standing.get(dutyKey(duty));
    const person = people.get(duty.person);
    return {
      person: duty.person,
      name: person?.name ?? '',
      phone: person?.phone ?? '',
      isChanged: isChanged(before),
      origin: before?.origin ?? null,
      plannedName: isChanged(before) ? (people.get(before.planned)?.name ?? '') : '',
      isLocked: before?.locked === true,
      isNew: isCompared && before === undefined,
      broken: broken.filter((one) => isOf(one, duty)),
    };
  };
}

const dutyKey = (duty: PlainDuty): string => `${duty.date} ${duty.post} ${duty.person}`;

const isChanged = (duty: BoardDuty | undefined): duty is BoardDuty & { readonly planned: string } =>
  duty !== undefined && duty.planned !== null && duty.planned !== duty.person;

const isOf = (broken: Broken, duty: PlainDuty): boolean =>
  broken.date === duty.date &&
  broken.person === duty.person &&
  (broken.post === null || broken.post === duty.post);

/** A day that is over: it is read, not changed. */
export const isFrozen = ({ frozenThrough }: Pick<Board, 'frozenThrough'>, date: string): boolean =>
  frozenThrough !== null && date <= frozenThrough;

/** A day people are off: shaded. */
export const isDayOff = (day: BoardDay): boolean => day.class !== 'workday';

/** Broken rules and holes of a board, for the heading: how many of each. */
export interface Troubles {
  readonly hard: number;
  readonly soft: number;
  /** People missing. */
  readonly missing: number;
}

/** Counts what is wrong on a board. */
export function troublesOf(board: Pick<Board, 'broken' | 'holes'>): Troubles {
  return {
    hard: board.broken.filter((one) => one.isHard).length,
    soft: board.broken.filter((one) => !one.isHard).length,
    missing: board.holes.reduce((sum, hole) => sum + hole.missing, 0),
  };
}
