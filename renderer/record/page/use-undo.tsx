import { App, Button } from 'antd';
import { useCallback } from 'react';
import { ask, newId } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';

const TOAST_S = 8;
/** One message for the last save; a pile of them would not say which undo is which. */
const SAVED = 'saved';

/** Takes one change back and says how it went; undo is itself a change that can be taken back. */
export function useUndo(): (change: string) => Promise<boolean> {
  const { t } = useText();
  const { message, notification } = App.useApp();
  return useCallback(
    async (change: string) => {
      const reply = await ask('change.undo', { writeId: newId(), change });
      // The offer to undo the last save must not outlive an undo made elsewhere.
      notification.destroy(SAVED);
      if (reply.ok) message.success(t('record.undone'));
      else message.error(failureText(reply.failure, t));
      return reply.ok;
    },
    [message, notification, t],
  );
}

/** Says what was done where "saved" is too little. */
interface Said {
  readonly title: string;
  readonly text: string;
}

/** The message after a save, with its undo. */
export function useSavedToast(): (change: string | null, said?: Said) => void {
  const { t } = useText();
  const { notification } = App.useApp();
  const undo = useUndo();
  return useCallback(
    (change: string | null, said?: Said) => {
      notification.success({
        key: SAVED,
        title: said?.title ?? t(change === null ? 'record.nothingChanged' : 'record.saved'),
        description: said?.text,
        duration: TOAST_S,
        placement: 'bottomRight',
        actions:
          change === null ? null : (
            <Button
              size="small"
              onClick={() => {
                notification.destroy(SAVED);
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
