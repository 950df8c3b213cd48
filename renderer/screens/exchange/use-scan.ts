import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask } from '../../data/index.ts';
import type { Drive } from './drive-fitness.ts';
import type { FoundFile } from './found-files.ts';

/** What is on the chosen stick. */
export interface Scan {
  /** `undefined` while it is looked at, or while no stick is chosen. */
  readonly files: readonly FoundFile[] | undefined;
  readonly failure: Failure | null;
  readonly isLooking: boolean;
  /** Raised with every look, so that what was ticked before does not outlive it. */
  readonly round: number;
  readonly again: () => void;
}

const nothing = { files: undefined, failure: null, isLooking: false };

/** Looks at the files of the exchange on a stick whenever another stick is chosen. */
export function useScan(drive: Drive | null): Scan {
  const [state, setState] = useState<Omit<Scan, 'again' | 'round'>>(nothing);
  const [round, setRound] = useState(0);
  const id = drive?.id ?? null;
  useEffect(() => {
    if (id === null) {
      setState(nothing);
      return;
    }
    let isOver = false;
    setState({ ...nothing, isLooking: true });
    void ask('exchange.scan', { drive: id }).then((reply) => {
      if (isOver) return;
      setState(reply.ok ? { ...nothing, files: reply.value } : { ...nothing, failure: reply.failure });
    });
    return () => {
      isOver = true;
    };
  }, [id, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { ...state, round, again };
}
