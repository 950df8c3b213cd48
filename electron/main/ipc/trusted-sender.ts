import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { pageOrigin } from '../windows/pages.ts';

/** True when the message comes from the main frame of our window, showing our page. */
export function isTrustedSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (window === null || window.isDestroyed()) return false;
  const frame = event.senderFrame;
  if (frame === null || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && frame.url.startsWith(`${pageOrigin}/`);
}
