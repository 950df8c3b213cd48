import { Select } from 'antd';
import { useId, useState } from 'react';
import type { Value } from '../../../../db/model/field-kind.ts';
import { EntryModal } from '../../../app/entry-modal.tsx';
import { newId, useAction, useWriteId } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { LedgerInput, useEntry } from '../../../widgets/index.ts';
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
  const kind = useEntry('01');
  const from = useEntry(null);
  const to = useEntry(null);
  const isPublished = board.roster !== null && board.roster.state !== 'draft';
  const days = daysOf(from.value, to.value);
  const isReadable = [kind, from, to].every(({ problem }) => problem === null);
  const save = async () => {
    if (days === null) return;
    const saved = await saving.run({
      writeId: writeId.take(),
      ledger: 'duty_leave',
      id: record,
      base: 0,
      values: { member, kind: textOf(kind.value), ...days },
    });
    if (saved === null) return;
    writeId.done();
    onClose(true);
  };
  return (
    <EntryModal
      width={480}
      title={t('duty.leave')}
      okText={t(isPublished ? 'duty.leave.save-repair' : 'duty.leave.save')}
      okButtonProps={{
        disabled: member === null || days === null || !isReadable,
        loading: saving.isBusy,
      }}
      cancelText={t('action.cancel')}
      isUnsaved={member !== person || [kind, from, to].some(({ isChanged }) => isChanged)}
      onOk={() => void save()}
      onClose={() => onClose(false)}
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
        <LedgerInput ledger="duty_leave" name="kind" entry={kind} />
        <LedgerInput
          ledger="duty_leave"
          name="from_day"
          entry={{
            ...from,
            set: (next) => {
              from.set(next);
              // Most leave is of one day; the end follows the beginning until it is entered.
              if (to.value === null || to.value === from.value) to.set(next);
            },
          }}
        />
        <LedgerInput ledger="duty_leave" name="to_day" entry={to} />
        <p className="soft">{t(isPublished ? 'duty.leave.hint.published' : 'duty.leave.hint.draft')}</p>
        {saving.failure && <FailureNotice failure={saving.failure} />}
      </div>
    </EntryModal>
  );
}

const textOf = (value: Value): string | null => (typeof value === 'string' ? value : null);

/** First and last day of the leave; `null` while one is missing or they stand the wrong way round. */
function daysOf(from: Value, to: Value): { readonly from_day: string; readonly to_day: string } | null {
  if (typeof from !== 'string' || typeof to !== 'string' || from > to) return null;
  return { from_day: from, to_day: to };
}
