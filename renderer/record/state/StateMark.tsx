import {
  CheckOutlined,
  ClockCircleOutlined,
  ExportOutlined,
  InboxOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import type { RowState, RowStates } from './row-states.ts';
import './state.css';

const icons: Readonly<Record<RowState['state'], ReactNode>> = {
  pending: <ClockCircleOutlined aria-hidden />,
  carried: <ExportOutlined aria-hidden />,
  received: <InboxOutlined aria-hidden />,
  accepted: <CheckOutlined aria-hidden />,
  returned: <RollbackOutlined aria-hidden />,
};

/** How far a record has come, as a quiet word; only what came back is in colour. */
export function StateMark({ state }: { readonly state: RowState }): ReactNode {
  const { t } = useText();
  const word = t(`exchange.row.${state.state}`);
  return (
    <span
      className={`row-state row-state-${state.state}`}
      title={state.reason ?? t('exchange.row.label', { state: word })}
    >
      {icons[state.state]} {word}
    </span>
  );
}

/** The mark of a row in a list, once its state is known. */
export function RowStateMark({ states, id }: { readonly states: RowStates; readonly id: string }): ReactNode {
  const state = useSyncExternalStore(
    states.watch,
    useCallback(() => states.get(id), [states, id]),
  );
  return state === undefined ? null : <StateMark state={state} />;
}
