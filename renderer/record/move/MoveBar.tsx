import { Button, Space } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { type MoveAction, moveActions } from '../../../db/model/interval-spec.ts';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { CurrentInterval, type OpenInterval } from './CurrentInterval.tsx';
import { MoveDialog, type MoveSubject } from './MoveDialog.tsx';
import './move.css';

/** Where the subject is now, and what can be done about it: 迁入, or 变更, 迁出, 注销. */
export function MoveBar({
  ledger,
  subject,
}: {
  readonly ledger: AnyLedger;
  readonly subject: MoveSubject;
}): ReactNode {
  const { t, label } = useText();
  const bar = useRef<HTMLDivElement>(null);
  const [action, setAction] = useState<MoveAction | null>(null);
  const {
    value: open,
    failure,
    refresh,
  } = useAsk('interval.open', { ledger: ledger.id, subject: subject.id });
  const notice = failure ? <FailureNotice failure={failure} onRetry={refresh} /> : null;
  if (open === undefined) return notice;
  return (
    <div className="move-bar" ref={bar}>
      {notice}
      <Now ledger={ledger} open={open} />
      <Space role="group" aria-label={t('move.actions', { ledger: label(ledger.label) })}>
        {possible(ledger, open).map((one) => (
          <Button
            key={one}
            size="small"
            onClick={() => {
              setAction(one);
            }}
          >
            {label(ledger.interval?.actions[one]?.label ?? ledger.label)}
          </Button>
        ))}
      </Space>
      {action === null ? null : (
        <MoveDialog
          ledger={ledger}
          subject={subject}
          action={action}
          open={open}
          onClose={() => {
            setAction(null);
            // The button that opened it may be gone; the keys of the page need the focus inside.
            bar.current?.closest<HTMLElement>('.page')?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

/** What fits what is open. Parallel histories have one open each, so everything may fit. */
function possible({ interval }: AnyLedger, open: readonly OpenInterval[]): readonly MoveAction[] {
  if (interval === undefined) return [];
  const isParallel = interval.within !== undefined;
  return moveActions.filter((action) => {
    if (interval.actions[action] === undefined) return false;
    if (isParallel) return open.length > 0 || action === 'enter';
    return action === 'enter' ? open.length === 0 : open.length === 1;
  });
}

function Now({
  ledger,
  open,
}: {
  readonly ledger: AnyLedger;
  readonly open: readonly OpenInterval[];
}): ReactNode {
  const { t, label } = useText();
  const name = label(ledger.label);
  if (open.length === 0) return <p className="move-now">{t('move.none', { ledger: name })}</p>;
  if (open.length > 1 && ledger.interval?.within === undefined)
    return <p className="move-now move-wrong">{t('move.several', { ledger: name, count: open.length })}</p>;
  return open.map((one) => <CurrentInterval key={one.id} interval={one} />);
}
