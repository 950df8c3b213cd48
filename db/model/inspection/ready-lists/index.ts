import { rentalList } from './rental.ts';
import type { ReadyList } from './ready-list.ts';
import { threeSmallLists } from './three-small.ts';

export type { ReadyList } from './ready-list.ts';

/** Every check list that ships with the product, the most used first. */
export const readyLists: readonly ReadyList[] = [rentalList, ...threeSmallLists];
