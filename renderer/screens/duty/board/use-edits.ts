import { App } from 'antd';
import { useCallback, useState } from 'react';
import { ask, newId, useAlone } from '../../../data/index.ts';
import { failureText, useText } from '../../../text/index.ts';
import type { Reply } from '../../../../electron/contract/failure.ts';
import { afterEdit } from './edit-steps.ts';
import type { EditSteps } from './edit-steps.ts';

/** Writes of a board that Ctrl+Z takes back. */
export interface Edits {
  readonly canUndo: boolean;
  /** Sends a write, says how it went, and remembers it for the way back. True when it was written. */
  readonly write: (
    send: (writeId: string) => Promise<Reply<{ readonly change: string | null }>>,
    said: string,
  ) => Promise<boolean>;
  readonly undo: () => Promise<void>;
}

/** Edits of one month on one board; `onWritten` asks for the board again. */
export function useEdits(onWritten: () => void): Edits {
  const { t } = useText();
  const { message } = App.useApp();
  const [steps, setSteps] = useState<EditSteps>([]);
  const write = useCallback<Edits['write']>(
    async (send, said) => {
      const reply = await send(newId());
      onWritten();
      if (!reply.ok) {
        void message.error(failureText(reply.failure, t));
        return false;
      }
      const { change } = reply.value;
      setSteps((before) => afterEdit(before, change));
      void message.success(change === null ? t('duty.unchanged') : t('duty.done.undo', { said }));
      return true;
    },
    [message, onWritten, t],
  );
  const last = steps.at(-1);
  // A key held down takes one step back, not the same one several times.
  const undo = useAlone(async () => {
    if (last === undefined) return;
    const reply = await ask('change.undo', { writeId: newId(), change: last });
    onWritten();
    if (reply.ok) {
      setSteps((before) => before.filter((one) => one !== last));
      void message.success(t('duty.undone'));
    } else void message.error(failureText(reply.failure, t));
  });
  return { canUndo: last !== undefined, write, undo };
}
