import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { readHolder } from './save-failure.ts';

/** A save that did not happen: why, that nothing typed is lost, and the way on. */
export function SaveProblem(props: { readonly failure: Failure; readonly onRetry: () => void }): ReactNode {
  const { t } = useText();
  const navigation = useNavigation();
  const holder = readHolder(props.failure);
  return (
    <div className="form-notice">
      <FailureNotice failure={props.failure} onRetry={props.onRetry} />
      {holder === null ? null : (
        <Button
          type="link"
          onClick={() => {
            navigation.openRecord(holder.ledger, holder.id);
          }}
        >
          {t('record.openIt', { title: holder.title })}
        </Button>
      )}
    </div>
  );
}
