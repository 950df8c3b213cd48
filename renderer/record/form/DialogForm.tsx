import { useId, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TextKey } from '../../text/index.ts';
import { useAlone } from '../../data/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import type { NamedField } from '../definition.ts';
import { DialogFoot } from './DialogFoot.tsx';
import { FieldRow } from './FieldRow.tsx';
import { focusField } from './form-keys.ts';
import { isUnsaved, typedValues, type FormAction, type FormState } from './form-state.ts';
import { useDialogLeave, type FormBox } from './FormModal.tsx';
import { handleFormKey } from './handle-form-key.ts';
import { blockingFields } from './messages.ts';
import { useFocusedField } from './use-focused-field.ts';
import './form.css';

/** A field of a dialog, with the ledger it is of. */
export interface DialogField extends NamedField {
  readonly of: AnyLedger;
}

/** What a dialog's form works on. */
export interface DialogWork {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  /** What stopped it beside broken rules, which stand at their fields. */
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  /** Something was chosen beside the fields. */
  readonly hasChoice?: boolean;
  /** The form after a look at the entries as they are; without it they are as good as they stand. */
  readonly settled?: () => Promise<FormState>;
}

export interface DialogFormProps {
  readonly form: FormBox;
  readonly className: string;
  /** Verb of the one thing the dialog does. */
  readonly verb: string;
  readonly fields: readonly DialogField[];
  readonly work: DialogWork;
  readonly back: TextKey;
  readonly keys: TextKey;
  /** Stands above the fields. */
  readonly before?: ReactNode;
  /** Stands below the fields: what will come of it. */
  readonly children?: ReactNode;
  /** Carries out what `state` says; asked only when no field stands in the way. */
  readonly onDo: (state: FormState) => Promise<void>;
}

/** The small form of a dialog that does one thing: fields, what stands in the way, the verb and the way back. */
export function DialogForm(props: DialogFormProps): ReactNode {
  const { form, verb, fields, work } = props;
  const { state, dispatch, failure } = work;
  const formId = useId();
  const focused = useFocusedField(form);
  const [atStart] = useState(state.values);
  const isTyped = isUnsaved({ ...state, baseline: atStart, values: typedValues(state) });
  const leave = useDialogLeave(isTyped || work.hasChoice === true);
  const act = useAlone(async () => {
    const isClear = blockingFields(state, fields).length === 0;
    const now = isClear || work.settled === undefined ? state : await work.settled();
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
        handleFormKey(event, form.current, { leave, save: () => void act() });
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
        isBusy={work.isBusy}
        onDo={() => void act()}
        onBack={leave}
      />
    </div>
  );
}
