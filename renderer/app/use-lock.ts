import { App } from 'antd';
import { ask, useAlone, useTakeSession } from '../data/index.ts';
import { failureText, useText } from '../text/index.ts';

/** Closes the file, so that the passphrase is needed to go on; says why when it stays open. */
export function useLock(): () => Promise<void> {
  const { t } = useText();
  const { message } = App.useApp();
  const takeSession = useTakeSession();
  return useAlone(async () => {
    const reply = await ask('session.lock', {});
    if (reply.ok) takeSession(reply.value);
    else message.error(failureText(reply.failure, t));
  });
}
