/**
 * A shift-scheduling instance of T. Curtois and R. Qu, "Computational results on new staff scheduling benchmark
 * instances" (technical report, University of Nottingham, 2014). The horizon starts on a Monday; days count from 0.
 *
 * Hard: everything about one member of staff. Soft: requests and cover, whose weights add up to the cost.
 */
export interface Instance {
  readonly days: number;
  readonly shifts: readonly Shift[];
  readonly staff: readonly Member[];
  readonly onRequests: readonly Request[];
  readonly offRequests: readonly Request[];
  readonly cover: readonly Cover[];
}

interface Shift {
  readonly id: string;
  readonly minutes: number;
  /** Indices of shifts that cannot be worked on the day after this one. */
  readonly notNext: readonly number[];
}

interface Member {
  readonly id: string;
  /** Most times each shift can be worked, by index of the shift. */
  readonly most: readonly number[];
  readonly maxMinutes: number;
  readonly minMinutes: number;
  readonly maxRun: number;
  /** Not of a run that touches the edge of the horizon. */
  readonly minRun: number;
  /** Days off between two runs; not of those at the edge of the horizon. */
  readonly minRest: number;
  /** Weekends with a shift on Saturday or Sunday. */
  readonly maxWeekends: number;
  readonly daysOff: ReadonlySet<number>;
}

interface Request {
  readonly member: number;
  readonly day: number;
  readonly shift: number;
  readonly weight: number;
}

interface Cover {
  readonly day: number;
  readonly shift: number;
  readonly need: number;
  readonly underWeight: number;
  readonly overWeight: number;
}

/** The text is not an instance of the format; `line` counts from 1, 0 when something is missing altogether. */
export class InstanceError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${String(line)}: ${message}`);
    this.name = 'InstanceError';
    this.line = line;
  }
}

/** Reads an instance; comments, empty lines, line ends, trailing commas and the order of sections do not matter. */
export function readInstance(text: string): Instance {
  const sections = readSections(text);
  const days = numberAt(required(sections, 'HORIZON'), 0);
  const shifts = readShifts(sections.get('SHIFTS') ?? []);
  const shiftIndex = indexOf(shifts.map((shift) => shift.id));
  const staff = readStaff(sections, { days, shiftIndex });
  const names: Names = { days, shiftIndex, memberIndex: indexOf(staff.map((member) => member.id)) };
  if (days < 1 || shifts.length === 0 || staff.length === 0)
    throw new InstanceError(0, 'no days, shifts or staff');
  return {
    days,
    shifts,
    staff,
    onRequests: readRequests(sections.get('SHIFT_ON_REQUESTS') ?? [], names),
    offRequests: readRequests(sections.get('SHIFT_OFF_REQUESTS') ?? [], names),
    cover: (sections.get('COVER') ?? []).map((row) => ({
      day: dayAt(row, { at: 0, days }),
      shift: named(row, 1, shiftIndex),
      need: numberAt(row, 2),
      underWeight: numberAt(row, 3),
      overWeight: numberAt(row, 4),
    })),
  };
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Names {
  readonly days: number;
  readonly shiftIndex: ReadonlyMap<string, number>;
  readonly memberIndex: ReadonlyMap<string, number>;
}

function readSections(text: string): ReadonlyMap<string, readonly Row[]> {
  const sections = new Map<string, Row[]>();
  let rows: Row[] | null = null;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, at) => {
      const line = raw.replace(/#.*$/, '').trim();
      if (line === '') return;
      const header = /^SECTION_(\w+)$/.exec(line)?.[1];
      if (header !== undefined) {
        rows = [];
        sections.set(header, rows);
      } else if (rows === null) throw new InstanceError(at + 1, 'text before the first section');
      else rows.push({ line: at + 1, cells: line.split(',').map((cell) => cell.trim()) });
    });
  return sections;
}

function readShifts(rows: readonly Row[]): readonly Shift[] {
  const index = indexOf(rows.map((row) => textAt(row, 0)));
  return rows.map((row) => ({
    id: textAt(row, 0),
    minutes: numberAt(row, 1),
    notNext: (row.cells[2] ?? '')
      .split('|')
      .filter((id) => id !== '')
      .map((id) => known(row, id.trim(), index)),
  }));
}

function readStaff(
  sections: ReadonlyMap<string, readonly Row[]>,
  { days, shiftIndex }: Pick<Names, 'days' | 'shiftIndex'>,
): readonly Member[] {
  const rows = sections.get('STAFF') ?? [];
  const memberIndex = indexOf(rows.map((row) => textAt(row, 0)));
  const daysOff = rows.map(() => new Set<number>());
  for (const row of sections.get('DAYS_OFF') ?? []) {
    const own = daysOff[named(row, 0, memberIndex)];
    row.cells.forEach((cell, at) => {
      if (at > 0 && cell !== '') own?.add(dayAt(row, { at, days }));
    });
  }
  return rows.map((row, at) => ({
    id: textAt(row, 0),
    most: readMost(row, { days, shiftIndex }),
    maxMinutes: numberAt(row, 2),
    minMinutes: numberAt(row, 3),
    maxRun: numberAt(row, 4),
    minRun: numberAt(row, 5),
    minRest: numberAt(row, 6),
    maxWeekends: numberAt(row, 7),
    daysOff: daysOff[at] ?? new Set(),
  }));
}

/** `E=14|L=0`; a shift that is not named is free. */
function readMost(row: Row, { days, shiftIndex }: Pick<Names, 'days' | 'shiftIndex'>): readonly number[] {
  const most = Array.from({ length: shiftIndex.size }, () => days);
  for (const pair of textAt(row, 1).split('|').filter(Boolean)) {
    const [id = '', count = ''] = pair.split('=');
    most[known(row, id.trim(), shiftIndex)] = wholeOf(row, count.trim());
  }
  return most;
}

function readRequests(rows: readonly Row[], { days, shiftIndex, memberIndex }: Names): readonly Request[] {
  return rows.map((row) => ({
    member: named(row, 0, memberIndex),
    day: dayAt(row, { at: 1, days }),
    shift: named(row, 2, shiftIndex),
    weight: numberAt(row, 3),
  }));
}

function required(sections: ReadonlyMap<string, readonly Row[]>, name: string): Row {
  const row = sections.get(name)?.[0];
  if (!row) throw new InstanceError(0, `no SECTION_${name}`);
  return row;
}

function textAt(row: Row, at: number): string {
  const cell = row.cells[at];
  if (cell === undefined || cell === '') throw new InstanceError(row.line, `no value ${String(at + 1)}`);
  return cell;
}

function numberAt(row: Row, at: number): number {
  return wholeOf(row, textAt(row, at));
}

/** Every number of the format is whole and not negative. */
function wholeOf(row: Row, text: string): number {
  if (!/^\d+$/.test(text)) throw new InstanceError(row.line, `"${text}" is not a whole number`);
  return Number(text);
}

function dayAt(row: Row, { at, days }: { readonly at: number; readonly days: number }): number {
  const day = numberAt(row, at);
  if (day >= days) throw new InstanceError(row.line, `day ${String(day)} is beyond the horizon`);
  return day;
}

function named(row: Row, at: number, index: ReadonlyMap<string, number>): number {
  return known(row, textAt(row, at), index);
}

function known(row: Row, id: string, index: ReadonlyMap<string, number>): number {
  const found = index.get(id);
  if (found === undefined) throw new InstanceError(row.line, `nothing is called "${id}"`);
  return found;
}

function indexOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, at) => [id, at]));
}
