import type { GridApi, IDatasource } from 'ag-grid-community';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { ActiveTabContext } from '../../app/navigation.ts';
import { ask, useAsk, useTopic } from '../../data/index.ts';
import { useDelayed } from '../../widgets/index.ts';
import type { ListState } from './use-list-state.ts';

/** A row of a list: id, version and the display texts of the columns. */
export type Row = Output<'record.page'>['rows'][number];

/** Rows asked for at a time. */
export const PAGE_ROWS = 100;
/** Changes come one by one during an import; a list asks again at most this often. */
const REFRESH_AFTER_MS = 400;

interface Query {
  readonly ledger: string;
  readonly state: ListState;
  readonly api: GridApi<Row> | null;
}

/** Feeds the grid from the data process: rows first, then the total; asks again, without moving, when records change. */
export function useRows({ ledger, state, api }: Query) {
  const { where, sort } = state;
  const fields = useMemo(() => state.columns.map((column) => column.field), [state.columns]);
  const queryKey = JSON.stringify([ledger, where, sort]);
  const newest = useRef(queryKey);
  useEffect(() => {
    newest.current = queryKey;
  });
  const [answered, setAnswered] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fieldsKey = fields.toSorted().join();

  const datasource = useMemo<IDatasource>(
    () => ({
      getRows: (request) => {
        const { startRow, endRow } = request;
        const page = {
          ledger,
          where,
          offset: startRow,
          limit: endRow - startRow,
          fields: fieldsKey.split(','),
        };
        void ask('record.page', sort === null ? page : { ...page, sort }).then((reply) => {
          // The grid drops late rows of an older filter itself; what is said beside it must not speak of them either.
          const isNewest = newest.current === queryKey;
          if (isNewest) setFailure(reply.ok ? null : reply.failure);
          if (!reply.ok) {
            request.failCallback();
            return;
          }
          const { rows, next } = reply.value;
          request.successCallback(rows, next === null ? startRow + rows.length : -1);
          if (isNewest) setAnswered(queryKey);
        });
      },
    }),
    // The key stands for ledger, filter and order; a filter that is equal must not throw the rows away.
    [queryKey, fieldsKey],
  );

  const total = useAsk('record.total', answered === queryKey ? { ledger, where } : null);
  useEffect(() => {
    if (api !== null && !api.isDestroyed() && total.value)
      api.setRowCount(total.value.total, total.value.exact);
  }, [api, total.value]);

  const again = useDelayed(REFRESH_AFTER_MS, () => {
    if (api !== null && !api.isDestroyed()) api.refreshInfiniteCache();
  });
  useFreshRows(ledger, again);
  return { datasource, total: total.value ?? null, failure, isAnswered: answered === queryKey, again };
}

/**
 * Asks again when records of the ledger changed, and when the data process came back. Rows also name records of other
 * ledgers: a change there is looked at once the list is seen again.
 */
function useFreshRows(ledger: string, again: () => void): void {
  const isShown = useContext(ActiveTabContext);
  const isPerhapsOld = useRef(false);
  useTopic('changed', (change) => {
    if (change.ledger === ledger) again();
    else isPerhapsOld.current = true;
  });
  useTopic('host', ({ state }) => {
    if (state === 'up') again();
  });
  useEffect(() => {
    if (!isShown || !isPerhapsOld.current) return;
    isPerhapsOld.current = false;
    again();
  }, [isShown, again]);
}
