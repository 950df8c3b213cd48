import { createContext, useContext } from 'react';
import type { ComponentType } from 'react';

/** Hand-made buttons of a list. */
export interface ListActions {
  readonly Buttons: ComponentType;
}

/** Buttons of a ledger's list beside those every list has, by ledger; set once, by the workspace. */
export const ListActionsContext = createContext<Readonly<Record<string, ListActions>>>({});

/** The own buttons of a ledger's list; `null` where it has none. */
export function useListActions(ledger: string): ListActions | null {
  return useContext(ListActionsContext)[ledger] ?? null;
}
