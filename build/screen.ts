/** A command as it has to be started: on the screen there is, else on a virtual one (Linux). */
export function onScreen(
  command: readonly [program: string, ...args: string[]],
): readonly [program: string, ...args: string[]] {
  const needsScreen =
    process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  return needsScreen ? ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24', ...command] : command;
}
