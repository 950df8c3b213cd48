import { App, Button, Input, Progress } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { EntryModal } from '../../app/entry-modal.tsx';
import { ask, newId } from '../../data/index.ts';
import { useText, type TextKey } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { endingKey } from './ending.ts';

export interface EndDialogProps {
  readonly ledger: AnyLedger;
  readonly records: readonly { readonly id: string; readonly version: number; readonly title: string }[];
  readonly onClose: (isDone: boolean) => void;
}

const LONGEST_REASON = 200;
/** Names listed in the question; the others are counted. */
const NAMED = 5;
const reasons: Readonly<Record<AnyLedger['ending'], readonly TextKey[]>> = {
  vacate: ['record.reason.moved', 'record.reason.died', 'record.reason.repeated', 'record.reason.mistake'],
  void: ['record.reason.replaced', 'record.reason.repeated', 'record.reason.mistake'],
  remove: ['record.reason.gone', 'record.reason.repeated', 'record.reason.mistake'],
};

/** Asks for the reason before records are ended, and says how to get them back. */
export function EndDialog({ ledger, records, onClose }: EndDialogProps): ReactNode {
  const { t, label } = useText();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  /** Records gone through; `null` while nothing is being done. */
  const [done, setDone] = useState<number | null>(null);
  const [ended, setEnded] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const verb = t(endingKey(ledger));
  const counter = label(ledger.counter);
  const names = records
    .slice(0, NAMED)
    .map((record) => record.title)
    .join('、');

  const isRunning = done !== null;
  const canEnd = reason.trim() !== '' && !isRunning;

  async function end(): Promise<void> {
    setFailure(null);
    for (const [index, record] of records.entries()) {
      setDone(index);
      const write = {
        writeId: newId(),
        ledger: ledger.id,
        id: record.id,
        base: record.version,
        reason: reason.trim(),
      };
      const reply = await ask('record.remove', write);
      if (!reply.ok) {
        setFailure(reply.failure);
        setDone(null);
        return;
      }
      // Ending one that is ended already changes nothing, so that all of them can be tried again.
      setEnded(index + 1);
    }
    message.success(t('record.ended', { verb, count: records.length, counter }));
    onClose(true);
  }
  return (
    <EntryModal
      title={t('record.endTitle', { verb, count: records.length, counter })}
      okText={verb}
      okButtonProps={{ danger: true, disabled: !canEnd, loading: isRunning }}
      cancelText={t('record.keep')}
      cancelButtonProps={{ disabled: isRunning }}
      closable={!isRunning}
      keyboard={!isRunning}
      isUnsaved={reason.trim() !== ''}
      onOk={() => void end()}
      onClose={() => {
        onClose(ended > 0);
      }}
    >
      <p className="page-dialog-text">
        {records.length > NAMED ? t('record.endNamesMore', { names, count: records.length, counter }) : names}
      </p>
      <p className="page-dialog-text">{t('record.endExplained', { verb })}</p>
      <label className="page-dialog-label" htmlFor="end-reason">
        {t('record.endReason', { verb })}
      </label>
      <Input
        id="end-reason"
        autoFocus
        value={reason}
        maxLength={LONGEST_REASON}
        onChange={(event) => {
          setReason(event.target.value);
        }}
        onPressEnter={() => {
          if (canEnd) void end();
        }}
      />
      {/* Not a list that opens: it would lie over the buttons below. */}
      <div className="page-reasons">
        {reasons[ledger.ending].map((key) => (
          <Button
            key={key}
            size="small"
            onClick={() => {
              setReason(t(key));
            }}
          >
            {t(key)}
          </Button>
        ))}
      </div>
      {isRunning && records.length > 1 ? (
        <Progress percent={Math.floor((100 * done) / records.length)} />
      ) : null}
      {failure && ended > 0 ? <p>{t('record.endedSome', { verb, count: ended, counter })}</p> : null}
      {failure ? <FailureNotice failure={failure} /> : null}
    </EntryModal>
  );
}
