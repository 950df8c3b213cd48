import { fork, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { ToHost } from '../../contract/protocol.ts';

/** A running data process, whichever way it was started. */
export interface HostProcess {
  readonly pid: number | undefined;
  send(message: ToHost): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, with whatever code the platform gives: after a kill Electron reports 0. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
  /** Standard output and error, for the log. */
  readonly outputs: readonly Readable[];
}

/**
 * Starts the data process on a plain Node. Used where Electron cannot load the SQLite addon (its Node-API is older
 * than 10), and by tests; it runs whatever program it is given, so the caller allows it only outside a release.
 */
export function forkOnNode(script: string, node: string): HostProcess {
  const child = fork(script, [], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: withoutElectron(process.env),
  });
  // A send that meets a dying process raises here; the exit that follows is what counts.
  child.on('error', () => undefined);
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => onceExited(child, listener),
    kill: () => {
      child.kill('SIGKILL');
    },
    outputs: [child.stdout, child.stderr].filter((stream) => stream !== null),
  };
}

/** A program that could not be started raises `error` and never `exit`. */
function onceExited(child: ChildProcess, listener: (code: number | null) => void): void {
  let isTold = false;
  const tell = (code: number | null): void => {
    if (!isTold) listener(code);
    isTold = true;
  };
  child.on('exit', tell);
  child.on('error', () => {
    if (child.pid === undefined) tell(null);
  });
}

function withoutElectron(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('ELECTRON_')));
}
