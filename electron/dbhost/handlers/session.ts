import type { Refusal } from '../../contract/serve.ts';
import type { OfficeList } from '../session/store-door.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** Opening, closing, restoring. */
export function createSessionHandlers({ session, now }: Desk, offices: OfficeList): HandlersOf<'session'> {
  const viewAfter = (refusal: Refusal | null) => refusal ?? session.view();
  return {
    'session.status': (_input, { caller }) => session.view(caller.language),
    'session.clock': () => ({ now: now().toISOString() }),
    'session.towns': ({ within }) => offices.list(within ?? null),
    'session.create': ({ town, passphrase }) => viewAfter(session.create(town, passphrase)),
    'session.unlock': ({ passphrase }) => viewAfter(session.unlock(passphrase)),
    'session.lock': () => viewAfter(session.lock()),
    'session.openPractice': ({ kept = 'same', ...size }) => viewAfter(session.openPractice(size, kept)),
    'session.restore': ({ backup }) => viewAfter(session.restore(backup)),
    'session.dismiss': () => {
      session.dismiss();
      return session.view();
    },
  };
}
