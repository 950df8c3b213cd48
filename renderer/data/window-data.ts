import type { CallName, Output, Payload } from '../../electron/contract/calls.ts';
import { ask, listen } from './ask.ts';
import { createQueryCache } from './query-cache.ts';
import type { QueryCache } from './query-cache.ts';
import { withJob } from './with-job.ts';
import { watched } from './watched.ts';
import type { Watched } from './watched.ts';

/** State of the data process and its file. */
export type Session = Output<'session.status'>;
/** A long job: import, dry run, export, check, practice town, undo of a batch. */
export type Job = Payload<'job'>;
/** Whether the data process can be asked. */
export type HostState = Payload<'host'>['state'];

/** Everything the window knows from outside; made once at its entry. */
export interface WindowData {
  readonly cache: QueryCache;
  /** `null` until the data process has answered for the first time. */
  readonly session: Watched<Session | null>;
  /** Newest first. */
  readonly jobs: Watched<readonly Job[]>;
  readonly host: Watched<HostState>;
  /** Takes over a session that a call has just answered, without waiting for the topic. */
  readonly takeSession: (session: Session) => void;
  /** Asks for everything anew: the data process came back, or it now answers in another language. */
  readonly askAgain: () => Promise<void>;
}

/** Changes arrive one by one during an import; lists ask again at most this often. */
const CHANGE_PAUSE_MS = 250;

/** Jobs after which packages, receipts and states of records stand otherwise. */
const jobsOfExchange: ReadonlySet<Job['kind']> = new Set([
  'package-export',
  'take-in',
  'answer',
  'undo-batch',
]);

/** Connects to the data process and keeps what is known up to date for as long as the window lives. */
export function connectWindow(): WindowData {
  // The cache is only filled through `useAsk`, whose types allow call names alone.
  const cache = createQueryCache(
    (call, input) => ask(call as CallName, input as never),
    (tell) => void setTimeout(tell, 0),
  );
  const data: WindowData = {
    cache,
    session: watched<Session | null>(null),
    jobs: watched<readonly Job[]>([]),
    host: watched<HostState>('up'),
    takeSession: (session) => takeSession(data, session),
    askAgain: () => askAgain(data),
  };
  listen('session', data.takeSession);
  listen('job', (job) => {
    data.jobs.set(withJob(data.jobs.get(), job));
    if (job.state !== 'running' && jobsOfExchange.has(job.kind)) cache.exchanged();
  });
  listen('changed', collectChanges(cache));
  listen('host', ({ state }) => {
    data.host.set(state);
    if (state === 'up') void askAgain(data);
  });
  void askAgain(data);
  return data;
}

function takeSession(data: WindowData, session: Session): void {
  const before = data.session.get();
  data.session.set(session);
  const isNewFile = before?.file !== session.file || before?.state !== session.state;
  if (before !== null && isNewFile) data.cache.changedAll();
}

async function askAgain(data: WindowData): Promise<void> {
  data.cache.changedAll();
  // Each is taken as it comes: behind the answer to the other, news that arrived meanwhile would be overwritten.
  await Promise.all([
    ask('session.status', {}).then((session) => session.ok && data.session.set(session.value)),
    ask('job.list', {}).then((jobs) => jobs.ok && data.jobs.set(jobs.value.reduce(withJob, data.jobs.get()))),
  ]);
}

function collectChanges(cache: QueryCache): (change: Payload<'changed'>) => void {
  const ledgers = new Set<string>();
  return ({ ledger }) => {
    if (ledgers.size === 0) {
      setTimeout(() => {
        for (const changed of ledgers) cache.changed(changed);
        ledgers.clear();
      }, CHANGE_PAUSE_MS);
    }
    ledgers.add(ledger);
  };
}
