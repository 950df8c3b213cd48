import { Alert, Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useAction } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { useNames } from '../../widgets/index.ts';
import type { FormValues } from '../definition.ts';
import type { FormAction } from './form-state.ts';
import type { Conflict } from './save-failure.ts';

export interface ConflictPanelProps {
  readonly ledger: AnyLedger;
  readonly id: string;
  readonly conflict: Conflict;
  readonly dispatch: (action: FormAction) => void;
  readonly onSettled: () => void;
}

/** Somebody else changed the same fields: both values side by side, one choice each, then the save can be repeated. */
export function ConflictPanel({ ledger, id, conflict, dispatch, onSettled }: ConflictPanelProps): ReactNode {
  const { t } = useText();
  const [mine, setMine] = useState<readonly string[]>([]);
  const reading = useAction('record.get');
  async function settle(): Promise<void> {
    const record = await reading.run({ ledger: ledger.id, id });
    if (record === null) return;
    const theirs = conflict.filter((c) => !mine.includes(c.field)).map((c) => c.field);
    dispatch({ do: 'rebase', record, theirs });
    onSettled();
  }
  return (
    <Alert
      type="warning"
      className="form-notice"
      role="alert"
      title={t('record.conflict', {
        user: conflict[0]?.theirUser ?? '',
        at: formatInstant(conflict[0]?.theirAt ?? ''),
      })}
      description={
        <>
          {conflict.map((field) => (
            <ConflictLine
              key={field.field}
              ledger={ledger}
              conflict={field}
              isMine={mine.includes(field.field)}
              onChoose={(isMine) => {
                setMine(isMine ? [...mine, field.field] : mine.filter((name) => name !== field.field));
              }}
            />
          ))}
          {reading.failure ? <FailureNotice failure={reading.failure} /> : null}
          <Button type="primary" size="small" loading={reading.isBusy} onClick={() => void settle()}>
            {t('record.conflictSettle')}
          </Button>
        </>
      }
    />
  );
}

function ConflictLine(props: {
  readonly ledger: AnyLedger;
  readonly conflict: Conflict[number];
  readonly isMine: boolean;
  readonly onChoose: (isMine: boolean) => void;
}): ReactNode {
  const { t, label } = useText();
  const names = useNames();
  const field = props.ledger.fields[props.conflict.field];
  if (field === undefined) return null;
  const show = (value: FormValues[string] | undefined): string =>
    value === null || value === undefined ? t('record.emptyValue') : field.toText(value, names);
  return (
    <div className="form-conflict">
      <span className="form-conflict-name">{label(field.label)}</span>
      <Radio.Group
        value={props.isMine}
        onChange={(event) => {
          props.onChoose(event.target.value === true);
        }}
      >
        <Radio value={false}>{t('record.theirs', { value: show(props.conflict.theirs) })}</Radio>
        <Radio value={true}>{t('record.mine', { value: show(props.conflict.mine) })}</Radio>
      </Radio.Group>
    </div>
  );
}
