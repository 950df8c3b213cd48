import { useCallback } from 'react';
import { useWindowData } from '../../data/index.ts';

/** Call after an action that moves packages, conflicts or states: everything that shows them asks again. */
export function useExchanged(): () => void {
  const { cache } = useWindowData();
  return useCallback(() => cache.exchanged(), [cache]);
}
