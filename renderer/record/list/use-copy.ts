import type { GridApi } from 'ag-grid-community';
import { useEffect, type RefObject } from 'react';
import { actionColumn } from './grid-columns.ts';
import { tabSeparated } from './copy-text.ts';
import type { Row } from './use-rows.ts';

/**
 * Ctrl+C in a list: the selected rows with the columns as shown, else the cell that has the focus.
 * Marked text (a part of a cell) is left to the browser.
 */
export function useCopy(box: RefObject<HTMLElement | null>, api: GridApi<Row> | null): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      if (api === null || box.current?.contains(document.activeElement) !== true) return;
      if ((window.getSelection()?.toString() ?? '') !== '') return;
      const text = selectedText(api) ?? focusedText(api);
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    // Without marked text Chromium sends the event to the body, wherever the focus is.
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('copy', copy);
    };
  }, [box, api]);
}

function selectedText(api: GridApi<Row>): string | null {
  const rows = api.getSelectedRows();
  if (rows.length === 0) return null;
  const shown = api.getAllDisplayedColumns().filter((column) => isData(column.getColId()));
  const head = shown.map((column) => column.getColDef().headerName ?? '');
  const lines = rows.map((row) => shown.map((column) => row.texts[column.getColId()] ?? ''));
  return tabSeparated(rows.length === 1 ? lines : [head, ...lines]);
}

function focusedText(api: GridApi<Row>): string | null {
  const focused = api.getFocusedCell();
  if (focused === null) return null;
  const row = api.getDisplayedRowAtIndex(focused.rowIndex)?.data;
  return row === undefined ? null : tabSeparated([[row.texts[focused.column.getColId()] ?? '']]);
}

const isData = (id: string): boolean => id !== actionColumn && !id.startsWith('ag-Grid');
