import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useIsShown } from '../../app/use-shown.ts';
import { ask } from '../../data/index.ts';
import type { Drive } from './drive-fitness.ts';
import type { FoundFile } from './found-files.ts';

/** What is on the chosen stick. */
export interface Scan {
  /** `undefined` while it is looked at, or while no stick is chosen. */
  readonly files: readonly FoundFile[] | undefined;
  readonly failure: Failure | null;
  readonly isLooking: boolean;
  /** Another one whenever the files are others, so that what was ticked before does not outlive them. */
  readonly round: number;
  readonly again: () => void;
}

interface Looked {
  readonly drive: string | null;
  readonly files: readonly FoundFile[] | undefined;
  readonly failure: Failure | null;
  readonly round: number;
}

/** Looks at the files of the exchange on a stick: when another is chosen, and when the page comes into sight again. */
export function useScan(drive: Drive | null): Scan {
  const [looked, setLooked] = useState<Looked>({ drive: null, files: undefined, failure: null, round: 0 });
  const [asked, setAsked] = useState(0);
  const isOn = useIsShown();
  const id = drive?.id ?? null;
  useEffect(() => {
    if (id === null || !isOn) return;
    let isOver = false;
    void ask('exchange.scan', { drive: id }).then((reply) => {
      if (isOver) return;
      const now = reply.ok
        ? { drive: id, files: reply.value, failure: null }
        : { drive: id, files: undefined, failure: reply.failure };
      setLooked((before) => (isSame(before, now) ? before : { ...now, round: before.round + 1 }));
    });
    return () => {
      isOver = true;
    };
  }, [id, asked, isOn]);
  const again = useCallback(() => setAsked((before) => before + 1), []);
  const isCurrent = id !== null && looked.drive === id;
  return {
    files: isCurrent ? looked.files : undefined,
    failure: isCurrent ? looked.failure : null,
    isLooking: id !== null && !isCurrent,
    round: looked.round,
    again,
  };
}

const isSame = (before: Looked, now: Omit<Looked, 'round'>): boolean =>
  JSON.stringify([before.drive, before.files, before.failure]) ===
  JSON.stringify([now.drive, now.files, now.failure]);
