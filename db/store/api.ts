/**
 * The store as every side of the data process sees it, by subject in `api/`.
 * `store.ts` there is the whole of it; the others are what its functions take and give.
 */
export type * from './api/store.ts';
export type * from './api/caller.ts';
export type * from './api/lists.ts';
export type * from './api/looks.ts';
export type * from './api/figures.ts';
export type * from './api/records.ts';
export type * from './api/writes.ts';
export type * from './api/moves.ts';
export type * from './api/cases.ts';
export type * from './api/side-stores.ts';
export type * from './api/upkeep.ts';
export type * from './api/opening.ts';
export type * from './api/due.ts';
export type * from './api/reckoning.ts';
export type * from './api/deadlines.ts';
export type * from './api/sync.ts';
export { removedKey } from './api/lists.ts';
