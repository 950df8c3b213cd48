import { useContext } from 'react';
import type { CallName, Input, Output } from '../../../electron/contract/calls.ts';
import { ActiveTabContext } from '../../app/navigation.ts';
import { useAskInSight } from '../../data/index.ts';
import type { Asked } from '../../data/index.ts';
import { ShownSectionContext } from './duty-place.ts';

/** True while this part of the screen is in sight: its tab is the shown one, and it is the shown part of it. */
export function useIsShown(): boolean {
  const isTabShown = useContext(ActiveTabContext);
  return useContext(ShownSectionContext) && isTabShown;
}

/** Asks for what a part shows; what changed while it was out of sight is asked again when it is seen. */
export function useDutyAsk<N extends CallName>(call: N, input: Input<N> | null): Asked<Output<N>> {
  return useAskInSight(call, input, useIsShown());
}
