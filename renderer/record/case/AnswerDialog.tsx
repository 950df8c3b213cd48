import { useRef, type ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { DialogForm } from '../form/DialogForm.tsx';
import { FormModal } from '../form/FormModal.tsx';
import { useSavedToast } from '../page/use-undo.tsx';
import { useAnswer, type AnswerTarget } from './use-answer.ts';
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
  const form = useRef<HTMLDivElement>(null);
  const toast = useSavedToast();
  const answering = useAnswer(target);
  const whole = answering.state.findings.filter(({ field }) => field === null);

  async function answer(): Promise<void> {
    const outcome = await answering.give();
    if (outcome === null) return;
    toast(outcome.change, { title: t('case.answer-done', { kind: label }), text: t('case.answer-next') });
    onDone();
    onClose();
  }
  return (
    <FormModal
      form={form}
      onClose={onClose}
      width={720}
      title={t('case.answer-title', { kind: label, name: target.record.title })}
    >
      <DialogForm
        form={form}
        className="case-form"
        verb={label}
        fields={answering.fields}
        work={answering}
        back="case.back"
        keys="case.keys"
        onDo={answer}
      >
        {whole.map(({ code, text }) => (
          <p key={code} className="case-refused" role="alert">
            {text}
          </p>
        ))}
      </DialogForm>
    </FormModal>
  );
}
