import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import type { Payload } from '../../electron/contract/calls.ts';
import { formatCount, formatDuration, useText } from '../text/index.ts';

interface Properties {
  /** Empty where the page's own title says it. */
  readonly title: string;
  readonly hint?: string;
  /** `null` while the job is being started. */
  readonly job: Pick<Payload<'job'>, 'done' | 'total' | 'startedAt'> | null;
  readonly onCancel?: () => void;
}

/** A long job on its way: share done, counts, speed, time left, and the button to stop it. */
export function ProgressPanel({ title, hint, job, onCancel }: Properties) {
  const { t } = useText();
  const [isStopping, setStopping] = useState(false);
  const pace = usePace(job);
  const percent = job === null || job.total === 0 ? 0 : Math.floor((100 * job.done) / job.total);
  return (
    <section className="progress-panel" aria-live="polite">
      {title !== '' && <h2>{title}</h2>}
      {hint !== undefined && <p className="soft">{hint}</p>}
      <Progress
        percent={Math.min(100, percent)}
        status="active"
        aria-label={title === '' ? t('job.state.running') : title}
      />
      <p className="progress-panel-figures">
        {job !== null && <span>{progressText(job, t)}</span>}
        {pace !== null && <span>{t('job.speed', { count: Math.round(pace.perSecond) })}</span>}
        {pace?.left_s !== undefined && <span>{t('job.left', { time: formatDuration(pace.left_s) })}</span>}
      </p>
      {onCancel && (
        <Button
          disabled={isStopping}
          onClick={() => {
            setStopping(true);
            onCancel();
          }}
        >
          {t(isStopping ? 'job.cancelling' : 'job.cancel')}
        </Button>
      )}
    </section>
  );
}

function progressText({ done, total }: { done: number; total: number }, t: ReturnType<typeof useText>['t']) {
  if (total === 0) return t('job.progress.unknown', { done: formatCount(done) });
  return t('job.progress', { done: formatCount(done), total: formatCount(total) });
}

/** Too early an estimate jumps about; it is shown from here on. */
const FIRST_ESTIMATE_S = 2;

function usePace(job: Properties['job']): { perSecond: number; left_s?: number } | null {
  const [now_ms, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (job === null || job.done === 0) return null;
  const spent_s = (now_ms - Date.parse(job.startedAt)) / 1000;
  if (spent_s < FIRST_ESTIMATE_S) return null;
  const perSecond = job.done / spent_s;
  return job.total > 0 ? { perSecond, left_s: (job.total - job.done) / perSecond } : { perSecond };
}
