import type { Desk, HandlersOf } from './desk.ts';

/** Long work in progress. */
export function createJobHandlers({ jobs }: Desk): HandlersOf<'job'> {
  return {
    'job.get': ({ job }) => jobs.get(job),
    'job.list': () => jobs.list(),
    'job.cancel': ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  };
}
