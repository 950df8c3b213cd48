import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CallName, Input, Output } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { listen } from './ask.ts';
import { keyOf } from './query-cache.ts';
import type { QueryState } from './query-cache.ts';
import { useWindowData } from './window-data-context.ts';

/** Answer to a question as a component sees it. */
export interface Asked<T> {
  /** The newest answer; stays while a newer one is fetched. */
  readonly value: T | undefined;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  /** Loading for longer than 300 ms with nothing to show: time for a skeleton. Before that, show nothing. */
  readonly isSlow: boolean;
  /** Asks again. */
  readonly refresh: () => void;
}

/** A wait shorter than this shows nothing, so that the screen does not flicker (UI rule 6). */
const SLOW_MS = 300;
/** Longer than the pause in which changes are gathered (`window-data.ts`); an import does not make it ask all the time. */
const CHANGES_SETTLE_MS = 700;
const skipped: QueryState<never> = { value: undefined, failure: null, isLoading: false };
const nothingToStop = () => undefined;

/**
 * Asks and keeps the answer up to date: it is shared by call and input, asked again when records change,
 * and an answer to an older question never overwrites a newer one. `null` as input asks nothing.
 */
export function useAsk<N extends CallName>(call: N, input: Input<N> | null): Asked<Output<N>> {
  return useAnswer(call, input, true);
}

/** Out of sight what was shown last stands: an answer that nobody sees is drawn once somebody does. */
function useAnswer<N extends CallName>(
  call: N,
  input: Input<N> | null,
  isInSight: boolean,
): Asked<Output<N>> {
  const { cache } = useWindowData();
  const key = input === null ? null : keyOf(call, input);
  const watch = useCallback(
    (listener: () => void) => (key === null ? nothingToStop : cache.watch(call, input, listener)),
    // The key stands for call and input.
    [cache, key],
  );
  const shown = useRef<{ readonly key: string; readonly state: QueryState<unknown> } | null>(null);
  const state = useSyncExternalStore(watch, () => {
    if (key === null) return skipped;
    if (isInSight || shown.current?.key !== key) shown.current = { key, state: cache.read(call, input) };
    return shown.current.state;
  });
  const refresh = useCallback(() => (key === null ? undefined : cache.refresh(call, input)), [cache, key]);
  const isSlow = useIsSlow(state.isLoading && state.value === undefined && state.failure === null);
  // The cache holds what the call of this name answered, which the contract says is of this type.
  return { ...state, value: state.value as Output<N> | undefined, isSlow, refresh };
}

/**
 * As `useAsk`, for what follows from records of any ledger and is not cheap to ask: out of sight it waits, in sight it asks
 * again some moments after records changed, and when it is seen again if they changed meanwhile.
 */
export function useAskInSight<N extends CallName>(
  call: N,
  input: Input<N> | null,
  isInSight: boolean,
): Asked<Output<N>> {
  const { cache } = useWindowData();
  const asked = useAnswer(call, input, isInSight);
  const key = input === null ? null : keyOf(call, input);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (isInSight && key !== null) cache.renew(call, input);
    // The key stands for call and input.
  }, [cache, key, isInSight, changes]);
  useEffect(() => {
    if (!isInSight) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setChanges((before) => before + 1);
      }, CHANGES_SETTLE_MS);
    };
    // A change told just before this came into sight may not have reached the answers yet.
    settle();
    const stop = listen('changed', settle);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [isInSight]);
  return asked;
}

/** True once `isWaiting` has been true for 300 ms. */
export function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isWaiting]);
  return isSlow && isWaiting;
}
