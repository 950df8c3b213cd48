import type { GridApi } from 'ag-grid-community';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useNavigation } from '../../app/navigation.ts';
import { FailureNotice } from '../../ui/index.ts';
import { ReckonNote } from '../reckoning/ReckonNote.tsx';
import { useRowStates } from '../state/use-row-states.ts';
import { useSendsUp } from '../state/use-sends-up.ts';
import { RecordDialogs, type OpenDialog } from './RecordDialogs.tsx';
import { EmptyList } from './EmptyList.tsx';
import { FilterChips } from './FilterChips.tsx';
import { GridBody } from './GridBody.tsx';
import { ListContext } from './list-context.ts';
import { ListToolbar } from './ListToolbar.tsx';
import { RowMenu, type RowMenuPlace } from './RowMenu.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import type { ListState } from './use-list-state.ts';
import { useRows, type Row } from './use-rows.ts';
import { scopeOf, useSelection, useWholeSelection } from './use-selection.ts';

/** Toolbar, chips, selection bar, grid and dialogs of one list. */
export function LedgerGrid({
  ledger,
  state,
}: {
  readonly ledger: AnyLedger;
  readonly state: ListState;
}): ReactNode {
  const navigation = useNavigation();
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const rows = useRows({ ledger: ledger.id, state, api });
  const selection = useSelection(api);
  const states = useRowStates(ledger.id, api, useSendsUp());
  useWholeSelection(state.where, selection);
  const toRows = useFocusReturn(root, api);
  const surface = useMemo(
    () => ({
      ledger,
      state,
      selection,
      states,
      openRow: (row: Row) => {
        navigation.openRecord(ledger.id, row.id);
      },
      openMenu: (row: Row, at: { readonly x: number; readonly y: number }) => {
        setMenu({ row, ...at });
      },
    }),
    [ledger, state, selection, states, navigation],
  );
  const isEmpty = rows.isAnswered && rows.total?.total === 0;
  const chosen = selection.isAll || selection.rows.length > 0;
  const scope = chosen ? scopeOf(selection, state.where) : { where: state.where };
  return (
    <ListContext value={surface}>
      <div className="list-screen" ref={root}>
        {chosen ? (
          <SelectionBar total={rows.total} onDialog={setDialog} scope={scope} />
        ) : (
          <ListToolbar total={rows.total} onDialog={setDialog} scope={scope} />
        )}
        <FilterChips />
        <ReckonNote key={ledger.id} ledger={ledger} />
        {rows.failure ? <FailureNotice failure={rows.failure} onRetry={rows.again} /> : null}
        <div className="list-body">
          <GridBody datasource={rows.datasource} api={api} onReady={setApi} />
          {isEmpty ? <EmptyList /> : null}
        </div>
        {menu ? (
          <RowMenu
            place={menu}
            onDialog={setDialog}
            onClose={() => {
              setMenu(null);
              toRows();
            }}
          />
        ) : null}
        <RecordDialogs
          dialog={dialog}
          state={state}
          total={rows.total?.total ?? null}
          onClose={(isDone) => {
            setDialog(null);
            if (isDone) selection.clear();
            toRows();
          }}
        />
      </div>
    </ListContext>
  );
}
