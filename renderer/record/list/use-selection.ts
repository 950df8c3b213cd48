import type { GridApi, SelectionChangedEvent } from 'ag-grid-community';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Where } from '../../app/tab-target.ts';
import type { Input } from '../../../electron/contract/calls.ts';
import type { Row } from './use-rows.ts';

/** Chosen rows: named ones, or everything the filter shows. */
export interface Selection {
  readonly isAll: boolean;
  readonly rows: readonly Row[];
  readonly selectAll: () => void;
  readonly clear: () => void;
  readonly onChanged: (event: SelectionChangedEvent<Row>) => void;
  /** Marks rows that have just been loaded while everything is selected. */
  readonly onRowsLoaded: () => void;
}

/** Selection as batch calls want it. */
export type Scope = Input<'batch.preview'>['selection'];

/** Keeps the selection of a grid whose rows are loaded piece by piece. */
export function useSelection(api: GridApi<Row> | null): Selection {
  const [isAll, setAll] = useState(false);
  const [rows, setRows] = useState<readonly Row[]>([]);
  const markLoaded = useCallback(() => {
    api?.forEachNode((node) => {
      if (node.data !== undefined) node.setSelected(true, false, 'api');
    });
  }, [api]);
  return useMemo(
    () => ({
      isAll,
      rows,
      selectAll: () => {
        setAll(true);
        markLoaded();
      },
      clear: () => {
        setAll(false);
        api?.deselectAll();
      },
      onChanged: (event) => {
        if (event.source !== 'api') setAll(false);
        setRows(event.api.getSelectedRows());
      },
      onRowsLoaded: () => {
        if (isAll) markLoaded();
        // Rows that were read again may be of a newer version, which the next action must name.
        else if (api !== null && rows.length > 0) setRows((before) => newerOf(before, api.getSelectedRows()));
      },
    }),
    [api, isAll, rows, markLoaded],
  );
}

/** What batch calls and exports get for a selection. */
export function scopeOf(selection: Selection, where: Where): Scope {
  return selection.isAll ? { where } : { ids: selection.rows.map((row) => row.id) };
}

/** The rows as they are read now; the very same array when none is another. */
function newerOf(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const isSame = now.length === before.length && now.every((row, at) => row === before[at]);
  return isSame ? before : now;
}

/** Lets "everything the filter shows" go when the filter is another one: nobody has seen what it would mean now. */
export function useWholeSelection(where: Where, selection: Selection): void {
  const key = JSON.stringify(where);
  const seen = useRef(key);
  useEffect(() => {
    if (seen.current === key) return;
    seen.current = key;
    if (selection.isAll) selection.clear();
  }, [key, selection]);
}
