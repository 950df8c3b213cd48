import { BrowserWindow, screen } from 'electron';
import { pageOrigin } from './pages.ts';
import { safeWebPreferences } from './web-preferences.ts';
import { placeOnScreen, type WindowMemory } from './window-memory.ts';

const SMALLEST = { width: 1100, height: 640 };

/** What the window is made from. */
export interface MainWindowParts {
  readonly preload: string;
  readonly title: string;
  readonly memory: WindowMemory;
  /** Told the place and size when the window closes. */
  readonly onClose: (place: Omit<WindowMemory, 'language'>) => void;
  /** The process behind the page is gone, killed or out of memory, and the window is empty; told why. */
  readonly onPageGone: (window: BrowserWindow, reason: string) => void;
}

/** The one window: shown when the page has something to show, so the user never sees it empty. */
export function openMainWindow(parts: MainWindowParts): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeOnScreen(parts.memory, areas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: parts.title,
    backgroundColor: '#ffffff',
    webPreferences: { ...safeWebPreferences, preload: parts.preload },
  });
  if (parts.memory.isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  // The title says town and practice; the page has no say in it.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.on('close', () => {
    parts.onClose({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') parts.onPageGone(window, reason);
  });
  void window.loadURL(`${pageOrigin}/index.html`);
  return window;
}
