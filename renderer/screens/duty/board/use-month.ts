import type { GridApi } from 'ag-grid-community';
import { App } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useIsShown } from '../../../app/use-shown.ts';
import { ask, useAlone } from '../../../data/index.ts';
import { failureText, useText } from '../../../text/index.ts';
import { useDuty } from '../duty-place.ts';
import type { SwapStart } from '../changes/swap-choice.ts';
import { cellsOf } from './board-cells.ts';
import type { Board, Cell, Proposal } from './board-cells.ts';
import type { BoardSurface, Looked } from './board-context.ts';
import { viewsOf } from './board-rows.ts';
import type { BoardRow, BoardView } from './board-rows.ts';
import { dropOf } from './duty-move.ts';
import type { Sets, Taken } from './duty-move.ts';
import type { MonthActions } from './month-bar.tsx';
import { useEdits } from './use-edits.ts';
import type { Edits } from './use-edits.ts';
import type { Plan } from './use-plan.ts';
import { useUndoKey } from './use-undo-key.ts';

/** What stands beside the grid. */
type Side = { readonly at: 'none' | 'troubles' } | { readonly at: 'why'; readonly looked: Looked };

/** What stands before it. */
type Dialog =
  | { readonly at: 'none' }
  | { readonly at: 'swap'; readonly start: SwapStart }
  | { readonly at: 'leave'; readonly person: string | null }
  | { readonly at: 'step-back'; readonly to: 'draft' | 'published' };

/** Everything a month on the screen can do. */
export interface Month {
  readonly surface: BoardSurface;
  readonly view: BoardView;
  readonly setView: (view: BoardView) => void;
  readonly side: Side;
  readonly setSide: (side: Side) => void;
  readonly dialog: Dialog;
  readonly setDialog: (dialog: Dialog) => void;
  /** Raised when the keyboard asks for the panel. */
  readonly calls: number;
  readonly callPanel: () => void;
  readonly showTroubles: () => void;
  /** Closes the panel; the keyboard goes back to the cell it came from. */
  readonly closeSide: () => void;
  readonly takeGrid: (api: GridApi<BoardRow>) => void;
  readonly edits: Edits;
  readonly actions: MonthActions;
  /** Asks for the month and the teams again. */
  readonly renew: () => void;
  readonly onKept: (change: string | null, kind: Proposal['kind']) => void;
}

interface Options {
  readonly board: Board;
  readonly plan: Plan;
  readonly refresh: () => void;
}

/** State and actions of one month. */
export function useMonth({ board, plan, refresh }: Options): Month {
  const { t } = useText();
  const { refreshTeams } = useDuty();
  const [view, setView] = useState<BoardView>(viewsOf(board)[0] ?? 'days');
  const [side, setSide] = useState<Side>({ at: 'none' });
  const [dialog, setDialog] = useState<Dialog>({ at: 'none' });
  const [calls, setCalls] = useState(0);
  const grid = useRef<GridApi<BoardRow> | null>(null);
  const renew = useCallback(() => {
    refresh();
    refreshTeams();
  }, [refresh, refreshTeams]);
  const edits = useEdits(renew);
  useUndoKey(useIsShown() && edits.canUndo, () => void edits.undo());
  const surface = useSurface({ board, plan, side, edits, setSide, setDialog });
  const actions = useActions({ board, plan, edits, setSide, setDialog, renew });
  return {
    surface,
    view,
    setView,
    side,
    setSide,
    dialog,
    setDialog,
    calls,
    callPanel: () => setCalls((before) => before + 1),
    showTroubles: () => {
      setSide({ at: 'troubles' });
      setCalls((before) => before + 1);
    },
    closeSide: () => {
      setSide({ at: 'none' });
      const focused = grid.current?.getFocusedCell();
      if (focused) grid.current?.setFocusedCell(focused.rowIndex, focused.column);
    },
    takeGrid: (api) => {
      grid.current = api;
    },
    edits,
    actions,
    renew,
    onKept: (change, kind) =>
      void edits.write(
        () => Promise.resolve({ ok: true, value: { change } }),
        t(kind === 'repair' ? 'duty.repair.kept' : 'duty.plan.kept'),
      ),
  };
}

interface Parts {
  readonly board: Board;
  readonly plan: Plan;
  readonly edits: Edits;
  readonly setSide: (side: Side) => void;
  readonly setDialog: (dialog: Dialog) => void;
}

function useSurface({ board, plan, side, edits, setSide, setDialog }: Parts & { readonly side: Side }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { write } = edits;
  const { roster } = board;
  const rosterId = roster?.id;
  const isDraft = roster?.state === 'draft';
  const cells = useMemo(() => cellsOf(board, plan.shown), [board, plan.shown]);
  const look = useCallback((looked: Looked) => setSide({ at: 'why', looked }), [setSide]);
  const edit = useCallback(
    async (sets: Sets, said: string) => {
      if (rosterId === undefined) return;
      await write((writeId) => ask('duty.edit', { writeId, roster: rosterId, sets }), said);
    },
    [rosterId, write],
  );
  const drop = useCallback(
    (taken: Taken, target: Cell, onto: string | null) => {
      const found = dropOf(taken, target, onto);
      if (found.kind === 'none') return;
      if (found.kind === 'unclear') void message.info(t('duty.drop.unclear'));
      else if (isDraft) void edit(found.sets, t(found.kind === 'move' ? 'duty.moved' : 'duty.exchanged'));
      else if (found.kind === 'exchange') setDialog({ at: 'swap', start: { one: taken, other: found.with } });
      else void message.info(t('duty.drop.published'));
    },
    [edit, message, isDraft, setDialog, t],
  );
  return useMemo(
    () => ({
      board,
      cells,
      looked: side.at === 'why' ? side.looked : null,
      canEdit: board.roster !== null && board.roster.state !== 'locked' && plan.at === 'none',
      look,
      drop,
      edit,
    }),
    [board, cells, side, plan.at, look, drop, edit],
  );
}

function useActions({
  board,
  plan,
  edits,
  setSide,
  setDialog,
  renew,
}: Parts & { readonly renew: () => void }): MonthActions {
  const { t } = useText();
  const { message } = App.useApp();
  const { team, month } = useDuty();
  // Pressed twice it plans once: of two plans only one would be seen.
  const start = useAlone(async (call: 'duty.plan' | 'duty.repair') => {
    const reply = await ask(call, { team: team.id, month });
    if (!reply.ok) {
      void message.error(failureText(reply.failure, t));
      return;
    }
    setSide({ at: 'none' });
    plan.follow(reply.value.job);
  });
  return {
    plan: () => void start('duty.plan'),
    repair: () => void start('duty.repair'),
    leave: () => setDialog({ at: 'leave', person: null }),
    setState: (state, reason) => {
      const { roster } = board;
      if (roster === null) return;
      const isBack = state === 'draft' || (state === 'published' && roster.state === 'locked');
      if (isBack && reason === undefined) {
        setDialog({ at: 'step-back', to: state });
        return;
      }
      const input = { roster: roster.id, state, ...(reason === undefined ? {} : { reason }) };
      void edits.write(
        (writeId) => ask('duty.setState', { writeId, ...input }),
        t(`duty.state.done.${state}`),
      );
    },
    undo: () => void edits.undo(),
    renew,
  };
}
