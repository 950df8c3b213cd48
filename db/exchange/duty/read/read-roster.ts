import { openSheet } from '../../sheet/read/open-sheet.ts';
import type { SheetRow } from '../../sheet/read/sheet-row.ts';
import { dayOfCell, type DayRange } from './day-cell.ts';
import { namesOfCell, type KnownPerson } from './names-cell.ts';

/** What a roster in a sheet is read against. */
export interface ReadRosterInput {
  readonly file: string;
  /** Absent: the first visible sheet. */
  readonly sheet?: string;
  readonly range: DayRange;
  readonly posts: readonly { readonly id: string; readonly name: string; readonly title?: string }[];
  readonly people: readonly KnownPerson[];
}

/** Why a cell was not taken over. */
const cellProblems = [
  'unknown-person',
  'ambiguous-person',
  'day-outside',
  'day-twice',
  'formula-error',
] as const;
type CellProblemCode = (typeof cellProblems)[number];

interface CellProblem {
  /** 1-based row and column as the spreadsheet shows them. */
  readonly row: number;
  readonly column: number;
  readonly value: string;
  readonly code: CellProblemCode;
}

/** A roster as found in a sheet; nothing is written. */
export interface RosterRead {
  readonly duties: readonly { readonly date: string; readonly post: string; readonly person: string }[];
  /** Days that stand in the sheet, ascending. */
  readonly days: readonly string[];
  /** Posts that have a column. */
  readonly posts: readonly string[];
  /** Column titles that are no post of the team. */
  readonly unknownColumns: readonly string[];
  readonly problems: readonly CellProblem[];
}

/** A sheet without a column of days and one of a post. */
export class NoRosterInSheet extends Error {
  override readonly name = 'NoRosterInSheet';
}

/** Rows looked at for the titles: above them stand the title and the telephone. */
const HEAD_ROWS = 15;
/** A roster is a few hundred rows; more is another kind of sheet. */
const MOST_ROWS = 2000;
const dayTitles = ['日期', '时间', '值班日期', 'date', 'day'];

/**
 * Reads a list roster (rows = days, columns = posts) out of .xlsx or .csv as offices keep them: a title above, a column 日期,
 * a column per post, names with phones in the cells. A day whose cell is empty (merged cells) continues the day above.
 * @throws SheetRefused when the file is no sheet; NoRosterInSheet.
 */
export async function readRoster(input: ReadRosterInput): Promise<RosterRead> {
  const rows = await allRows(input);
  const head = headOf(rows, input);
  if (head === null) throw new NoRosterInSheet('no column of days and no post of the team');
  const collected = new Collected(input);
  for (const row of rows.slice(head.at + 1)) collected.take(row, head);
  return { ...collected.result(), posts: [...new Set(head.posts.values())], unknownColumns: head.unknown };
}

async function allRows({ file, sheet }: ReadRosterInput): Promise<readonly SheetRow[]> {
  const open = await openSheet(file);
  try {
    const rows: SheetRow[] = [];
    for await (const read of open.rows(sheet)) {
      rows.push(...read.rows);
      if (rows.length > MOST_ROWS) throw new NoRosterInSheet('too many rows for a roster');
    }
    return rows;
  } finally {
    open.close();
  }
}

interface Head {
  /** Index of the title row among the rows. */
  readonly at: number;
  readonly day: number;
  /** Post by column. */
  readonly posts: ReadonlyMap<number, string>;
  readonly unknown: readonly string[];
}

/** The row with the most posts among its titles, and a column of days. */
function headOf(rows: readonly SheetRow[], { posts }: ReadRosterInput): Head | null {
  const postByTitle = new Map(
    posts.flatMap(({ id, name, title }) =>
      [name, ...(title === undefined ? [] : [title])].map((t) => [titleKey(t), id]),
    ),
  );
  let best: Head | null = null;
  for (const [at, { cells }] of rows.slice(0, HEAD_ROWS).entries()) {
    const titles = cells.map(titleKey);
    const day = titles.findIndex((title) => dayTitles.includes(title));
    if (day < 0) continue;
    const found = new Map<number, string>();
    const unknown: string[] = [];
    for (const [column, title] of titles.entries()) {
      const post = postByTitle.get(title);
      if (post !== undefined) found.set(column, post);
      else if (column !== day && title !== '' && !silentTitles.has(title)) unknown.push(cells[column] ?? '');
    }
    if (found.size > (best?.posts.size ?? 0)) best = { at, day, posts: found, unknown };
  }
  return best;
}

/** Columns every roster has beside its posts. */
const silentTitles = new Set(['星期', '备注', '序号', '电话', '联系电话', 'remarks', 'no.']);

/** `带班领导（电话）` is the post 带班领导. */
const titleKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[（(].*$/, '')
    .replace(/\s/g, '')
    .toLowerCase();

class Collected {
  private readonly duties: RosterRead['duties'][number][] = [];
  private readonly problems: CellProblem[] = [];
  private readonly days: string[] = [];
  private day: string | null = null;
  private readonly input: ReadRosterInput;

  constructor(input: ReadRosterInput) {
    this.input = input;
  }

  take({ row, cells, faults }: SheetRow, head: Head): void {
    const text = (cells[head.day] ?? '').trim();
    if (text !== '' && !this.takeDay({ row, text, column: head.day })) return;
    const date = this.day;
    if (date === null) return;
    for (const [column, post] of head.posts) {
      const value = cells[column] ?? '';
      if (faults?.includes(column) === true) this.problem({ row, column, value, code: 'formula-error' });
      else this.takeNames({ row, column, value, date, post });
    }
  }

  /** False when the cell is no day of the range: notes and signatures stand below a roster. */
  private takeDay({ row, text, column }: { row: number; text: string; column: number }): boolean {
    const date = dayOfCell(text, this.input.range);
    this.day = null;
    if (date === null) {
      if (looksLikeDay(text)) this.problem({ row, column, value: text, code: 'day-outside' });
      return false;
    }
    if (this.days.includes(date)) {
      this.problem({ row, column, value: text, code: 'day-twice' });
      return false;
    }
    this.days.push(date);
    this.day = date;
    return true;
  }

  private takeNames(cell: { row: number; column: number; value: string; date: string; post: string }): void {
    const { people, unknown, ambiguous } = namesOfCell(cell.value, this.input.people);
    for (const person of people) this.duties.push({ date: cell.date, post: cell.post, person });
    for (const value of unknown) this.problem({ ...cell, value, code: 'unknown-person' });
    for (const value of ambiguous) this.problem({ ...cell, value, code: 'ambiguous-person' });
  }

  private problem({ row, column, value, code }: CellProblem): void {
    this.problems.push({ row, column: column + 1, value, code });
  }

  result(): Pick<RosterRead, 'duties' | 'days' | 'problems'> {
    return { duties: this.duties, days: this.days.toSorted(), problems: this.problems };
  }
}

/** A number with 日, 月, - or / reads like a day that is not of this month. */
const looksLikeDay = (text: string): boolean => /^\d{1,4}\s*[-/.年月日号]/.test(text.normalize('NFKC'));
