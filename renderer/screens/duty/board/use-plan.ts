import { useCallback, useEffect, useState } from 'react';
import type { Payload } from '../../../../electron/contract/calls.ts';
import type { Failure } from '../../../../electron/contract/failure.ts';
import { ask, useAsk, useJob, useTopic } from '../../../data/index.ts';
import { failureOf } from '../../../data/job-failure.ts';
import type { Proposal, Shown } from './board-cells.ts';

/** The newest news of a planner; duties and holes are the best so far. */
type Progress = Payload<'duty'>;

/** How planning stands on a board. */
export interface Plan {
  readonly at: 'none' | 'running' | 'failed' | 'found';
  readonly job: string | null;
  readonly progress: Progress | null;
  readonly proposal: Proposal | null;
  readonly failure: Failure | null;
  /** What the board shows instead of the roster that stands. */
  readonly shown: Shown | null;
  /** Follows a job just started. */
  readonly follow: (job: string) => void;
  readonly stop: () => void;
  /** The proposal was kept or thrown away. */
  readonly forget: () => void;
}

/** Jobs followed by month: `null` = what was found was answered, absent = not asked for yet. */
type Followed = Readonly<Record<string, string | null>>;

/** The job that plans a month of a team, also one started before the board was opened. */
function useJobOf(team: string, month: string): readonly [string | null, (job: string | null) => void] {
  const [followed, setFollowed] = useState<Followed>({});
  const isKnown = month in followed;
  useEffect(() => {
    if (isKnown) return;
    let isCurrent = true;
    void ask('duty.planning', { team, month }).then((reply) => {
      if (isCurrent && reply.ok) setFollowed((before) => ({ [month]: reply.value.job, ...before }));
    });
    return () => {
      isCurrent = false;
    };
  }, [team, month, isKnown]);
  const follow = useCallback(
    (job: string | null) => setFollowed((before) => ({ ...before, [month]: job })),
    [month],
  );
  return [followed[month] ?? null, follow];
}

/** Follows the planner of a month from its first roster to the proposal. */
export function usePlan(team: string, month: string): Plan {
  const [job, setJob] = useJobOf(team, month);
  const [newest, setNewest] = useState<Progress | null>(null);
  // While a month is planned another one may be looked at: its board must not show the roster on its way.
  const progress = newest?.job === job ? newest : null;
  const state = useJob(job);
  useTopic('duty', (news) => {
    if (news.job === job) setNewest((before) => merged(before, news));
  });
  const isOver = state !== null && state.state !== 'running';
  const found = useAsk('duty.proposal', job !== null && isOver ? { job } : null);
  const proposal = job === null ? null : (found.value ?? null);
  const failure = state === null ? null : (failureOf(state) ?? found.failure);
  return {
    at: phaseOf({ job, proposal, failure, isLost: isOver && found.value === null }),
    job,
    progress,
    proposal,
    failure,
    shown: proposal ?? shownOf(progress),
    follow: setJob,
    stop: () => void (job !== null && ask('duty.stop', { job })),
    forget: () => setJob(null),
  };
}

/** News without a new roster leave the one before standing. */
function merged(before: Progress | null, news: Progress): Progress {
  if (before?.job !== news.job) return news;
  return {
    ...news,
    duties: news.duties ?? before.duties,
    holes: news.holes ?? before.holes,
    cost: news.cost ?? before.cost,
    bound: news.bound ?? before.bound,
  };
}

const shownOf = (progress: Progress | null): Shown | null =>
  progress === null || progress.duties === null
    ? null
    : { duties: progress.duties, holes: progress.holes ?? [] };

interface Known {
  readonly job: string | null;
  readonly proposal: Proposal | null;
  readonly failure: Failure | null;
  /** Over without a proposal: it was kept or thrown away elsewhere, or the data process began anew. */
  readonly isLost: boolean;
}

function phaseOf({ job, proposal, failure, isLost }: Known): Plan['at'] {
  if (job === null) return 'none';
  if (failure !== null) return 'failed';
  if (isLost) return 'none';
  if (proposal !== null) return 'found';
  return 'running';
}
