// An empty window: what Electron itself takes before anything of ours is in it. Made as the product makes its own
// (electron/main/index.ts, windows/main-window.ts), with the settings of its page, but without preload, pages and data.
'use strict';
const path = require('node:path');
const { app, BrowserWindow, Menu } = require('electron');

app.setPath('userData', process.env['ZW_DATA_DIR']);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
Menu.setApplicationMenu(null);
app.on('window-all-closed', () => {
  app.quit();
});
void app.whenReady().then(() => {
  const webPreferences = JSON.parse(process.env['WEB_PREFERENCES']);
  const window = new BrowserWindow({ show: false, backgroundColor: '#ffffff', webPreferences });
  window.once('ready-to-show', () => {
    window.show();
  });
  return window.loadFile(path.join(__dirname, 'index.html'));
});
