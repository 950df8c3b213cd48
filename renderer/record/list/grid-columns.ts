import type { ColDef } from 'ag-grid-community';
import type { AnyField, AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Language } from '../../../db/model/localized.ts';
import { widgetOf } from '../../widgets/index.ts';
import { ActionCell } from './ActionCell.tsx';
import { HeaderCell } from './HeaderCell.tsx';
import type { ListColumn } from './saved-view.ts';
import type { Row } from './use-rows.ts';

/** Id of the column with the row's actions. */
export const actionColumn = 'row_actions';

/** Texts of this many characters (addresses, names of units) take the room that is left on a wide screen. */
const LONG_TEXT = 60;
const LONG_WIDTH = 220;

/** Columns of the grid: the title fields stay in sight on the left, the actions on the right. */
export function gridColumns(
  ledger: AnyLedger,
  columns: readonly ListColumn[],
  language: Language,
): ColDef<Row>[] {
  const frozen = columns[0]?.field;
  const shown = columns.flatMap((column) => {
    const field = ledger.fields[column.field];
    if (field === undefined) return [];
    const widget = widgetOf(field.kind);
    const isTitle = ledger.title.includes(column.field);
    const isPinned = column.field === frozen || isTitle;
    const classes = [field.numeric ? 'ag-right-aligned-cell' : '', widget.tabular ? 'list-figures' : ''];
    const definition: ColDef<Row> = {
      colId: column.field,
      headerName: field.label[language],
      headerComponent: HeaderCell,
      headerClass: field.numeric ? 'ag-right-aligned-header' : '',
      ...widthOf(field, isPinned ? (column.width ?? widget.width) : column.width),
      pinned: isPinned ? 'left' : null,
      sortable: false,
      valueGetter: ({ data }) => data?.texts[column.field] ?? '',
      tooltipValueGetter: ({ value }) => String(value ?? ''),
      cellClass: ({ data }) =>
        [...classes, data === undefined ? 'list-waiting' : ''].filter((name) => name !== ''),
    };
    return [definition];
  });
  return [...shown, actions];
}

const actions: ColDef<Row> = {
  colId: actionColumn,
  headerName: '',
  width: 44,
  cellClass: 'list-action-cell',
  resizable: false,
  suppressMovable: true,
  pinned: 'right',
  cellRenderer: ActionCell,
};

/** Width the user left the column at, else the first one of its kind. */
function widthOf(
  field: AnyField,
  width: number | undefined,
): Pick<ColDef<Row>, 'flex' | 'width' | 'minWidth'> {
  const isLong = field.kind === 'text' && (field.max ?? 0) >= LONG_TEXT;
  if (isLong && width === undefined) return { flex: 1, minWidth: LONG_WIDTH };
  return { width: width ?? widgetOf(field.kind).width, minWidth: 60 };
}
