import { useState } from 'react';
import { usePreference } from '../data/index.ts';

/** Areas that begin closed: ledgers reached mostly through a screen of their own, or kept by one person each. */
const closedAtFirst: readonly string[] = [
  'dispute',
  'inspection',
  'care',
  'duty',
  'council',
  'party',
  'safety',
  'security',
  'law',
  'society',
];

/** Which areas of the navigation are closed; remembered. */
export interface ClosedAreas {
  readonly has: (area: string) => boolean;
  readonly toggle: (area: string) => void;
}

export function useClosedAreas(): ClosedAreas {
  const [remembered, remember] = usePreference('nav.closed');
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const closed = chosen ?? listOf(remembered) ?? closedAtFirst;
  return {
    has: (area) => closed.includes(area),
    toggle: (area) => {
      const next = closed.includes(area) ? closed.filter((one) => one !== area) : [...closed, area];
      setChosen(next);
      remember(next);
    },
  };
}

/** A remembered list; `null` when it is none. */
const listOf = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : null;
