import { Alert, Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant, useText } from '../../text/index.ts';
import type { FormValues } from '../definition.ts';
import type { Draft } from './draft.ts';

/** Offers entries that were typed and not saved. */
export function DraftOffer(props: {
  readonly draft: Draft;
  readonly onTake: (values: FormValues) => void;
  readonly onForget: () => void;
}): ReactNode {
  const { t } = useText();
  const { draft } = props;
  return (
    <Alert
      type="info"
      showIcon
      className="form-notice"
      title={t('record.draftFound', { at: formatInstant(draft.at), count: Object.keys(draft.values).length })}
      action={
        <Space>
          <Button
            size="small"
            type="primary"
            onClick={() => {
              props.onTake(draft.values);
            }}
          >
            {t('record.draftTake')}
          </Button>
          <Button size="small" onClick={props.onForget}>
            {t('record.draftForget')}
          </Button>
        </Space>
      }
    />
  );
}
