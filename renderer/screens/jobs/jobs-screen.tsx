import { Button, Progress, Tag } from 'antd';
import { ask, useJobs } from '../../data/index.ts';
import type { Job } from '../../data/index.ts';
import { failureText, formatCount, formatInstant, useText } from '../../text/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { failureOf } from '../../data/job-failure.ts';
import './jobs.css';

const tones = { running: 'processing', done: 'success', cancelled: 'default', failed: 'error' } as const;

/** Long work of this run of the program: how far it is, how it ended, and the button to stop it. */
export function JobsScreen() {
  const { t } = useText();
  const jobs = useJobs();
  if (jobs.length === 0) return <EmptyState title={t('jobs.none')} body={t('jobs.none.body')} />;
  return (
    <div className="screen">
      <h1>{t('jobs.title')}</h1>
      <ul className="job-list">
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </div>
  );
}

function JobRow({ job }: { readonly job: Job }) {
  const { t } = useText();
  const kind = t(`job.kind.${job.kind}`);
  const percent = job.total === 0 ? 0 : Math.floor((100 * job.done) / job.total);
  const failure = failureOf(job);
  return (
    <li>
      <time>{formatInstant(job.startedAt)}</time>
      <strong>{kind}</strong>
      <Tag color={tones[job.state]}>{t(`job.state.${job.state}`)}</Tag>
      <span className="job-progress">
        {job.state === 'running' ? (
          <Progress percent={percent} size="small" aria-label={kind} />
        ) : (
          <span className="soft">{failure === null ? countsOf(job, t) : failureText(failure, t)}</span>
        )}
      </span>
      {job.state === 'running' && (
        <Button size="small" onClick={() => void ask('job.cancel', { job: job.id })}>
          {t('job.cancel')}
        </Button>
      )}
    </li>
  );
}

function countsOf(job: Job, t: ReturnType<typeof useText>['t']): string {
  if (job.total === 0) return t('job.progress.unknown', { done: formatCount(job.done) });
  return t('job.progress', { done: formatCount(job.done), total: formatCount(job.total) });
}
