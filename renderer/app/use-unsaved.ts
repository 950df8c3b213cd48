import { useCallback, useEffect, useId, useRef } from 'react';
import { useNavigation } from './navigation.ts';

interface Held {
  /** Names it beside the title of the tab; the title alone says it where absent. */
  readonly what?: string;
  /** Saves it and answers whether it is saved; given where one press on the page does the same. */
  readonly save?: (() => Promise<boolean>) | undefined;
}

/**
 * Marks the tab the caller stands in while something would be lost with it: closing the tab, locking and closing the
 * window then ask first.
 */
export function useUnsaved(isUnsaved: boolean, { what = '', save }: Held = {}): void {
  const navigation = useNavigation();
  const holder = useId();
  const newest = useRef(save);
  useEffect(() => {
    newest.current = save;
  });
  const saveNow = useCallback(() => newest.current?.() ?? Promise.resolve(false), []);
  const canSave = save !== undefined;
  useEffect(
    () => navigation.setUnsaved(holder, isUnsaved ? { what, save: canSave ? saveNow : null } : null),
    [navigation, holder, isUnsaved, what, canSave, saveNow],
  );
  useEffect(() => () => navigation.setUnsaved(holder, null), [navigation, holder]);
}
