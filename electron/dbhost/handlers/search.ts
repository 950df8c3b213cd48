import type { HandlersOf } from './desk.ts';

/** The one search box. */
export function createSearchHandlers(): HandlersOf<'search'> {
  return { 'search.find': ({ text, limit }, { store, caller }) => store.search(text, limit, caller) };
}
