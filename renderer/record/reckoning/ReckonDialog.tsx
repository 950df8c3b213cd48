import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { ledgerOf, newId, useJobCall, type Job } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { FailureNotice, ProgressPanel } from '../../ui/index.ts';
import { BeforeAfter } from '../batch/BeforeAfter.tsx';
import { BatchResult } from '../batch/BatchResult.tsx';
import '../batch/batch.css';

type Found = Output<'reckoning.look'>;

/** The records a changed rule concerns, before and after; carried out as one batch, which can be taken back at once. */
export function ReckonDialog({
  ledger,
  found,
  onClose,
}: {
  readonly ledger: AnyLedger;
  readonly found: Found;
  readonly onClose: () => void;
}): ReactNode {
  const { t, label } = useText();
  const [batch] = useState(newId);
  // What was found first: it is what the user decides on, whatever the list behind learns meanwhile.
  const [shown] = useState(found);
  const { start, isBegun, job, isBusy, failure } = useJobCall('reckoning.apply');
  const of = ledgerOf(shown.lines[0]?.ledger ?? '') ?? ledger;
  return (
    <Modal
      open
      width={760}
      title={t('record.reckon.title', { ledger: label(ledger.label) })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          {isBegun ? null : (
            <Button type="primary" loading={isBusy} onClick={() => void start({ batch, ledger: ledger.id })}>
              {t('record.reckon.apply', { count: formatCount(shown.count) })}
            </Button>
          )}
        </>
      }
    >
      {!isBegun && failure ? <FailureNotice failure={failure} /> : null}
      {!isBegun ? (
        <Lines found={shown} />
      ) : job === null || job.state === 'running' ? (
        <ProgressPanel title={t('record.reckon.running')} job={job} />
      ) : (
        <BatchResult ledger={of} batch={batch} job={job} said={saidOf(job, t)} />
      )}
    </Modal>
  );
}

/** How many changed; the job itself counts the records looked at. */
function saidOf({ state, result }: Job, t: ReturnType<typeof useText>['t']): string | undefined {
  const changed = result?.['updated'];
  return state === 'done' && typeof changed === 'number'
    ? t('record.reckon.done', { count: formatCount(changed) })
    : undefined;
}

function Lines({ found }: { readonly found: Found }): ReactNode {
  const { t } = useText();
  const counts = { looked: formatCount(found.looked), count: formatCount(found.count) };
  return (
    <div className="batch-preview">
      <p>{t('record.reckon.counts', counts)}</p>
      <div className="reckon-lines">
        <BeforeAfter rows={found.lines} />
      </div>
      {found.count > found.lines.length ? (
        <p className="soft">
          {t('record.reckon.more', { count: formatCount(found.count - found.lines.length) })}
        </p>
      ) : null}
    </div>
  );
}
