import type { App, Session } from 'electron';
import { pageOrigin } from './pages.ts';

/** No page may go anywhere, open anything or embed anything; holds for every window made later. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}

/** Refuses every permission and device, and every request that does not stay inside the program. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isInside(request.url) });
  });
}

/** Own pages, and what a page made itself: pictures as data and workers as blobs. */
export function isInside(url: string): boolean {
  return url.startsWith('app://') || url.startsWith('data:') || url.startsWith(`blob:${pageOrigin}`);
}
