import { z } from 'zod';
import type { FromHost } from '../contract/protocol.ts';

/** The line to the broker, the same on Electron's utility process and on a plain Node child. */
export interface Port {
  readonly send: (message: FromHost) => void;
  onMessage(listener: (message: unknown) => void): void;
  /** The broker is gone; nobody will ever answer. */
  onLost(listener: () => void): void;
}

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const parentPort = z.custom<ParentPort>(
  (port) => typeof port === 'object' && port !== null && 'postMessage' in port,
);

/** Finds the line this process was started with. @throws when it was started by hand. */
export function openPort(): Port {
  const electron = parentPort.safeParse(Reflect.get(process, 'parentPort'));
  return electron.success ? utilityPort(electron.data) : childPort();
}

/** Electron ends a utility process with its broker, so `onLost` has nothing to tell. */
function utilityPort(port: ParentPort): Port {
  return {
    send: (message) => {
      port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on('message', (event) => {
        listener(event.data);
      });
    },
    onLost: () => undefined,
  };
}

function childPort(): Port {
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error('the data process is started by the workbench, not by hand');
  return {
    send: (message) => {
      // The callback takes the error of a broker that has just gone; `onLost` follows.
      send(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => {
      process.on('message', listener);
    },
    onLost: (listener) => {
      process.on('disconnect', listener);
    },
  };
}
