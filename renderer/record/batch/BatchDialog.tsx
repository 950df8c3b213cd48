import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { EntryModal } from '../../app/entry-modal.tsx';
import { useText } from '../../text/index.ts';
import { FailureNotice, ProgressPanel } from '../../ui/index.ts';
import type { Scope } from '../list/use-selection.ts';
import { BatchFields } from './BatchFields.tsx';
import { BatchPreview } from './BatchPreview.tsx';
import { BatchResult } from './BatchResult.tsx';
import { useBatch, type Batch } from './use-batch.ts';
import './batch.css';

export interface BatchDialogProps {
  readonly ledger: AnyLedger;
  readonly scope: Scope;
  readonly onClose: (isDone: boolean) => void;
}

/** Changes the same fields of many records: choose values, see what would happen, carry it out, take it back. */
export function BatchDialog({ ledger, scope, onClose }: BatchDialogProps): ReactNode {
  const { t, label } = useText();
  const batch = useBatch(ledger, scope);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const title = t('record.batchTitle', { ledger: label(ledger.label) });
  const close = (): void => {
    onClose(batch.step === 'end');
  };
  const isEntered =
    (batch.step === 'choose' || batch.step === 'look') && Object.keys(batch.values).length > 0;
  return (
    <EntryModal
      width={760}
      title={title}
      footer={<BatchButtons batch={batch} isWrong={wrong.length > 0} onClose={close} />}
      isUnsaved={isEntered}
      onClose={close}
    >
      {batch.failure ? <FailureNotice failure={batch.failure} /> : null}
      <BatchStep ledger={ledger} batch={batch} onWrong={setWrong} />
    </EntryModal>
  );
}

function BatchStep({
  ledger,
  batch,
  onWrong,
}: {
  readonly ledger: AnyLedger;
  readonly batch: Batch;
  /** Told the fields whose text is no value. */
  readonly onWrong: (fields: readonly string[]) => void;
}): ReactNode {
  const { t } = useText();
  switch (batch.step) {
    case 'choose':
      return (
        <BatchFields ledger={ledger} values={batch.values} onChange={batch.setValues} onWrong={onWrong} />
      );
    case 'look':
      return batch.preview === null ? null : <BatchPreview ledger={ledger} preview={batch.preview} />;
    case 'run':
      return <ProgressPanel title={t('record.batchRunning')} job={batch.job} onCancel={batch.cancel} />;
    case 'end':
      return batch.job === null ? null : <BatchResult ledger={ledger} batch={batch.id} job={batch.job} />;
  }
}

function BatchButtons({
  batch,
  isWrong,
  onClose,
}: {
  readonly batch: Batch;
  /** Something typed is no value: it must not pass for an empty field. */
  readonly isWrong: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  if (batch.step === 'choose') {
    return (
      <Button
        type="primary"
        disabled={isWrong || Object.keys(batch.values).length === 0}
        loading={batch.isBusy}
        onClick={() => void batch.look()}
      >
        {t('record.batchLook')}
      </Button>
    );
  }
  if (batch.step === 'look') {
    return (
      <>
        <Button disabled={batch.isBusy} onClick={batch.back}>
          {t('record.batchBack')}
        </Button>
        <Button
          type="primary"
          disabled={batch.changing === 0}
          loading={batch.isBusy}
          onClick={() => void batch.apply()}
        >
          {t('record.batchApply', { count: batch.changing })}
        </Button>
      </>
    );
  }
  return <Button onClick={onClose}>{t('action.close')}</Button>;
}
