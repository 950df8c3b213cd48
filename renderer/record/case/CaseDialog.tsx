import { useRef, type ReactNode } from 'react';
import { formatInstant, useText } from '../../text/index.ts';
import { ledgerOf } from '../../data/index.ts';
import { DialogForm } from '../form/DialogForm.tsx';
import { FormModal } from '../form/FormModal.tsx';
import type { FormState } from '../form/form-state.ts';
import { useSavedToast } from '../page/use-undo.tsx';
import { useCaseAction, type CaseAction, type CaseTarget } from './use-case-action.ts';
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
  const form = useRef<HTMLDivElement>(null);
  const toast = useSavedToast();
  const acting = useCaseAction(target);

  async function act(state: FormState): Promise<void> {
    const outcome = await acting.act(state);
    if (outcome === null) return;
    toast(outcome.change, { title: t('case.done', { action: verb }), text: dueText(acting, t) });
    onDone(outcome.prints);
    onClose();
  }
  return (
    <FormModal
      form={form}
      onClose={onClose}
      title={t('case.title', { action: verb, name: target.record.title })}
    >
      <DialogForm
        form={form}
        className="case-form"
        verb={verb}
        fields={acting.fields}
        work={acting}
        back="case.back"
        keys="case.keys"
        onDo={act}
      >
        <Outcome acting={acting} />
      </DialogForm>
    </FormModal>
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
