import { UndoOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Tag, Timeline } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Asked } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { shownText } from '../shown-text.ts';
import { useUndo } from './use-undo.tsx';

type Change = Output<'record.history'>[number];

/** Every change of the record, newest first: when, who, what was and what is; any of them can be taken back. */
export function HistoryList({
  ledger,
  answer,
}: {
  readonly ledger: AnyLedger;
  readonly answer: Asked<Output<'record.history'>>;
}): ReactNode {
  const { t } = useText();
  if (answer.failure && !answer.value)
    return <FailureNotice failure={answer.failure} onRetry={answer.refresh} />;
  const changes = (answer.value ?? []).toSorted((a, b) => b.at.localeCompare(a.at));
  const undone = new Set(changes.flatMap((change) => (change.undoes === null ? [] : [change.undoes])));
  if (answer.value?.length === 0) return <p className="page-empty">{t('record.noHistory')}</p>;
  return (
    <Timeline
      className="page-history"
      items={changes.map((change) => ({
        key: change.change,
        content: <ChangeItem ledger={ledger} change={change} isUndone={undone.has(change.change)} />,
      }))}
    />
  );
}

function ChangeItem({
  ledger,
  change,
  isUndone,
}: {
  readonly ledger: AnyLedger;
  readonly change: Change;
  readonly isUndone: boolean;
}): ReactNode {
  const { t } = useText();
  const op = change.undoes === null ? (`record.op.${change.op}` as const) : 'record.op.undo';
  return (
    <div className="page-change">
      <div className="page-change-head">
        <span className="page-change-at">{formatInstant(change.at)}</span>
        <span>{[change.unit, change.user].filter((part) => part !== '').join(' ')}</span>
        <Tag>{t(op)}</Tag>
        {change.batch === null ? null : <Tag>{t('record.inBatch')}</Tag>}
        {isUndone ? <Tag>{t('record.wasUndone')}</Tag> : null}
        {change.op === 'create' || isUndone ? null : <UndoButton change={change} />}
      </div>
      {change.reason === null || change.reason === '' ? null : (
        <div>{t('record.because', { reason: change.reason })}</div>
      )}
      <ChangedFields ledger={ledger} change={change} />
    </div>
  );
}

function UndoButton({ change }: { readonly change: Change }): ReactNode {
  const { t } = useText();
  const undo = useUndo();
  return (
    <Popconfirm
      title={t('record.undoAsk')}
      description={
        change.together === 0 ? t('record.undoExplained') : t('move.undoTogether', { count: change.together })
      }
      okText={t('record.undo')}
      cancelText={t('record.keepChange')}
      onConfirm={() => void undo(change.change)}
    >
      <Button type="text" size="small" icon={<UndoOutlined aria-hidden />}>
        {t('record.undo')}
      </Button>
    </Popconfirm>
  );
}

/** Fields of a new record shown before the rest is only counted. */
const SHOWN = 8;

function ChangedFields({
  ledger,
  change,
}: {
  readonly ledger: AnyLedger;
  readonly change: Change;
}): ReactNode {
  const { t, label } = useText();
  const fields = Object.entries(change.texts).flatMap(([name, [old, now]]) => {
    const field = ledger.fields[name];
    if (field === undefined || old === now) return [];
    return [{ name, label: label(field.label), old: shownText(field, old), now: shownText(field, now) }];
  });
  const isNew = change.op === 'create';
  const shown = isNew ? fields.slice(0, SHOWN) : fields;
  return (
    <ul className="page-change-fields">
      {shown.map((field) => (
        <li key={field.name}>
          <span className="page-change-name">{field.label}</span>
          {isNew ? null : <del>{field.old === '' ? t('record.emptyValue') : field.old}</del>}
          {isNew ? null : <span aria-hidden="true"> → </span>}
          <ins>{field.now === '' ? t('record.emptyValue') : field.now}</ins>
        </li>
      ))}
      {fields.length > shown.length ? (
        <li className="page-empty">{t('record.moreFields', { count: fields.length - shown.length })}</li>
      ) : null}
    </ul>
  );
}
