import type { ColDef } from 'ag-grid-community';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Language } from '../../../db/model/localized.ts';
import { widgetOf } from '../../widgets/index.ts';
import { ActionCell } from './ActionCell.tsx';
import { HeaderCell } from './HeaderCell.tsx';
import type { ListColumn } from './saved-view.ts';
import type { Row } from './use-rows.ts';

/** Id of the column with the row's actions. */
export const actionColumn = 'row_actions';

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
    const classes = [field.numeric ? 'ag-right-aligned-cell' : '', widget.tabular ? 'list-figures' : ''];
    const definition: ColDef<Row> = {
      colId: column.field,
      headerName: field.label[language],
      headerComponent: HeaderCell,
      headerClass: field.numeric ? 'ag-right-aligned-header' : '',
      width: column.width ?? widget.width,
      minWidth: 60,
      pinned: column.field === frozen || isTitle ? 'left' : null,
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
