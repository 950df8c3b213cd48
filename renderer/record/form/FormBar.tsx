import { InfoCircleOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';

/** The line at the foot of a form. */
export function FormBar(props: {
  readonly isNew: boolean;
  readonly isSaving: boolean;
  readonly isUnsaved: boolean;
  /** Help of the field with the focus and its id. */
  readonly help: { readonly id: string; readonly text: string | null };
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
      {/* Here and not at the field, where it would cover what was filled in before. */}
      {props.help.text === null ? (
        <span className="form-hint">{t(props.isUnsaved ? 'record.draftKept' : 'record.formKeys')}</span>
      ) : (
        <span className="form-help" id={props.help.id} title={props.help.text}>
          <InfoCircleOutlined aria-hidden /> {props.help.text}
        </span>
      )}
    </div>
  );
}
