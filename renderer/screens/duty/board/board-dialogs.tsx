import { App } from 'antd';
import { useText } from '../../../text/index.ts';
import { LeaveDialog } from '../changes/leave-dialog.tsx';
import { SwapDialog } from '../changes/swap-dialog.tsx';
import { useBoard } from './board-context.ts';
import { StepBackDialog } from './step-back-dialog.tsx';
import type { Month } from './use-month.ts';

/** Swaps and leave entered from the month. */
export function BoardDialogs({ month }: { readonly month: Month }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { board } = useBoard();
  const { dialog, setDialog } = month;
  const close = () => setDialog({ at: 'none' });
  if (dialog.at === 'swap')
    return <SwapDialog start={dialog.start} write={month.edits.write} onClose={close} />;
  if (dialog.at === 'step-back') {
    return (
      <StepBackDialog
        to={dialog.to}
        onClose={(reason) => {
          close();
          if (reason !== null) month.actions.setState(dialog.to, reason);
        }}
      />
    );
  }
  if (dialog.at === 'none') return null;
  return (
    <LeaveDialog
      person={dialog.person}
      onClose={(isSaved) => {
        close();
        if (!isSaved) return;
        void message.success(t('duty.leave.saved'));
        month.renew();
        // People know a published roster already: the fewest changes are looked for at once.
        if (board.roster !== null && board.roster.state !== 'draft') month.actions.repair();
      }}
    />
  );
}
