import { createContext, useContext } from 'react';
import type { CallName, Input, Output } from '../../electron/contract/calls.ts';
import { useAskInSight } from '../data/index.ts';
import type { Asked } from '../data/index.ts';
import { ActiveTabContext } from './navigation.ts';

/** False in a part of a screen that is kept behind another part of it. */
export const ShownPartContext = createContext(true);

/** True while this part of the screen is in sight: its tab is the shown one, and it is the shown part of it. */
export function useIsShown(): boolean {
  const isTabShown = useContext(ActiveTabContext);
  return useContext(ShownPartContext) && isTabShown;
}

/** Asks for what a part of the screen shows; what changed while it was out of sight is asked again when it is seen. */
export function useShown<N extends CallName>(call: N, input: Input<N> | null): Asked<Output<N>> {
  return useAskInSight(call, input, useIsShown());
}
