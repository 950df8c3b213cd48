import { createContext, useContext } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { RowStates } from '../state/row-states.ts';
import type { ListState } from './use-list-state.ts';
import type { Selection } from './use-selection.ts';
import type { Row } from './use-rows.ts';

/** What the cells and heads of a grid need; the grid draws them as portals, so React's context reaches them. */
export interface ListSurface {
  readonly ledger: AnyLedger;
  readonly state: ListState;
  readonly selection: Selection;
  readonly openRow: (row: Row) => void;
  /** How far each row has come on its way to the parent; `null` where nothing is sent. */
  readonly states: RowStates | null;
  /** Opens the menu of row actions at a place of the screen. */
  readonly openMenu: (row: Row, at: { readonly x: number; readonly y: number }) => void;
}

export const ListContext = createContext<ListSurface | null>(null);

/** The list a cell or head stands in. */
export function useListSurface(): ListSurface {
  const surface = useContext(ListContext);
  if (surface === null) throw new Error('ListContext is not set around this component');
  return surface;
}
