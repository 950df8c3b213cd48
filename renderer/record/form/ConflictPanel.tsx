import { Alert, Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { ask } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { useNames } from '../../widgets/index.ts';
import type { FormValues } from '../definition.ts';
import { changedValues, type FormAction, type FormState } from './form-state.ts';
import type { Conflict } from './save-failure.ts';

export interface ConflictPanelProps {
  readonly ledger: AnyLedger;
  readonly id: string;
  readonly conflict: Conflict;
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly onSettled: () => void;
}

/** Somebody else changed the same fields: both values side by side, one choice each, then the save can be repeated. */
export function ConflictPanel({
  ledger,
  id,
  conflict,
  state,
  dispatch,
  onSettled,
}: ConflictPanelProps): ReactNode {
  const { t } = useText();
  const [mine, setMine] = useState<readonly string[]>([]);
  async function settle(): Promise<void> {
    const reply = await ask('record.get', { ledger: ledger.id, id });
    if (!reply.ok || reply.value === null) return;
    const theirs = conflict.filter((c) => !mine.includes(c.field)).map((c) => c.field);
    const kept = Object.entries(changedValues(state)).filter(([field]) => !theirs.includes(field));
    const { values, maskedFields } = reply.value;
    const seen = maskedFields.filter((field) => kept.some(([name]) => name === field));
    dispatch({
      do: 'rebase',
      withheld: maskedFields.filter((field) => !seen.includes(field)),
      base: reply.value.version,
      // What was asked for stays known, or emptying it would look like nothing was changed.
      baseline: {
        ...values,
        ...Object.fromEntries(seen.map((field) => [field, state.baseline[field] ?? null])),
      },
      values: { ...values, ...Object.fromEntries(kept) },
    });
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
          <Button type="primary" size="small" onClick={() => void settle()}>
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
