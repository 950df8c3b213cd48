import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';

/** The line at the foot of a form. */
export function FormBar(props: {
  readonly isNew: boolean;
  readonly isSaving: boolean;
  readonly isUnsaved: boolean;
  readonly onSave: (andNew: boolean) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useText();
  return (
    <div className="form-bar">
      <Space>
        <Button
          type="primary"
          data-save
          loading={props.isSaving}
          title="Ctrl+S"
          onClick={() => {
            props.onSave(false);
          }}
        >
          {t('record.save')}
        </Button>
        <Button
          disabled={props.isSaving}
          title="Ctrl+Enter"
          onClick={() => {
            props.onSave(true);
          }}
        >
          {t('record.saveAndNew')}
        </Button>
        <Button onClick={props.onLeave}>{t(props.isNew ? 'record.giveUp' : 'record.stopEditing')}</Button>
      </Space>
      <span className="form-hint">{t(props.isUnsaved ? 'record.draftKept' : 'record.formKeys')}</span>
    </div>
  );
}
