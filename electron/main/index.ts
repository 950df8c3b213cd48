import path from 'node:path';
import { app, dialog, Menu, protocol } from 'electron';
import { runPrinting } from './printing/print-files.ts';
import { isTestBuild } from './release.ts';
import { readStartOptions } from './start-options.ts';
import { guardContents } from './windows/guard.ts';
import { runWorkbench } from './workbench.ts';

const isRelease = app.isPackaged && !isTestBuild(app.getAppPath());
const options = readStartOptions(process.argv.slice(1), process.env, isRelease);
if (options.dataFolder !== null) app.setPath('userData', path.resolve(options.dataFolder));

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
// As root with --no-sandbox this ends in an endless crash loop; such a start is for trial and tests only.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
guardContents(app);
Menu.setApplicationMenu(null);

const { print } = options;
if (print !== null) void app.whenReady().then(() => runPrinting(print));
// A second start of the same user shows the window of the first and ends.
else if (app.requestSingleInstanceLock()) void startWorkbench();
else app.quit();

/** A start that fails, as from a folder with files missing, says so: a program without a window would keep others from starting. */
async function startWorkbench(): Promise<void> {
  await app.whenReady();
  try {
    await runWorkbench(options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    dialog.showErrorBox(
      '智网工作台',
      `程序无法启动，数据未被改动。请重新打开；仍然打不开时，请联系管理员重新安装程序。\n\n${reason}`,
    );
    app.exit(1);
  }
}
