import { LeftOutlined, RightOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented, Space, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../../text/index.ts';
import type { TextKey } from '../../../text/index.ts';
import { useDuty } from '../duty-place.ts';
import { monthAfter, monthName } from '../../../text/month.ts';
import { PaperMenu } from '../paper/paper-menu.tsx';
import type { Board } from './board-cells.ts';
import { viewsOf } from './board-rows.ts';
import type { BoardView } from './board-rows.ts';

/** What the bar above a month can start. */
export interface MonthActions {
  readonly plan: () => void;
  readonly repair: () => void;
  readonly leave: () => void;
  /** A step back asks for its reason when none is given. */
  readonly setState: (state: NonNullable<Board['roster']>['state'], reason?: string) => void;
  readonly undo: () => void;
  /** Asks for the month again. */
  readonly renew: () => void;
}

interface Properties {
  readonly board: Board;
  readonly view: BoardView;
  readonly onView: (view: BoardView) => void;
  readonly actions: MonthActions;
  readonly canUndo: boolean;
  /** A plan is on its way or waits to be taken: nothing else is started. */
  readonly isPlanning: boolean;
}

/** Which month, how it is looked at, and what is done with it. */
export function MonthBar({ board, view, onView, actions, canUndo, isPlanning }: Properties) {
  const { t } = useText();
  const views = viewsOf(board);
  return (
    <div className="duty-bar">
      <MonthPicker />
      {board.roster !== null && <StateTag state={board.roster.state} />}
      <Segmented<BoardView>
        className="duty-views"
        value={view}
        options={views.map((one) => ({ value: one, label: t(`duty.view.${one}`) }))}
        onChange={onView}
        aria-label={t('duty.view')}
      />
      <span className="duty-bar-actions">
        {canUndo && !isPlanning && (
          <Button icon={<UndoOutlined aria-hidden />} onClick={actions.undo}>
            {t('duty.undo')}
          </Button>
        )}
        {board.roster !== null && (
          <PaperMenu
            isDisabled={isPlanning}
            canRead={board.roster.state !== 'locked'}
            onRead={actions.renew}
          />
        )}
        <Steps board={board} actions={actions} isPlanning={isPlanning} />
      </span>
    </div>
  );
}

/** The month, with the one before and the one after. */
export function MonthPicker() {
  const { t, language } = useText();
  const { month, setMonth } = useDuty();
  return (
    <Space.Compact>
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('duty.month.previous')}
        onClick={() => setMonth(monthAfter(month, -1))}
      />
      <span className="duty-month" aria-live="polite">
        {monthName(month, language)}
      </span>
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t('duty.month.next')}
        onClick={() => setMonth(monthAfter(month, 1))}
      />
    </Space.Compact>
  );
}

const tones = { draft: 'default', published: 'processing', locked: 'success' } as const;

function StateTag({ state }: { readonly state: NonNullable<Board['roster']>['state'] }) {
  const { t } = useText();
  return <Tag color={tones[state]}>{t(`duty.state.${state}`)}</Tag>;
}

/** What comes next for a month stands first: plan it, publish it, repair it, lock it. */
function Steps({
  board,
  actions,
  isPlanning,
}: Pick<Properties, 'board' | 'actions' | 'isPlanning'>): ReactNode {
  const { t } = useText();
  const { roster } = board;
  const button = (text: TextKey, onClick: () => void, isPrimary = false) => (
    <Button type={isPrimary ? 'primary' : 'default'} disabled={isPlanning} onClick={onClick}>
      {t(text)}
    </Button>
  );
  // An empty month has its one button in the middle.
  if (roster === null) return null;
  if (roster.state === 'draft') {
    return (
      <>
        {button('duty.plan.again', actions.plan)}
        {button('duty.leave', actions.leave)}
        {button('duty.publish', () => actions.setState('published'), true)}
      </>
    );
  }
  const back = { key: 'draft' as const, label: t('duty.unpublish') };
  const unlock = { key: 'published' as const, label: t('duty.unlock') };
  const more = (
    <Dropdown
      trigger={['click']}
      disabled={isPlanning}
      menu={{
        items: roster.state === 'locked' ? [unlock] : [back],
        onClick: ({ key }) => actions.setState(key === 'draft' ? 'draft' : 'published'),
      }}
    >
      <Button>{t('duty.more')}</Button>
    </Dropdown>
  );
  if (roster.state === 'locked') return more;
  const isBroken = board.broken.some(({ isHard }) => isHard) || board.holes.length > 0;
  return (
    <>
      {button('duty.leave', actions.leave)}
      {button('duty.repair', actions.repair, isBroken)}
      {button('duty.lock', () => actions.setState('locked'), !isBroken)}
      {more}
    </>
  );
}
