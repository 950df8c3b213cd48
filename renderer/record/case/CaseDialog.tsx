import { Button, Modal } from 'antd';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { formatInstant, useText } from '../../text/index.ts';
import { ledgerOf } from '../../data/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { FieldRow, helpId } from '../form/FieldRow.tsx';
import { focusField, focusNext, formKey } from '../form/form-keys.ts';
import { blockingFields } from '../form/messages.ts';
import { useFocusedField } from '../form/use-focused-field.ts';
import { useSavedToast } from '../page/use-undo.tsx';
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
  const { t, label } = useText();
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
  function onKey(event: KeyboardEvent<HTMLDivElement>): void {
    const key = formKey(event);
    if (key === null || !(event.target instanceof Element)) return;
    if (key === 'choose-then-next') {
      const from = event.target;
      window.setTimeout(() => form.current && focusNext(form.current, from), 0);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (key === 'leave') onClose();
    else if (key === 'save' || key === 'save-new') void act();
    else if (form.current !== null) focusNext(form.current, event.target, key === 'next' ? 1 : -1);
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
      <div className="case-form" role="form" aria-label={verb} ref={form} onKeyDownCapture={onKey}>
        <div className="form-fields">
          {fields.map(({ name, field, of }) => (
            <FieldRow
              key={name}
              ledger={of}
              name={name}
              field={field}
              state={state}
              dispatch={dispatch}
              onReveal={null}
              formId={formId}
              focused={focused}
            />
          ))}
        </div>
        <Outcome acting={acting} />
        {acting.failure ? <FailureNotice failure={acting.failure} onRetry={() => void act()} /> : null}
        <div className="case-foot">
          <Button type="primary" data-save loading={acting.isActing} onClick={() => void act()}>
            {verb}
          </Button>
          <Button onClick={onClose}>{t('case.back')}</Button>
          {help === undefined ? (
            <span className="form-hint">{t('case.keys', { action: verb })}</span>
          ) : (
            <span className="form-help" id={helpId(formId)}>
              {label(help)}
            </span>
          )}
        </div>
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
