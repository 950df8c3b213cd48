import { Button, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { Value } from '../../../../db/model/field-kind.ts';
import { newId, useAction, useWriteId } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { LedgerInput } from '../../../widgets/index.ts';
import { useBoard } from '../board/board-context.ts';

interface Properties {
  /** Who is away; `null` while it is still to be chosen. */
  readonly person: string | null;
  readonly onClose: (isSaved: boolean) => void;
}

/** Leave of one person; in a published month the planner then looks for the fewest changes. */
export function LeaveDialog({ person, onClose }: Properties) {
  const { t } = useText();
  const { board } = useBoard();
  const id = useId();
  const [record] = useState(() => newId());
  const writeId = useWriteId();
  const saving = useAction('record.save');
  const [member, setMember] = useState(person);
  const [kind, setKind] = useState<Value>('01');
  const [from, setFrom] = useState<Value>(null);
  const [to, setTo] = useState<Value>(null);
  const isPublished = board.roster !== null && board.roster.state !== 'draft';
  const isReady = member !== null && typeof from === 'string' && typeof to === 'string' && from <= to;
  const save = async () => {
    if (!isReady) return;
    const saved = await saving.run({
      writeId: writeId.take(),
      ledger: 'duty_leave',
      id: record,
      base: 0,
      values: { member, kind: kindText(kind), from_day: from, to_day: to },
    });
    if (saved === null) return;
    writeId.done();
    onClose(true);
  };
  return (
    <Modal
      open
      width={480}
      title={t('duty.leave')}
      onCancel={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('action.cancel')}</Button>
          <Button type="primary" disabled={!isReady} loading={saving.isBusy} onClick={() => void save()}>
            {t(isPublished ? 'duty.leave.save-repair' : 'duty.leave.save')}
          </Button>
        </>
      }
    >
      <div className="duty-form">
        <div className="duty-field">
          <label htmlFor={id}>{t('duty.person')}</label>
          <Select
            id={id}
            autoFocus={person === null}
            value={member}
            showSearch={{ optionFilterProp: 'label' }}
            options={board.people.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setMember}
          />
        </div>
        <LedgerInput ledger="duty_leave" name="kind" value={kind} onChange={setKind} />
        <LedgerInput
          ledger="duty_leave"
          name="from_day"
          value={from}
          onChange={(next) => {
            setFrom(next);
            // Most leave is of one day; the end follows the beginning until it is entered.
            if (to === null || to === from) setTo(next);
          }}
        />
        <LedgerInput ledger="duty_leave" name="to_day" value={to} onChange={setTo} />
        <p className="soft">{t(isPublished ? 'duty.leave.hint.published' : 'duty.leave.hint.draft')}</p>
        {saving.failure && <FailureNotice failure={saving.failure} />}
      </div>
    </Modal>
  );
}

const kindText = (kind: Value): string | null => (typeof kind === 'string' ? kind : null);
