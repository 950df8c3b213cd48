import { Modal } from 'antd';
import { useId, useRef, type ReactNode } from 'react';
import { formatInstant, useText } from '../../text/index.ts';
import { ledgerOf } from '../../data/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { DialogFoot } from '../form/DialogFoot.tsx';
import { handleFormKey } from '../form/handle-form-key.ts';
import { focusField, focusNext } from '../form/form-keys.ts';
import { blockingFields } from '../form/messages.ts';
import { useFocusedField } from '../form/use-focused-field.ts';
import { useSavedToast } from '../page/use-undo.tsx';
import { ActionFields } from './ActionFields.tsx';
import { useCaseAction, type CaseAction, type CaseTarget } from './use-case-action.ts';
import '../form/form.css';
import './case.css';

export interface CaseDialogProps extends CaseTarget {
  /** Verb of the action. */
  readonly verb: string;
  /** Told with the documents the action prints when it was carried out. */
  readonly onDone: (prints: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The small form of one action: what it needs, the opinion, who acted, and what it will do. */
export function CaseDialog({ verb, onDone, onClose, ...target }: CaseDialogProps): ReactNode {
  const { t } = useText();
  const formId = useId();
  const form = useRef<HTMLDivElement>(null);
  const toast = useSavedToast();
  const acting = useCaseAction(target);
  const focused = useFocusedField(form);
  const help = acting.fields.find(({ name }) => name === focused)?.field.help;
  const { state, dispatch, fields } = acting;

  async function act(): Promise<void> {
    if (acting.isActing) return;
    const [blocking] = blockingFields(state, fields);
    if (blocking !== undefined) {
      dispatch({ do: 'try' });
      if (form.current !== null) focusField(form.current, blocking);
      return;
    }
    const outcome = await acting.act();
    if (outcome === null) return;
    toast(outcome.change, { title: t('case.done', { action: verb }), text: dueText(acting, t) });
    onDone(outcome.prints);
    onClose();
  }
  return (
    <Modal
      open
      width={900}
      title={t('case.title', { action: verb, name: target.record.title })}
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
        aria-label={verb}
        ref={form}
        onKeyDownCapture={(event) => {
          handleFormKey(event, form.current, { leave: onClose, save: () => void act() });
        }}
      >
        <ActionFields fields={fields} state={state} dispatch={dispatch} formId={formId} focused={focused} />
        <Outcome acting={acting} />
        {acting.failure ? <FailureNotice failure={acting.failure} onRetry={() => void act()} /> : null}
        <DialogFoot
          formId={formId}
          verb={verb}
          back="case.back"
          keys="case.keys"
          help={help}
          isBusy={acting.isActing}
          onDo={() => void act()}
          onBack={onClose}
        />
      </div>
    </Modal>
  );
}

type Say = ReturnType<typeof useText>['t'];

const dueText = ({ look }: CaseAction, t: Say): string =>
  look === null || look.due === null ? '' : t('case.next-due', { at: formatInstant(look.due) });

/** Where the case goes, by when it must go on, and what is wrong with the action as a whole. */
function Outcome({ acting }: { readonly acting: CaseAction }): ReactNode {
  const { t, one } = useText();
  const { look, state } = acting;
  const whole = state.findings.filter(({ field }) => field === null);
  const made = look?.creates === null || look === null ? undefined : ledgerOf(look.creates);
  return (
    <section className="case-outcome" aria-label={t('case.outcome')} aria-live="polite">
      <h3>{t('case.outcome')}</h3>
      {look === null || whole.length > 0 ? null : (
        <p className="case-outcome-state">
          {[
            t('case.goes-to', { state: look.to }),
            dueText(acting, t),
            made === undefined ? '' : t('case.creates', { ledger: one(made.label) }),
          ]
            .filter((part) => part !== '')
            .join(t('case.pause'))}
        </p>
      )}
      {look === null || whole.length > 0 ? null : <p className="case-why">{look.explanation}</p>}
      {whole.map(({ code, text }) => (
        <p key={`${code} ${text}`} className="case-refused" role="alert">
          {text}
        </p>
      ))}
    </section>
  );
}
