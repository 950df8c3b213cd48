import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import type { TextKey } from '../../text/index.ts';
import type { AnyField } from '../../../db/model/define-ledger.ts';
import { helpId } from './FieldRow.tsx';

/** Foot of a dialog that does one thing: its verb, the way back, and the keys or the help of the field with the focus. */
export function DialogFoot(props: {
  readonly formId: string;
  readonly verb: string;
  readonly back: TextKey;
  /** Says the keys; gets the verb as `action`. */
  readonly keys: TextKey;
  readonly help: AnyField['help'] | undefined;
  readonly isBusy: boolean;
  readonly onDo: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, label } = useText();
  const { verb, help } = props;
  return (
    <div className="form-foot">
      <Button type="primary" data-save loading={props.isBusy} onClick={props.onDo}>
        {verb}
      </Button>
      <Button onClick={props.onBack}>{t(props.back)}</Button>
      {help === undefined ? (
        <span className="form-hint">{t(props.keys, { action: verb })}</span>
      ) : (
        <span className="form-help" id={helpId(props.formId)}>
          {label(help)}
        </span>
      )}
    </div>
  );
}
