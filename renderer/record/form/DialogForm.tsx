import { Modal } from 'antd';
import { useId, type ReactNode, type RefObject } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TextKey } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import type { NamedField } from '../definition.ts';
import { DialogFoot } from './DialogFoot.tsx';
import { FieldRow } from './FieldRow.tsx';
import { focusField, focusNext } from './form-keys.ts';
import type { FormAction, FormState } from './form-state.ts';
import { handleFormKey } from './handle-form-key.ts';
import { blockingFields } from './messages.ts';
import { useAlone } from './use-alone.ts';
import { useFocusedField } from './use-focused-field.ts';
import './form.css';

/** A field of a dialog, with the ledger it is of. */
export interface DialogField extends NamedField {
  readonly of: AnyLedger;
}

/** The box of a dialog's form, as React hands it out. */
export type FormBox = RefObject<HTMLDivElement | null>;

/** A dialog around a form: it begins in the first field, and nobody loses it by a click beside it. */
export function FormModal({
  form,
  width = 900,
  title,
  onClose,
  children,
}: {
  readonly form: FormBox;
  readonly width?: number;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Modal
      open
      width={width}
      title={title}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen && form.current !== null) focusNext(form.current, form.current);
      }}
    >
      {children}
    </Modal>
  );
}

export interface DialogFormProps {
  readonly form: FormBox;
  readonly className: string;
  /** Verb of the one thing the dialog does. */
  readonly verb: string;
  readonly fields: readonly DialogField[];
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly back: TextKey;
  readonly keys: TextKey;
  /** Stands above the fields. */
  readonly before?: ReactNode;
  /** Stands below the fields: what will come of it. */
  readonly children?: ReactNode;
  /** The form after a look at the entries as they are; without it they are as good as they stand. */
  readonly settled?: () => Promise<FormState>;
  /** Carries out what `state` says; asked only when no field stands in the way. */
  readonly onDo: (state: FormState) => Promise<void>;
  readonly onBack: () => void;
}

/** The small form of a dialog that does one thing: fields, what stands in the way, the verb and the way back. */
export function DialogForm(props: DialogFormProps): ReactNode {
  const { form, verb, fields, state, dispatch, failure, isBusy, onBack } = props;
  const formId = useId();
  const focused = useFocusedField(form);
  const act = useAlone(async () => {
    const isClear = blockingFields(state, fields).length === 0;
    const now = isClear || props.settled === undefined ? state : await props.settled();
    const [blocking] = blockingFields(now, fields);
    if (blocking === undefined) {
      await props.onDo(now);
      return;
    }
    dispatch({ do: 'try' });
    if (form.current !== null) focusField(form.current, blocking);
  });
  return (
    <div
      className={props.className}
      role="form"
      aria-label={verb}
      ref={form}
      onKeyDownCapture={(event) => {
        handleFormKey(event, form.current, { leave: onBack, save: () => void act() });
      }}
    >
      {props.before}
      <div className="form-fields">
        {fields.map(({ name, field, of }) => (
          <FieldRow
            key={name}
            ledger={of}
            name={name}
            field={field}
            state={state}
            dispatch={dispatch}
            formId={formId}
            focused={focused}
            onReveal={null}
          />
        ))}
      </div>
      {props.children}
      {failure === null ? null : <FailureNotice failure={failure} onRetry={() => void act()} />}
      <DialogFoot
        formId={formId}
        verb={verb}
        back={props.back}
        keys={props.keys}
        help={fields.find(({ name }) => name === focused)?.field.help}
        isBusy={isBusy}
        onDo={() => void act()}
        onBack={onBack}
      />
    </div>
  );
}
