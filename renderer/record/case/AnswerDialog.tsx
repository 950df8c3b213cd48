import { Modal } from 'antd';
import { useId, useRef, type ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { DialogFoot } from '../form/DialogFoot.tsx';
import { handleFormKey } from '../form/handle-form-key.ts';
import { focusField, focusNext } from '../form/form-keys.ts';
import { blockingFields } from '../form/messages.ts';
import { useFocusedField } from '../form/use-focused-field.ts';
import { useSavedToast } from '../page/use-undo.tsx';
import { ActionFields } from './ActionFields.tsx';
import { useAnswer, type AnswerTarget } from './use-answer.ts';
import '../form/form.css';
import './case.css';

/** The small form of an answer to a case handed up. */
export function AnswerDialog({
  label,
  onDone,
  onClose,
  ...target
}: AnswerTarget & {
  /** Name of the answer: 受理, 退回, 办结. */
  readonly label: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const formId = useId();
  const form = useRef<HTMLDivElement>(null);
  const toast = useSavedToast();
  const answering = useAnswer(target);
  const focused = useFocusedField(form);
  const { fields, state, dispatch } = answering;
  const whole = state.findings.filter(({ field }) => field === null);

  async function give(): Promise<void> {
    if (answering.isAnswering) return;
    const [blocking] = blockingFields(state, fields);
    if (blocking !== undefined) {
      dispatch({ do: 'try' });
      if (form.current !== null) focusField(form.current, blocking);
      return;
    }
    const outcome = await answering.give();
    if (outcome === null) return;
    toast(outcome.change, { title: t('case.answer-done', { kind: label }), text: t('case.answer-next') });
    onDone();
    onClose();
  }
  return (
    <Modal
      open
      width={720}
      title={t('case.answer-title', { kind: label, name: target.record.title })}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen && form.current !== null) focusNext(form.current, form.current);
      }}
    >
      <div
        className="case-form"
        role="form"
        aria-label={label}
        ref={form}
        onKeyDownCapture={(event) => {
          handleFormKey(event, form.current, { leave: onClose, save: () => void give() });
        }}
      >
        <ActionFields fields={fields} state={state} dispatch={dispatch} formId={formId} focused={focused} />
        {whole.map(({ code, text }) => (
          <p key={code} className="case-refused" role="alert">
            {text}
          </p>
        ))}
        {answering.failure ? <FailureNotice failure={answering.failure} onRetry={() => void give()} /> : null}
        <DialogFoot
          formId={formId}
          verb={label}
          back="case.back"
          keys="case.keys"
          help={fields.find(({ name }) => name === focused)?.field.help}
          isBusy={answering.isAnswering}
          onDo={() => void give()}
          onBack={onClose}
        />
      </div>
    </Modal>
  );
}
