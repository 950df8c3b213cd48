import { Button } from 'antd';
import { ask, useJob } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { failureOf } from '../../../data/job-failure.ts';
import { useExchange } from '../exchange-place.ts';
import { PackageFacts } from '../package-facts.tsx';
import { SafeNotice } from '../safe-notice.tsx';
import { SlipButton } from '../slip-button.tsx';
import { WorkPhases, writingPhases } from '../work-phases.tsx';
import { WriteProblem } from '../write-problem.tsx';
import { readExport } from './send-stage.ts';
import type { SendStage } from './send-stage.ts';

interface Properties {
  readonly stage: Extract<SendStage, { at: 'work' }>;
  readonly onStage: (stage: SendStage) => void;
}

/** Third and fourth step: the package on its way onto the stick, then how it went. */
export function SendWork({ stage, onStage }: Properties) {
  const { t } = useText();
  const { go } = useExchange();
  const job = useJob(stage.job);
  if (job === null || job.state === 'running') {
    return (
      <WorkPhases
        title={t('exchange.send.keep-in')}
        phases={writingPhases}
        job={job}
        cancel="exchange.cancel"
        onCancel={() => void ask('job.cancel', { job: stage.job })}
      />
    );
  }
  const again = (
    <Button type="primary" autoFocus onClick={() => onStage(stage.back)}>
      {t('exchange.failed.again')}
    </Button>
  );
  const result = readExport(job.result);
  if (job.state === 'cancelled')
    return (
      <EmptyState title={t('exchange.cancelled')} body={t('exchange.cancelled.body')}>
        {again}
      </EmptyState>
    );
  const failure = failureOf(job);
  if (result === null || failure !== null)
    return (
      <WriteProblem failure={failure ?? { code: 'exchange', kind: 'other', details: {} }}>
        {again}
      </WriteProblem>
    );
  return (
    <div className="exchange-narrow">
      <SafeNotice verified={result.verified} />
      <PackageFacts result={result} />
      <div className="exchange-buttons">
        <SlipButton digest={result.digest} isPrimary />
        <Button onClick={() => go('register.sent')}>{t('exchange.done.register')}</Button>
        <Button onClick={() => onStage({ at: 'check' })}>{t('exchange.finish')}</Button>
      </div>
    </div>
  );
}
