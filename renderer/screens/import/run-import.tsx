import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { ask, newId, useAction, useJob } from '../../data/index.ts';
import type { Job } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { EmptyState, FailureNotice, ProgressPanel } from '../../ui/index.ts';
import { failureOf } from '../../data/job-failure.ts';
import { ImportResult } from './import-result.tsx';
import { readResult } from './read-result.ts';
import type { ImportRun } from './read-result.ts';
import type { Stage } from './stage.ts';
import { startRun } from './start-run.ts';
import { UndoImport } from './undo-import.tsx';

type RunStage = Extract<Stage, { at: 'check' | 'import' }>;

interface Properties {
  readonly stage: RunStage;
  readonly onStage: (stage: Stage) => void;
}

/** Third and fourth step: the run on its way, then its result. */
export function RunImport({ stage, onStage }: Properties) {
  const { t } = useText();
  const job = useJob(stage.job);
  const isTrial = stage.at === 'check';
  if (job === null || job.state === 'running') {
    return (
      <ProgressPanel
        title={t(isTrial ? 'import.dry.running' : 'import.running')}
        hint={isTrial ? stage.sheet.file.name : t('import.running.hint')}
        job={job}
        onCancel={() => void ask('job.cancel', { job: stage.job })}
      />
    );
  }
  return <Ended stage={stage} onStage={onStage} job={job} state={job.state} />;
}

/** How a run ended: its numbers, and what can be done next. */
function Ended({ stage, onStage, job, state }: Properties & { readonly job: Job; readonly state: EndState }) {
  const { t } = useText();
  const isTrial = stage.at === 'check';
  const failure = failureOf(job);
  const result = readResult(job.result);
  const back = (
    <Button onClick={() => onStage({ at: 'columns', sheet: stage.sheet })}>
      {t('import.change-columns')}
    </Button>
  );
  if (state === 'cancelled' && isTrial)
    return <EmptyState title={t('import.dry.cancelled')}>{back}</EmptyState>;
  return (
    <div className="import-result">
      <div className="import-head">
        <h2>{t(titleOf(isTrial, state))}</h2>
        <Next stage={stage} onStage={onStage} result={result} back={back} />
      </div>
      {state === 'cancelled' && <p className="soft">{t('import.result.cancelled.body')}</p>}
      {failure && <FailureNotice failure={failure} />}
      {result && (
        <ImportResult result={result} ledger={stage.sheet.ledger} batch={stage.batch} isTrial={isTrial} />
      )}
    </div>
  );
}

/** What can be done after a run; at the top, because the list of wrong cells is long. */
function Next({
  stage,
  onStage,
  result,
  back,
}: Properties & { readonly result: ImportRun | null; readonly back: ReactNode }) {
  const { t } = useText();
  const isTrial = stage.at === 'check';
  return (
    <div className="import-end">
      {isTrial ? back : <Button onClick={() => onStage({ at: 'file' })}>{t('import.again')}</Button>}
      {result && isTrial && (
        <StartImport stage={stage} rows={result.read - result.rejected} onStage={onStage} />
      )}
      {result && !isTrial && <UndoImport stage={stage} result={result} />}
    </div>
  );
}

type EndState = Exclude<Job['state'], 'running'>;

function titleOf(isTrial: boolean, state: EndState) {
  if (isTrial) return 'import.dry.result';
  if (state === 'done') return 'import.result';
  return state === 'cancelled' ? 'import.result.cancelled' : 'job.state.failed';
}

function StartImport({ stage, rows, onStage }: Properties & { readonly rows: number }) {
  const { t } = useText();
  const start = useAction('import.start');
  // Kept over retries of the button: a start whose answer was lost is not started again.
  const [batch] = useState(newId);
  const run = async () => {
    const started = await start.run(startRun(stage.sheet, { batch, dryRun: false }));
    if (started !== null) onStage({ at: 'import', sheet: stage.sheet, batch, job: started.job });
  };
  if (rows === 0) return <span className="soft">{t('import.nothing')}</span>;
  return (
    <>
      <Button type="primary" loading={start.isBusy} onClick={() => void run()}>
        {t('import.start', { count: rows })}
      </Button>
      {start.failure && <FailureNotice failure={start.failure} />}
    </>
  );
}
