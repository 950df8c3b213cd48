import type { Language, TopicName } from '../contract/calls.ts';
import {
  protocolVersion,
  toHostShape,
  type FromHost,
  type Start,
  type ToHost,
} from '../contract/protocol.ts';
import { failed, serve, type Server } from '../contract/serve.ts';
import type { Asking, UserOf } from './asking.ts';
import { createTranslator, type Translator } from './failures.ts';
import type { Planner } from '../../db/planner/index.ts';
import type { Desk } from './handlers/desk.ts';
import { createHandlers } from './handlers/handlers.ts';
import { isClosed } from './handlers/known-names.ts';
import { createJobs } from './jobs/jobs.ts';
import { Session } from './session/session.ts';
import type { OfficeList, PracticeMaker, StoreDoor } from './session/store-door.ts';

/** What the process is made of; `index.ts` gives the real things, tests give their own line and clock. */
export interface DataProcessParts {
  readonly send: (message: FromHost) => void;
  /** One line, or several, for the log; never with a person's data in it. */
  readonly log: (text: string) => void;
  readonly now: () => Date;
  readonly door: StoreDoor;
  readonly offices: OfficeList;
  /** Name and version of the program, for the headers of packages. */
  readonly program: string;
  readonly practice: PracticeMaker;
  readonly userOf: UserOf;
  /** Hears that something goes on, whenever a message comes or goes. */
  readonly disturbed: () => void;
  /** Plans duty rosters, each in a thread of its own. */
  readonly planner: Planner;
  readonly checksOutputs: boolean;
  /** Ends the process; the file is closed by then. */
  readonly exit: () => void;
}

/** Takes the broker's messages one by one; the promise ends when a message has been dealt with. */
export type DataProcess = (message: unknown) => Promise<void>;

/** The data process without its line: everything from message to reply. */
export function createDataProcess(given: DataProcessParts): DataProcess {
  const parts: DataProcessParts = {
    ...given,
    send: (message) => {
      given.disturbed();
      given.send(message);
    },
  };
  const translator = createTranslator(parts.log);
  let office: Office | null = null;
  return async (raw) => {
    parts.disturbed();
    const parsed = toHostShape.safeParse(raw);
    if (!parsed.success) {
      parts.log('message of unknown shape from the broker');
      return;
    }
    const message = parsed.data;
    if (message.type === 'start') office ??= openOffice(parts, translator, message);
    else if (message.type === 'ask') await answer(office, message, parts.send);
    else {
      await office?.session.close();
      await parts.planner.close();
      parts.send({ type: 'closed' });
      parts.exit();
    }
  };
}

/** Everything that lives as long as the process does. */
interface Office {
  readonly session: Session;
  readonly server: Server<Asking>;
  readonly userOf: UserOf;
}

function openOffice(parts: DataProcessParts, translator: Translator, start: Start): Office {
  const publish = (topic: TopicName, payload: unknown): void => {
    parts.send({ type: 'event', topic, payload });
  };
  const jobs = createJobs({
    publish: (job, ledger) => {
      // Begun by somebody with more rights; who sits here now is told that it goes on, not what it found.
      const hidden = isClosed(ledger, parts.userOf('zh')) ? { result: null, failure: null } : {};
      publish('job', { ...job, ...hidden });
      if (job.state !== 'running') session.jobEnded(job.kind);
    },
    toFailure: translator.toFailure,
    now: parts.now,
  });
  const session = new Session({
    ...parts,
    file: start.file,
    practiceFile: start.practiceFile,
    jobs,
    publish: (view) => {
      publish('session', view);
    },
    failureKind: (error) => translator.toFailure(error, 'practice').kind,
  });
  const desk: Desk = {
    session,
    jobs,
    now: parts.now,
    changed: announceChanges(publish, session),
    tell: publish,
  };
  const handlers = createHandlers(desk, parts);
  const server = serve<'dbhost', Asking>({
    at: 'dbhost',
    handlers,
    checksOutputs: parts.checksOutputs,
    toFailure: (error, call) => {
      const failure = translator.toFailure(error, call);
      if (failure.code === 'storage' && failure.kind === 'damaged') session.fail('damaged');
      return failure;
    },
  });
  parts.send({ type: 'ready', protocol: protocolVersion, node: process.versions.node });
  if (start.practice !== null) session.openPractice(start.practice, start.practice.keep ? 'any' : 'none');
  return { session, server, userOf: parts.userOf };
}

async function answer(
  office: Office | null,
  message: Extract<ToHost, { type: 'ask' }>,
  send: (message: FromHost) => void,
): Promise<void> {
  const reply =
    office === null
      ? failed('refused', 'not-open')
      : await office.server(message.call, message.input, askingOf(office, message.language));
  send({ type: 'reply', id: message.id, reply });
}

function askingOf({ session, userOf }: Office, language: Language): Asking {
  return {
    caller: userOf(language),
    get store() {
      const { store } = session;
      if (store === null) throw new Error('a call reached the store while none is open');
      return store;
    },
  };
}

/** The count of pending changes in the status bar may lag a moment behind; a batch of saves tells it once. */
const PENDING_LAG_ms = 500;

function announceChanges(
  publish: (topic: TopicName, payload: unknown) => void,
  session: Session,
): Desk['changed'] {
  let timer: NodeJS.Timeout | null = null;
  return (ledger, ids = []) => {
    publish('changed', { ledger, ids });
    timer ??= setTimeout(() => {
      timer = null;
      session.publish();
    }, PENDING_LAG_ms);
  };
}
