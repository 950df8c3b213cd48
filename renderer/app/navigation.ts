import { createContext, useContext } from 'react';
import type { Held } from './tabs.ts';
import type { ScreenId, Where, FieldValues } from './tab-target.ts';

/** How any room of the window opens something. Opening what is already open goes to its tab. */
export interface Navigation {
  openList(ledger: string, options?: { readonly where?: Where; readonly sort?: string }): void;
  /** `field` is scrolled to and marked. */
  openRecord(ledger: string, id: string, options?: { readonly field?: string }): void;
  /** `values` are filled in at the start, for example the household a new person is added to. */
  openNew(ledger: string, options?: { readonly values?: FieldValues }): void;
  openImport(ledger?: string): void;
  /** `part` names a part of the screen: `inbox`, `inbox.returned` of the exchange. */
  openScreen(id: ScreenId, part?: string): void;
  /** Closes the tab the caller stands in; asks first when it is unsaved, unless the caller has just saved it. */
  closeTab(options?: { readonly isSaved?: boolean }): void;
  /** Title of the tab the caller stands in. */
  setTabTitle(title: string): void;
  /** Says that `holder` in the caller's tab holds something not saved; `null` = nothing any more. */
  setUnsaved(holder: string, held: Held | null): void;
}

/** Set per tab by the workspace, so that `closeTab`, `setTabTitle` and `setUnsaved` mean the caller's own tab. */
export const NavigationContext = createContext<Navigation | null>(null);

/** Navigation of the tab this component stands in; the functions keep their identity while the tab lives. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('NavigationContext is not set around this component');
  return navigation;
}

/** False in a tab that is open but hidden behind another; set per tab by the workspace. */
export const ActiveTabContext = createContext(true);
