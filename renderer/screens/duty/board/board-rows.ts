import type { Language } from '../../../../db/model/localized.ts';
import { dayName, dayNumber, narrowWeekday, weekdayName } from '../../../text/month.ts';
import { cellKey, emptyCell, isDayOff } from './board-cells.ts';
import type { Board, BoardDay, BoardPerson, BoardPost, Cell } from './board-cells.ts';

/** Ways to look at a month: a row per day, per person, or (a patrol) per grid and shift. */
export type BoardView = 'days' | 'people' | 'grids';

/** With more posts than these side by side, a patrol is read along its grids. */
const MOST_COLUMNS = 6;

/** Views of a team, the one that fits it best first. */
export function viewsOf({ team, posts }: Pick<Board, 'team' | 'posts'>): readonly BoardView[] {
  if (team.kind !== 'patrol') return ['days', 'people'];
  return posts.length > MOST_COLUMNS ? ['grids', 'days', 'people'] : ['days', 'grids', 'people'];
}

/** A post with its grid: 第一网格 白班. */
export const postTitle = (post: Pick<BoardPost, 'name' | 'place'> | undefined): string =>
  post === undefined ? '' : [post.place?.name ?? '', shiftName(post)].filter((part) => part !== '').join(' ');

/** The post without its grid, whose name posts of a patrol begin with. */
function shiftName({ name, place }: Pick<BoardPost, 'name' | 'place'>): string {
  if (place === null || !name.startsWith(place.name)) return name;
  const rest = name.slice(place.name.length).trim();
  return rest === '' ? name : rest;
}

/** A column of cells: a post, or a day. */
export interface BoardColumn {
  readonly id: string;
  readonly title: string;
  /** Second line of the head: hours of a post, weekday of a day. */
  readonly detail: string;
  /** The same where a column is two characters wide. */
  readonly short: string;
  readonly isDayOff: boolean;
}

export interface BoardRow {
  readonly id: string;
  /** Texts of the frozen columns, by their ids. */
  readonly heads: Readonly<Record<string, string>>;
  readonly isDayOff: boolean;
  readonly isMakeUp: boolean;
  /** Cells by the id of the column; several on the day of a person with two duties. */
  readonly cells: Readonly<Record<string, readonly Cell[]>>;
  /** Kinds of leave of a person, by the id of the column. */
  readonly away: Readonly<Record<string, string>>;
}

export interface BoardTable {
  readonly view: BoardView;
  /** Ids of the frozen columns on the left. */
  readonly heads: readonly string[];
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
}

interface Options {
  readonly board: Board;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly language: Language;
}

/** The board laid out for a view. */
export function tableOf(view: BoardView, options: Options): BoardTable {
  if (view === 'days') return byDays(options);
  return view === 'people' ? byPeople(options) : byGrids(options);
}

/** 国庆节 instead of the weekday; on a make-up day the weekday stays and a mark stands beside it. */
const dayTitle = (day: BoardDay, language: Language): string =>
  day.holiday !== null && !day.isMakeUp ? day.holiday : weekdayName(day.date, language);

function byDays({ board, cells, language }: Options): BoardTable {
  const rows = board.days.map((day) => ({
    id: day.date,
    heads: { day: dayName(day.date, language), weekday: dayTitle(day, language) },
    isDayOff: isDayOff(day),
    isMakeUp: day.isMakeUp,
    cells: Object.fromEntries(board.posts.map((post) => [post.id, [cellOf(cells, day.date, post.id)]])),
    away: {},
  }));
  const columns = board.posts.map((post) => ({
    id: post.id,
    title: postTitle(post),
    detail: post.hours,
    short: '',
    isDayOff: false,
  }));
  return { view: 'days', heads: ['day', 'weekday'], columns, rows };
}

function byGrids({ board, cells, language }: Options): BoardTable {
  const rows = board.posts.map((post) => ({
    id: post.id,
    heads: { grid: post.place?.name ?? '', shift: shiftName(post) },
    isDayOff: false,
    isMakeUp: false,
    cells: Object.fromEntries(board.days.map(({ date }) => [date, [cellOf(cells, date, post.id)]])),
    away: {},
  }));
  return { view: 'grids', heads: ['grid', 'shift'], columns: dayColumns(board, language), rows };
}

const cellOf = (cells: ReadonlyMap<string, Cell>, date: string, post: string): Cell =>
  cells.get(cellKey(date, post)) ?? emptyCell(date, post);

function byPeople({ board, cells, language }: Options): BoardTable {
  const cellsByPerson = new Map<string, Map<string, Cell[]>>();
  for (const cell of cells.values()) {
    for (const { person } of cell.duties) {
      const days = cellsByPerson.get(person) ?? new Map<string, Cell[]>();
      days.set(cell.date, [...(days.get(cell.date) ?? []), cell]);
      cellsByPerson.set(person, days);
    }
  }
  const rows = board.people.map((person) => {
    const days = cellsByPerson.get(person.id) ?? new Map<string, Cell[]>();
    return {
      id: person.id,
      heads: { name: person.name, total: String([...days.values()].flat().length) },
      isDayOff: false,
      isMakeUp: false,
      cells: Object.fromEntries(days),
      away: awayOf(board, person),
    };
  });
  return { view: 'people', heads: ['name', 'total'], columns: dayColumns(board, language), rows };
}

function awayOf(board: Board, { id }: BoardPerson): Readonly<Record<string, string>> {
  const leaves = board.leaves.filter((leave) => leave.person === id);
  return Object.fromEntries(
    board.days.flatMap(({ date }) => {
      const leave = leaves.find(({ from, to }) => from <= date && date <= to);
      return leave === undefined ? [] : [[date, leave.kind]];
    }),
  );
}

const dayColumns = (board: Board, language: Language): readonly BoardColumn[] =>
  board.days.map((day) => ({
    id: day.date,
    title: String(dayNumber(day.date)),
    detail: dayTitle(day, language),
    short: day.holiday !== null && !day.isMakeUp ? firstTwo(day.holiday) : narrowWeekday(day.date, language),
    isDayOff: isDayOff(day),
  }));

/** A post in one or two characters, for narrow cells: 带班领导 is 带班. */
export const shortPost = (post: BoardPost | undefined): string =>
  firstTwo(post === undefined ? '' : shiftName(post));

const firstTwo = (text: string): string => [...text].slice(0, 2).join('');
