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

/** What the data process is started from. */
export interface HostProgram {
  readonly script: string;
  /** Folder where Node keeps compiled code from one start to the next. Made when missing, may be deleted; without room Node does without. */
  readonly compiled: string;
}

/** Environment in which the data process starts with the code it compiled last time: 0.07 s sooner. */
export const environment = ({ compiled }: HostProgram, from: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...from,
  NODE_COMPILE_CACHE: compiled,
});

/**
 * Starts the data process on a plain Node. Used where Electron cannot load the SQLite addon (its Node-API is older
 * than 10), and by tests; it runs whatever program it is given, so the caller allows it only outside a release.
 */
export function forkOnNode(program: HostProgram, node: string): HostProcess {
  const child = fork(program.script, [], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: environment(program, withoutElectron(process.env)),
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
