import { Spin } from 'antd';
import { ask, useIsSlow, useJob } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { failureOf } from '../../data/job-failure.ts';
import { FailureNotice, PlainPage, ProgressPanel } from '../../ui/index.ts';

/** The file is being opened; a practice town or a restore shows how far it is. */
export function PreparingScreen({ job: id }: { readonly job: string | null }) {
  const { t } = useText();
  const job = useJob(id);
  const isSlow = useIsSlow(true);
  if (id === null) {
    return isSlow ? (
      <PlainPage title={t('prepare.opening')} lead={t('prepare.opening.body')}>
        <Spin size="large" />
      </PlainPage>
    ) : null;
  }
  const isRestore = job?.kind === 'restore';
  const failure = job === null ? null : failureOf(job);
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
