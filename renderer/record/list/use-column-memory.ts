import type { ColumnMovedEvent, ColumnResizedEvent } from 'ag-grid-community';
import { useDelayed } from '../../widgets/index.ts';
import type { ListColumn } from './saved-view.ts';
import type { ListState } from './use-list-state.ts';
import type { Row } from './use-rows.ts';

const REMEMBER_AFTER_MS = 300;

/** Keeps widths and order the user drags the columns to. */
export function useColumnMemory(state: ListState) {
  const { columns, setColumns } = state;
  const remember = useDelayed(REMEMBER_AFTER_MS, (next: readonly ListColumn[]) => {
    if (JSON.stringify(next) !== JSON.stringify(columns)) setColumns(next);
  });
  function read(event: ColumnResizedEvent<Row> | ColumnMovedEvent<Row>): void {
    const known = new Map(columns.map((column) => [column.field, column]));
    const next = event.api.getColumnState().flatMap(({ colId, width }) => {
      const column = known.get(colId);
      if (column === undefined) return [];
      const isTouched = event.type === 'columnResized' && event.column?.getColId() === colId;
      return [isTouched && typeof width === 'number' ? { field: colId, width } : column];
    });
    remember(next);
  }
  return {
    onResized: (event: ColumnResizedEvent<Row>): void => {
      if (event.finished && event.source === 'uiColumnResized') read(event);
    },
    onMoved: (event: ColumnMovedEvent<Row>): void => {
      if (event.finished && event.source === 'uiColumnMoved') read(event);
    },
  };
}
