import { useCallback, useRef } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import { newId } from './new-id.ts';

/** Id of one intended write. `take` answers the same id until `done` is called, so that a retry is harmless. */
export interface WriteId {
  readonly take: () => string;
  readonly done: () => void;
}

/** Write id that survives retries: call `take` for each try and `done` once the outcome is known. */
export function useWriteId(): WriteId {
  const current = useRef<string | null>(null);
  const take = useCallback(() => (current.current ??= newId()), []);
  const done = useCallback(() => {
    current.current = null;
  }, []);
  return { take, done };
}

/** After these nobody knows whether the write was carried out: the next try must carry the same id. */
export const isOutcomeKnown = (failure: Failure): boolean =>
  failure.code !== 'host-gone' && failure.code !== 'timeout';
