import { useAction, useTakeSession } from '../data/index.ts';

/** Says that what was noticed at the opening of the file was read. */
export function useDismiss() {
  const takeSession = useTakeSession();
  const { run, isBusy, failure } = useAction('session.dismiss');
  const dismiss = async () => {
    const session = await run({});
    if (session !== null) takeSession(session);
  };
  return { dismiss, isBusy, failure };
}
