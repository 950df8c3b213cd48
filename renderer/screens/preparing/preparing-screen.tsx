import { Spin } from 'antd';
import { ask, useIsSlow, useJob } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { failureOf } from '../../data/job-failure.ts';
import { FailureNotice, PlainPage, ProgressPanel } from '../../ui/index.ts';
import { OpeningSteps } from './opening-steps.tsx';

/** The file is being opened; what is done to it first, a practice town or a restore shows how far it is. */
export function PreparingScreen({ job: id }: { readonly job: string | null }) {
  const { t } = useText();
  const job = useJob(id);
  const isSlow = useIsSlow(true);
  // A job is heard of a moment after its id.
  if (id === null || job === null) {
    return isSlow ? (
      <PlainPage title={t('prepare.opening')} lead={t('prepare.opening.body')}>
        <Spin size="large" />
      </PlainPage>
    ) : null;
  }
  if (job.kind === 'opening') {
    return (
      <PlainPage title={t('prepare.opening')} lead={t('prepare.order.body')}>
        <OpeningSteps job={job} />
      </PlainPage>
    );
  }
  const isRestore = job.kind === 'restore';
  const failure = failureOf(job);
  return (
    <PlainPage title={t(isRestore ? 'prepare.restore' : 'prepare.practice')}>
      {failure === null ? (
        <ProgressPanel
          title=""
          hint={t(isRestore ? 'prepare.opening.body' : 'prepare.practice.body')}
          job={job}
          {...(isRestore ? {} : { onCancel: () => void ask('job.cancel', { job: id }) })}
        />
      ) : (
        <FailureNotice failure={failure} />
      )}
    </PlainPage>
  );
}
