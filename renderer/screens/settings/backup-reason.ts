import { isKey } from '../../text/index.ts';
import type { Say } from '../../text/index.ts';

/** Why a backup was made, in words; a reason this version does not know is shown as it stands. */
export function backupReason(reason: string, t: Say): string {
  const key = `settings.backup.reason.${reason}`;
  return isKey(key) ? t(key) : reason;
}
