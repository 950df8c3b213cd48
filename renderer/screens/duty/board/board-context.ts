import { createContext, useContext } from 'react';
import type { Board, Cell, CellDuty } from './board-cells.ts';
import type { Sets, Taken } from './duty-move.ts';

/** A cell somebody looks at; `person` is one of its duties, `null` an empty seat. */
export interface Looked {
  readonly date: string;
  readonly post: string;
  readonly person: string | null;
}

/** What the cells and panels of a month need; the grid draws them as portals, so React's context reaches them. */
export interface BoardSurface {
  readonly board: Board;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly looked: Looked | null;
  /** Names can be dragged: a roster stands and no plan is being looked at. */
  readonly canEdit: boolean;
  readonly look: (looked: Looked) => void;
  /** A name was let go over a cell, or over a name in it. */
  readonly drop: (taken: Taken, target: Cell, onto: string | null) => void;
  /** Writes edits of a draft. */
  readonly edit: (sets: Sets, said: string) => Promise<void>;
}

export const BoardContext = createContext<BoardSurface | null>(null);

/** The month a cell or panel stands in. */
export function useBoard(): BoardSurface {
  const surface = useContext(BoardContext);
  if (surface === null) throw new Error('BoardContext is not set around this component');
  return surface;
}

/** True for the cell, or the name in it, that is looked at. */
export const isLooked = (looked: Looked | null, cell: Cell, duty: CellDuty | null): boolean =>
  looked !== null &&
  looked.date === cell.date &&
  looked.post === cell.post &&
  (duty === null || looked.person === duty.person);
