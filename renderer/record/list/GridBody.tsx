import type {
  CellKeyDownEvent,
  ColDef,
  FullWidthCellKeyDownEvent,
  GridApi,
  IDatasource,
  RowClassRules,
  SuppressKeyboardEventParams,
} from 'ag-grid-community';
import { AgGridProvider, AgGridReact } from 'ag-grid-react';
import { ConfigProvider } from 'antd';
import { useContext, useMemo, useRef, type MouseEvent as Clicked, type ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { gridLocale, gridTheme, ROW_HEIGHT } from '../../ui/grid-look.ts';
import { actionColumn, gridColumns, TICKS_PX } from './grid-columns.ts';
import { gridModules } from './grid-modules.ts';
import { useListSurface } from './list-context.ts';
import { SelectAllHeader } from './SelectAllHeader.tsx';
import { useColumnMemory } from './use-column-memory.ts';
import { useCopy } from './use-copy.ts';
import { useRoom } from './use-room.ts';
import { PAGE_ROWS, type Row } from './use-rows.ts';

export interface GridBodyProps {
  readonly datasource: IDatasource;
  readonly api: GridApi<Row> | null;
  readonly onReady: (api: GridApi<Row>) => void;
}

const rowSelection = {
  mode: 'multiRow',
  headerCheckbox: false,
  checkboxes: true,
  enableClickSelection: false,
} as const;
const selectionColumn = {
  pinned: 'left',
  width: TICKS_PX,
  resizable: false,
  suppressMovable: true,
  headerComponent: SelectAllHeader,
} as const;

// The grid compares what it is given by identity: made anew with each drawing, these would have it build its columns anew.
const everyColumn: ColDef<Row> = { resizable: true, suppressKeyboardEvent: isOurs };
const rowClasses: RowClassRules<Row> = { 'list-removed': ({ data }) => data?.removed === true };

/** The grid itself. Arrows move, Space selects, Enter and double click open, Ctrl+A takes all, Ctrl+C copies. */
export function GridBody({ datasource, api, onReady }: GridBodyProps): ReactNode {
  const { language, t } = useText();
  const { ledger, state, selection, states, openRow, openMenu } = useListSurface();
  const { csp } = useContext(ConfigProvider.ConfigContext);
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const stateTitle = states === null ? null : t('exchange.row.column');
  const columns = useMemo(
    () => gridColumns({ ledger, columns: state.columns, language, room, stateTitle }),
    [ledger, state.columns, language, room, stateTitle],
  );
  const remember = useColumnMemory(state);
  useCopy(box, api);
  function onKey({ event, data, api: grid }: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>): void {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.key === 'Enter' && data !== undefined) openRow(data);
    if (isSelectAll(event)) {
      event.preventDefault();
      selection.selectAll();
    }
    if (event.key === 'ContextMenu' && data !== undefined) openMenu(data, focusedPlace(event, grid));
  }
  // Not the grid's own: a list that has just come may put its rows once more between the two ends of a click, and the browser
  // then tells neither of them.
  function onDoubleClick({ clientX, clientY }: Clicked): void {
    const row = document.elementFromPoint(clientX, clientY)?.closest('.ag-row');
    const data = api?.getDisplayedRowAtIndex(Number(row?.getAttribute('row-index') ?? -1))?.data;
    if (data !== undefined) openRow(data);
  }
  return (
    <div className="list-grid" ref={box} onDoubleClick={onDoubleClick}>
      <AgGridProvider modules={gridModules}>
        {room === 0 ? null : (
          <AgGridReact<Row>
            key={language}
            theme={gridTheme}
            {...(csp?.nonce === undefined ? {} : { styleNonce: csp.nonce })}
            localeText={gridLocale(language)}
            rowModelType="infinite"
            datasource={datasource}
            cacheBlockSize={PAGE_ROWS}
            maxBlocksInCache={20}
            maxConcurrentDatasourceRequests={2}
            infiniteInitialRowCount={1}
            rowHeight={ROW_HEIGHT}
            columnDefs={columns}
            defaultColDef={everyColumn}
            getRowId={({ data }) => data.id}
            rowSelection={rowSelection}
            selectionColumnDef={selectionColumn}
            rowClassRules={rowClasses}
            tooltipShowDelay={400}
            tooltipShowMode="whenTruncated"
            animateRows={false}
            suppressDragLeaveHidesColumns
            preventDefaultOnContextMenu
            aria-label={t('record.listOf', { ledger: ledger.label[language] })}
            onGridReady={(event) => {
              onReady(event.api);
            }}
            onModelUpdated={selection.onRowsLoaded}
            onSelectionChanged={selection.onChanged}
            onColumnResized={remember.onResized}
            onColumnMoved={remember.onMoved}
            onCellKeyDown={onKey}
            onCellContextMenu={({ data, event }) => {
              if (data !== undefined && event instanceof MouseEvent)
                openMenu(data, { x: event.clientX, y: event.clientY });
            }}
          />
        )}
      </AgGridProvider>
    </div>
  );
}

const isSelectAll = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);

/** Keys the list answers itself, before the grid does. */
function isOurs({ event, column }: SuppressKeyboardEventParams<Row>): boolean {
  return (
    isSelectAll(event) || event.key === 'Enter' || (event.key === ' ' && column.getColId() === actionColumn)
  );
}

function focusedPlace(event: KeyboardEvent, grid: GridApi<Row>): { readonly x: number; readonly y: number } {
  const box = event.target instanceof Element ? event.target.getBoundingClientRect() : null;
  return box === null || grid.isDestroyed() ? { x: 0, y: 0 } : { x: box.left + 24, y: box.bottom };
}
