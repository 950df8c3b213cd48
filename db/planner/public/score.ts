/**
 * What a roster of a public instance costs and which hard rules it breaks, counted from the text of the instance by
 * code that shares nothing with reader and solver, not even types: a mistake there cannot hide here.
 */
export interface Score {
  readonly cost: number;
  /** One sentence for each broken hard rule; empty: feasible. */
  readonly violations: readonly string[];
}

/** Id of the shift on each day by id of the member; `null`, a day off. */
export type PublicRoster = ReadonlyMap<string, readonly (string | null)[]>;

/** Counts the roster against the text of an instance file. */
export function scoreRoster(text: string, roster: PublicRoster): Score {
  const lines = linesBySection(text);
  const days = Number(lines('HORIZON')[0]?.[0]);
  const violations: string[] = [];
  const shiftMinutes = new Map(lines('SHIFTS').map(([id = '', minutes]) => [id, Number(minutes)]));
  const forbidden = new Set(
    lines('SHIFTS').flatMap(([id = '', , next = '']) => next.split('|').map((after) => `${id}>${after}`)),
  );
  const daysOff = new Map(
    lines('DAYS_OFF').map(([id = '', ...off]) => [id, off.filter(Boolean).map(Number)]),
  );
  const known = new Set<string>();
  for (const [id = '', caps = '', ...numbers] of lines('STAFF')) {
    known.add(id);
    const row = roster.get(id);
    if (row?.length !== days) violations.push(`${id} has no row of ${String(days)} days`);
    else
      violations.push(
        ...memberViolations({
          id,
          caps,
          numbers: numbers.map(Number),
          row,
          shiftMinutes,
          forbidden,
          off: daysOff.get(id) ?? [],
        }),
      );
  }
  for (const id of roster.keys()) if (!known.has(id)) violations.push(`${id} is not of the staff`);
  return { cost: costOf(lines, roster), violations };
}

type Lines = (section: string) => readonly (readonly string[])[];

function linesBySection(text: string): Lines {
  const found = new Map<string, string[][]>();
  let current = '';
  for (const raw of text.split('\n')) {
    const line = (raw.split('#')[0] ?? '').trim();
    if (line.startsWith('SECTION_')) current = line.slice('SECTION_'.length);
    else if (line !== '') {
      const rows = found.get(current) ?? [];
      rows.push(line.split(',').map((cell) => cell.trim()));
      found.set(current, rows);
    }
  }
  return (section) => found.get(section) ?? [];
}

interface MemberRow {
  readonly id: string;
  readonly caps: string;
  /** Max minutes, min minutes, max run, min run, min rest, max weekends: the columns after the caps. */
  readonly numbers: readonly number[];
  readonly row: readonly (string | null)[];
  readonly shiftMinutes: ReadonlyMap<string, number>;
  readonly forbidden: ReadonlySet<string>;
  readonly off: readonly number[];
}

function memberViolations(member: MemberRow): string[] {
  const { id, row, shiftMinutes, forbidden, off } = member;
  const broken: string[] = [];
  for (const day of off) if (row[day] !== null) broken.push(`${id} works on day off ${String(day)}`);
  row.forEach((shift, day) => {
    if (shift === null) return;
    if (!shiftMinutes.has(shift)) broken.push(`${id} works unknown shift ${shift}`);
    const next = row[day + 1] ?? null;
    if (next !== null && forbidden.has(`${shift}>${next}`))
      broken.push(`${id} works ${next} after ${shift} on day ${String(day + 1)}`);
  });
  return [...broken, ...sumViolations(member), ...runViolations(member)];
}

function sumViolations({ id, caps, numbers, row, shiftMinutes }: MemberRow): string[] {
  const [maxMinutes = 0, minMinutes = 0, , , , maxWeekends = 0] = numbers;
  const broken: string[] = [];
  for (const cap of caps.split('|')) {
    const [shift = '', most] = cap.split('=');
    const count = row.filter((worked) => worked === shift).length;
    if (count > Number(most)) broken.push(`${id} works ${shift} ${String(count)} times`);
  }
  const minutes = row.reduce((sum, shift) => sum + (shiftMinutes.get(shift ?? '') ?? 0), 0);
  if (minutes > maxMinutes || minutes < minMinutes) broken.push(`${id} works ${String(minutes)} minutes`);
  const weekends = weekendsOf(row);
  if (weekends > maxWeekends) broken.push(`${id} works ${String(weekends)} weekends`);
  return broken;
}

function weekendsOf(row: readonly (string | null)[]): number {
  const SATURDAY = 5;
  const SUNDAY = 6;
  const weeks = row.flatMap((shift, day) =>
    shift !== null && (day % 7 === SATURDAY || day % 7 === SUNDAY) ? [Math.floor(day / 7)] : [],
  );
  return new Set(weeks).size;
}

function runViolations({ id, numbers, row }: MemberRow): string[] {
  const [, , maxRun = 0, minRun = 0, minRest = 0] = numbers;
  return runsOf(row).flatMap(({ start, length, isWork }) => {
    const isInside = start > 0 && start + length < row.length;
    const where = `${String(length)} days from day ${String(start)} on`;
    if (isWork && length > maxRun) return [`${id} works ${where}`];
    if (isWork && isInside && length < minRun) return [`${id} works only ${where}`];
    if (!isWork && isInside && length < minRest) return [`${id} rests only ${where}`];
    return [];
  });
}

function runsOf(row: readonly (string | null)[]) {
  const runs: { start: number; length: number; isWork: boolean }[] = [];
  row.forEach((shift, day) => {
    const isWork = shift !== null;
    const last = runs.at(-1);
    if (last?.isWork === isWork) last.length += 1;
    else runs.push({ start: day, length: 1, isWork });
  });
  return runs;
}

function costOf(lines: Lines, roster: PublicRoster): number {
  let cost = 0;
  const works = (id: string | undefined, day: string | undefined, shift: string | undefined) =>
    roster.get(id ?? '')?.[Number(day)] === shift;
  for (const [id, day, shift, weight] of lines('SHIFT_ON_REQUESTS'))
    if (!works(id, day, shift)) cost += Number(weight);
  for (const [id, day, shift, weight] of lines('SHIFT_OFF_REQUESTS'))
    if (works(id, day, shift)) cost += Number(weight);
  for (const [day, shift, need, under, over] of lines('COVER')) {
    let present = 0;
    for (const row of roster.values()) if (row[Number(day)] === shift) present += 1;
    cost +=
      Math.max(0, Number(need) - present) * Number(under) +
      Math.max(0, present - Number(need)) * Number(over);
  }
  return cost;
}
