import type { ColDef } from 'ag-grid-community';
import type { AnyField, AnyLedger } from '../../../db/model/define-ledger.ts';
import { isPlace } from '../../../db/model/derive/place.ts';
import type { Language } from '../../../db/model/localized.ts';
import { widgetOf } from '../../widgets/index.ts';
import { shownText } from '../shown-text.ts';
import { ActionCell } from './ActionCell.tsx';
import { columnWidth, type ColumnWidth } from './column-width.ts';
import { HeaderCell } from './HeaderCell.tsx';
import { PlaceCell } from './PlaceCell.tsx';
import type { ListColumn } from './saved-view.ts';
import { isHeadKey } from './use-head-keys.ts';
import type { Row } from './use-rows.ts';

/** Id of the column with the row's actions. */
export const actionColumn = 'row_actions';

const ACTIONS_PX = 44;
/** Beside the actions: the longest word of how far a row has come, in either language. */
const STATE_PX = 76;
/** Width of the column with the ticks, pixels. */
export const TICKS_PX = 40;
const NARROWEST_PX = 60;

export interface ColumnsOptions {
  readonly ledger: AnyLedger;
  readonly columns: readonly ListColumn[];
  readonly language: Language;
  /** Width of the grid, pixels; 0 = not known yet. */
  readonly room: number;
  /** Head of the column that also says how far rows have come; absent where nothing is sent. */
  readonly stateTitle?: string | null;
}

interface Shown {
  readonly name: string;
  readonly field: AnyField;
  readonly size: ColumnWidth;
}

/**
 * Columns of the grid, always as wide as the window: where there is room to spare the long texts take it, where there is
 * not enough the title fields stay in sight on the left. The actions stand on the right.
 */
export function gridColumns({
  ledger,
  columns,
  language,
  room,
  stateTitle = null,
}: ColumnsOptions): ColDef<Row>[] {
  const shown = columns.flatMap((column): Shown[] => {
    const field = ledger.fields[column.field];
    return field === undefined
      ? []
      : [{ name: column.field, field, size: columnWidth(field, column, language) }];
  });
  const needed = shown.reduce((sum, { size }) => sum + size.width, TICKS_PX + actionsWidth(stateTitle));
  const isScrolled = needed > room;
  const isPinned = ({ name }: Shown): boolean =>
    isScrolled && (name === shown[0]?.name || ledger.title.includes(name));
  const free = shown.filter((column) => !isPinned(column));
  const isSomeGrowing = free.some(({ size }) => size.grows > 0);
  const last = columns.at(-1)?.width === undefined ? free.at(-1) : undefined;
  const definitions = shown.map((column) => ({
    ...columnOf(column, language),
    ...(isPinned(column)
      ? { pinned: 'left' as const, ...fixed(column.size.width) }
      : { pinned: null, ...freeWidth(column.size, !isSomeGrowing && column === last) }),
  }));
  const state = { headerName: stateTitle ?? '', width: actionsWidth(stateTitle) };
  return [...definitions, { ...actions, ...state }];
}

const actionsWidth = (stateTitle: string | null): number =>
  stateTitle === null ? ACTIONS_PX : ACTIONS_PX + STATE_PX;

function freeWidth({ width, grows }: ColumnWidth, isFiller: boolean): ColDef<Row> {
  const flex = isFiller ? 1 : grows;
  return flex === 0 ? fixed(width) : { flex, minWidth: width };
}

/** `null` takes back what an earlier layout said; the grid keeps what is not mentioned. */
const fixed = (width: number): ColDef<Row> => ({ flex: null, width, minWidth: NARROWEST_PX });

function columnOf({ name, field }: Shown, language: Language): ColDef<Row> {
  const classes = [
    field.numeric ? 'ag-right-aligned-cell' : '',
    widgetOf(field.kind).tabular ? 'list-figures' : '',
  ];
  return {
    colId: name,
    headerName: field.label[language],
    headerComponent: HeaderCell,
    suppressHeaderKeyboardEvent: isHeadKey,
    headerClass: field.numeric ? 'ag-right-aligned-header' : '',
    sortable: false,
    valueGetter: ({ data }) => data?.texts[name] ?? '',
    valueFormatter: ({ value }) => shownText(field, String(value ?? '')),
    tooltipValueGetter: ({ value }) => shownText(field, String(value ?? '')),
    cellClass: ({ data }) =>
      [...classes, data === undefined ? 'list-waiting' : ''].filter((part) => part !== ''),
    ...(isPlace(field) ? { cellRenderer: PlaceCell } : {}),
  };
}

const actions: ColDef<Row> = {
  colId: actionColumn,
  cellClass: 'list-action-cell',
  resizable: false,
  suppressMovable: true,
  pinned: 'right',
  cellRenderer: ActionCell,
};
