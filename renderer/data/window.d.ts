import type { WindowApi } from '../../electron/contract/window-api.ts';

declare global {
  interface Window {
    /** Put there by the preload; only this room touches it. */
    readonly app: WindowApi;
  }
}
