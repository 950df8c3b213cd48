import { App, Button } from 'antd';
import { useCallback } from 'react';
import { ask, newId } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';

const TOAST_S = 8;

/** Takes one change back and says how it went; undo is itself a change that can be taken back. */
export function useUndo(): (change: string) => Promise<boolean> {
  const { t } = useText();
  const { message } = App.useApp();
  return useCallback(
    async (change: string) => {
      const reply = await ask('change.undo', { writeId: newId(), change });
      if (reply.ok) message.success(t('record.undone'));
      else message.error(failureText(reply.failure, t));
      return reply.ok;
    },
    [message, t],
  );
}

/** The message after a save, with its undo. */
export function useSavedToast(): (change: string | null) => void {
  const { t } = useText();
  const { notification } = App.useApp();
  const undo = useUndo();
  return useCallback(
    (change: string | null) => {
      const key = change ?? 'unchanged';
      notification.success({
        key,
        title: t(change === null ? 'record.nothingChanged' : 'record.saved'),
        duration: TOAST_S,
        placement: 'bottomRight',
        actions:
          change === null ? null : (
            <Button
              size="small"
              onClick={() => {
                notification.destroy(key);
                void undo(change);
              }}
            >
              {t('record.undo')}
            </Button>
          ),
      });
    },
    [notification, t, undo],
  );
}
