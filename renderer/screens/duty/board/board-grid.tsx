import type {
  CellKeyDownEvent,
  ColDef,
  FullWidthCellKeyDownEvent,
  GridApi,
  RowClassRules,
} from 'ag-grid-community';
import { AgGridProvider, AgGridReact } from 'ag-grid-react';
import { ConfigProvider, Tag } from 'antd';
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { textWidth, useText } from '../../../text/index.ts';
import { gridLocale, gridTheme } from '../../../ui/grid-look.ts';
import { boardModules } from './board-modules.ts';
import { isFrozen } from './board-cells.ts';
import type { Cell, CellDuty } from './board-cells.ts';
import { useDuty } from '../duty-place.ts';
import { useBoard } from './board-context.ts';
import { postTitle, shortPost, tableOf } from './board-rows.ts';
import type { BoardColumn, BoardRow, BoardTable, BoardView } from './board-rows.ts';
import { DutyCell, SHOWN_NAMES } from './duty-cell.tsx';

/** Widths, pixels: frozen columns, a day with names, a day with the signs of posts. */
const HEAD_PX = { day: 88, weekday: 88, grid: 150, shift: 84, name: 104, total: 52 } as const;
const NAMED_DAY_PX = 84;
const SIGN_DAY_PX = 32;
const POST_PX = 150;
/** Around a name, its signs (the mark of a swap is a word in English), an empty seat, a line of names. */
const AROUND_NAME_PX = 17;
const SIGN_PX = 17;
const CHANGED_PX = 34;
const HOLE_PX = 72;
const LINE_PX = 26;
const ROW_PX = 32;
/** Two lines: a post and its hours, a day and its weekday. */
const HEADER_PX = 44;

interface Properties {
  readonly view: BoardView;
  /** Told when Enter was pressed on a cell; the panel then takes the keyboard. */
  readonly onEnter: () => void;
  readonly onReady: (api: GridApi<BoardRow>) => void;
}

/** The month as a grid. Arrows move, Enter looks at a cell, names are dragged from cell to cell. */
export function BoardGrid({ view, onEnter, onReady }: Properties) {
  const { t, language } = useText();
  const { board, cells, look } = useBoard();
  const { today } = useDuty();
  const { csp } = useContext(ConfigProvider.ConfigContext);
  const box = useRef<HTMLDivElement>(null);
  const room = useWidth(box);
  const table = useMemo(() => tableOf(view, { board, cells, language }), [view, board, cells, language]);
  const columns = useMemo(() => columnsOf(table, t), [table, t]);
  const rows = useMemo(() => [...table.rows], [table]);
  const rowClasses = useMemo<RowClassRules<BoardRow>>(
    () => ({
      'duty-row-off': ({ data }) => data?.isDayOff === true,
      'duty-row-past': ({ data }) => data !== undefined && isFrozen(board, data.id),
      'duty-row-today': ({ data }) => data?.id === today,
    }),
    [board, today],
  );
  const width = cellWidth(table, room);
  const [api, setApi] = useState<GridApi<BoardRow> | null>(null);
  useEffect(() => {
    if (api !== null && !api.isDestroyed()) api.resetRowHeights();
  }, [api, table, width]);
  function onKey(event: CellKeyDownEvent<BoardRow> | FullWidthCellKeyDownEvent<BoardRow>): void {
    if (!(event.event instanceof KeyboardEvent) || event.event.key !== 'Enter' || !('column' in event))
      return;
    const cell = event.data?.cells[event.column.getColId()]?.[0];
    if (cell === undefined) return;
    look({ date: cell.date, post: cell.post, person: cell.duties[0]?.person ?? null });
    onEnter();
  }
  return (
    <div className="duty-grid" ref={box}>
      <AgGridProvider modules={boardModules}>
        <AgGridReact<BoardRow>
          key={`${view} ${language}`}
          theme={gridTheme}
          {...(csp?.nonce === undefined ? {} : { styleNonce: csp.nonce })}
          localeText={gridLocale(language)}
          rowData={rows}
          columnDefs={columns}
          defaultColDef={everyColumn}
          getRowId={({ data }) => data.id}
          getRowHeight={({ data }) => (data === undefined ? ROW_PX : heightOf(data, view, width))}
          headerHeight={HEADER_PX}
          rowClassRules={rowClasses}
          animateRows={false}
          suppressDragLeaveHidesColumns
          aria-label={board.title}
          onFirstDataRendered={({ api: grid }) => {
            const node = grid.getRowNode(today);
            if (node !== undefined) grid.ensureNodeVisible(node, 'middle');
          }}
          onGridReady={(event) => {
            setApi(event.api);
            onReady(event.api);
          }}
          onCellKeyDown={onKey}
        />
      </AgGridProvider>
    </div>
  );
}

const isEnter = ({ event }: { readonly event: KeyboardEvent }): boolean => event.key === 'Enter';

/** By identity, as the grid compares it: made anew with each drawing it would have all columns built anew. */
const everyColumn: ColDef<BoardRow> = {
  resizable: false,
  sortable: false,
  suppressMovable: true,
  suppressKeyboardEvent: isEnter,
};

/** Width of a box, pixels, following the window. */
function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return width;
}

/** Room for names in a cell, pixels. */
function cellWidth({ view, columns }: BoardTable, room: number): number {
  const inner = (outer: number) => outer - 12;
  if (view !== 'days') return inner(NAMED_DAY_PX);
  const free = room - HEAD_PX.day - HEAD_PX.weekday;
  return inner(Math.max(POST_PX, free / Math.max(1, columns.length)));
}

/** A row is as high as its fullest cell needs. */
function heightOf(row: BoardRow, view: BoardView, width: number): number {
  if (view === 'people') return ROW_PX;
  const lines = Object.values(row.cells).map((cells) => linesOf(cells, width));
  return Math.max(ROW_PX, Math.max(...lines) * LINE_PX + 6);
}

/** A name with its signs. */
const nameWidth = ({ name, isChanged, isLocked, broken }: CellDuty): number =>
  textWidth(name) +
  AROUND_NAME_PX +
  (isChanged ? CHANGED_PX : 0) +
  (isLocked ? SIGN_PX : 0) +
  (broken.length > 0 ? SIGN_PX : 0);

/** Lines the names of a cell break into, as the page breaks them. */
function linesOf(cells: readonly Cell[], width: number): number {
  const pieces = cells.flatMap(({ duties, missing }) => [
    ...duties.slice(0, SHOWN_NAMES).map(nameWidth),
    ...(duties.length > SHOWN_NAMES ? [HOLE_PX] : []),
    ...(missing > 0 ? [HOLE_PX] : []),
  ]);
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    if (used > 0 && used + piece > width) {
      lines += 1;
      used = 0;
    }
    used += piece;
  }
  return lines;
}

type Say = ReturnType<typeof useText>['t'];

function columnsOf(table: BoardTable, t: Say): ColDef<BoardRow>[] {
  const heads = table.heads.map((id): ColDef<BoardRow> => ({
    colId: id,
    headerName: t(`duty.head.${headOf(id)}`),
    width: HEAD_PX[headOf(id)],
    pinned: 'left',
    cellClass: 'duty-head-cell',
    valueGetter: ({ data }) => data?.heads[id] ?? '',
    cellRenderer: id === 'weekday' ? WeekdayCell : undefined,
  }));
  return [...heads, ...table.columns.map((column) => cellColumn(column, table.view))];
}

const headOf = (id: string): keyof typeof HEAD_PX => (id in HEAD_PX ? (id as keyof typeof HEAD_PX) : 'name');

function cellColumn(column: BoardColumn, view: BoardView): ColDef<BoardRow> {
  const isNarrow = view === 'people';
  return {
    colId: column.id,
    headerName: column.title,
    headerComponent: ColumnHead,
    headerComponentParams: { column, isNarrow },
    headerClass: [isNarrow ? 'duty-narrow' : '', column.isDayOff ? 'duty-head-off' : ''].filter(
      (c) => c !== '',
    ),
    cellClass: ({ data }) =>
      [
        isNarrow ? 'duty-narrow' : 'duty-wide',
        column.isDayOff ? 'duty-column-off' : '',
        data?.away[column.id] === undefined ? '' : 'duty-away',
      ].filter((c) => c !== ''),
    ...(view === 'days' ? { flex: 1, minWidth: POST_PX } : { width: isNarrow ? SIGN_DAY_PX : NAMED_DAY_PX }),
    valueGetter: ({ data }) => spoken(data?.cells[column.id] ?? []),
    cellRenderer: isNarrow ? SignCell : NamesCell,
  };
}

/** What a cell says as a text: to copy and to readers of the screen. */
const spoken = (cells: readonly Cell[]): string =>
  cells.flatMap((cell) => cell.duties.map(({ name }) => name)).join('、');

interface CellParams {
  readonly data?: BoardRow;
  readonly column?: { getColId(): string };
}

function NamesCell({ data, column }: CellParams) {
  const cells = data?.cells[column?.getColId() ?? ''] ?? [];
  return cells.map((cell) => <DutyCell key={cell.post} cell={cell} />);
}

function WeekdayCell({ data }: CellParams) {
  const { t } = useText();
  return (
    <>
      {data?.heads['weekday']}
      {data?.isMakeUp === true && (
        <Tag className="duty-make-up" title={t('duty.make-up')}>
          {t('duty.make-up.short')}
        </Tag>
      )}
    </>
  );
}

/** The signs of a person's duties on one day, or of the leave. */
function SignCell({ data, column }: CellParams) {
  const { t } = useText();
  const { board, look } = useBoard();
  const id = column?.getColId() ?? '';
  const away = data?.away[id];
  const cells = data?.cells[id] ?? [];
  if (cells.length === 0) return away === undefined ? null : <span title={away}>{t('duty.away')}</span>;
  return cells.map((cell) => {
    const duty = cell.duties.find(({ person }) => person === data?.id);
    const post = board.posts.find((one) => one.id === cell.post);
    const isBroken = duty?.broken.some(({ isHard }) => isHard) === true;
    return (
      <button
        key={cell.post}
        type="button"
        tabIndex={-1}
        className={isBroken ? 'duty-sign-button duty-name-broken' : 'duty-sign-button'}
        title={[postTitle(post), ...(duty?.broken ?? []).map(({ text }) => text)].join('\n')}
        onClick={() => look({ date: cell.date, post: cell.post, person: data?.id ?? null })}
      >
        {shortPost(post)}
      </button>
    );
  });
}

function ColumnHead({ column, isNarrow }: { readonly column: BoardColumn; readonly isNarrow: boolean }) {
  return (
    <span className="duty-column-head">
      <span>{column.title}</span>
      <small>{isNarrow ? column.short : column.detail}</small>
    </span>
  );
}
