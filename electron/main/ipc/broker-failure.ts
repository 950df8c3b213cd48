import { randomUUID } from 'node:crypto';
import type { CallName } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failure.ts';
import type { HostLog } from '../host/log.ts';

const kinds: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EBUSY: 'file-in-use',
  ENOENT: 'file-gone',
};

/** Translates what an own call of the broker threw: a disk that refuses is `storage`, the rest is our mistake. */
export function brokerFailure(error: unknown, call: CallName, log: HostLog): Failure {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  const kind = typeof code === 'string' && Object.hasOwn(kinds, code) ? kinds[code] : undefined;
  if (kind !== undefined) return { code: 'storage', kind, details: {} };
  const logId = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? (error.stack ?? error.name) : 'not an error';
  log.write(`broker ${logId} ${call} ${stack}`);
  return { code: 'bug', kind: 'unexpected', details: { logId } };
}
