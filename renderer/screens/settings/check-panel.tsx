import { Alert, Button } from 'antd';
import { useJobCall } from '../../data/index.ts';
import type { Job } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice, Panel, ProgressPanel } from '../../ui/index.ts';

/** Checks the file on demand, in the background, and says what was found. */
export function CheckPanel() {
  const { t } = useText();
  const { start, job, isBusy, failure, cancel } = useJobCall('store.check');
  const isRunning = job?.state === 'running';
  const button = !isRunning && (
    <Button loading={isBusy} onClick={() => void start({})}>
      {t('settings.check.start')}
    </Button>
  );
  return (
    <Panel title={t('settings.check')} actions={button}>
      <p className="soft settings-words">{t('settings.check.body')}</p>
      {failure && <FailureNotice failure={failure} />}
      {isRunning && <ProgressPanel title={t('settings.check.running')} job={job} onCancel={cancel} />}
      {job !== null && !isRunning && failure === null && <Outcome job={job} />}
    </Panel>
  );
}

function Outcome({ job }: { readonly job: Job }) {
  const { t } = useText();
  if (job.state === 'cancelled') return <Alert type="info" showIcon title={t('settings.check.cancelled')} />;
  const findings = findingsOf(job.result);
  if (findings.length === 0) return <Alert type="success" showIcon title={t('settings.check.ok')} />;
  return (
    <Alert
      type="error"
      showIcon
      title={t('settings.check.bad', { count: findings.length })}
      description={
        <ul className="settings-findings">
          {findings.slice(0, SHOWN_FINDINGS).map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      }
    />
  );
}

const SHOWN_FINDINGS = 20;

/** The findings as lines an administrator can read; they are technical and not translated. */
function findingsOf(result: Job['result']): readonly string[] {
  const findings: unknown = result?.['findings'];
  if (!Array.isArray(findings)) return [];
  return findings.map((finding: unknown) =>
    typeof finding === 'object' && finding !== null
      ? Object.values(finding).filter(Boolean).join(' · ')
      : String(finding),
  );
}
