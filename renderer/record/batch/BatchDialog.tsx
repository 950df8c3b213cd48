import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
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
  const close = (): void => {
    onClose(batch.step === 'end');
  };
  return (
    <Modal
      open
      width={760}
      title={t('record.batchTitle', { ledger: label(ledger.label) })}
      mask={{ closable: false }}
      footer={<BatchButtons batch={batch} onClose={close} />}
      onCancel={close}
    >
      {batch.failure ? <FailureNotice failure={batch.failure} /> : null}
      <BatchStep ledger={ledger} batch={batch} />
    </Modal>
  );
}

function BatchStep({ ledger, batch }: { readonly ledger: AnyLedger; readonly batch: Batch }): ReactNode {
  const { t } = useText();
  switch (batch.step) {
    case 'choose':
      return <BatchFields ledger={ledger} values={batch.values} onChange={batch.setValues} />;
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
  onClose,
}: {
  readonly batch: Batch;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  if (batch.step === 'choose') {
    return (
      <Button
        type="primary"
        disabled={Object.keys(batch.values).length === 0}
        onClick={() => void batch.look()}
      >
        {t('record.batchLook')}
      </Button>
    );
  }
  if (batch.step === 'look') {
    return (
      <>
        <Button onClick={batch.back}>{t('record.batchBack')}</Button>
        <Button type="primary" disabled={batch.changing === 0} onClick={() => void batch.apply()}>
          {t('record.batchApply', { count: batch.changing })}
        </Button>
      </>
    );
  }
  return <Button onClick={onClose}>{t('record.close')}</Button>;
}
