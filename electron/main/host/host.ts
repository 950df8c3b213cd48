import { calls, defaultTimeLimit_ms, type CallsAt, type TopicName } from '../../contract/calls.ts';
import type { Reply } from '../../contract/failure.ts';
import { fromHostShape, protocolVersion, type Start } from '../../contract/protocol.ts';
import { failed } from '../../contract/serve.ts';
import type { HostProcess } from './host-process.ts';
import type { HostLog } from './log.ts';
import { createRequests } from './requests.ts';
import { createRestartRule } from './restarts.ts';

/** The data process as the broker sees it: always there, though the process behind it may be replaced. */
export interface Host {
  /** Always resolves. While the process restarts the question waits for the new one. */
  ask(call: CallsAt<'dbhost'>, input: unknown, language: 'zh' | 'en'): Promise<Reply<unknown>>;
  /** Asks it to finish and close its file; kills it after the time limit. Resolves when it has ended. */
  close(): Promise<void>;
  /** Process id, for the crash tests; `undefined` while there is none. */
  pid(): number | undefined;
}

/** What the host is made of; tests start a plain Node, the product a utility process. */
export interface HostParts {
  readonly start: () => HostProcess;
  /** What to open; asked again at each restart. */
  readonly config: () => Omit<Start, 'type' | 'protocol'>;
  readonly publish: (topic: TopicName, payload: unknown) => void;
  readonly log: HostLog;
  readonly now_ms: () => number;
}

const CLOSE_LIMIT_ms = 8000;
const START_LIMIT_ms = 20_000;
const TAIL_IN_FAILURE = 200;

/** Starts the data process and keeps it running, until it crashes three times in five minutes. */
export function createHost(parts: HostParts): Host {
  const requests = createRequests();
  const mayRestart = createRestartRule();
  let state: 'up' | 'closing' | 'given-up' = 'up';
  let current = launch();

  function launch(): Launched {
    const launched = launchProcess(parts, (message) => {
      if (message.type === 'reply') requests.settle(message.id, message.reply);
      else parts.publish(message.topic, message.payload);
    });
    launched.process.onExit((code) => {
      ended(launched, code);
    });
    return launched;
  }

  function ended(launched: Launched, code: number | null): void {
    launched.end();
    const details = { code, log: parts.log.tail().slice(-TAIL_IN_FAILURE) };
    requests.failAll({ code: 'host-gone', kind: 'ended', details });
    if (state === 'closing') return;
    parts.log.write(`data process ended unasked, code ${String(code)}`);
    state = launched.isWrongVersion() || !mayRestart(parts.now_ms()) ? 'given-up' : 'up';
    parts.publish('host', { state: state === 'up' ? 'restarting' : 'given-up' });
    if (state !== 'up') return;
    current = launch();
    const restarted = current;
    void restarted.ready.then((isReady) => {
      if (isReady && restarted === current && state === 'up') parts.publish('host', { state: 'up' });
    });
  }

  return {
    async ask(call, input, language) {
      if (state === 'given-up') return failed('host-gone', 'given-up', { log: parts.log.tail() });
      const asked = current;
      if (state === 'closing' || !(await asked.ready)) return failed('host-gone', 'ended');
      const timeLimit_ms = timeLimit(call);
      return await requests.ask(timeLimit_ms, (id) => {
        asked.process.send({ type: 'ask', id, call, input, language });
      });
    },
    async close() {
      if (state === 'given-up') return;
      state = 'closing';
      const timer = setTimeout(() => {
        parts.log.write('data process did not close in time and was killed');
        current.process.kill();
      }, CLOSE_LIMIT_ms);
      current.process.send({ type: 'close' });
      await current.ended;
      clearTimeout(timer);
    },
    pid: () => current.process.pid,
  };
}

function timeLimit(call: CallsAt<'dbhost'>): number {
  const options: { readonly timeout_ms?: number } = calls[call];
  return options.timeout_ms ?? defaultTimeLimit_ms;
}

type Telling = Exclude<ReturnType<typeof fromHostShape.parse>, { type: 'ready' | 'closed' }>;

interface Launched {
  readonly process: HostProcess;
  /** `false` when it ended before it was ready. */
  readonly ready: Promise<boolean>;
  readonly ended: Promise<void>;
  readonly end: () => void;
  readonly isWrongVersion: () => boolean;
}

/** One life of the process: sends `start`, waits for `ready`, hands the rest on. */
function launchProcess(parts: HostParts, tell: (message: Telling) => void): Launched {
  const process = parts.start();
  let isWrongVersion = false;
  let setReady: (isReady: boolean) => void = () => undefined;
  let setEnded: () => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => (setReady = resolve));
  const ended = new Promise<void>((resolve) => (setEnded = resolve));
  const timer = setTimeout(() => {
    parts.log.write('data process did not become ready');
    process.kill();
  }, START_LIMIT_ms);

  for (const output of process.outputs) parts.log.follow(output);
  process.onMessage((raw) => {
    const parsed = fromHostShape.safeParse(raw);
    if (!parsed.success) {
      parts.log.write('message of unknown shape from the data process');
      return;
    }
    const message = parsed.data;
    // Its exit follows and is what `close` waits for.
    if (message.type === 'closed') return;
    if (message.type !== 'ready') {
      tell(message);
      return;
    }
    clearTimeout(timer);
    isWrongVersion = message.protocol !== protocolVersion;
    if (isWrongVersion) process.kill();
    else setReady(true);
  });
  process.send({ type: 'start', protocol: protocolVersion, ...parts.config() });

  return {
    process,
    ready,
    ended,
    end: () => {
      clearTimeout(timer);
      setReady(false);
      setEnded();
    },
    isWrongVersion: () => isWrongVersion,
  };
}
