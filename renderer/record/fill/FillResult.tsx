import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { failureOf } from '../../data/job-failure.ts';
import { failureText, formatCount, useText } from '../../text/index.ts';
import { ProgressPanel } from '../../ui/index.ts';
import type { Job } from '../../data/index.ts';
import type { Filling } from './use-fill.ts';

/** The form on its way, then its result with the file to be shown, or every mark that is wrong. */
export function FillResult({ work }: { readonly work: Filling }): ReactNode {
  const { t } = useText();
  const { job } = work;
  if (job === null || job.state === 'running') {
    return <ProgressPanel title={t('fill.running')} hint={t('fill.background')} job={job} />;
  }
  if (job.state !== 'done') return <Failed job={job} />;
  const { rows, file } = job.result ?? {};
  const args = {
    count: formatCount(typeof rows === 'number' ? rows : 0),
    file: typeof file === 'string' ? file : '',
  };
  return (
    <Alert
      type="success"
      showIcon
      title={t('fill.end.done', args)}
      action={
        <Button size="small" type="primary" onClick={work.reveal}>
          {t('action.show-file')}
        </Button>
      }
    />
  );
}

function Failed({ job }: { readonly job: Job }): ReactNode {
  const { t } = useText();
  const failure = failureOf(job);
  const problems = problemsOf(failure?.details['problems']);
  return (
    <Alert
      type="warning"
      showIcon
      title={t(job.state === 'cancelled' ? 'fill.end.cancelled' : 'fill.end.failed')}
      description={
        <>
          {failure === null ? null : <p>{failureText(failure, t)}</p>}
          <ul className="fill-problems">
            {problems.map(({ at, text }) => (
              <li key={`${at} ${text}`}>
                {at}：{text}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

/** Wrong marks as the data process names them. */
function problemsOf(given: unknown): readonly { readonly at: string; readonly text: string }[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((problem: unknown) =>
    typeof problem === 'object' && problem !== null && 'at' in problem && 'text' in problem
      ? [{ at: String(problem.at), text: String(problem.text) }]
      : [],
  );
}
