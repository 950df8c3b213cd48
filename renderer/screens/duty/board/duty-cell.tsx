import { LockOutlined, WarningFilled } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useState } from 'react';
import type { DragEvent } from 'react';
import { useText } from '../../../text/index.ts';
import { isLooked, useBoard } from './board-context.ts';
import { isFrozen } from './board-cells.ts';
import type { Cell, CellDuty } from './board-cells.ts';
import type { Taken } from './duty-move.ts';

/** Names in a cell of a month that has everybody on duty; the rest is told by the panel. */
export const SHOWN_NAMES = 8;
/** Kind of what is dragged; only names of this board are taken. */
const DRAGGED = 'application/x-zw-duty';

/** The names of one post on one day, what is missing, and what is wrong; names can be dragged to other cells. */
export function DutyCell({ cell }: { readonly cell: Cell }) {
  const { t } = useText();
  const { board, canEdit, drop, look } = useBoard();
  const isOpen = canEdit && !isFrozen(board, cell.date);
  const [isOver, setOver] = useState(false);
  const rest = cell.duties.length - SHOWN_NAMES;
  const onDrop = (event: DragEvent, onto: string | null) => {
    setOver(false);
    const taken = readTaken(event);
    if (taken === null) return;
    event.preventDefault();
    event.stopPropagation();
    drop(taken, cell, onto);
  };
  const target = isOpen
    ? {
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes(DRAGGED)) return;
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => onDrop(event, null),
      }
    : {};
  return (
    <div className={isOver ? 'duty-cell duty-cell-over' : 'duty-cell'} {...target}>
      {cell.duties.slice(0, SHOWN_NAMES).map((duty) => (
        <DutyName key={duty.person} cell={cell} duty={duty} isOpen={isOpen} onDrop={onDrop} />
      ))}
      {rest > 0 && <span className="soft">{t('duty.cell.more', { count: rest })}</span>}
      {cell.missing > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className="duty-hole"
          onClick={() => look({ date: cell.date, post: cell.post, person: null })}
        >
          {t('duty.cell.missing', { count: cell.missing })}
        </button>
      )}
      <Broken texts={cell.broken.map(({ text }) => text)} isHard={cell.broken.some(({ isHard }) => isHard)} />
    </div>
  );
}

interface NameProperties {
  readonly cell: Cell;
  readonly duty: CellDuty;
  /** The day can still change. */
  readonly isOpen: boolean;
  readonly onDrop: (event: DragEvent, onto: string) => void;
}

function DutyName({ cell, duty, isOpen, onDrop }: NameProperties) {
  const { t } = useText();
  const { look, looked } = useBoard();
  const taken: Taken = { date: cell.date, post: cell.post, person: duty.person };
  const isHard = duty.broken.some((one) => one.isHard);
  const classes = [
    'duty-name',
    duty.broken.length > 0 ? (isHard ? 'duty-name-broken' : 'duty-name-costly') : '',
    duty.isNew ? 'duty-name-new' : '',
    isLooked(looked, cell, duty) ? 'duty-name-looked' : '',
  ];
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.filter((one) => one !== '').join(' ')}
      draggable={isOpen && !duty.isLocked}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, JSON.stringify(taken));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDrop={(event) => onDrop(event, duty.person)}
      onClick={() => look(taken)}
    >
      <span className="duty-name-text">{duty.name}</span>
      {duty.isChanged && <span className="duty-changed">{t('duty.changed')}</span>}
      {duty.isLocked && <LockOutlined className="duty-locked" aria-label={t('duty.pinned')} />}
      <Broken texts={duty.broken.map(({ text }) => text)} isHard={isHard} />
    </button>
  );
}

/** Sign of broken rules with their sentences; the list beside the board says them to everybody. */
function Broken({ texts, isHard }: { readonly texts: readonly string[]; readonly isHard: boolean }) {
  const { t } = useText();
  if (texts.length === 0) return null;
  const title = texts.map((text) => <div key={text}>{text}</div>);
  return (
    <Tooltip title={title}>
      <WarningFilled
        className={isHard ? 'duty-sign duty-sign-hard' : 'duty-sign duty-sign-soft'}
        aria-label={t(isHard ? 'duty.broken.hard' : 'duty.broken.soft')}
      />
    </Tooltip>
  );
}

/** What is dragged over, when it is a name of a board. */
function readTaken(event: DragEvent): Taken | null {
  const text = event.dataTransfer.getData(DRAGGED);
  if (text === '') return null;
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null) return null;
  // An object of unknown properties, each looked at below.
  const { date, post, person } = read as Record<string, unknown>;
  if (typeof date !== 'string' || typeof post !== 'string' || typeof person !== 'string') return null;
  return { date, post, person };
}
