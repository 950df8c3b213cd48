import { fork } from 'node:child_process';
import path from 'node:path';
import type { CallName, Output, Payload, TopicName } from '../../electron/contract/calls.ts';
import type { Reply } from '../../electron/contract/failure.ts';
import { fromHostShape, protocolVersion, type Start } from '../../electron/contract/protocol.ts';
import { root } from './places.ts';

/** The built data process on a plain Node, without Electron. */
export interface DataProcess {
  ask(call: string, input: unknown): Promise<Reply<unknown>>;
  /** Hears every topic. */
  listen(listener: (topic: TopicName, payload: unknown) => void): void;
  /** Lets it finish and close its file. */
  close(): Promise<void>;
}

/** Starts one on a folder of data, with its clock at `now` (an instant) if one is given. */
export async function startDataProcess(
  folder: string,
  practice: Start['practice'],
  now?: string,
): Promise<DataProcess> {
  const child = fork(path.join(root, 'out', 'dbhost', 'index.cjs'), [], {
    serialization: 'advanced',
    env: { ...process.env, ...(now !== undefined && { ZW_NOW: now }) },
  });
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners: ((topic: TopicName, payload: unknown) => void)[] = [];
  let lastId = 0;
  const closed = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    child.on('message', (raw) => {
      const message = fromHostShape.parse(raw);
      if (message.type === 'ready') resolve();
      else if (message.type === 'event') for (const tell of listeners) tell(message.topic, message.payload);
      else if (message.type === 'reply') {
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
      }
    });
  });
  child.send({
    type: 'start',
    protocol: protocolVersion,
    file: path.join(folder, 'town.db'),
    practiceFile: path.join(folder, 'practice.db'),
    practice,
  });
  await ready;
  return {
    ask(call, input) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        child.send({ type: 'ask', id, call, input, language: 'zh' });
      });
    },
    listen: (listener) => void listeners.push(listener),
    async close() {
      child.send({ type: 'close' });
      await closed;
    },
  };
}

/** The answer to a call. @throws the failure, in words for whoever reads the test's output. */
export async function valueOf<N extends CallName>(
  desk: DataProcess,
  call: N,
  input: unknown,
): Promise<Output<N>> {
  const reply = await desk.ask(call, input);
  if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.failure)}`);
  // The contract says what a call of this name answers; the tests of `electron` compare the two.
  return reply.value as Output<N>;
}

/** Waits until the file is open. */
export async function whenReady(desk: DataProcess): Promise<Payload<'session'>> {
  for (;;) {
    const session = await valueOf(desk, 'session.status', {});
    if (session.state === 'ready') return session;
    if (session.state === 'failed') throw new Error(`not opened: ${JSON.stringify(session.failure)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
