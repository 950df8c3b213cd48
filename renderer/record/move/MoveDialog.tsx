import { Checkbox, Modal } from 'antd';
import { useId, useRef, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { moveFields, opens } from '../../../db/model/derive/interval-fields.ts';
import { visibleFields } from '../../../db/model/derive/skip-logic.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { DialogFoot } from '../form/DialogFoot.tsx';
import { handleFormKey } from '../form/handle-form-key.ts';
import { focusField, focusNext } from '../form/form-keys.ts';
import { blockingFields } from '../form/messages.ts';
import { useFocusedField } from '../form/use-focused-field.ts';
import { useSavedToast } from '../page/use-undo.tsx';
import { CurrentInterval } from './CurrentInterval.tsx';
import { MoveFields } from './MoveFields.tsx';
import { MoveResult } from './MoveResult.tsx';
import { useMove, type MoveTarget } from './use-move.ts';
import '../form/form.css';

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
  const formId = useId();
  const form = useRef<HTMLDivElement>(null);
  const toast = useSavedToast();
  const focused = useFocusedField(form);
  const help = focused === null ? undefined : ledger.fields[focused]?.help;
  const moving = useMove({ ledger, subject: subject.id, action, open });
  const { state, dispatch } = moving;
  const shown = visibleFields(ledger, state.values);
  const fields = moveFields(ledger, action).filter(({ name }) => shown.includes(name));
  const verb = label(ledger.interval?.actions[action]?.label ?? ledger.label);

  async function move(): Promise<void> {
    if (moving.isMoving) return;
    const [blocking] = blockingFields(state, fields);
    if (blocking !== undefined) {
      dispatch({ do: 'try' });
      if (form.current !== null) focusField(form.current, blocking);
      return;
    }
    const sentence = moving.look?.sentence;
    const change = await moving.move();
    if (change === null) return;
    toast(change, { title: t('move.done', { action: verb }), text: sentence ?? '' });
    onClose();
  }
  return (
    <Modal
      open
      width={900}
      title={t('move.title', { ledger: label(ledger.label), action: verb, name: subject.title })}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen && form.current !== null) focusNext(form.current, form.current);
      }}
    >
      <div
        className="move-form"
        role="form"
        aria-label={verb}
        ref={form}
        onKeyDownCapture={(event) => {
          handleFormKey(event, form.current, { leave: onClose, save: () => void move() });
        }}
      >
        {open.map((one) => (
          <CurrentInterval key={one.id} interval={one} />
        ))}
        <MoveFields formId={formId} ledger={ledger} fields={fields} focused={focused} moving={moving} />
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
        {moving.failure ? <FailureNotice failure={moving.failure} onRetry={() => void move()} /> : null}
        <DialogFoot
          formId={formId}
          verb={verb}
          back="move.back"
          keys="move.keys"
          help={help}
          isBusy={moving.isMoving}
          onDo={() => void move()}
          onBack={onClose}
        />
      </div>
    </Modal>
  );
}
