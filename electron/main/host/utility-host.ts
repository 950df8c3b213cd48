import { utilityProcess } from 'electron';
import type { Readable } from 'node:stream';
import { environment, type HostProcess, type HostProgram } from './host-process.ts';

/** Starts the data process the way the product ships: on Electron's own Node, in a process of its own. */
export function forkUtility(program: HostProgram): HostProcess {
  const child = utilityProcess.fork(program.script, [], {
    serviceName: 'dbhost',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(program, process.env),
  });
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => {
      child.postMessage(message);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => {
      child.kill();
    },
    // Electron types its streams as the base interface; they are Node's readable streams.
    outputs: [child.stdout, child.stderr].filter((stream): stream is Readable => stream !== null),
  };
}
