import { Progress, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { openingPhase } from '../../../electron/contract/shapes.ts';
import type { Job } from '../../data/index.ts';
import { formatBytes, formatCount, formatDuration, useText } from '../../text/index.ts';
import { ProgressPanel } from '../../ui/index.ts';

/** Counted in records, so that their speed and the time left say something. */
const byRecords: readonly Job['phase'][] = ['indexing', 'absorbing', 'following'];

/** What is done to a file before it is open: the step in words and, where it can be known, how far it is. */
export function OpeningSteps({ job }: { readonly job: Job }) {
  const phase = openingPhase.safeParse(job.phase);
  // A new step counts anew, its time too.
  return phase.success ? (
    <OpeningStep key={phase.data} job={job} phase={phase.data} />
  ) : (
    <Spin size="large" />
  );
}

interface Properties {
  readonly job: Job;
  readonly phase: (typeof openingPhase.options)[number];
}

function OpeningStep({ job, phase }: Properties) {
  const { t } = useText();
  const [startedAt] = useState(() => new Date().toISOString());
  const title = t(`prepare.step.${phase}`);
  const { done, total } = job;
  if (byRecords.includes(phase)) return <ProgressPanel title={title} job={{ done, total, startedAt }} />;
  const isKnown = phase !== 'backing-up' && total > 0;
  const part = { part: formatCount(Math.min(done + 1, total)), total: formatCount(total) };
  return (
    <section className="progress-panel">
      <h2 aria-live="polite">{title}</h2>
      {isKnown ? (
        <Progress percent={Math.floor((100 * done) / total)} status="active" aria-label={title} />
      ) : (
        <Spin size="large" />
      )}
      <p className="progress-panel-figures">
        {isKnown && <span>{t('prepare.step.part', part)}</span>}
        {phase === 'backing-up' && <span>{t('prepare.step.size', { size: formatBytes(total) })}</span>}
        <Elapsed since={startedAt} />
      </p>
    </section>
  );
}

/** A step that cannot say how far it is still shows that time goes on. */
function Elapsed({ since }: { readonly since: string }) {
  const { t } = useText();
  const [now_ms, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span>{t('prepare.step.elapsed', { time: formatDuration((now_ms - Date.parse(since)) / 1000) })}</span>
  );
}
