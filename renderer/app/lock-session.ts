import { ask } from '../data/index.ts';
import type { Session } from '../data/index.ts';

/** Closes the file; the passphrase is needed to go on. */
export async function lockSession(takeSession: (session: Session) => void): Promise<void> {
  const reply = await ask('session.lock', {});
  if (reply.ok) takeSession(reply.value);
}
