import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const size = '1366x768x24';

/** Whether windows need a screen that is made for them: on Linux without one. */
const needsScreen = (): boolean =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

/** A command as it has to be started: on the screen there is, else on a virtual one (Linux). */
export function onScreen(
  command: readonly [program: string, ...args: string[]],
): readonly [program: string, ...args: string[]] {
  return needsScreen() ? ['xvfb-run', '-a', '-s', `-screen 0 ${size}`, ...command] : command;
}

/** Virtual screens, each with the name `DISPLAY` wants; none where windows open on the screen there is. */
export interface Screens {
  readonly names: readonly string[];
  close(): void;
}

/** Opens virtual screens, so that windows of programs side by side do not take the focus from each other. */
export async function openScreens(count: number): Promise<Screens> {
  if (!needsScreen()) return { names: [], close: () => undefined };
  const servers: ChildProcess[] = [];
  const close = (): void => {
    for (const server of servers) server.kill();
  };
  try {
    const names: string[] = [];
    // One after the other: two that look for a free number at once may find the same.
    while (names.length < count) {
      const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
        // It complains of every number that is taken on its way to a free one.
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      servers.push(server);
      names.push(`:${await firstLine(server)}`);
    }
    return { names, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What a process writes first to its fourth file. */
async function firstLine(server: ChildProcess): Promise<string> {
  const lines = createInterface({ input: server.stdio[3] as Readable });
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${String(code)}`);
  });
  ended.catch(() => undefined); // it ends at last, and nobody waits any more
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return line;
}
