import { createContext, useContext } from 'react';
import type { WindowData } from './window-data.ts';

/** Hands the window's data to components; set once in `app/main.tsx`. */
export const WindowDataContext = createContext<WindowData | null>(null);

/** The window's data; throws outside the context, which is a mistake of the programmer. */
export function useWindowData(): WindowData {
  const data = useContext(WindowDataContext);
  if (data === null) throw new Error('WindowDataContext is not set around this component');
  return data;
}
