import type { WebPreferences } from 'electron';

/** Settings of every window of this program; only what is named per window may be added. */
export const safeWebPreferences = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  devTools: false,
  experimentalFeatures: false,
  allowRunningInsecureContent: false,
  enableBlinkFeatures: '',
  navigateOnDragDrop: false,
  // Chromium would fetch its dictionaries from outside.
  spellcheck: false,
} as const satisfies WebPreferences;
