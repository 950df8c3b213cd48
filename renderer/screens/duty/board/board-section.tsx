import { Button, Skeleton } from 'antd';
import { useShown } from '../../../app/use-shown.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice } from '../../../ui/index.ts';
import { useDuty } from '../duty-place.ts';
import { monthName } from '../../../text/month.ts';
import { ReadSheetButton } from '../paper/paper-menu.tsx';
import type { Board } from './board-cells.ts';
import { BoardContext } from './board-context.ts';
import { BoardDialogs } from './board-dialogs.tsx';
import { BoardGrid } from './board-grid.tsx';
import { BoardSide } from './board-side.tsx';
import { MonthBar, MonthPicker } from './month-bar.tsx';
import { MonthNotices } from './month-notices.tsx';
import { useMonth } from './use-month.ts';
import { usePlan } from './use-plan.ts';
import type { Plan } from './use-plan.ts';

/** The month of a team: planned, read, changed, published. */
export function BoardSection() {
  const { team, month } = useDuty();
  const { value, failure, isSlow, refresh } = useShown('duty.board', { team: team.id, month });
  const plan = usePlan(team.id, month);
  if (value !== undefined) return <Month key={month} board={value} plan={plan} refresh={refresh} />;
  return (
    <div className="duty-board">
      <div className="duty-bar">
        <MonthPicker />
      </div>
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      {isSlow && <Skeleton active className="page-skeleton" />}
    </div>
  );
}

interface MonthProperties {
  readonly board: Board;
  readonly plan: Plan;
  readonly refresh: () => void;
}

function Month({ board, plan, refresh }: MonthProperties) {
  const month = useMonth({ board, plan, refresh });
  const isEmpty = board.roster === null && plan.at === 'none';
  return (
    <BoardContext value={month.surface}>
      <div className="duty-board">
        <MonthBar
          board={board}
          view={month.view}
          onView={month.setView}
          actions={month.actions}
          canUndo={month.edits.canUndo}
          isPlanning={plan.at !== 'none'}
        />
        <MonthNotices board={board} onTroubles={month.showTroubles} isPreview={plan.at !== 'none'} />
        <div className="duty-board-body">
          {isEmpty ? (
            <EmptyMonth onPlan={month.actions.plan} onRead={month.renew} />
          ) : (
            <BoardGrid view={month.view} onReady={month.takeGrid} onEnter={month.callPanel} />
          )}
          <BoardSide month={month} plan={plan} />
        </div>
        <BoardDialogs month={month} />
      </div>
    </BoardContext>
  );
}

function EmptyMonth({ onPlan, onRead }: { readonly onPlan: () => void; readonly onRead: () => void }) {
  const { t, language } = useText();
  const { team, month, go } = useDuty();
  const name = monthName(month, language);
  if (team.members === 0 || team.posts === 0) {
    return (
      <div className="duty-empty">
        <EmptyState title={t('duty.month.no-members')} body={t('duty.month.no-members.body')}>
          <Button type="primary" onClick={() => go('team')}>
            {t('duty.month.members')}
          </Button>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="duty-empty">
      <EmptyState title={t('duty.month.empty', { month: name })} body={t('duty.month.empty.body')}>
        <Button type="primary" onClick={onPlan}>
          {t('duty.plan')}
        </Button>
        <ReadSheetButton onRead={onRead} />
      </EmptyState>
    </div>
  );
}
