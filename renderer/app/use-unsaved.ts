import { useEffect } from 'react';
import { useNavigation } from './navigation.ts';

/** Marks the tab the caller stands in while something would be lost with it. */
export function useUnsaved(isUnsaved: boolean): void {
  const navigation = useNavigation();
  useEffect(() => navigation.setUnsaved(isUnsaved), [navigation, isUnsaved]);
  useEffect(() => () => navigation.setUnsaved(false), [navigation]);
}
