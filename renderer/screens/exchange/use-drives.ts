import { useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useIsShown } from '../../app/use-shown.ts';
import { ask } from '../../data/index.ts';
import { firstChoice, fitnessOf } from './drive-fitness.ts';
import type { Drive, DriveUse } from './drive-fitness.ts';

/** Pause between two looks at the sticks; counted from the answer, since Windows may take seconds to give it. */
const LOOK_AGAIN_MS = 1500;

/** Sticks that are in, and the one that is chosen. */
export interface DrivePick {
  /** `undefined` until known. */
  readonly drives: readonly Drive[] | undefined;
  readonly failure: Failure | null;
  /** `null` also while the chosen one does not fit. */
  readonly chosen: Drive | null;
  /** The stick chosen by hand was pulled out. */
  readonly isGone: boolean;
  readonly choose: (id: string) => void;
  /** Looks again at once. */
  readonly lookAgain: () => void;
}

interface Options {
  /** Stick to begin with, if it is in. */
  readonly first?: string | null;
}

/** Follows sticks as they come and go while the page is in sight; takes the only fitting one by itself. */
export function useDrives(use: DriveUse, { first = null }: Options = {}): DrivePick {
  const [drives, setDrives] = useState<readonly Drive[] | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [byHand, choose] = useState<string | null>(first);
  const [round, setRound] = useState(0);
  const isOn = useIsShown();
  useEffect(() => {
    if (!isOn) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const reply = await ask('exchange.drives', {});
      if (isOver) return;
      if (reply.ok) setDrives((before) => (isSame(before, reply.value) ? before : reply.value));
      setFailure(reply.ok ? null : reply.failure);
      timer = setTimeout(() => void look(), LOOK_AGAIN_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isOn, round]);
  const wanted = firstChoice(drives ?? [], byHand, use);
  const found = drives?.find((drive) => drive.id === wanted) ?? null;
  const chosen = found !== null && fitnessOf(found, use).fits ? found : null;
  return {
    drives,
    failure,
    chosen,
    isGone: byHand !== null && drives !== undefined && found === null,
    choose,
    lookAgain: () => setRound((before) => before + 1),
  };
}

/** Free space moves with every write of another program; the list is drawn anew only when something is seen to change. */
const isSame = (before: readonly Drive[] | undefined, now: readonly Drive[]): boolean =>
  JSON.stringify(before) === JSON.stringify(now);
