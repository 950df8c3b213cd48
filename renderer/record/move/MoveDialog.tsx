import { Checkbox } from 'antd';
import { useRef, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { moveFields, opens } from '../../../db/model/derive/interval-fields.ts';
import { visibleFields } from '../../../db/model/derive/skip-logic.ts';
import { useText } from '../../text/index.ts';
import { DialogForm, type DialogField } from '../form/DialogForm.tsx';
import { FormModal } from '../form/FormModal.tsx';
import type { FormState } from '../form/form-state.ts';
import { useSavedToast } from '../page/use-undo.tsx';
import { CurrentInterval } from './CurrentInterval.tsx';
import { MoveResult } from './MoveResult.tsx';
import { useMove, type MoveTarget } from './use-move.ts';

/** The record whose page it is. */
export interface MoveSubject {
  readonly ledger: AnyLedger;
  readonly id: string;
  readonly title: string;
}

export interface MoveDialogProps extends Omit<MoveTarget, 'subject'> {
  readonly subject: MoveSubject;
  readonly onClose: () => void;
}

/** The small form of one action: the day, the new place or the reason, and what it will do. */
export function MoveDialog({ ledger, subject, action, open, onClose }: MoveDialogProps): ReactNode {
  const { t, label } = useText();
  const form = useRef<HTMLDivElement>(null);
  const toast = useSavedToast();
  const moving = useMove({ ledger, subject: subject.id, action, open });
  const shown = visibleFields(ledger, moving.state.values);
  const fields = moveFields(ledger, action)
    .filter(({ name }) => shown.includes(name))
    .map((named): DialogField => ({ ...named, of: ledger }));
  const verb = label(ledger.interval?.actions[action]?.label ?? ledger.label);

  async function move(state: FormState): Promise<void> {
    const sentence = moving.look?.sentence;
    const change = await moving.move(state);
    if (change === null) return;
    toast(change, { title: t('move.done', { action: verb }), text: sentence ?? '' });
    onClose();
  }
  return (
    <FormModal
      form={form}
      onClose={onClose}
      title={t('move.title', { ledger: label(ledger.label), action: verb, name: subject.title })}
    >
      <DialogForm
        form={form}
        className="move-form"
        verb={verb}
        fields={fields}
        work={{ ...moving, hasChoice: moving.endsSubject }}
        back="move.back"
        keys="move.keys"
        before={open.map((one) => (
          <CurrentInterval key={one.id} interval={one} />
        ))}
        onDo={move}
      >
        {opens(action) ? null : (
          <Checkbox
            checked={moving.endsSubject}
            onChange={(event) => {
              moving.setEndsSubject(event.target.checked);
            }}
          >
            {t('move.endsSubject', { ledger: label(subject.ledger.label) })}
          </Checkbox>
        )}
        <MoveResult subject={subject} moving={moving} />
      </DialogForm>
    </FormModal>
  );
}
