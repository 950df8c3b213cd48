import { useAsk } from './use-ask.ts';

/** Every preference that keeps a view of a list has this before the ledger's name. */
export const VIEWS = 'view.';

/**
 * The saved views of every list, asked for once: the window asks before the first list is opened, so that a list, whose
 * columns and filter come from them, does not wait behind what the first page asks.
 */
export const useAllSavedViews = () => useAsk('preference.list', { prefix: VIEWS });
