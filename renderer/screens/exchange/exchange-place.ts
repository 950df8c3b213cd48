import { createContext, useContext } from 'react';
import type { Overview } from '../../data/index.ts';

/** Parts of the screen, in their order. */
export const sections = ['send', 'receive', 'register', 'inbox', 'offices'] as const;
export type Section = (typeof sections)[number];

/** Where the screen stands: a part, and a list in it (`register.sent`). */
export interface Place {
  readonly section: Section;
  /** Empty = the first. */
  readonly list: string;
}

/** Reads a place as navigation names it; `null` for one that is not there. */
export function placeOf(part: string | null): Place | null {
  const [name = '', list = ''] = (part ?? '').split('.');
  const section = sections.find((known) => known === name);
  return section === undefined ? null : { section, list };
}

/** What every part of the screen knows. */
export interface ExchangeSurface {
  readonly overview: Overview;
  readonly place: Place;
  /** Goes to a part of the screen, named as in navigation. */
  readonly go: (part: string) => void;
}

export const ExchangeContext = createContext<ExchangeSurface | null>(null);

/** The screen a part stands in. */
export function useExchange(): ExchangeSurface {
  const surface = useContext(ExchangeContext);
  if (surface === null) throw new Error('ExchangeContext is not set around this component');
  return surface;
}
