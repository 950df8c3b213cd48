import type { GridApi, SelectionChangedEvent } from 'ag-grid-community';
import { useCallback, useMemo, useState } from 'react';
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
      },
    }),
    [api, isAll, rows, markLoaded],
  );
}

/** What batch calls and exports get for a selection. */
export function scopeOf(selection: Selection, where: Where): Scope {
  return selection.isAll ? { where } : { ids: selection.rows.map((row) => row.id) };
}
