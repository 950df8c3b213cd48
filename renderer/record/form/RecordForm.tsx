import { App } from 'antd';
import { useCallback, useId, useReducer, useRef, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { ask, useAlone } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';
import { useUnsaved } from '../../app/use-unsaved.ts';
import type { FormValues } from '../definition.ts';
import { ConflictPanel } from './ConflictPanel.tsx';
import { DraftOffer } from './DraftOffer.tsx';
import { DuplicatePanel } from './DuplicatePanel.tsx';
import { FormBar } from './FormBar.tsx';
import { helpId } from './FieldRow.tsx';
import { handleFormKey } from './handle-form-key.ts';
import { focusField } from './form-keys.ts';
import { afterFormAction, isUnsaved, startForm, type FormState } from './form-state.ts';
import { blockingFields } from './messages.ts';
import { FormSections } from './FormSections.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import { shownSections } from './skip-logic.ts';
import { useCheck } from './use-check.ts';
import { useDraft } from './use-draft.ts';
import { useFocusedField } from './use-focused-field.ts';
import { useFormFocus } from './use-form-focus.ts';
import { usePaste } from './use-paste.ts';
import { useSaveKey } from './use-save-key.ts';
import { useSave, type Saved } from './use-save.ts';
import './form.css';

export interface RecordFormProps {
  readonly ledger: AnyLedger;
  /** Id the record has or will have. */
  readonly id: string;
  /** The record to change; `null` = a new one. */
  readonly record: Output<'record.get'>;
  /** Filled in at the start of a new record. */
  readonly values?: FormValues;
  /** Field that gets the keyboard first. */
  readonly field?: string | null;
  readonly onSaved: (saved: Saved, andNew: boolean) => void;
  readonly onLeave: () => void;
}

/** Form of any ledger: sections, skip logic, checks while typing, draft, paste from a sheet, conflict. */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { ledger, id, record } = props;
  const { t, label } = useText();
  const { message } = App.useApp();
  const formId = useId();
  const form = useRef<HTMLDivElement>(null);
  const [state, dispatch] = useReducer(afterFormAction, null, () => startForm(record, props.values ?? {}));
  const focused = useFocusedField(form);
  const isNew = record === null;
  const saving = useSave({ ledger: ledger.id, id, dispatch });
  const draft = useDraft(ledger.id, isNew ? null : id, state);
  const settled = useCheck({ ledger: ledger.id, id: isNew ? null : id }, state, dispatch);
  const refocus = useFormFocus(form, props.field ?? null);
  const paste = usePaste(ledger, state, dispatch);
  const sections = shownSections(ledger, state.values);

  const blockingOf = (now: FormState): readonly string[] =>
    blockingFields(
      now,
      shownSections(ledger, now.values).flatMap((section) => section.fields),
    );
  const store = async (andNew: boolean): Promise<boolean> => {
    const now = blockingOf(state).length === 0 ? state : await settled();
    const blocking = blockingOf(now);
    if (blocking[0] !== undefined) {
      dispatch({ do: 'try' });
      message.warning(t('record.cannotSave', { count: blocking.length }));
      if (form.current !== null) focusField(form.current, blocking[0]);
      return false;
    }
    const saved = await saving.save(now);
    if (saved === null) return false;
    await draft.close();
    props.onSaved(saved, andNew);
    return true;
  };
  const save = useAlone(async (andNew: boolean) => void (await store(andNew)));
  useUnsaved(isUnsaved(state), { save: () => store(false) });
  useSaveKey(form, () => void save(false));
  const reveal = useCallback(
    async (field: string) => {
      const reply = await ask('record.reveal', { ledger: ledger.id, id, field });
      if (reply.ok) {
        dispatch({ do: 'reveal', field, ...reply.value });
        refocus(field);
      } else message.error(failureText(reply.failure, t));
    },
    [ledger, id, message, t, refocus],
  );
  async function take(values: FormValues): Promise<void> {
    draft.hide();
    // A withheld field that was changed is shown first, as it was when it was typed into.
    for (const field of state.withheld.filter((name) => name in values)) await reveal(field);
    dispatch({ do: 'take', values, texts: {}, problems: {} });
    refocus(Object.keys(values)[0]);
  }
  const help = focused === null ? undefined : ledger.fields[focused];
  const helpText =
    help?.help === undefined ? null : t('record.help', { field: label(help.label), text: label(help.help) });
  return (
    <div
      className="form"
      ref={form}
      role="form"
      aria-label={label(ledger.label)}
      onKeyDownCapture={(event) => {
        handleFormKey(event, form.current, { leave: props.onLeave, save: (andNew) => void save(andNew) });
      }}
      onPaste={paste}
    >
      {draft.found ? (
        <DraftOffer
          draft={draft.found}
          onTake={(values) => void take(values)}
          onForget={() => {
            draft.forget();
            refocus();
          }}
        />
      ) : null}
      {saving.conflict ? (
        <ConflictPanel
          ledger={ledger}
          id={id}
          conflict={saving.conflict}
          dispatch={dispatch}
          onSettled={() => {
            saving.settle();
            refocus();
          }}
        />
      ) : null}
      {saving.failure ? <SaveProblem failure={saving.failure} onRetry={() => void save(false)} /> : null}
      <DuplicatePanel ledger={ledger} duplicates={state.duplicates} />
      <FormSections
        ledger={ledger}
        sections={sections}
        state={state}
        dispatch={dispatch}
        formId={formId}
        focused={focused}
        onReveal={(field) => void reveal(field)}
      />
      <FormBar
        isNew={isNew}
        isSaving={saving.isSaving}
        isUnsaved={isUnsaved(state)}
        help={{ id: helpId(formId), text: helpText }}
        onSave={(andNew) => void save(andNew)}
        onLeave={props.onLeave}
      />
    </div>
  );
}
