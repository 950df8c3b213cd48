// Stands where Electron's own default application stands, which the borrowed runtime does not bring:
// `electron [switches] <folder> [arguments]` starts the application in that folder.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { app } = require('electron');

const switches = [];
const preloads = [];
const rest = process.argv.slice(1);
while (rest.length > 0 && rest[0].startsWith('-')) {
  const option = rest.shift();
  if (option === '-r' || option === '--require') preloads.push(rest.shift());
  else switches.push(option);
}

const folder = rest.length > 0 ? path.resolve(rest[0]) : null;
const manifest = folder === null ? null : path.join(folder, 'package.json');
if (manifest === null || !existsSync(manifest)) {
  process.stderr.write('electron: name a folder with a package.json\n');
  app.exit(2);
} else {
  const { main, name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(folder);
  // Playwright hands its hook over with -r; it must be in place before the application runs.
  Module._preloadModules(preloads);
  const entry = path.join(folder, main);
  process.argv = [process.argv[0], entry, ...switches, ...rest.slice(1)];
  Module._load(entry, Module, true);
}
