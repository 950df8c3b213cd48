import type { Desk, HandlersOf } from './desk.ts';
import { isClosed } from './known-names.ts';

/** Long work in progress; what was done to a sensitive ledger is told to those who may open it. */
export function createJobHandlers({ jobs }: Desk): HandlersOf<'job'> {
  return {
    'job.get': ({ job }, { caller }) => (isClosed(jobs.ledgerOf(job), caller) ? null : jobs.get(job)),
    'job.list': (_input, { caller }) => jobs.list().filter(({ id }) => !isClosed(jobs.ledgerOf(id), caller)),
    'job.cancel': ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  };
}
