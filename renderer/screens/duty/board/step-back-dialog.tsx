import { Input } from 'antd';
import { useId, useState } from 'react';
import { EntryModal } from '../../../app/entry-modal.tsx';
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
    <EntryModal
      width={440}
      title={t(title)}
      okText={t(title)}
      okButtonProps={{ disabled: given === '' }}
      cancelText={t('action.cancel')}
      isUnsaved={given !== ''}
      onOk={() => onClose(given)}
      onClose={() => onClose(null)}
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
    </EntryModal>
  );
}
