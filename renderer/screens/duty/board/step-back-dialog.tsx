import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../../text/index.ts';

interface Properties {
  /** What the roster goes back to. */
  readonly to: 'draft' | 'published';
  /** `null` when it stays as it is. */
  readonly onClose: (reason: string | null) => void;
}

/** Taking a roster back that people know already gives its reason, which stays with the roster. */
export function StepBackDialog({ to, onClose }: Properties) {
  const { t } = useText();
  const id = useId();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const title = to === 'draft' ? 'duty.unpublish' : 'duty.unlock';
  return (
    <Modal
      open
      width={440}
      title={t(title)}
      onCancel={() => onClose(null)}
      footer={
        <>
          <Button onClick={() => onClose(null)}>{t('action.cancel')}</Button>
          <Button type="primary" disabled={given === ''} onClick={() => onClose(given)}>
            {t(title)}
          </Button>
        </>
      }
    >
      <div className="duty-form">
        <p>{t(to === 'draft' ? 'duty.unpublish.body' : 'duty.unlock.body')}</p>
        <div className="duty-field">
          <label htmlFor={id}>{t('duty.step-back.reason')}</label>
          <Input
            id={id}
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => given !== '' && onClose(given)}
          />
        </div>
      </div>
    </Modal>
  );
}
