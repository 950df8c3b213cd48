import { useCallback } from 'react';
import { ask } from './ask.ts';
import { useAsk } from './use-ask.ts';

/** A remembered small value (saved view, folded navigation, mapping); `undefined` until known or when never set. */
export function usePreference(key: string): readonly [unknown, (value: unknown) => void] {
  const { value, refresh } = useAsk('preference.get', { key });
  const remember = useCallback(
    (next: unknown) => {
      void ask('preference.set', { key, value: next }).then(refresh);
    },
    [key, refresh],
  );
  return [value?.value ?? undefined, remember];
}
