import type { CallsAt, Payload } from '../../contract/calls.ts';
import type { Handlers } from '../../contract/serve.ts';
import type { Asking } from '../asking.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Session } from '../session/session.ts';

/** What handlers work with beside the open store. */
export interface Desk {
  readonly session: Session;
  readonly jobs: Jobs;
  readonly now: () => Date;
  /** Tells the window that records changed; no ids = the whole ledger. */
  readonly changed: (ledger: string, ids?: readonly string[]) => void;
  /** Tells the window how far a planner is. */
  readonly tell: (topic: 'duty', payload: Payload<'duty'>) => void;
}

/** The handlers of the calls whose names begin with one of these nouns. */
export type HandlersOf<Noun extends string> = Pick<
  Handlers<'dbhost', Asking>,
  Extract<CallsAt<'dbhost'>, `${Noun}.${string}`>
>;
